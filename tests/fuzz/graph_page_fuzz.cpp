// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an answer of Facebook, Instagram or Threads: never a crash, never a next page without end, and never a token in what is kept.
#include "connect/meta/meta.hpp"
#include "fuzz/connector_soundness.hpp"

#include <cstdlib>

using namespace vigie;
using namespace vigie::connect;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const std::unique_ptr<Connector> kNetworks[] = {makeFacebook(), makeInstagram(), makeThreads()};
    static constexpr const char *kStreams[] = {"comments", "own", "tagged", "ratings", "mentions", "search:velo"};
    const auto [choice, body] = fuzz::Input::of(data, size);
    const auto &connector = *kNetworks[choice % 3];
    Account account;
    account.connector = connector.describe().id;
    account.nativeId = "100";
    account.handle = "maison";
    const Secret token("t");
    const Context context{account, token, fuzz::kNow};
    net::Response response;
    response.status = (choice & 64U) != 0 ? 400 : 200;
    response.finalUrl = "https://graph.facebook.com/v25.0/100/scheduled_posts";
    response.body = body;
    FetchSpec spec;
    spec.stream = kStreams[(choice / 3) % 6];
    spec.direction = (choice & 128U) != 0 ? Direction::Backfill : Direction::Forward;
    spec.cursor = (choice & 32U) != 0 && spec.direction == Direction::Forward ? R"({"at":1795251600000000})" : "";
    fuzz::readPages(connector, context, spec, response, 3000, [](const FetchPage &) { return true; }, [&](const Result<net::Request> &request) {
        if (request && request->url.find("access_token=") != std::string::npos && spec.stream != "search:velo")
            std::abort();
    });
    const net::Response answers[] = {response, response};
    (void)connector.parseWhoAmI(context, answers);
    (void)connector.parseThread(context, "100_1", response);
    (void)connector.parseLookup(context, std::vector<std::string>{"100_1"}, response);
    (void)connector.parseInsights(context, {}, response);
    (void)connector.parseOwnPosts(context, response);
    (void)connector.parseRefresh(context, response);
    Outbound outbound;
    outbound.kind = (choice & 16U) != 0 ? OutboundKind::Reply : OutboundKind::Post;
    outbound.targetNative = "100_1";
    outbound.parts.resize(1);
    outbound.parts.front().text = "a";
    const PublishJob job{outbound, 0, outbound.targetNative, {}};
    (void)connector.parseReadBack(context, job, response);
    fuzz::publish(connector, context, job, {response.body}, response);
    return 0;
}
