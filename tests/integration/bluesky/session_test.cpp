// SPDX-License-Identifier: GPL-3.0-or-later
// Cases of sessions, limits and faults.
#include "integration/bluesky/crew.hpp"

#include <thread>

using namespace vigie;
using namespace vigie::bsky;

namespace {

/// An access that ended ten seconds ago, signed by the server, over the refresh token that is still good.
void expireAccess(Crew &crew)
{
    auto credential = must(connect::credentialFrom(must(crew.secrets->get(crew.us().secretKey()))));
    credential.access = Secret(get(controlUrl() + "/token?exp=-10&did=" + crew.person.did));
    credential.expiresAt.reset(); // Vigie learns it from the server alone
    must(crew.secrets->set(crew.us().secretKey(), connect::toSecret(credential)));
}

Account account(const std::string &instance, const std::string &user)
{
    Account made;
    made.connector = "bluesky";
    made.instance = instance;
    made.settings = {{"user", user}};
    return made;
}

connect::Credential password(const std::string &text)
{
    connect::Credential typed;
    typed.set("password", Secret(text));
    return typed;
}

} // namespace

TEST_CASE("bluesky 39: signing in by handle, by e-mail and from the handle alone")
{
    Person brand("brand");
    Tap client;
    const auto session = Crew::signIn(account(pdsUrl(), "@" + brand.handle), password(brand.password), client);
    CHECK_FALSE(session.credential.access.empty());
    CHECK_FALSE(session.credential.refresh.empty());
    REQUIRE(session.credential.expiresAt);
    const auto lives = *session.credential.expiresAt - SystemClock().now();
    CHECK(lives > std::chrono::minutes{100});
    CHECK(lives < std::chrono::minutes{130});
    REQUIRE(session.credential.refreshUntil);
    CHECK(*session.credential.refreshUntil - SystemClock().now() > std::chrono::hours{24 * 80});
    const auto mail = textAt(brand.get("com.atproto.server.getSession").body, "email");
    REQUIRE(mail.find('@') != std::string::npos);
    CHECK_FALSE(Crew::signIn(account(pdsUrl(), mail), password(brand.password), client).credential.access.empty());
    const auto made = brand.post("com.atproto.server.createAppPassword", {{"name", "vigie"}});
    CHECK_FALSE(Crew::signIn(account(pdsUrl(), brand.handle), password(textAt(made.body, "password")), client).credential.access.empty());
    const auto wrong = Crew::trySignIn(account(pdsUrl(), brand.handle), password("not it"), client);
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().code == Errc::InvalidInput);
    // Nothing but the handle: its identity, the document of that identity, its data server.
    client.forget();
    client.before = [](net::Request &request) {
        for (const auto &[far, near] : {std::pair<std::string, std::string>("https://bsky.social", pdsUrl()), {"https://plc.directory", plcUrl()}})
            if (request.url.compare(0, far.size(), far) == 0)
                request.url.replace(0, far.size(), near);
    };
    const auto found = Crew::signIn(account({}, brand.handle), password(brand.password), client);
    CHECK(found.instance == "https://bsky.social");
    REQUIRE(found.settings.size() == 1);
    CHECK(found.settings[0] == AccountSetting{"pds", pdsUrl()});
    CHECK(client.count("resolveHandle") == 1);
    CHECK(client.count(plcUrl() + "/did:plc:") == 1);
    CHECK(client.all("createSession").at(0).url == pdsUrl() + "/xrpc/com.atproto.server.createSession");
    const auto nobody = Crew::trySignIn(account({}, "nobody-here.test"), password("x"), client);
    REQUIRE_FALSE(nobody);
    CHECK(nobody.error().code == Errc::InvalidInput);
}

TEST_CASE("bluesky 10: an expired access is renewed once, the question asked again once")
{
    Person brand("brand");
    const auto said = brand.say("bonjour");
    settled();
    Crew crew(brand);
    expireAccess(crew);
    crew.http.forget();
    CHECK(must(crew.look({said.uri})).items.size() == 1);
    REQUIRE(crew.http.count("refreshSession") == 1);
    CHECK(crew.http.count("getPosts") == 2);
    const auto refresh = crew.http.all("refreshSession").at(0);
    CHECK(refresh.method == net::Method::Post);
    CHECK(refresh.body.empty());
    CHECK(std::none_of(refresh.headers.begin(), refresh.headers.end(), [](const net::Header &one) { return one.name == "Content-Type"; }));
    CHECK(must(crew.look({said.uri})).items.size() == 1);
    CHECK(crew.http.count("refreshSession") == 1);
}

TEST_CASE("bluesky 11: five questions whose access expires together renew it once")
{
    Person brand("brand");
    const auto said = brand.say("bonjour");
    settled();
    Crew crew(brand);
    expireAccess(crew);
    crew.http.forget();
    std::atomic<int> good{0};
    const auto us = crew.us();
    std::vector<std::thread> askers;
    for (int i = 0; i < 5; ++i)
        askers.emplace_back([&] {
            const std::vector<std::string> uris{said.uri};
            const auto found = crew.courier->ask<connect::LookupAnswer>(
                Crew::network(), us, net::RatePriority::User, {}, [&](const connect::Context &context) { return Crew::network().buildLookup(context, uris); },
                [&](const connect::Context &context, const net::Response &response) { return Crew::network().parseLookup(context, uris, response); });
            good += found && found->items.size() == 1 ? 1 : 0;
        });
    for (auto &asker : askers)
        asker.join();
    CHECK(good == 5);
    CHECK(crew.http.count("refreshSession") == 1);
}

TEST_CASE("bluesky 12: a renewal whose answer was lost can be asked for again")
{
    Person brand("brand");
    const auto said = brand.say("bonjour");
    settled();
    Crew crew(brand);
    expireAccess(crew);
    std::vector<std::string> tokens;
    crew.http.after = [&](const net::Request &request, net::Answer answer) -> net::Answer {
        if (request.url.find("refreshSession") == std::string::npos || !answer)
            return answer;
        tokens.push_back(textAt(*connect::parseJson(answer->body), "refreshJwt"));
        if (tokens.size() > 1)
            return answer;
        return tl::unexpected(net::Failure{Error{Errc::Network, "connection lost", 0, {}, {}}, net::Sent::Maybe});
    };
    const auto first = crew.look({said.uri});
    REQUIRE_FALSE(first);
    CHECK(first.error().code == Errc::Network);
    CHECK(must(crew.look({said.uri})).items.size() == 1);
    REQUIRE(tokens.size() == 2);
    CHECK_FALSE(tokens[0].empty());
    // The same identity of the token: the rotation was not done twice.
    const auto claims = [](const std::string &token) { return token.substr(token.find('.') + 1, 40); };
    CHECK(claims(tokens[0]).substr(0, 20) == claims(tokens[1]).substr(0, 20));
    CHECK(crew.us().state == AccountState::Active);
}

TEST_CASE("bluesky 13: a renewal that is refused ends the sign-in, and nothing else")
{
    Person brand("brand");
    Crew crew(brand);
    const auto credential = must(connect::credentialFrom(must(crew.secrets->get(crew.us().secretKey()))));
    REQUIRE(post(pdsUrl(), "com.atproto.server.deleteSession", std::string(credential.refresh.reveal()), nullptr).status == 200);
    expireAccess(crew);
    const auto waiting = crew.send(OutboundKind::Post, {}, "dans la file");
    crew.http.forget();
    crew.sync();
    CHECK(crew.us().state == AccountState::ReconnectNeeded);
    CHECK(crew.http.count("refreshSession") == 1);
    for (int i = 0; i < 3; ++i) {
        crew.publish();
        must(crew.engine->runAll());
        crew.clock.advance(std::chrono::minutes{5});
    }
    CHECK(crew.http.count("refreshSession") == 1); // no loop
    CHECK(crew.row(waiting).state == OutboundState::Planned);
}

TEST_CASE("bluesky 14: after a 429 nothing is asked before its time, and others go on")
{
    Person limited("lim", limitedUrl());
    Tap client;
    const auto wrong = account(limitedUrl(), limited.handle);
    int tries = 0;
    Result<connect::SignedIn> last = Crew::trySignIn(wrong, password("not it"), client);
    for (tries = 1; tries < 40 && last.error().code == Errc::InvalidInput; ++tries)
        last = Crew::trySignIn(wrong, password("not it"), client);
    CHECK(tries == 31);
    REQUIRE(last.error().code == Errc::RateLimited);
    REQUIRE(last.error().retryAfter);
    CHECK(*last.error().retryAfter > std::chrono::seconds{200});
    CHECK(*last.error().retryAfter <= std::chrono::seconds{300});

    // The same refusal through the courier of an account: kept waiting until its moment, by nobody else's clock.
    Person brand("brand");
    settled(); // who has just come is not known everywhere at once
    Crew crew(brand);
    auto throttled = crew.us();
    throttled.settings.push_back({"pds", limitedUrl()});
    throttled.set("pds", limitedUrl());
    throttled.nativeId = limited.did;
    must(crew.secrets->set(throttled.secretKey(), Secret(limited.token)));
    const auto refused = [&] {
        net::Request request;
        request.method = net::Method::Post;
        request.url = limitedUrl() + "/xrpc/com.atproto.server.createSession";
        request.headers.push_back({"Content-Type", "application/json"});
        request.body = connect::dump(Json{{"identifier", limited.handle}, {"password", "not it"}});
        return request;
    };
    const auto first = crew.courier->send(Crew::network(), throttled, refused(), net::RatePriority::User);
    REQUIRE(first.has_value());
    CHECK(first->status == 429);
    crew.http.forget();
    const auto second = crew.courier->send(Crew::network(), throttled, refused(), net::RatePriority::User);
    REQUIRE_FALSE(second.has_value());
    CHECK(second.error().error.code == Errc::RateLimited);
    REQUIRE(second.error().error.retryAfter);
    CHECK(crew.http.count("createSession") == 0);
    CHECK(crew.sync().ok()); // the other account
    crew.clock.advance(*second.error().error.retryAfter - std::chrono::seconds{5});
    CHECK_FALSE(crew.courier->send(Crew::network(), throttled, refused(), net::RatePriority::User).has_value());
    CHECK(crew.http.count("createSession") == 0);
    crew.clock.advance(std::chrono::seconds{10});
    CHECK(crew.courier->send(Crew::network(), throttled, refused(), net::RatePriority::User).has_value());
}

TEST_CASE("bluesky 15: a server that says nothing of limits")
{
    Person brand("brand");
    settled(); // who has just come is not known everywhere at once
    Crew crew(brand);
    bool told = false;
    crew.http.after = [&](const net::Request &, net::Answer answer) {
        told = told || (answer && (!answer->header("RateLimit-Limit").empty() || !answer->header("RateLimit-Remaining").empty()));
        return answer;
    };
    CHECK(crew.sync().ok());
    CHECK_FALSE(told);
    const auto left = crew.courier->callsLeft(crew.us());
    CHECK((!left || (*left > 2000 && *left < 3000))); // our own assumption, used up by what was asked
}

TEST_CASE("bluesky 32: faults of the network behind the server")
{
    Person brand("brand"), fan("fan");
    const auto root = brand.say("Alors ?");
    settled();
    const auto said = fan.answer(root, root, "voila");
    settled();
    Crew crew(brand);
    std::atomic<bool> down{true};
    crew.http.after = [&](const net::Request &request, net::Answer answer) -> net::Answer {
        if (!down || request.url.find("/app.bsky.") == std::string::npos)
            return answer;
        net::Response failed;
        failed.status = 502;
        failed.body = R"({"error":"UpstreamFailure","message":"Upstream service unreachable"})"; // as recorded
        return failed;
    };
    const auto report = crew.sync();
    CHECK_FALSE(report.ok());
    for (const auto &stream : report.streams)
        if (stream.error)
            CHECK(stream.error->code == Errc::Server);
    CHECK(crew.us().state == AccountState::Active);
    down = false;
    CHECK(crew.sync().ok());
    CHECK(crew.find(said.uri)); // nothing was lost

    // Nobody there at all.
    auto away = crew.us();
    away.set("pds", "http://127.0.0.1:1");
    const auto none = crew.courier->ask<connect::LookupAnswer>(
        Crew::network(), away, net::RatePriority::User, {}, [&](const connect::Context &context) { return Crew::network().buildLookup(context, std::vector<std::string>{said.uri}); },
        [&](const connect::Context &context, const net::Response &response) { return Crew::network().parseLookup(context, std::vector<std::string>{said.uri}, response); });
    REQUIRE_FALSE(none);
    CHECK(none.error().code == Errc::Network);

    // A refusal is final: asked once, never again.
    crew.http.forget();
    const auto row = crew.finish(crew.send(OutboundKind::Reply, "at://" + fan.did + "/app.bsky.feed.post/3aaaaaaaaaaa2", "a personne"));
    CHECK(row.state == OutboundState::Failed);
    CHECK(row.error->code == Errc::NotFound);
    CHECK(crew.http.count("getRecord") == 1);
    CHECK(crew.http.count("putRecord") == 0);
}
