// SPDX-License-Identifier: GPL-3.0-or-later
// Requests, errors, sign-in and writing by recipe.
#include "recipe_support.hpp"

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::connect;
using namespace vigie::connect::test;

namespace {

Json writing()
{
    auto recipe = smallRecipe();
    recipe["sign_in"] = Json::array({{{"kind", "token"}, {"fields", Json::array({{{"key", "token"}, {"kind", "secret"}, {"en", "Token"}, {"fr", "Jeton"}}})}}});
    recipe["operations"]["reply"] = {{"post", "/posts"}, {"json", {{"body", "{text}"}, {"to", {{"$", {{"integer", "{reply_to}"}}}}}, {"lang", "{lang}"}}}, {"result", {{"id", "/id"}, {"held", "/queued"}}}};
    return recipe;
}

Outbound outbound(OutboundKind kind, const std::string &text)
{
    Outbound made;
    made.kind = kind;
    made.parts.resize(1);
    made.parts[0].text = text;
    made.parts[0].idempotencyKey = "key-1";
    made.targetNative = "41";
    return made;
}

Errc codeOf(const RecipeDesk &desk, const net::Response &response)
{
    const auto page = desk.connector->parseFetch(desk.context(), {"inbox", Direction::Forward, {}, {}}, response);
    return page ? Errc::Internal : page.error().code;
}

bool carries(const net::Request &request, const std::string &secret)
{
    if (request.url.find(secret) != std::string::npos)
        return true;
    for (const auto &header : request.headers)
        if (header.value.find(secret) != std::string::npos)
            return true;
    return false;
}

} // namespace

TEST_CASE("recipes: a reply leaves as JSON, without what has no value", "[recipe][write]")
{
    RecipeDesk desk(writing());
    INFO(desk.why);
    REQUIRE(desk.connector);
    desk.credential.access = Secret("t0ken");
    const auto made = outbound(OutboundKind::Reply, "Merci \"vous\" {text}");
    PublishJob job{made, 0, "41", {}};
    const auto step = desk.connector->nextStep(desk.context(), job, {});
    REQUIRE(step);
    CHECK(step->effect == StepEffect::Once);
    CHECK(step->request.url == "https://forum.example/api/posts");
    CHECK(Json::parse(step->request.body) == Json{{"body", "Merci \"vous\" {text}"}, {"to", 41}});
    CHECK(step->request.bearer.reveal() == "t0ken");
    CHECK(!carries(step->request, "t0ken"));
    const auto done = desk.connector->absorb(desk.context(), job, {}, RecipeDesk::reply(201, R"({"id": 42})"));
    REQUIRE(done);
    CHECK(std::get<PublishDone>(*done).nativeId == "42");
    const auto held = desk.connector->absorb(desk.context(), job, {}, RecipeDesk::reply(202, R"({"queued": true})"));
    REQUIRE(held);
    CHECK(std::get<PublishDone>(*held).held);
    CHECK(desk.connector->absorb(desk.context(), job, {}, RecipeDesk::reply(200, "<html>")).error().code == Errc::UnknownOutcome);
    CHECK(desk.connector->absorb(desk.context(), job, {}, RecipeDesk::reply(200, "{}")).error().code == Errc::UnknownOutcome);
    CHECK(desk.connector->absorb(desk.context(), job, {}, RecipeDesk::reply(400, "{}")).error().code == Errc::ContentRefused);
    CHECK(desk.connector->absorb(desk.context(), job, {}, RecipeDesk::reply(500, "{}")).error().code == Errc::Server);
    CHECK(desk.connector->nextStep(desk.context(), {outbound(OutboundKind::BanMember, ""), 0, {}, {}}, {}).error().code == Errc::Unsupported);
    const auto empty = outbound(OutboundKind::Reply, " \n");
    CHECK(desk.connector->nextStep(desk.context(), {empty, 0, "41", {}}, {}).error().code == Errc::ContentRefused);
}

TEST_CASE("recipes: a program of steps, with pictures, named outputs and a wait", "[recipe][write]")
{
    auto recipe = writing();
    recipe["operations"]["publish"] = Json::parse(R"({
        "steps": [
            {"name": "upload", "each": "media", "post": "/media", "multipart": {"file": {"file": true}, "alt": "{media.alt}"}, "effect": "none", "outputs": {"id": "/id"}},
            {"name": "make", "post": "/drafts", "json": {"text": "{text}", "media": {"$": {"var": "steps.upload.id"}}, "key": "{key}"}, "effect": "none", "outputs": {"draft": "/draft"}},
            {"name": "ready", "get": "/drafts/{steps.make.draft}", "until": {"equals": ["/state", "ready"]}, "every_s": 7},
            {"name": "send", "post": "/drafts/{steps.make.draft}/publish"}
        ],
        "result": {"id": "/post/id", "permalink": "{instance}/p/{/post/id}"}
    })");
    const RecipeDesk desk(recipe);
    INFO(desk.why);
    REQUIRE(desk.connector);
    CHECK(desk.connector->describe().capabilities.has(Capability::Images));
    auto made = outbound(OutboundKind::Post, "News");
    made.parts[0].media = {{"/tmp/a b.png", "image/png", "bread", {}, {}}, {"/tmp/c.png", "image/png", "", {}, {}}};
    const PublishJob job{made, 0, {}, {}};
    PublishState state;
    std::vector<std::string> asked;
    const auto go = [&](const char *answer) {
        const auto step = desk.connector->nextStep(desk.context(), job, state);
        REQUIRE(step);
        asked.push_back(std::string(net::methodName(step->request.method)) + " " + step->request.url.substr(25) + (step->effect == StepEffect::Once ? " once" : ""));
        if (asked.size() == 1) {
            REQUIRE(step->request.form.size() == 2);
            CHECK(step->request.form[1].filePath == "/tmp/a b.png");
            CHECK(step->request.form[0].value == "bread");
        }
        if (asked.size() == 3)
            CHECK(Json::parse(step->request.body) == Json{{"text", "News"}, {"media", {"m1", "m2"}}, {"key", "key-1"}});
        auto outcome = desk.connector->absorb(desk.context(), job, state, RecipeDesk::reply(200, answer));
        if (outcome && std::holds_alternative<PublishState>(*outcome))
            state = std::get<PublishState>(*outcome);
        return outcome;
    };
    CHECK(go(R"({"id": "m1"})"));
    CHECK(go(R"({"id": "m2"})"));
    CHECK(go(R"({"draft": "d/9"})"));
    const auto waiting = go(R"({"state": "working"})");
    REQUIRE(!waiting);
    CHECK(waiting.error().code == Errc::Pending);
    CHECK(waiting.error().retryAfter == std::chrono::seconds{7});
    CHECK(go(R"({"state": "ready"})"));
    const auto done = go(R"({"post": {"id": 77}})");
    REQUIRE(done);
    CHECK(std::get<PublishDone>(*done).permalink == "https://forum.example/p/77");
    CHECK(asked == std::vector<std::string>{"POST /media", "POST /media", "POST /drafts", "GET /drafts/d%2F9", "GET /drafts/d%2F9", "POST /drafts/d%2F9/publish once"});
}

TEST_CASE("recipes: deleting what is gone is done", "[recipe][write]")
{
    auto recipe = writing();
    recipe["operations"]["delete"] = {{"delete", "/posts/{target}"}};
    recipe["operations"]["hide"] = {{"put", "/posts/{target}/hidden"}, {"form", {{"hidden", "true"}}}};
    const RecipeDesk desk(recipe);
    REQUIRE(desk.connector);
    const auto made = outbound(OutboundKind::Delete, "");
    const PublishJob job{made, 0, {}, {}};
    CHECK(desk.connector->nextStep(desk.context(), job, {})->effect == StepEffect::Idempotent);
    CHECK(desk.connector->absorb(desk.context(), job, {}, RecipeDesk::reply(404, "{}")));
    const auto hide = outbound(OutboundKind::HideReply, "");
    const PublishJob hiding{hide, 0, {}, {}};
    CHECK(desk.connector->nextStep(desk.context(), hiding, {})->request.body == "hidden=true");
    CHECK(desk.connector->absorb(desk.context(), hiding, {}, RecipeDesk::reply(404, "{}")).error().code == Errc::NotFound);
}

TEST_CASE("recipes: errors are told by the first rule that holds", "[recipe][error]")
{
    auto recipe = smallRecipe();
    recipe["errors"] = Json::parse(R"x([
        {"status": 400, "if": {"matches": "/message", "regex": "(?i)rate limit|limite"}, "as": "rate_limited", "retry_after": {"match": "/message", "regex": "([0-9]+) (?:seconds|secondes)"}},
        {"status": 200, "if": {"equals": ["/ok", false]}, "as": "forbidden", "detail": "/error"},
        {"status": 200, "if": {"not": {"exists": "."}}, "as": "not_found"},
        {"status": [403, "5xx"], "if": {"equals": [{"header": "X-Left"}, "0"]}, "as": "quota_exhausted", "retry_after": {"header": "X-Reset"}},
        {"status": "4xx", "if": {"exists": "/wait_ms"}, "as": "rate_limited", "retry_after": "/wait_ms", "retry_unit": "ms"}
    ])x");
    recipe["operations"]["inbox"]["errors"] = Json::parse(R"([{"status": 404, "as": "gone"}])");
    const RecipeDesk desk(recipe);
    INFO(desk.why);
    REQUIRE(desk.connector);
    const auto read = [&](const net::Response &response) { return desk.connector->parseFetch(desk.context(), {"inbox", Direction::Forward, {}, {}}, response).error(); };
    const auto french = read(RecipeDesk::reply(400, R"({"message": "Limite atteinte, attendez 30 secondes"})"));
    CHECK(french.code == Errc::RateLimited);
    CHECK(french.retryAfter == std::chrono::seconds{30});
    CHECK(read(RecipeDesk::reply(400, R"({"message": "Rate limit: 5 seconds"})")).retryAfter == std::chrono::seconds{5});
    const auto refused = read(RecipeDesk::reply(200, R"({"ok": false, "error": "not_in_<b>channel</b>"})"));
    CHECK(refused.code == Errc::Forbidden);
    CHECK(refused.detail == "not_in_channel");
    CHECK(codeOf(desk, RecipeDesk::reply(200, "null")) == Errc::NotFound);
    const auto quota = read(RecipeDesk::reply(403, "{}", {{"X-Left", "0"}, {"X-Reset", std::to_string(std::chrono::duration_cast<std::chrono::seconds>(desk.now.time_since_epoch()).count() + 90)}}));
    CHECK(quota.code == Errc::QuotaExhausted);
    CHECK(quota.retryAfter == std::chrono::seconds{90});
    CHECK(read(RecipeDesk::reply(420, R"({"wait_ms": 1500})")).retryAfter == std::chrono::seconds{2});
    CHECK(codeOf(desk, RecipeDesk::reply(404, "{}")) == Errc::Gone);
    CHECK(codeOf(desk, RecipeDesk::reply(401, "{}")) == Errc::AuthRevoked);
    CHECK(codeOf(desk, RecipeDesk::reply(403, "{}")) == Errc::Forbidden);
    CHECK(codeOf(desk, RecipeDesk::reply(429, "", {{"Retry-After", "3"}})) == Errc::RateLimited);
    CHECK(codeOf(desk, RecipeDesk::reply(503, "{}")) == Errc::Server);
}

TEST_CASE("recipes: keys in headers and queries, and never to another host", "[recipe][auth]")
{
    auto recipe = smallRecipe();
    recipe["sign_in"] = Json::parse(R"([
        {"kind": "api_key", "fields": [{"key": "key", "kind": "secret", "en": "Key", "fr": "Clef"}, {"key": "username", "en": "Name", "fr": "Nom"}],
         "headers": {"Api-Key": "{secret.access}", "Api-Username": "{setting.username}"}},
        {"kind": "token", "fields": [{"key": "t", "kind": "secret", "en": "Token", "fr": "Jeton"}], "query": {"token": "{secret.access}"}},
        {"kind": "basic", "fields": [{"key": "password", "kind": "secret", "en": "P", "fr": "P"}, {"key": "user", "kind": "secret", "en": "U", "fr": "U"}]}])");
    RecipeDesk desk(recipe);
    INFO(desk.why);
    REQUIRE(desk.connector);
    desk.account.set("username", "ada");
    desk.credential.access = Secret("s3cr3t");
    const auto ask = [&] { return desk.connector->buildFetch(desk.context(), {"inbox", Direction::Forward, {}, {}}).value(); };
    const auto inHeader = ask();
    CHECK(!carries(inHeader, "s3cr3t"));
    REQUIRE(inHeader.secretHeaders.size() == 1);
    CHECK(inHeader.secretHeaders[0].name == "Api-Key");
    CHECK(inHeader.secretHeaders[0].value.reveal() == "s3cr3t");
    desk.credential.set("way", Secret("token"));
    const auto inQuery = ask();
    CHECK(inQuery.url == "https://forum.example/api/posts?token=s3cr3t");
    CHECK(inQuery.secretUrl);
    desk.credential.set("way", Secret("basic"));
    desk.credential.set("user", Secret("ada"));
    CHECK(ask().secretHeaders.front().value.reveal() == "Basic YWRhOnMzY3IzdA==");

    const Credential typed = [] {
        Credential all;
        all.set("key", Secret("abc"));
        return all;
    }();
    const SignInForm form{desk.account, typed, AuthKind::ApiKey, desk.now};
    const auto done = desk.connector->signIn(form, {});
    REQUIRE(done);
    CHECK(std::get<SignedIn>(*done).credential.access.reveal() == "abc");
    CHECK(std::get<SignedIn>(*done).credential.field("way").reveal() == "api_key");

    recipe["operations"]["inbox"]["get"] = "https://elsewhere.example/posts";
    const RecipeDesk straying(recipe);
    REQUIRE(straying.connector);
    CHECK(straying.connector->buildFetch(straying.context(), {"inbox", Direction::Forward, {}, {}}).error().code == Errc::PolicyRefused);
}

TEST_CASE("recipes: a log-in exchanges what was typed", "[recipe][auth]")
{
    auto recipe = smallRecipe();
    recipe["sign_in"] = Json::parse(R"([{"kind": "password", "fields": [{"key": "password", "kind": "secret", "en": "P", "fr": "P"}, {"key": "login", "en": "L", "fr": "L"}],
        "login": {"steps": [{"name": "in", "post": "/login", "json": {"user": "{setting.login}", "pass": "{secret.password}"}, "errors": [{"status": 401, "as": "auth_revoked"}]}], "access": "/jwt", "expires_in": "/ttl"}}])");
    RecipeDesk desk(recipe);
    INFO(desk.why);
    REQUIRE(desk.connector);
    desk.account.set("login", "ada");
    Credential typed;
    typed.set("password", Secret("hunter2"));
    const SignInForm form{desk.account, typed, AuthKind::AppPassword, desk.now};
    const auto asks = desk.connector->signIn(form, {});
    REQUIRE(asks);
    const auto &request = std::get<net::Request>(*asks);
    CHECK(Json::parse(request.body) == Json{{"user", "ada"}, {"pass", "hunter2"}});
    const net::Response good[] = {RecipeDesk::reply(200, R"({"jwt": "j.w.t", "ttl": 3600})")};
    const auto done = desk.connector->signIn(form, good);
    REQUIRE(done);
    const auto &credential = std::get<SignedIn>(*done).credential;
    CHECK(credential.access.reveal() == "j.w.t");
    CHECK(credential.expiresAt == desk.now + std::chrono::hours{1});
    CHECK(credential.field("password").empty()); // the password is not kept
    const net::Response bad[] = {RecipeDesk::reply(401, "{}")};
    CHECK(desk.connector->signIn(form, bad).error().code == Errc::AuthRevoked);
}

TEST_CASE("recipes: OAuth with a code, renewing, device codes", "[recipe][auth]")
{
    auto recipe = smallRecipe();
    recipe["hosts"] = Json::array({"login.example"});
    recipe["sign_in"] = Json::parse(R"([
        {"kind": "oauth", "scopes": ["read", "write"], "oauth": {"authorize": "https://login.example/authorize", "token": "https://login.example/token", "scope_separator": ",", "extra": {"duration": "permanent"}, "client_auth": "basic"}},
        {"kind": "device", "scopes": ["read"], "oauth": {"device": "https://login.example/device", "token": "https://login.example/token"}}])");
    RecipeDesk desk(recipe);
    INFO(desk.why);
    REQUIRE(desk.connector);
    const Connector::OAuthApp app{"app-1", Secret("hush")};
    const auto url = desk.connector->authorizeUrl(desk.account.instance, app, "http://127.0.0.1:9/", "st4te", "ch4llenge");
    REQUIRE(url);
    CHECK(*url == "https://login.example/authorize?response_type=code&client_id=app-1&redirect_uri=http%3A%2F%2F127.0.0.1%3A9%2F&state=st4te&scope=read%2Cwrite&code_challenge=ch4llenge&code_challenge_method=S256&duration=permanent");
    const auto token = desk.connector->buildToken(desk.account.instance, app, "http://127.0.0.1:9/", "c0de", "verifier");
    REQUIRE(token);
    CHECK(token->body == "grant_type=authorization_code&code=c0de&redirect_uri=http%3A%2F%2F127.0.0.1%3A9%2F&code_verifier=verifier");
    CHECK(token->secretHeaders.front().value.reveal() == "Basic YXBwLTE6aHVzaA==");
    const auto credential = desk.connector->parseToken(RecipeDesk::reply(200, R"({"access_token": "a", "refresh_token": "r", "expires_in": 3600, "scope": "read write"})"), desk.now);
    REQUIRE(credential);
    CHECK(credential->refresh.reveal() == "r");
    CHECK(credential->scopes == std::vector<std::string>{"read", "write"});
    desk.credential = *credential;
    desk.credential.set("client_id", Secret("app-1"));
    CHECK(codeOf(desk, RecipeDesk::reply(401, "{}")) == Errc::AuthExpired); // it can be renewed
    const auto renewal = desk.connector->buildRefresh(desk.context());
    REQUIRE(renewal);
    CHECK(renewal->body == "grant_type=refresh_token&refresh_token=r");
    CHECK(desk.connector->parseRefresh(desk.context(), RecipeDesk::reply(400, R"({"error": "invalid_grant"})")).error().code == Errc::AuthRevoked);
    CHECK(desk.connector->parseRefresh(desk.context(), RecipeDesk::reply(500, "oops")).error().code == Errc::Server);

    Credential typed;
    typed.set("client_id", Secret("app-1"));
    CHECK(desk.connector->buildDeviceGrant(desk.account, typed)->body == "scope=read&client_id=app-1");
    const auto grant = desk.connector->parseDeviceGrant(RecipeDesk::reply(200, R"({"user_code": "AB-12", "device_code": "d", "verification_uri": "https://login.example/go", "interval": 5, "expires_in": 900})"));
    REQUIRE(grant);
    CHECK(grant->userCode == "AB-12");
    CHECK(desk.connector->parseDevicePoll(RecipeDesk::reply(200, R"({"error": "authorization_pending"})"), desk.now).error().code == Errc::Pending);
    const auto slower = desk.connector->parseDevicePoll(RecipeDesk::reply(200, R"({"error": "slow_down", "interval": 10})"), desk.now).error();
    CHECK(slower.code == Errc::Pending);
    CHECK(slower.retryAfter == std::chrono::seconds{10});
    CHECK(desk.connector->parseDevicePoll(RecipeDesk::reply(200, R"({"access_token": "z"})"), desk.now)->access.reveal() == "z");
}

TEST_CASE("recipes: look-ups in batches, figures, variants", "[recipe]")
{
    auto recipe = smallRecipe();
    const auto map = recipe["operations"]["inbox"]["map"];
    recipe["operations"]["lookup"] = {{"get", "/posts"}, {"query", {{"ids", "{ids}"}}}, {"batch", 50}, {"separator", ";"}, {"absent", "gone"}, {"items", "/posts"}, {"map", map}};
    recipe["operations"]["metrics.post"] = {{"get", "/stats"}, {"query", {{"id[]", {{"var", "id_list"}}}}}, {"items", "/stats"}, {"map", {{"id", "/id"}, {"metrics", {{"views", "/v"}}}}}};
    recipe["operations"]["thread.new"] = {{"if", {{"equals", {"{setting.tags}", "new"}}}}, {"get", "/new/{id}"}, {"items", "."}, {"map", map}};
    recipe["operations"]["thread.old"] = {{"get", "/old/{id}"}, {"items", "."}, {"map", map}};
    RecipeDesk desk(recipe);
    INFO(desk.why);
    REQUIRE(desk.connector);
    CHECK(desk.connector->lookupBatch(desk.account) == 50);
    const std::vector<std::string> ids{"1", "2", "3"};
    CHECK(desk.connector->buildLookup(desk.context(), ids)->url == "https://forum.example/api/posts?ids=1%3B2%3B3");
    const auto found = desk.connector->parseLookup(desk.context(), ids, RecipeDesk::reply(200, R"({"posts": [{"id": 2, "at": "2026-11-20T10:00:00Z"}]})"));
    REQUIRE(found);
    CHECK(found->items.size() == 1);
    CHECK(found->gone == std::vector<std::string>{"1", "3"});
    InsightSpec spec{ids, desk.now, desk.now, {}};
    CHECK(desk.connector->buildInsights(desk.context(), spec)->url == "https://forum.example/api/stats?id%5B%5D=1&id%5B%5D=2&id%5B%5D=3");
    const auto lines = desk.connector->parseInsights(desk.context(), spec, RecipeDesk::reply(200, R"({"stats": [{"id": 2, "v": 9}]})"));
    REQUIRE(lines);
    CHECK(lines->lines[0].metrics[0].value == 9);
    CHECK(desk.connector->buildThread(desk.context(), "8")->url == "https://forum.example/api/old/8");
    desk.account.set("tags", "new");
    CHECK(desk.connector->buildThread(desk.context(), "8")->url == "https://forum.example/api/new/8");
}

TEST_CASE("recipes: whatever is typed stays one part of the address", "[recipe][property]")
{
    auto recipe = smallRecipe();
    const auto map = recipe["operations"]["inbox"]["map"];
    recipe["operations"]["thread"] = {{"get", "/t/{id}/all"}, {"query", {{"q", "<{id}>"}}}, {"items", "."}, {"map", map}};
    const RecipeDesk desk(recipe);
    REQUIRE(desk.connector);
    std::uint64_t state = 20261121;
    const auto next = [&](std::uint64_t below) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        return (state >> 33U) % below;
    };
    static constexpr char kNasty[] = "/?#&=%{}\\\"'<>. +;:@aZ9\xC3\xA9\n";
    for (int i = 0; i < 500; ++i) {
        std::string word;
        for (auto length = 1 + next(12); length > 0; --length)
            word += kNasty[next(sizeof kNasty - 1)];
        const auto request = desk.connector->buildThread(desk.context(), word);
        REQUIRE(request);
        const auto question = request->url.find('?');
        REQUIRE(question != std::string::npos);
        const auto path = request->url.substr(0, question);
        const std::string front = "https://forum.example/api/t/", back = "/all";
        REQUIRE(path.size() > front.size() + back.size());
        CHECK(path.substr(0, front.size()) == front);
        CHECK(path.substr(path.size() - back.size()) == back);
        const auto segment = path.substr(front.size(), path.size() - front.size() - back.size());
        CHECK(segment.find_first_of("/?#") == std::string::npos);
        CHECK(net::decodeComponent(segment) == word);
        CHECK(queryOf(*request, "q") == "<" + word + ">");
        CHECK(request->url.find_first_of("\n\"<> ") == std::string::npos);
    }
}
