// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in at Meta: from the person's application to a token that lasts, and what it may do.
#include "unit/connect/meta_support.hpp"

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::connect;
using namespace vigie::connect::metatest;

namespace {

const Connector::OAuthApp kApp{"123", Secret("app-s3cret")};

Context withCredential(const Desk &desk, const Credential &credential)
{
    return {desk.account, credential.access, desk.now, &credential};
}

} // namespace

TEST_CASE("facebook: code, sixty days, the Page's own token")
{
    Desk desk("facebook");
    const auto &connector = *desk.connector;
    CHECK(connector.buildRegister("", "http://127.0.0.1:1/callback").error().code == Errc::Unsupported);
    const auto address = connector.authorizeUrl("", kApp, "http://127.0.0.1:4321/callback", "st", "unused");
    REQUIRE(address);
    CHECK(address->rfind("https://www.facebook.com/v25.0/dialog/oauth?", 0) == 0);
    CHECK(address->find("app-s3cret") == std::string::npos);
    CHECK(address->find("pages_manage_posts") != std::string::npos);
    const auto code = connector.buildToken("", kApp, "http://127.0.0.1:4321/callback", "c0de", "unused");
    REQUIRE(code);
    CHECK(code->method == net::Method::Post);
    CHECK(formOf(*code).at("code") == "c0de");
    CHECK(code->url == "https://graph.facebook.com/v25.0/oauth/access_token");
    // The code may be pasted with the whole address of the page it ends on.
    const auto pasted = connector.buildToken("", kApp, "urn:ietf:wg:oauth:2.0:oob", "https://www.facebook.com/connect/login_success.html?code=c0de2&state=st#_=_", "");
    CHECK(formOf(pasted.value()).at("code") == "c0de2");
    CHECK(formOf(pasted.value()).at("redirect_uri") == "https://www.facebook.com/connect/login_success.html");

    auto credential = connector.parseToken(answer(200, R"({"access_token":"short","token_type":"bearer","expires_in":5183})"), desk.now).value();
    credential.set("client_id", Secret("123"));
    credential.set("client_secret", Secret("app-s3cret"));
    CHECK(credential.expiresAt == desk.now); // renewed before its first use
    auto request = connector.buildRefresh(withCredential(desk, credential));
    REQUIRE(request);
    CHECK(request->method == net::Method::Post);
    CHECK(formOf(*request).at("grant_type") == "fb_exchange_token");
    CHECK(request->url.find("s3cret") == std::string::npos);
    auto user = merged(credential, connector.parseRefresh(withCredential(desk, credential), answer(200, R"({"access_token":"sixty","expires_in":5184000})")).value());
    CHECK(user.expiresAt == desk.now);
    request = connector.buildRefresh(withCredential(desk, user));
    REQUIRE(request);
    CHECK(pathOf(*request) == "/v25.0/me/accounts");
    CHECK(request->bearer.reveal() == "sixty");
    const auto pages = answer(200, R"({"data":[{"id":"99","access_token":"other"},{"id":"100","access_token":"page-token"}]})");
    const auto page = merged(user, connector.parseRefresh(withCredential(desk, user), pages).value());
    CHECK(page.access.reveal() == "page-token");
    CHECK_FALSE(page.expiresAt);
    CHECK(page.field("client_secret").reveal() == "app-s3cret");
    CHECK(connector.parseRefresh(withCredential(desk, user), answer(200, R"({"data":[{"id":"99","access_token":"other"}]})")).error().code == Errc::AuthRevoked);
    CHECK(connector.parseRefresh(withCredential(desk, page), answer(400, R"({"error":{"code":190,"error_subcode":463,"message":"expired"}})")).error().code == Errc::AuthRevoked);
    CHECK(connector.parseRefresh(withCredential(desk, page), answer(503, "")).error().code == Errc::Server); // changes nothing
}

TEST_CASE("facebook: a pasted token is a person's or a Page's")
{
    Desk desk("facebook");
    Credential typed;
    typed.set("token", Secret("pasted"));
    const auto progress = desk.connector->signIn({desk.account, typed, AuthKind::Token, desk.now}, {});
    const auto done = std::get<SignedIn>(progress.value());
    const auto request = desk.connector->buildRefresh(withCredential(desk, done.credential));
    REQUIRE(request);
    CHECK(pathOf(*request) == "/v25.0/me/accounts");
    const auto kept = desk.connector->parseRefresh(withCredential(desk, done.credential), answer(400, R"({"error":{"code":100,"message":"Tried accessing nonexisting field accounts"}})"));
    REQUIRE(kept);
    CHECK(kept->access.reveal() == "pasted");
    CHECK_FALSE(kept->expiresAt);
    CHECK(desk.connector->signIn({desk.account, Credential{}, AuthKind::Token, desk.now}, {}).error().code == Errc::InvalidInput);
}

TEST_CASE("threads and instagram: an hour becomes sixty days, renewed ten days before the end")
{
    for (const auto *network : {"threads", "instagram"}) {
        Desk desk(network);
        auto credential = desk.connector->parseToken(answer(200, R"({"data":[{"access_token":"short","user_id":100}]})"), desk.now).value();
        credential.set("client_secret", Secret("app-s3cret"));
        auto request = desk.connector->buildRefresh(withCredential(desk, credential));
        REQUIRE(request);
        CHECK(request->secretUrl); // the application's secret has no other place: no log shows it
        CHECK(request->bearer.reveal() == "short");
        CHECK(request->url.find("short") == std::string::npos);
        const auto lasting = merged(credential, desk.connector->parseRefresh(withCredential(desk, credential), answer(200, R"({"access_token":"long","expires_in":5184000})")).value());
        CHECK(lasting.expiresAt == desk.now + std::chrono::hours{50 * 24});
        CHECK(lasting.refreshUntil == desk.now + std::chrono::hours{60 * 24});
        request = desk.connector->buildRefresh(withCredential(desk, lasting));
        REQUIRE(request);
        CHECK(request->url.find("refresh_access_token") != std::string::npos);
        CHECK(request->url.find("s3cret") == std::string::npos);
        CHECK(desk.connector->authorizeUrl("", kApp, "urn:ietf:wg:oauth:2.0:oob", "st", "").error().code == Errc::Unsupported);
    }
}

TEST_CASE("facebook: who the Page is, and which one when there are several")
{
    Desk desk("facebook");
    desk.account.nativeId.clear();
    const auto request = desk.connector->buildWhoAmI(desk.context(), {});
    REQUIRE(request);
    CHECK(pathOf(**request) == "/v25.0/me/accounts");
    const auto two = answer(200, R"({"data":[{"id":"100","name":"Maison Dubreuil","followers_count":905,"fan_count":890},{"id":"101","name":"Autre"}]})");
    const auto permissions = answer(200, R"({"data":[{"permission":"pages_manage_posts","status":"granted"},{"permission":"read_insights","status":"declined"},{"permission":"pages_read_engagement","status":"granted"}]})");
    const net::Response answers[] = {two, permissions};
    const auto which = desk.connector->parseWhoAmI(desk.context(), answers);
    REQUIRE_FALSE(which);
    CHECK(which.error().detail.find("Maison Dubreuil, Autre") != std::string::npos);
    desk.account.set("page", "maison dubreuil");
    const auto me = desk.connector->parseWhoAmI(desk.context(), answers);
    REQUIRE(me);
    CHECK(me->author.nativeId == "100");
    CHECK(me->metrics.at(0) == MetricValue{"followers", 905, ValueStatus::Ok});
    CHECK(me->capabilities.has(Capability::Publish));
    CHECK(me->capabilities.why(Capability::Insights) == CapabilityReason::ScopeMissing);
    CHECK(me->capabilities.why(Capability::Reply) == CapabilityReason::ScopeMissing);
    const net::Response refused[] = {answer(400, R"({"error":{"code":190,"message":"bad token"}})")};
    CHECK(desk.connector->parseWhoAmI(desk.context(), refused).error().code == Errc::AuthRevoked);
}

TEST_CASE("instagram and threads: publishing pictures needs a place for them")
{
    Desk desk("instagram");
    const net::Response me[] = {answer(200, R"({"id":"555","user_id":"100","username":"maisondubreuil","followers_count":12})")};
    auto who = desk.connector->parseWhoAmI(desk.context(), me);
    REQUIRE(who);
    CHECK(who->capabilities.why(Capability::Publish) == CapabilityReason::PublicMediaUrlNeeded);
    CHECK(who->limits.maxCharacters == 2200);
    desk.account.set("media_base", "https://media.example/vigie");
    who = desk.connector->parseWhoAmI(desk.context(), me);
    CHECK(who->capabilities.why(Capability::Publish) == CapabilityReason::Offered);
    desk.account.set("media_base", "http://media.example/vigie"); // Meta fetches over https
    CHECK(desk.connector->parseWhoAmI(desk.context(), me)->capabilities.why(Capability::Publish) == CapabilityReason::PublicMediaUrlNeeded);
    desk.account.nativeId.clear();
    CHECK(desk.connector->parseWhoAmI(desk.context(), me)->author.nativeId == "100");

    const Desk threads("threads");
    const net::Response user[] = {answer(200, R"({"id":"100","username":"maisondubreuil","name":"Maison Dubreuil"})")};
    const auto on = threads.connector->parseWhoAmI(threads.context(), user);
    REQUIRE(on);
    CHECK(on->capabilities.why(Capability::Publish) == CapabilityReason::Offered);
    CHECK(on->capabilities.why(Capability::Images) == CapabilityReason::PublicMediaUrlNeeded);
}

TEST_CASE("instagram through Facebook: the account that hangs on a Page")
{
    Desk desk("instagram");
    desk.account.set("login", "facebook");
    desk.account.nativeId.clear();
    const auto request = desk.connector->buildWhoAmI(desk.context(), {});
    REQUIRE(request);
    CHECK((*request)->url.rfind("https://graph.facebook.com/v25.0/me/accounts", 0) == 0);
    const net::Response answers[] = {answer(200, R"({"data":[{"id":"1","name":"Page"},{"id":"2","name":"Autre","instagram_business_account":{"id":"17841","username":"maisondubreuil"}}]})")};
    const auto me = desk.connector->parseWhoAmI(desk.context(), answers);
    REQUIRE(me);
    CHECK(me->author.nativeId == "17841");
}
