// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the answer of a WordPress site: never a crash, never a next page without end.
#include "connect/wordpress/wordpress.hpp"
#include "fuzz/connector_soundness.hpp"

using namespace vigie;
using namespace vigie::connect;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const auto connector = makeWordPress();
    Account account;
    account.connector = "wordpress";
    account.instance = "https://blog.example";
    account.nativeId = "2";
    account.settings = {{"url", "https://blog.example"}, {"user", "marie"}, {"role", "moderator"}};
    const Secret token("t");
    const Context context{account, token, fuzz::kNow};
    net::Response response;
    response.status = 200;
    response.finalUrl = "https://blog.example/";
    // The first byte chooses what is read, whether a count comes first, and the status.
    auto [choice, body] = fuzz::Input::of(data, size);
    const auto line = body.find('\n');
    if ((choice & 8U) != 0 && line != std::string::npos) {
        response.headers.push_back({"X-WP-Total", body.substr(0, line)});
        response.headers.push_back({"Link", body.substr(0, line)});
        body.erase(0, line + 1);
    }
    response.body = body;
    static constexpr const char *kStreams[] = {"comments", "spam", "posts", "comments"};
    FetchSpec spec;
    spec.stream = kStreams[choice & 3U];
    spec.direction = (choice & 4U) != 0 ? Direction::Backfill : Direction::Forward;
    spec.cursor = (choice & 16U) != 0 ? R"({"seen":["post/1/comment/9","post/1/comment/1"],"runs":3,"fullAt":1795262000000000})" : "";
    int pages = 0;
    fuzz::readPages(*connector, context, spec, response, 100, [&](const FetchPage &) {
        return spec.direction == Direction::Forward || ++pages <= 4; // backwards the site's own count is the end; a site that lies is stopped by the engine
    });
    (void)connector->recognise("", response);
    (void)connector->parseThread(context, "post/1", response);
    const net::Response answers[] = {response, response};
    (void)connector->parseWhoAmI(context, answers);
    (void)connector->parseOwnPosts(context, response);
    response.status = (choice & 32U) != 0 ? 401 : 200;
    const std::string one[] = {"post/1/comment/1"};
    (void)connector->parseLookup(context, one, response);
    Outbound outbound;
    outbound.kind = static_cast<OutboundKind>(choice % static_cast<unsigned>(kOutboundKindCount));
    outbound.parts.resize(1);
    outbound.parts.front().text = "mot";
    outbound.targetNative = one[0];
    (void)connector->absorb(context, {outbound, 0, one[0], {}}, {}, response);
    return 0;
}
