// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the answer of a Mastodon server: never a crash, never a next page without end.
#include "connect/mastodon/mastodon.hpp"
#include "fuzz/connector_soundness.hpp"

using namespace vigie;
using namespace vigie::connect;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const auto connector = makeMastodon();
    Account account;
    account.connector = "mastodon";
    account.instance = "https://social.example";
    account.nativeId = "109";
    account.handle = "atelier@social.example";
    const Secret token("t");
    const Context context{account, token, fuzz::kNow};
    net::Response response;
    response.status = 200;
    response.finalUrl = "https://social.example/";
    // The first byte chooses what is read, and whether a Link header comes first.
    auto [choice, body] = fuzz::Input::of(data, size);
    const auto line = body.find('\n');
    if ((choice & 8U) != 0 && line != std::string::npos) {
        response.headers.push_back({"Link", body.substr(0, line)});
        body.erase(0, line + 1);
    }
    response.body = body;
    static constexpr const char *kStreams[] = {"notifications", "own", "tag:velo", "search:velo"};
    FetchSpec spec;
    spec.stream = kStreams[choice & 3U];
    spec.direction = (choice & 4U) != 0 ? Direction::Backfill : Direction::Forward;
    spec.cursor = (choice & 16U) != 0 ? R"({"seen":["1","2"],"at":1795262000000000})" : "";
    fuzz::readPages(*connector, context, spec, response, 400);
    (void)connector->parseThread(context, "1", response);
    (void)connector->parseStreamEvent(context, "notifications", {(choice & 32U) != 0 ? "update" : "notification", body, ""});
    const net::Response answers[] = {response, response, response, response};
    (void)connector->parseWhoAmI(context, answers);
    return 0;
}
