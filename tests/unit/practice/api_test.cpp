// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/practice/practice_support.hpp"

#include <vigie/net/oauth.hpp>
#include <vigie/net/url.hpp>

#include <catch2/catch.hpp>

#include <set>

using namespace vigie;
using namespace vigie::test;

namespace {

std::vector<int> indices(const Json &page, const std::vector<std::string> &newestFirst)
{
    std::vector<int> out;
    for (const Json &one : page)
        out.push_back(static_cast<int>(std::find(newestFirst.begin(), newestFirst.end(), one["id"].get<std::string>()) - newestFirst.begin()));
    return out;
}

} // namespace

TEST_CASE("notifications page as Mastodon's do")
{
    FakeClock clock(someNoon());
    const auto server = startServer(clock, quiet());
    REQUIRE(server);
    const Client client(*server);
    for (int i = 0; i < 10; ++i) {
        clock.advance(std::chrono::seconds(1));
        server->memberPosts("lea@salon.test", "@dubreuil bonjour " + std::to_string(i));
    }
    const Json all = client.get("/api/v1/notifications").json();
    REQUIRE(all.size() == 10);
    std::vector<std::string> ids;
    for (const Json &one : all) {
        ids.push_back(one["id"]);
        CHECK(ids.back().size() == 18);
        CHECK(one["type"] == "mention");
        CHECK(one["account"]["acct"] == "lea@salon.test");
    }
    CHECK(std::is_sorted(ids.rbegin(), ids.rend()));
    const auto page = [&](const std::string &query) { return indices(client.get("/api/v1/notifications?limit=3&" + query).json(), ids); };
    CHECK(page("since_id=" + ids[9]) == std::vector<int>{0, 1, 2});
    CHECK(page("min_id=" + ids[9]) == std::vector<int>{6, 7, 8});
    CHECK(page("max_id=" + ids[0]) == std::vector<int>{1, 2, 3});
    const Raw links = client.get("/api/v1/notifications?limit=3&types[]=mention");
    CHECK(links.header("Link") == "<" + client.url() + "/api/v1/notifications?limit=3&types%5B%5D=mention&max_id=" + ids[2]
                                      + ">; rel=\"next\", <" + client.url() + "/api/v1/notifications?limit=3&types%5B%5D=mention&min_id="
                                      + ids[0] + ">; rel=\"prev\"");
    const Raw past = client.get("/api/v1/notifications?min_id=" + ids[0]);
    CHECK(past.json().empty());
    CHECK(past.header("Link").empty());
    CHECK(client.get("/api/v1/notifications?exclude_types[]=mention").json().empty());
    CHECK(client.get("/api/v1/notifications?types[]=follow").json().empty());
    CHECK(past.header("X-RateLimit-Limit") == "60000");
}

TEST_CASE("signing in: PKCE, one use of a code, revoking")
{
    FakeClock clock(someNoon());
    const auto server = startServer(clock, quiet());
    REQUIRE(server);
    const Client client(*server);
    const Json app = client.send("POST", "/api/v1/apps", "client_name=Vigie&redirect_uris=http%3A%2F%2F127.0.0.1%3A9%2Fcb&scopes=read+write",
                                 "Authorization: none\r\n").json();
    REQUIRE(app["client_id"].is_string());
    const auto pkce = net::makePkce();
    const std::string query = "response_type=code&client_id=" + app["client_id"].get<std::string>()
                              + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A9%2Fcb&scope=read+write&state=s1&code_challenge_method=S256&code_challenge="
                              + pkce.challenge;
    const Raw shown = client.get("/oauth/authorize?" + query);
    CHECK(shown.status == 200);
    CHECK(shown.body.find(">Authorize</button>") != std::string::npos);
    CHECK(client.send("POST", "/oauth/authorize", query + "&deny=1").header("Location").find("error=access_denied") != std::string::npos);
    const std::string location = client.get("/oauth/authorize?auto=1&" + query).header("Location");
    REQUIRE(location.find("state=s1") != std::string::npos);
    const std::size_t at = location.find("code=") + 5;
    const std::string code = location.substr(at, location.find('&', at) - at);
    const std::string common = "grant_type=authorization_code&redirect_uri=http%3A%2F%2F127.0.0.1%3A9%2Fcb&client_id="
                               + app["client_id"].get<std::string>() + "&client_secret=" + app["client_secret"].get<std::string>() + "&code=" + code;
    CHECK(client.send("POST", "/oauth/token", common + "&code_verifier=wrong").status == 400);
    const Raw good = client.send("POST", "/oauth/token", common + "&code_verifier=" + pkce.verifier);
    REQUIRE(good.status == 200);
    CHECK(client.send("POST", "/oauth/token", common + "&code_verifier=" + pkce.verifier).status == 400);
    const std::string token = good.json()["access_token"], with = "Authorization: Bearer " + token + "\r\n";
    CHECK(client.send("GET", "/api/v1/accounts/verify_credentials", "", with).json()["acct"] == "dubreuil");
    CHECK(client.send("POST", "/oauth/revoke", "client_id=" + app["client_id"].get<std::string>() + "&client_secret="
                                                   + app["client_secret"].get<std::string>() + "&token=" + token).status == 200);
    CHECK(client.send("GET", "/api/v1/accounts/verify_credentials", "", with).status == 401);
    CHECK(client.send("GET", "/api/v1/instance", "", "User-Agent:\r\n").status == 418);
}

TEST_CASE("a post: key, edit, history, deletion")
{
    FakeClock clock(someNoon());
    const auto server = startServer(clock, quiet());
    REQUIRE(server);
    const Client client(*server);
    const std::string key = "Idempotency-Key: k1\r\n";
    const Json first = client.post("Bonjour #Café <b> & https://example.org/a/very/long/path/indeed?x=1&y=2\nligne", key);
    REQUIRE(first["id"].is_string());
    CHECK(client.post("Bonjour", key)["id"] == first["id"]);
    clock.advance(std::chrono::minutes(61));
    CHECK(client.post("Bonjour", key)["id"] != first["id"]);
    CHECK(server->brandPosts().size() == 2);
    const std::string content = first["content"];
    CHECK(content.find("&lt;b&gt; &amp; <a href=\"https://example.org/a/very/long/path/indeed?x=1&amp;y=2\"") != std::string::npos);
    CHECK(content.find("<span class=\"ellipsis\">example.org/a/very/long/path/i</span><span class=\"invisible\">ndeed?x=1&amp;y=2</span>") != std::string::npos);
    CHECK(content.find("#<span>Caf\xC3\xA9</span>") != std::string::npos);
    CHECK(content.find("<br />ligne</p>") != std::string::npos);
    for (const char *tag : {"cafe", "CAFE", "Caf%C3%A9"})
        CHECK(client.get(std::string("/api/v1/timelines/tag/") + tag).json().size() == 1);
    const std::string id = first["id"];
    const Json edited = client.send("PUT", "/api/v1/statuses/" + id, R"({"status":"Autre texte"})").json();
    CHECK(edited["edited_at"].is_string());
    CHECK(client.get("/api/v1/statuses/" + id + "/history").json().size() == 2);
    CHECK(client.get("/api/v1/statuses/" + id + "/source").json()["text"] == "Autre texte");
    CHECK(client.send("DELETE", "/api/v1/statuses/" + id).json()["text"] == "Autre texte");
    CHECK(client.get("/api/v1/statuses/" + id).status == 404);
    CHECK(client.send("POST", "/api/v1/statuses", R"({"status":" "})").status == 422);
    CHECK(client.send("POST", "/api/v1/statuses", Json{{"status", std::string(501, 'x')}}.dump()).status == 422);
    const std::string long500 = "@lea@salon.test " + std::string(471, 'x') + " https://example.org/" + std::string(300, 'y');
    CHECK(client.send("POST", "/api/v1/statuses", Json{{"status", long500}}.dump()).status == 200); // 4 + 1 + 471 + 1 + 23
    CHECK(client.get("/api/v1/nothing").status == 404);
    CHECK(client.send("GET", "/api/v1/notifications", "", "Authorization: Bearer nope\r\n").status == 401);
}

TEST_CASE("threads, reactions and the person behind")
{
    FakeClock clock(someNoon());
    const auto server = startServer(clock, quiet());
    REQUIRE(server);
    const Client client(*server);
    const std::string root = server->memberPosts("lea@salon.test", "@dubreuil une question ?");
    clock.advance(std::chrono::seconds(5));
    const std::string body = R"({"status":"@lea@salon.test oui","in_reply_to_id":")" + root + "\"}";
    const std::string reply = client.send("POST", "/api/v1/statuses", body).json()["id"];
    clock.advance(std::chrono::seconds(5));
    server->memberPosts("lea@salon.test", "@dubreuil merci", reply);
    const Json context = client.get("/api/v1/statuses/" + reply + "/context").json();
    CHECK(context["ancestors"].size() == 1);
    CHECK(context["descendants"].size() == 1);
    CHECK(client.send("POST", "/api/v1/statuses/" + root + "/favourite").json()["favourites_count"] == 1);
    CHECK(client.send("POST", "/api/v1/statuses/" + root + "/unfavourite").json()["favourited"] == false);
    const Json wrapper = client.send("POST", "/api/v1/statuses/" + root + "/reblog").json();
    CHECK(wrapper["reblog"]["id"] == root);
    CHECK(wrapper["id"] != root);
    CHECK(client.send("POST", "/api/v1/statuses/" + root + "/unreblog").json()["reblogs_count"] == 0);
    const std::string lea = client.get("/api/v1/accounts/lookup?acct=lea@salon.test").json()["id"];
    CHECK(client.get("/api/v1/accounts/" + lea + "/statuses").json().size() == 2);
    CHECK(client.send("POST", "/api/v1/accounts/" + lea + "/mute").json()["muting"] == true);
    CHECK(client.send("POST", "/api/v1/accounts/" + lea + "/block").json()["blocking"] == true);
    CHECK(client.send("POST", "/api/v1/reports", R"({"account_id":")" + lea + "\",\"comment\":\"x\"}").status == 200);
    CHECK(client.get("/api/v1/statuses?id[]=" + root + "&id[]=1").json().size() == 1);
    CHECK(client.get("/api/v2/search?type=statuses&q=QUESTION").json()["statuses"].size() == 1);
    CHECK(client.get("/api/v2/instance").json()["configuration"]["statuses"]["max_characters"] == 500);
}

TEST_CASE("files: at once, or after a while")
{
    FakeClock clock(someNoon());
    const auto server = startServer(clock, quiet());
    REQUIRE(server);
    const Client client(*server);
    const auto upload = [&](const std::string &name, const std::string &mime) {
        const std::string body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: " + mime
                                 + "\r\n\r\nGIF89a\x01\x01\x01\x01..\r\n--b\r\nContent-Disposition: form-data; name=\"description\"\r\n\r\nun chat\r\n--b--\r\n";
        return client.send("POST", "/api/v2/media", body, "Content-Type: multipart/form-data; boundary=b\r\n");
    };
    const Raw quick = upload("a.gif", "image/gif");
    CHECK(quick.status == 200);
    CHECK(quick.json()["description"] == "un chat");
    const Raw slow = upload("slow.gif", "image/gif");
    REQUIRE(slow.status == 202);
    CHECK(slow.json()["url"].is_null());
    const std::string id = slow.json()["id"], body = R"({"status":"avec image","media_ids":[")" + id + "\"]}";
    CHECK(client.send("POST", "/api/v1/statuses", body).status == 422);
    CHECK(client.get("/api/v1/media/" + id).status == 206);
    CHECK(client.get("/api/v1/media/" + id).status == 200);
    CHECK(client.send("POST", "/api/v1/statuses", body).json()["media_attachments"].size() == 1);
    CHECK(upload("a.exe", "application/x-dosexec").status == 422);
}

TEST_CASE("streams frame their events")
{
    FakeClock clock(someNoon());
    const auto server = startServer(clock, quiet());
    REQUIRE(server);
    const Client client(*server);
    CHECK(client.send("GET", "/api/v1/streaming/user", "", "Authorization: none\r\n").body == R"({"error":"Missing access token"})");
    CHECK(client.get("/api/v1/streaming/nope").status == 404);
    Connection stream(client.url());
    stream.write("GET /api/v1/streaming/user HTTP/1.1\r\nHost: x\r\nUser-Agent: t\r\nAuthorization: Bearer " + client.token() + "\r\n\r\n");
    const auto has = [](const char *text) { return [text](const std::string &seen) { return seen.find(text) != std::string::npos; }; };
    REQUIRE(has(":)\n")(stream.readUntil(has(":)\n"))));
    const std::string id = server->memberPosts("lea@salon.test", "@dubreuil bonjour");
    CHECK(has("event: notification\ndata: {")(stream.readUntil(has("event: notification\ndata: {"))));
    server->editPost(id, "@dubreuil bonsoir");
    CHECK(has("event: status.update\ndata: {")(stream.readUntil(has("event: status.update\ndata: {"))));
    server->deletePost(id);
    const std::string wanted = "event: delete\ndata: " + id + "\n\n";
    CHECK(has(wanted.c_str())(stream.readUntil(has(wanted.c_str()))));
    bool ended = false;
    server->revokeTokens();
    stream.readUntil([](const std::string &) { return false; }, &ended, 5);
    CHECK(client.get("/api/v1/notifications").status == 401);
}
