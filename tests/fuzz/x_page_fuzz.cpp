// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an answer of X: never a crash, never a next page without end, never a negative price.
#include "connect/x/x.hpp"

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
    const Context context{account, token, fromMicros(1'795'262'400'000'000)};
    const unsigned choice = size > 0 ? data[0] : 0U;
    net::Response response;
    response.status = (choice & 64U) != 0 ? 403 : 200;
    response.finalUrl = "https://api.x.com/2/tweets";
    response.body.assign(reinterpret_cast<const char *>(data) + (size > 0 ? 1 : 0), size > 0 ? size - 1 : 0);
    FetchSpec spec;
    spec.stream = kStreams[choice % 3];
    spec.cursor = (choice & 32U) != 0 ? "1860000000000000001" : "";
    for (int turn = 0;; ++turn) {
        if (turn > 100)
            std::abort();
        const auto page = connector->parseFetch(context, spec, response);
        if (!page)
            break;
        if (page->items.size() != page->reasons.size() || page->microDollars < 0)
            std::abort();
        if (page->nextPage.empty())
            break;
        spec.page = page->nextPage;
        (void)connector->buildFetch(context, spec);
    }
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
    PublishState state{(choice & 4U) != 0 ? response.body : std::string()};
    for (int step = 0; step < 8; ++step) {
        (void)connector->nextStep(context, job, state);
        auto outcome = connector->absorb(context, job, state, response);
        if (!outcome || std::holds_alternative<PublishDone>(*outcome))
            break;
        state = std::get<PublishState>(*outcome);
    }
    return 0;
}
