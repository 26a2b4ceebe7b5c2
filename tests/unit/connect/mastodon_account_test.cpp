// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/connect/mastodon_support.hpp"

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::connect;
using namespace vigie::connect::test;

namespace {

const std::string kMe = R"({"id":"109","username":"atelier","acct":"atelier","display_name":"L'atelier","followers_count":4,"following_count":2,"statuses_count":9})";

/// Walks the sequence with a server that knows these paths; the paths asked come back in `asked`.
Result<WhoAmI> walk(const Desk &desk, const std::map<std::string, net::Response> &server, std::vector<std::string> &asked)
{
    std::vector<net::Response> answers;
    for (int turn = 0; turn < 10; ++turn) {
        auto next = desk.connector->buildWhoAmI(desk.context(), answers);
        REQUIRE(next);
        if (!*next)
            return desk.connector->parseWhoAmI(desk.context(), answers);
        auto path = (*next)->url.substr(desk.account.instance.size());
        path.resize(std::min(path.size(), path.find('?')));
        asked.push_back(path);
        CHECK((*next)->bearer.reveal() == "s3cr3t-token");
        const auto found = server.find(path);
        answers.push_back(found == server.end() ? answer(404, R"({"error":"Not found"})") : found->second);
    }
    FAIL("the sequence does not end");
    return fail(Errc::Internal);
}

} // namespace

TEST_CASE("mastodon account: a current server")
{
    Desk desk;
    std::vector<std::string> asked;
    const auto me = walk(desk, {{"/api/v1/accounts/verify_credentials", answer(200, kMe)},
                                {"/api/v2/instance", answer(200, R"({"domain":"Example","version":"4.5.7","configuration":{"urls":{"streaming":"wss://stream.example"},"statuses":{"max_characters":5000,"characters_reserved_per_url":25,"max_media_attachments":6},"media_attachments":{"supported_mime_types":["image/png"],"description_limit":1500,"image_size_limit":1000}}})")},
                                {"/api/v1/notifications", answer(200, "[]")},
                                {"/api/v1/apps/verify_credentials", answer(200, R"({"scopes":["read","write:statuses","follow"]})")}}, asked);
    REQUIRE(me);
    CHECK(asked.size() == 4);
    CHECK(me->author.handle == "atelier@example");
    CHECK(me->limits.maxCharacters == 5000);
    CHECK(me->limits.urlCost == 25);
    CHECK(me->limits.maxMedia == 6);
    CHECK(me->limits.maxImageBytes == 1000);
    CHECK(me->limits.maxVideoBytes == 99'000'000);
    CHECK(me->limits.streamingUrl == "https://stream.example");
    const auto &can = me->capabilities;
    CHECK(can.has(Capability::Stream));
    CHECK(can.has(Capability::Publish));
    CHECK(can.has(Capability::Mute));
    CHECK(can.why(Capability::Favourite) == CapabilityReason::ScopeMissing);
    CHECK(can.why(Capability::Images) == CapabilityReason::ScopeMissing);
    CHECK(can.why(Capability::Video) == CapabilityReason::NotOffered);
    CHECK(can.why(Capability::ListenKeyword) == CapabilityReason::SearchScopeLimited);
    REQUIRE(me->metrics.size() == 3);
    CHECK(me->metrics[0].value == 4);
}

TEST_CASE("mastodon account: a server that only knows v1")
{
    Desk desk;
    std::vector<std::string> asked;
    const auto me = walk(desk, {{"/api/v1/accounts/verify_credentials", answer(200, kMe)},
                                {"/api/v2/instance", answer(404, "<h1>404 Not Found (snac/2.75)</h1>")},
                                {"/api/v1/instance", answer(200, R"x({"uri":"localhost:8001","version":"4.0.0 (not Mastodon; snac/2.75)","configuration":{"statuses":null}})x")},
                                {"/api/v1/notifications", answer(403, R"({"error":"outside the authorized scopes"})")}}, asked);
    REQUIRE(me);
    CHECK(asked == std::vector<std::string>{"/api/v1/accounts/verify_credentials", "/api/v2/instance", "/api/v1/instance", "/api/v1/notifications", "/api/v1/apps/verify_credentials"});
    CHECK(me->author.handle == "atelier@localhost:8001");
    CHECK(me->limits.maxCharacters == 500);
    CHECK(me->capabilities.why(Capability::Stream) == CapabilityReason::NotOffered);
    CHECK(me->capabilities.why(Capability::Inbox) == CapabilityReason::ScopeMissing);
    CHECK(me->capabilities.has(Capability::Publish));
}

TEST_CASE("mastodon account: GoToSocial counts links in full and has no events over HTTP")
{
    Desk desk;
    std::vector<std::string> asked;
    const auto me = walk(desk, {{"/api/v1/accounts/verify_credentials", answer(200, kMe)},
                                {"/api/v2/instance", answer(200, R"({"domain":"gts.test","version":"0.20.0-rc1+git","configuration":{"urls":{"streaming":"wss://gts.test"},"statuses":{"characters_reserved_per_url":25}}})")}}, asked);
    REQUIRE(me);
    CHECK(me->limits.urlCost == 0);
    CHECK_FALSE(me->capabilities.has(Capability::Stream));
}

TEST_CASE("mastodon account: a public page that answers is no proof of being signed in")
{
    Desk desk;
    std::vector<std::string> asked;
    const auto [status, body, code] = GENERATE(table<int, std::string, Errc>({{401, R"({"error":"The access token is invalid"})", Errc::AuthRevoked}, {422, "", Errc::AuthRevoked}, {403, R"({"error":"token has insufficient scope permission"})", Errc::ScopeMissing}, {200, "{}", Errc::Protocol}, {200, "<html>", Errc::Protocol}, {200, "[]", Errc::Protocol}}));
    const auto me = walk(desk, {{"/api/v1/accounts/verify_credentials", answer(status, body)}, {"/api/v2/instance", answer(200, "{}")}}, asked);
    REQUIRE_FALSE(me);
    CHECK(me.error().code == code);
}

TEST_CASE("mastodon account: streams follow the settings")
{
    Desk desk;
    std::vector<std::string> names;
    for (const auto &stream : desk.connector->streams(desk.account))
        names.push_back(stream.name);
    CHECK(names == std::vector<std::string>{"notifications", "own", "tag:velo", "tag:Cafe", "search:Maison Dubreuil"});
    CHECK(builtinCatalogue().find("mastodon") != nullptr);
    CHECK(builtinCatalogue().find("nothing") == nullptr);
}

TEST_CASE("mastodon sign-in")
{
    Desk desk;
    const auto made = desk.connector->buildRegister("https://social.example", "http://127.0.0.1:4000/callback").value();
    auto form = formOf(made);
    CHECK(form["scopes"] == "read write follow");
    CHECK(form["redirect_uris"] == "http://127.0.0.1:4000/callback");
    const auto app = desk.connector->parseRegister(answer(200, R"({"client_id":"01K","client_secret":"shh"})"));
    REQUIRE(app);
    const auto address = desk.connector->authorizeUrl("https://social.example", *app, "http://127.0.0.1:4000/callback", "st", "ch").value();
    CHECK(address.rfind("https://social.example/oauth/authorize?", 0) == 0);
    CHECK(address.find("code_challenge=ch") != std::string::npos);
    form = formOf(desk.connector->buildToken("https://social.example", *app, "http://127.0.0.1:4000/callback", "c0de", "ver").value());
    CHECK(form["code"] == "c0de");
    CHECK(form["code_verifier"] == "ver");
    CHECK(form["client_secret"] == "shh");
    CHECK(desk.connector->parseToken(answer(200, R"({"access_token":"tok"})"), {})->access.reveal() == "tok");
    CHECK(desk.connector->parseToken(answer(200, "{}"), {}).error().code == Errc::Protocol);
    const auto used = desk.connector->parseToken(answer(400, R"({"error":"sql: no rows","error_description":"Bad Request: could not get access token"})"), {});
    CHECK(used.error().code == Errc::InvalidInput);
    CHECK(used.error().detail == "Bad Request: could not get access token");
    CHECK(formOf(desk.connector->buildRevoke("https://social.example", *app, desk.token).value())["token"] == "s3cr3t-token");
}

TEST_CASE("mastodon thread, lookup and own posts")
{
    Desk desk;
    CHECK(desk.connector->buildThread(desk.context(), "a/b")->url == "https://social.example/api/v1/statuses/a%2Fb/context");
    const auto thread = desk.connector->parseThread(desk.context(), "2", answer(200, R"({"ancestors":[{"id":"1"}],"descendants":[null,{"id":"3","in_reply_to_id":"2"}]})"));
    REQUIRE(thread);
    CHECK(thread->items.size() == 2);
    const std::vector<std::string> asked{"2"};
    CHECK(desk.connector->parseLookup(desk.context(), asked, answer(404, R"({"error":"Record not found"})"))->gone == asked);
    CHECK(desk.connector->parseLookup(desk.context(), asked, answer(410, ""))->gone == asked);
    const auto posts = desk.connector->parseOwnPosts(desk.context(), answer(200, R"([{"id":"5","content":"<p>un</p>","in_reply_to_id":"4","media_attachments":[{"id":"m"}],"created_at":"2026-11-21T11:00:00Z"},{"id":"6","reblog":{"id":"7"}}])"));
    REQUIRE(posts);
    REQUIRE(posts->posts.size() == 1);
    CHECK(posts->posts.front().inReplyTo == "4");
    CHECK(posts->posts.front().mediaCount == 1);
    CHECK(posts->posts.front().text == "un");
    CHECK(posts->nextPage.empty());
}

TEST_CASE("mastodon own posts go on where the server says so, else behind a full page")
{
    Desk desk;
    auto linked = answer(200, R"([{"id":"9","content":"<p>a</p>","created_at":"2026-11-21T11:00:00Z"},{"id":"8","reblog":{"id":"7"},"created_at":"2026-11-21T10:30:00Z"}])");
    linked.headers.push_back({"Link", "<https://elsewhere.example/api/v1/accounts/1/statuses?max_id=8>; rel=\"next\""});
    auto page = desk.connector->parseOwnPosts(desk.context(), linked);
    REQUIRE(page);
    CHECK(page->nextPage == "8");
    CHECK(toRfc3339(page->reaches.value()) == "2026-11-21T10:30:00Z"); // a boost is no post of ours, but tells how far the page reaches
    const auto next = desk.connector->buildOwnPosts(desk.context(), page->nextPage);
    REQUIRE(next);
    CHECK(next->url.rfind("https://social.example/", 0) == 0); // the link's host is not followed
    CHECK(next->url.find("max_id=8") != std::string::npos);

    const auto several = [](int count) {
        std::string body = "[";
        for (int i = 0; i < count; ++i)
            body += (i == 0 ? "" : ",") + std::string(R"({"id":")") + std::to_string(1000 - i) + R"(","content":"<p>x</p>","created_at":"2026-11-21T11:00:00Z"})";
        return answer(200, body + "]");
    };
    CHECK(desk.connector->parseOwnPosts(desk.context(), several(40))->nextPage == "961");
    CHECK(desk.connector->parseOwnPosts(desk.context(), several(39))->nextPage.empty());
    CHECK(desk.connector->parseOwnPosts(desk.context(), several(41))->nextPage.empty()); // it does not count: all it has came at once
}

TEST_CASE("mastodon live: events")
{
    Desk desk;
    const auto event = [&](const char *stream, const char *type, std::string data) { return desk.connector->parseStreamEvent(desk.context(), stream, {type, std::move(data), ""}).value(); };
    CHECK(desk.connector->buildStream(desk.context(), "tag:Caf\xc3\xa9", {})->url == "https://stream.example/api/v1/streaming/hashtag?tag=Caf%C3%A9");
    CHECK(desk.connector->buildStream(desk.context(), "search:x", {}).error().code == Errc::Unsupported);
    CHECK(event("notifications", "delete", "113456789012345678").signals.at(0).nativeId == "113456789012345678");
    CHECK(event("notifications", "delete", "\"01M7\"").signals.at(0).nativeId == "01M7");
    CHECK(event("notifications", "notifications_merged", "1").items.empty());
    CHECK(event("tag:velo", "update", R"({"id":"113456789012345678","content":"<p>hi</p>"})").items.at(0).nativeId == "113456789012345678");
    CHECK(event("notifications", "update", R"({"id":"1","content":"ailleurs","account":{"id":"5","acct":"x"}})").items.empty());
    CHECK(event("notifications", "status.update", R"({"id":"1","content":"revu","account":{"id":"5","acct":"x"},"mentions":[{"id":"109"}]})").items.size() == 1);
    const auto wrapped = event("notifications", "notification", R"("{\"id\":\"9\",\"type\":\"mention\",\"status\":{\"id\":\"8\",\"content\":\"a\",\"account\":{\"id\":\"5\",\"acct\":\"x\"}}}")");
    REQUIRE(wrapped.items.size() == 1);
    CHECK(wrapped.reasons.at(0) == "mention");
    CHECK(event("notifications", "update", "{broken").unreadable == 1);
    desk.account.limits.streamingUrl = "http://stream.example";
    CHECK(desk.connector->buildStream(desk.context(), "own", {}).error().code == Errc::PolicyRefused);
    desk.account.limits.streamingUrl.clear();
    CHECK(desk.connector->buildStream(desk.context(), "own", {}).error().code == Errc::Unsupported);
}

TEST_CASE("mastodon search: a server without it is no failure")
{
    Desk desk;
    FetchSpec spec;
    spec.stream = "search:Maison Dubreuil";
    auto query = queryOf(desk.connector->buildFetch(desk.context(), spec).value());
    CHECK(query["q"] == "Maison Dubreuil");
    CHECK(query["type"] == "statuses");
    const auto none = desk.connector->parseFetch(desk.context(), spec, answer(404, ""));
    REQUIRE(none);
    CHECK(none->items.empty());
    const auto some = desk.connector->parseFetch(desk.context(), spec, answer(200, R"({"accounts":[],"statuses":[{"id":"1","content":"a"}],"hashtags":[]})"));
    REQUIRE(some);
    CHECK(some->items.size() == 1);
    CHECK(some->nextPage.empty());
    CHECK_FALSE(some->cursor.empty());
}

TEST_CASE("mastodon clock: the server's own date decides what is in the future")
{
    Desk desk;
    desk.now = instant("2026-11-21T06:00:00Z");
    FetchSpec spec;
    spec.stream = "tag:velo";
    const std::string body = R"([{"id":"1","content":"a","created_at":"2026-11-21T11:59:00Z"},{"id":"2","content":"b","created_at":"2026-11-25T11:59:00Z"}])";
    const auto page = desk.connector->parseFetch(desk.context(), spec, answer(200, body, {{"Date", "Sat, 21 Nov 2026 12:00:00 GMT"}}));
    REQUIRE(page);
    CHECK(page->items.at(0).precision == TimePrecision::Exact);
    CHECK(page->items.at(1).precision == TimePrecision::Unknown);
    CHECK(page->items.at(1).publishedAt == instant("2026-11-21T12:00:00Z"));
}

TEST_CASE("mastodon snac: one post keeps one id, and a boost does not take its place")
{
    Desk desk;
    desk.account.limits.serverVersion = "4.0.0 (not true; really snac/2.75)";
    const std::string hash = "c35c0803989c7ca67e68e200b801b43a";
    FetchSpec spec;
    spec.stream = "tag:velo";
    spec.direction = Direction::Backfill;
    const auto body = R"([{"id":"1795262701)" + hash + R"(","content":"","account":{"id":"a","acct":"alice"},"reblog":{"id":"1795262701)" + hash
                      + R"(","content":"Bonjour<br>","account":{"id":"b","acct":"bob"}}},{"id":"1795262669aaaa0803989c7ca67e68e200b801b43a","in_reply_to_id":"1795262669)" + hash + R"(","content":"re"}])";
    const auto page = desk.connector->parseFetch(desk.context(), spec, answer(200, body));
    REQUIRE(page);
    REQUIRE(page->items.size() == 2);
    CHECK(page->items[0].nativeId == "0000000000" + hash);
    CHECK(page->items[0].text == "Bonjour");
    CHECK(page->items[0].author.handle == "bob@social.example");
    REQUIRE(page->items[1].ref(Relation::ReplyTo) != nullptr);
    CHECK(page->items[1].ref(Relation::ReplyTo)->targetNative == page->items[0].nativeId);
    spec.page = page->nextPage;
    CHECK(queryOf(desk.connector->buildFetch(desk.context(), spec).value())["max_id"] == "1795262669aaaa0803989c7ca67e68e200b801b43a");
}
