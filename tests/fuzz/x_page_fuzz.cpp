// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an answer of X: never a crash, never a next page without end, never a negative price.
#include "connect/x/x.hpp"
#include "fuzz/connector_soundness.hpp"

#include <cstdlib>

using namespace vigie;
using namespace vigie::connect;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const auto connector = makeX();
    static constexpr const char *kStreams[] = {"mentions", "own", "search:velo"};
    Account account;
    account.connector = "x";
    account.nativeId = "100";
    account.handle = "maison";
    account.limits.maxCharacters = 280;
    const Secret token("t");
    const Context context{account, token, fuzz::kNow};
    const auto [choice, body] = fuzz::Input::of(data, size);
    net::Response response;
    response.status = (choice & 64U) != 0 ? 403 : 200;
    response.finalUrl = "https://api.x.com/2/tweets";
    response.body = body;
    FetchSpec spec;
    spec.stream = kStreams[choice % 3];
    spec.cursor = (choice & 32U) != 0 ? "1860000000000000001" : "";
    fuzz::readPages(*connector, context, spec, response, 100, [](const FetchPage &page) {
        if (page.microDollars < 0)
            std::abort();
        return true;
    });
    const net::Response answers[] = {response};
    (void)connector->parseWhoAmI(context, answers);
    (void)connector->parseThread(context, "1", response);
    (void)connector->parseLookup(context, std::vector<std::string>{"1"}, response);
    (void)connector->parseOwnPosts(context, response);
    (void)connector->parseToken(response, context.now);
    Outbound outbound;
    outbound.kind = (choice & 16U) != 0 ? OutboundKind::Reply : OutboundKind::Post;
    outbound.targetNative = "1";
    outbound.parts.resize(1);
    outbound.parts.front().text = "voir exemple.paris";
    outbound.parts.front().media.resize((choice & 8U) != 0 ? 1 : 0);
    const PublishJob job{outbound, 0, outbound.kind == OutboundKind::Reply ? "1" : "", {}};
    (void)connector->parseReadBack(context, job, response);
    fuzz::publish(*connector, context, job, {(choice & 4U) != 0 ? response.body : std::string()}, response);
    return 0;
}
