// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an answer of Facebook, Instagram or Threads: never a crash, never a next page without end, and never a token in what is kept.
#include "connect/meta/meta.hpp"

#include <cstdlib>

using namespace vigie;
using namespace vigie::connect;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const std::unique_ptr<Connector> kNetworks[] = {makeFacebook(), makeInstagram(), makeThreads()};
    static constexpr const char *kStreams[] = {"comments", "own", "tagged", "ratings", "mentions", "search:velo"};
    const unsigned choice = size > 0 ? data[0] : 0U;
    const auto &connector = *kNetworks[choice % 3];
    Account account;
    account.connector = connector.describe().id;
    account.nativeId = "100";
    account.handle = "maison";
    const Secret token("t");
    const Context context{account, token, fromMicros(1'795'262'400'000'000)};
    net::Response response;
    response.status = (choice & 64U) != 0 ? 400 : 200;
    response.finalUrl = "https://graph.facebook.com/v25.0/100/scheduled_posts";
    response.body.assign(reinterpret_cast<const char *>(data) + (size > 0 ? 1 : 0), size > 0 ? size - 1 : 0);
    FetchSpec spec;
    spec.stream = kStreams[(choice / 3) % 6];
    spec.direction = (choice & 128U) != 0 ? Direction::Backfill : Direction::Forward;
    spec.cursor = (choice & 32U) != 0 && spec.direction == Direction::Forward ? R"({"at":1795251600000000})" : "";
    for (int turn = 0;; ++turn) {
        if (turn > 3000)
            std::abort();
        const auto page = connector.parseFetch(context, spec, response);
        if (!page)
            break;
        if (page->items.size() != page->reasons.size())
            std::abort();
        if (page->nextPage.empty())
            break;
        spec.page = page->nextPage;
        const auto request = connector.buildFetch(context, spec);
        if (request && request->url.find("access_token=") != std::string::npos && spec.stream != "search:velo")
            std::abort();
    }
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
    PublishState state{response.body};
    for (int step = 0; step < 8; ++step) {
        (void)connector.nextStep(context, job, state);
        auto outcome = connector.absorb(context, job, state, response);
        if (!outcome || std::holds_alternative<PublishDone>(*outcome))
            break;
        state = std::get<PublishState>(*outcome);
    }
    return 0;
}
