// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions, who we are, paging and discovery, without a network.
#include "unit/connect/bluesky_support.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace vigie;
using namespace vigie::connect;
using namespace vigie::connect::test;

namespace {

/// {"iat":1000,"exp":8200}: two hours, by a clock that is nobody's.
constexpr const char *kAccess = "eyJhbGciOiJIUzI1NiJ9.eyJpYXQiOjEwMDAsImV4cCI6ODIwMH0.c2ln";

Credential typed(const char *password)
{
    Credential credential;
    credential.set("password", Secret(password));
    return credential;
}

std::string page(const std::vector<std::string> &keys, const std::string &cursor)
{
    Json posts = Json::array();
    for (const auto &key : keys)
        posts.push_back({{"post", {{"uri", "at://did:plc:brand/app.bsky.feed.post/" + key}, {"author", {{"did", "did:plc:brand"}, {"handle", "brand.test"}}},
                                   {"record", {{"text", key}, {"createdAt", "2026-11-21T10:00:0" + key.substr(0, 1) + "Z"}}}}}});
    Json body{{"feed", posts}};
    if (!cursor.empty())
        body["cursor"] = cursor;
    return body.dump();
}

} // namespace

TEST_CASE("bluesky: a session and its renewal", "[bluesky]")
{
    SkyDesk desk;
    Credential credential;
    credential.access = Secret("old");
    CHECK(desk.connector->buildRefresh({desk.account, desk.token, desk.now, &credential}).error().code == Errc::Unsupported);
    credential.refresh = Secret("refresh-token");
    const Context context{desk.account, desk.token, desk.now, &credential};
    const auto request = desk.connector->buildRefresh(context);
    REQUIRE(request);
    CHECK(request->method == net::Method::Post);
    CHECK(request->url == "https://pds.example/xrpc/com.atproto.server.refreshSession");
    CHECK(request->body.empty());
    CHECK(request->bearer.reveal() == "refresh-token");
    for (const auto &header : request->headers)
        CHECK(header.name != "Content-Type");
    const auto fresh = desk.connector->parseRefresh(context, skyAnswer(200, Json{{"accessJwt", kAccess}, {"refreshJwt", "r2"}, {"did", "did:plc:brand"}}.dump()));
    REQUIRE(fresh);
    CHECK(fresh->access.reveal() == kAccess);
    CHECK(fresh->expiresAt == desk.now + std::chrono::hours{2}); // from the token's own times
    const auto refused = [&](int status, const char *body) { return desk.connector->parseRefresh(context, skyAnswer(status, body)).error().code; };
    CHECK(refused(400, R"({"error":"ExpiredToken","message":"Token has been revoked"})") == Errc::AuthRevoked);
    CHECK(refused(400, R"({"error":"ExpiredToken","message":"Token has expired"})") == Errc::AuthRevoked);
    CHECK(refused(400, R"({"error":"InvalidToken","message":"Token could not be verified"})") == Errc::AuthRevoked);
    CHECK(refused(401, R"({"error":"AccountTakedown","message":"x"})") == Errc::AuthRevoked);
    CHECK(refused(502, R"({"error":"UpstreamFailure","message":"x"})") == Errc::Server);
    CHECK(refused(500, "") == Errc::Server);
    CHECK(refused(429, "") == Errc::RateLimited);
    CHECK(refused(400, R"({"error":"InvalidRequest","message":"A request body was provided when none was expected"})") == Errc::Protocol);
    CHECK(refused(200, "{}") == Errc::Protocol);
}

TEST_CASE("bluesky: from a handle to its own data server", "[bluesky]")
{
    SkyDesk desk;
    Account account;
    account.connector = "bluesky";
    account.settings = {{"user", " @Brand.Example "}};
    const auto credential = typed("abcd-efgh");
    const SignInForm form{account, credential, AuthKind::AppPassword, desk.now};
    std::vector<net::Response> answers;
    const auto next = [&] {
        auto step = desk.connector->signIn(form, answers);
        REQUIRE(step);
        return std::get<net::Request>(*step);
    };
    CHECK(next().url == "https://bsky.social/xrpc/com.atproto.identity.resolveHandle?handle=brand.example");
    answers.push_back(skyAnswer(200, R"({"did":"did:plc:brand"})"));
    CHECK(next().url == "https://plc.directory/did:plc:brand");
    CHECK(next().bearer.empty());
    const auto document = [](const char *server) { return skyAnswer(200, Json{{"id", "did:plc:brand"}, {"service", Json::array({{{"id", "#atproto_pds"}, {"type", "AtprotoPersonalDataServer"}, {"serviceEndpoint", server}}})}}.dump()); };
    answers.push_back(document("https://pds.maison.example"));
    auto session = next();
    CHECK(session.url == "https://pds.maison.example/xrpc/com.atproto.server.createSession");
    CHECK(Json::parse(session.body) == Json{{"identifier", "did:plc:brand"}, {"password", "abcd-efgh"}});
    answers.back() = document("https://shimeji.us-east.host.bsky.network");
    CHECK(next().url == "https://bsky.social/xrpc/com.atproto.server.createSession");
    answers.push_back(skyAnswer(200, Json{{"accessJwt", kAccess}, {"refreshJwt", kAccess}, {"did", "did:plc:brand"}, {"didDoc", Json::parse(document("https://shimeji.us-east.host.bsky.network").body)}}.dump()));
    const auto done = desk.connector->signIn(form, answers);
    REQUIRE(done);
    const auto &signedIn = std::get<SignedIn>(*done);
    CHECK(signedIn.instance == "https://bsky.social");
    REQUIRE(signedIn.settings.size() == 1);
    CHECK(signedIn.settings[0] == AccountSetting{"pds", "https://shimeji.us-east.host.bsky.network"});
    // Documents that lie or lack.
    for (const auto *wrong : {R"({"id":"did:plc:other","service":[]})", R"({"id":"did:plc:brand"})", "[]", "nonsense"}) {
        const std::vector<net::Response> two{skyAnswer(200, R"({"did":"did:plc:brand"})"), skyAnswer(200, wrong)};
        CHECK(desk.connector->signIn(form, two).error().code == Errc::Protocol);
    }
    const std::vector<net::Response> nobody{skyAnswer(400, R"({"error":"InvalidRequest","message":"Unable to resolve handle"})")};
    CHECK(desk.connector->signIn(form, nobody).error().code == Errc::InvalidInput);
}

TEST_CASE("bluesky: an own server and an e-mail address need no resolving", "[bluesky]")
{
    SkyDesk desk;
    const auto first = [&](const char *user, const char *instance) -> std::string {
        Account account;
        account.instance = instance;
        account.settings = {{"user", user}};
        const auto credential = typed("p");
        auto step = desk.connector->signIn({account, credential, AuthKind::AppPassword, desk.now}, {});
        return step ? std::get<net::Request>(*step).url : errcName(step.error().code);
    };
    CHECK(first("brand.test", "http://localhost:2583") == "http://localhost:2583/xrpc/com.atproto.server.createSession");
    CHECK(first("brand.example", "https://bsky.social") == "https://bsky.social/xrpc/com.atproto.identity.resolveHandle?handle=brand.example"); // signing in again
    CHECK(first("me@mail.example", "") == "https://bsky.social/xrpc/com.atproto.server.createSession");
    CHECK(first("did:plc:abc", "") == "https://plc.directory/did:plc:abc");
    CHECK(first("did:web:maison.example", "") == "https://maison.example/.well-known/did.json");
    CHECK(first("did:web:localhost%3A80", "") == "unsupported");
    CHECK(first("brand", "") == "invalid_input");
    CHECK(first("", "") == "invalid_input");
}

TEST_CASE("bluesky: who we are, and what the server takes", "[bluesky]")
{
    SkyDesk desk;
    std::vector<net::Response> answers;
    CHECK((*desk.connector->buildWhoAmI(desk.context(), answers))->url == "https://pds.example/xrpc/com.atproto.server.getSession");
    answers.push_back(skyAnswer(200, R"({"did":"did:plc:brand","handle":"brand.test","active":true})"));
    CHECK((*desk.connector->buildWhoAmI(desk.context(), answers))->url == "https://pds.example/xrpc/app.bsky.actor.getProfile?actor=did%3Aplc%3Abrand");
    answers.push_back(skyAnswer(200, R"({"did":"did:plc:brand","handle":"brand.test","displayName":"Maison","followersCount":12,"followsCount":3,"postsCount":40})"));
    answers.push_back(skyAnswer(200, R"({"did":"did:web:pds.example","availableUserDomains":[".test"],"blobUploadLimit":1000000})"));
    CHECK_FALSE(*desk.connector->buildWhoAmI(desk.context(), answers));
    const auto me = desk.connector->parseWhoAmI(desk.context(), answers);
    REQUIRE(me);
    CHECK(me->author.name == "Maison");
    CHECK(me->metrics.size() == 3);
    CHECK(me->limits.maxCharacters == 300);
    CHECK(me->limits.maxImageBytes == 1'000'000);
    CHECK(me->capabilities.has(Capability::Publish));
    CHECK(me->capabilities.why(Capability::Stream) == CapabilityReason::SwitchedOff);
    desk.account.set("live", "v2");
    CHECK(desk.connector->parseWhoAmI(desk.context(), answers)->capabilities.has(Capability::Stream));
    // A new account is known to its server before the network has a profile of it.
    answers[1] = skyAnswer(400, R"({"error":"InvalidRequest","message":"Profile not found"})");
    CHECK(desk.connector->parseWhoAmI(desk.context(), answers)->author.handle == "brand.test");
    answers[0] = skyAnswer(200, R"({"did":"did:plc:brand","handle":"brand.test","active":false,"status":"deactivated"})");
    CHECK(desk.connector->parseWhoAmI(desk.context(), answers).error().code == Errc::Forbidden);
    answers[0] = skyAnswer(200, "{}");
    CHECK(desk.connector->parseWhoAmI(desk.context(), answers).error().code == Errc::Protocol);
}

TEST_CASE("bluesky: reading goes down to where the last run ended, and a little further", "[bluesky]")
{
    SkyDesk desk;
    FetchSpec spec{"own", Direction::Forward, {}, {}};
    const auto read = [&](const std::string &body) { return desk.connector->parseFetch(desk.context(), spec, skyAnswer(200, body)).value(); };
    const auto first = read(page({"9a", "8a"}, "c1"));
    CHECK(first.nextPage.empty()); // the first run takes the top; history is read backwards
    REQUIRE_FALSE(first.cursor.empty());
    spec.cursor = first.cursor;
    const auto top = read(page({"9b", "9c"}, "c2"));
    REQUIRE_FALSE(top.nextPage.empty());
    CHECK(top.cursor.empty()); // not before the run has ended
    spec.page = top.nextPage;
    CHECK(desk.connector->buildFetch(desk.context(), spec)->url.find("cursor=c2") != std::string::npos);
    const auto rest = read(page({"9a", "8a"}, ""));
    CHECK(rest.nextPage.empty());
    CHECK(rest.reachedKnown);
    CHECK(rest.cursor.find("9b") != std::string::npos); // the top of this run is the next mark
    spec.page.clear();
    spec.cursor = "not a mark at all";
    CHECK(read(page({"9a"}, "c1")).nextPage.empty());
}

TEST_CASE("bluesky: a run has an end, whatever the server says", "[bluesky]")
{
    SkyDesk desk;
    for (const auto direction : {Direction::Forward, Direction::Backfill}) {
        FetchSpec spec{"own", direction, {}, {}};
        if (direction == Direction::Forward)
            spec.cursor = R"({"seen":["x"],"at":1000000000000000})";
        int pages = 0;
        for (; pages < 200; ++pages) {
            const auto found = desk.connector->parseFetch(desk.context(), spec, skyAnswer(200, page({"9a"}, "c" + std::to_string(pages))));
            REQUIRE(found);
            if (found->nextPage.empty()) {
                CHECK(found->capped);
                break;
            }
            spec.page = found->nextPage;
        }
        CHECK((direction == Direction::Backfill ? pages == 200 : pages < 60)); // history is the engine's to bound
    }
}

TEST_CASE("bluesky: a cursor that is a bare time is taken back by its smallest step", "[bluesky]")
{
    SkyDesk desk;
    FetchSpec spec{"own", Direction::Backfill, {}, {}};
    const auto next = [&](const char *cursor) {
        const auto found = desk.connector->parseFetch(desk.context(), spec, skyAnswer(200, page({"9a"}, cursor)));
        REQUIRE(found);
        FetchSpec after = spec;
        after.page = found->nextPage;
        const auto url = desk.connector->buildFetch(desk.context(), after)->url;
        return net::decodeComponent(url.substr(url.find("cursor=") + 7));
    };
    CHECK(next("2026-11-21T07:06:21.047Z") == "2026-11-21T07:06:21.048Z");
    CHECK(next("2026-11-21T07:06:21.999Z") == "2026-11-21T07:06:22.000Z");
    CHECK(next("1795244780999__bafyrei") == "1795244780999__bafyrei");
    CHECK(next("3kabc") == "3kabc");
}

TEST_CASE("bluesky: what is asked of each stream", "[bluesky]")
{
    SkyDesk desk;
    std::vector<std::string> names;
    for (const auto &stream : desk.connector->streams(desk.account))
        names.push_back(stream.name);
    CHECK(names == std::vector<std::string>{"notifications", "own", "tag:velo", "tag:Cafe", "search:Maison Dubreuil"});
    const auto url = [&](const char *stream) {
        const auto request = desk.connector->buildFetch(desk.context(), {stream, Direction::Forward, {}, {}});
        return request ? net::decodeComponent(request->url.substr(request->url.find("/xrpc/") + 6)) : std::string(errcName(request.error().code));
    };
    CHECK(url("notifications") == "app.bsky.notification.listNotifications?reasons=mention&reasons=reply&reasons=quote&reasons=subscribed-post&limit=100");
    CHECK(url("own") == "app.bsky.feed.getAuthorFeed?actor=did:plc:brand&filter=posts_with_replies&limit=100");
    CHECK(url("tag:velo") == "app.bsky.feed.searchPosts?q=#velo&tag=velo&sort=latest&limit=100");
    CHECK(url("search:Maison Dubreuil") == "app.bsky.feed.searchPosts?q=\"Maison Dubreuil\"&sort=latest&limit=100");
    CHECK(url("search:velo") == "app.bsky.feed.searchPosts?q=velo&sort=latest&limit=100");
    CHECK(url("jetstream") == "invalid_input");
    CHECK(url("tag:") == "invalid_input");
    const std::vector<std::string> ids{"at://did:plc:a/app.bsky.feed.post/1", "at://brand.test/app.bsky.feed.post/2", "at://did:plc:b/app.bsky.feed.post/3"};
    const auto lookup = desk.connector->buildLookup(desk.context(), ids);
    REQUIRE(lookup);
    CHECK(lookup->url.find("brand.test") == std::string::npos);
    CHECK(desk.connector->lookupBatch(desk.account) == 25);
}

TEST_CASE("bluesky: what somebody typed", "[bluesky]")
{
    SkyDesk desk;
    const auto guessed = [&](const char *typed) {
        const auto found = desk.connector->guess(typed);
        return !found ? std::string("-") : found->settings.empty() ? "home" : found->settings[0].value;
    };
    CHECK(guessed("@Maison.bsky.social") == "maison.bsky.social");
    CHECK(guessed("https://bsky.app/profile/maison.example/post/3k") == "maison.example");
    CHECK(guessed("https://bsky.app/profile/did:plc:abc") == "did:plc:abc");
    CHECK(guessed("did:plc:abc") == "did:plc:abc");
    CHECK(guessed("bsky.app") == "home");
    CHECK(guessed("social.example") == "-");
    CHECK(guessed("@me@social.example") == "-");
    CHECK(guessed("") == "-");
    CHECK(desk.connector->probe("@maison.example")->url == "https://maison.example/.well-known/atproto-did");
    CHECK(desk.connector->probe("http://localhost:2583")->url == "http://localhost:2583/xrpc/com.atproto.server.describeServer");
    const auto handle = desk.connector->recognise("@maison.example", skyAnswer(200, "did:plc:abc\n"));
    REQUIRE(handle);
    CHECK(handle->settings[0].value == "maison.example");
    CHECK_FALSE(desk.connector->recognise("@maison.example", skyAnswer(200, "<html>")));
    const auto server = desk.connector->recognise("http://localhost:2583", skyAnswer(200, R"({"did":"did:web:localhost","availableUserDomains":[".test"]})"));
    REQUIRE(server);
    CHECK(server->instance == "http://localhost:2583");
    CHECK_FALSE(desk.connector->recognise("http://localhost:2583", skyAnswer(200, "{}")));
    CHECK_FALSE(desk.connector->recognise("http://localhost:2583", skyAnswer(404, "{}")));
}
