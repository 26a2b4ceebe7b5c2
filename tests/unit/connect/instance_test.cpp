// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/connect/connector.hpp>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::connect;

TEST_CASE("instance: what people type becomes an origin")
{
    const auto [typed, origin] = GENERATE(table<std::string, std::string>({
        {"social.example", "https://social.example"},
        {"  Social.EXAMPLE/ ", "https://social.example"},
        {"https://social.example/@me", "https://social.example"},
        {"https://social.example/@me@far.example", "https://social.example"},
        {"HTTPS://social.example/web/home?x=1#y", "https://social.example"},
        {"http://social.example", "https://social.example"},
        {"social.example:8443", "https://social.example:8443"},
        {"https://social.example:443", "https://social.example"},
        {"@me@social.example", "https://social.example"},
        {"me@social.example", "https://social.example"},
        {"acct:me@social.example", "https://social.example"},
        {"social.example.", "https://social.example"},
        {"http://127.0.0.1:8001/x", "http://127.0.0.1:8001"},
        {"http://localhost:8001", "http://localhost:8001"},
        {"localhost:8001", "http://localhost:8001"},
        {"https://localhost:8001", "https://localhost:8001"},
        {"b\xc3\xbc" "cher.example", "https://xn--bcher-kva.example"},
        {"https://xn--bcher-kva.example", "https://xn--bcher-kva.example"},
    }));
    INFO(typed);
    const auto found = normaliseInstance(typed);
    REQUIRE(found);
    CHECK(*found == origin);
}

TEST_CASE("instance: what cannot be a server is refused")
{
    const std::string typed = GENERATE("", "   ", "@", "ftp://social.example", "javascript://x", "https://me:secret@social.example", "social example", "social.example:99999", "https://", "alice", "a<b>.example");
    INFO(typed);
    const auto found = normaliseInstance(typed);
    REQUIRE_FALSE(found);
    CHECK(found.error().code == Errc::InvalidInput);
}

TEST_CASE("instance: http stays for a server of a private network, when both were asked for")
{
    const auto [typed, open, closed] = GENERATE(table<std::string, std::string, std::string>({
        {"http://192.168.1.20", "http://192.168.1.20", "https://192.168.1.20"},
        {"http://10.0.0.5:3000/web", "http://10.0.0.5:3000", "https://10.0.0.5:3000"},
        {"http://[fd00::5]:3000", "http://[fd00::5]:3000", "https://[fd00::5]:3000"},
        {"http://mastodon.lan", "http://mastodon.lan", "https://mastodon.lan"},
        {"http://nas:8080", "http://nas:8080", "https://nas:8080"},
        {"192.168.1.20", "https://192.168.1.20", "https://192.168.1.20"},
        {"https://10.0.0.5", "https://10.0.0.5", "https://10.0.0.5"},
        {"http://social.example", "https://social.example", "https://social.example"}, // the permission is no way around TLS
        {"http://8.8.8.8", "https://8.8.8.8", "https://8.8.8.8"},
    }));
    INFO(typed);
    CHECK(normaliseInstance(typed, true).value() == open);
    CHECK(normaliseInstance(typed).value() == closed);
}

TEST_CASE("instance: the permission of an account marks requests to its own server and to no other")
{
    Account account;
    account.connector = "mastodon";
    account.instance = "https://mastodon.lan";
    net::Request request;
    request.url = "https://mastodon.lan/api/v1/statuses";
    CHECK_FALSE(withPermission(request, account).privateNetwork);
    account.settings = {{"tags", "velo"}};
    allowPrivateNetwork(account.settings, true);
    allowPrivateNetwork(account.settings, true);
    CHECK(account.settings.size() == 2);
    CHECK(account.setting("tags") == "velo");
    CHECK(allowsPrivateNetwork(account));
    CHECK(withPermission(request, account).privateNetwork);
    request.url = "https://elsewhere.lan/api/v1/statuses";
    CHECK_FALSE(withPermission(request, account).privateNetwork);
    allowPrivateNetwork(account.settings, false);
    CHECK_FALSE(allowsPrivateNetwork(account));
    CHECK(account.settings.size() == 1);
}

TEST_CASE("instance: connectors carry the permission into what they ask")
{
    const auto catalogue = builtinCatalogue();
    const Secret token("t");
    for (const bool allowed : {true, false}) {
        Account social;
        social.connector = "mastodon";
        social.instance = "https://10.0.0.5";
        social.nativeId = "1";
        social.limits.streamingUrl = "https://elsewhere.example";
        allowPrivateNetwork(social.settings, allowed);
        const auto *mastodon = catalogue.find("mastodon");
        CHECK(mastodon->buildWhoAmI({social, token, {}}, {}).value()->privateNetwork == allowed);
        CHECK(mastodon->buildOwnPosts({social, token, {}}, {})->privateNetwork == allowed);
        CHECK_FALSE(mastodon->buildStream({social, token, {}}, "notifications", {})->privateNetwork); // what a server announces is not what a person allowed
        social.limits.streamingUrl = "https://10.0.0.5:4000";
        CHECK(mastodon->buildStream({social, token, {}}, "notifications", {})->privateNetwork == allowed);
        Account feed;
        feed.connector = "feed";
        feed.settings = {{"url", "wiki.lan/feed"}};
        allowPrivateNetwork(feed.settings, allowed);
        CHECK(catalogue.find("feed")->buildWhoAmI({feed, token, {}}, {}).value()->privateNetwork == allowed);
    }
}
