// SPDX-License-Identifier: GPL-3.0-or-later
// Finding a WordPress behind an address, signing in, and what a role may do.
#include "unit/connect/wordpress_support.hpp"

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::connect;
using namespace vigie::connect::wptest;

namespace {

constexpr const char *kIndex = R"({"name":"Atelier &amp; Fils","home":"http://127.0.0.1","namespaces":["oembed/1.0","wp/v2"],"authentication":{"application-passwords":{"endpoints":{"authorization":"x"}}}})";
constexpr const char *kIndexWithout = R"({"name":"Atelier","home":"x","namespaces":["wp/v2"],"authentication":[]})";

net::Response page(const std::string &url, const std::string &link, const std::string &html = "<html><head><title>Atelier &amp; Fils</title></head></html>")
{
    auto response = answer(200, html);
    response.finalUrl = url;
    if (!link.empty())
        response.headers.push_back({"Link", "<" + link + ">; rel=\"https://api.w.org/\""});
    return response;
}

Candidate found(const net::Response &response)
{
    const Desk desk;
    auto candidate = desk.connector->recognise("", response);
    REQUIRE(candidate);
    return *candidate;
}

std::string setting(const Candidate &candidate, const std::string &key)
{
    for (const auto &entry : candidate.settings)
        if (entry.key == key)
            return entry.value;
    return {};
}

Account typed(const std::string &url, const std::string &user = "marie")
{
    Account account;
    account.connector = "wordpress";
    account.settings = {{"url", url}, {"user", user}};
    return account;
}

Result<SignInProgress> signIn(const Account &account, std::vector<net::Response> soFar, AuthKind way = AuthKind::Basic, const char *password = "abcd efgh")
{
    const Desk desk;
    Credential credential;
    if (*password != '\0')
        credential.set("password", Secret(password));
    return desk.connector->signIn({account, credential, way, desk.now}, soFar);
}

} // namespace

TEST_CASE("wordpress site: the interface is found by header, by head and with plain permalinks, and stays on the host that was asked")
{
    const auto plain = found(page("https://blog.example/", "https://blog.example/wp-json/"));
    CHECK(plain.instance == "https://blog.example");
    CHECK(setting(plain, "api") == "https://blog.example/wp-json/");
    CHECK(plain.name == "Atelier & Fils");
    const auto folder = found(page("https://example.org/blog/2026/11/billet/", "https://example.org/blog/wp-json/"));
    CHECK(folder.instance == "https://example.org/blog");
    const auto permalinks = found(page("https://blog.example/?p=4", "https://blog.example/index.php?rest_route=/"));
    CHECK(permalinks.instance == "https://blog.example");
    CHECK(setting(permalinks, "api") == "https://blog.example/index.php?rest_route=/");
    CHECK(found(page("https://blog.example/", "", "<head><link rel='https://api.w.org/' href='/wp-json/'></head>")).instance == "https://blog.example");
    // Behind a proxy that WordPress does not know of, and from a site that would like the password elsewhere.
    CHECK(setting(found(page("https://127.0.0.1:8443/", "http://127.0.0.1/wp-json/")), "api") == "https://127.0.0.1:8443/wp-json/");
    CHECK(setting(found(page("https://blog.example/", "https://evil.example/wp-json/")), "api") == "https://blog.example/wp-json/");
    const Desk desk;
    CHECK_FALSE(desk.connector->recognise("", page("https://blog.example/", "", "<head><title>Mon blog WordPress</title></head>")));
}

TEST_CASE("wordpress site: what is typed leads to the site, handles do not")
{
    const Desk desk;
    const auto probed = [&](const char *text) {
        const auto request = desk.connector->probe(text);
        return request ? request->url : std::string("-");
    };
    CHECK(probed("blog.example") == "https://blog.example/");
    CHECK(probed("https://example.org/blog/wp-admin/profile.php?x=1") == "https://example.org/blog/");
    CHECK(probed("http://127.0.0.1:8081") == "http://127.0.0.1:8081/");
    CHECK(probed("@marie@social.example") == "-");
    CHECK(desk.connector->guess("https://blog.example/wp-json/"));
    CHECK_FALSE(desk.connector->guess("https://blog.example/"));
}

TEST_CASE("wordpress sign-in: looks for the interface, then keeps site, interface and password")
{
    const auto account = typed("blog.example");
    auto progress = signIn(account, {}).value();
    CHECK(std::get<net::Request>(progress).url == "https://blog.example/");
    CHECK(std::get<net::Request>(progress).secretHeaders.empty());
    const auto home = page("https://blog.example/", "https://blog.example/wp-json/");
    progress = signIn(account, {home}).value();
    CHECK(std::get<net::Request>(progress).url.rfind("https://blog.example/wp-json/?_fields=", 0) == 0);
    progress = signIn(account, {home, answer(200, kIndex)}).value();
    const auto &done = std::get<SignedIn>(progress);
    CHECK(done.instance == "https://blog.example");
    CHECK(done.credential.access.reveal() == "abcd efgh");
    REQUIRE(done.settings.size() == 2);
    CHECK(done.settings[1].value == "https://blog.example/wp-json/");

    const auto silent = page("https://blog.example/", "");
    progress = signIn(account, {silent, answer(404, "<html>no</html>")}).value();
    CHECK(std::get<net::Request>(progress).url.rfind("https://blog.example/?rest_route=/", 0) == 0);
    CHECK(signIn(account, {silent, answer(404, ""), answer(200, "{}")}).error().code == Errc::Unsupported);
    CHECK(signIn(account, {page("http://blog.example/", "http://blog.example/wp-json/"), answer(200, kIndex)}).error().code == Errc::PolicyRefused);
    CHECK(signIn(typed("blog.example", ""), {}).error().code == Errc::InvalidInput);
    CHECK(signIn(account, {}, AuthKind::Basic, "").error().code == Errc::InvalidInput);
    const auto reading = signIn(typed("blog.example", ""), {home, answer(200, kIndex)}, AuthKind::None, "").value();
    CHECK(std::get<SignedIn>(reading).credential.access.empty());
    CHECK_FALSE(toSecret(std::get<SignedIn>(reading).credential).empty()); // the secret store takes no empty entry
}

TEST_CASE("wordpress who am I: only the person's own page proves a sign-in")
{
    const Desk desk;
    std::vector<net::Response> answers;
    auto request = desk.connector->buildWhoAmI(desk.context(), answers).value();
    CHECK(request->secretHeaders.empty());
    answers.push_back(answer(200, kIndex));
    request = desk.connector->buildWhoAmI(desk.context(), answers).value();
    REQUIRE(request);
    CHECK(request->url.find("/wp/v2/users/me?") != std::string::npos);
    CHECK(request->url.find("email") == std::string::npos);
    REQUIRE(request->secretHeaders.size() == 1);
    CHECK(request->secretHeaders[0].value.reveal() == "Basic bW9kZXJhdG9yOmFiY2QgRUZHSCAxMjM0"); // moderator:abcd EFGH 1234, by base64(1)
    const auto folder = std::string(VIGIE_TEST_DATA) + "/golden/wordpress/";
    answers.push_back(answer(200, readFile(folder + "me.json")));
    CHECK_FALSE(desk.connector->buildWhoAmI(desk.context(), answers).value());
    const auto who = desk.connector->parseWhoAmI(desk.context(), answers).value();
    CHECK(who.author.nativeId == "2");
    CHECK(who.author.handle == "moderator@blog.example");
    CHECK(who.capabilities.has(Capability::Moderate));
    CHECK(who.capabilities.has(Capability::Publish));
    CHECK(who.capabilities.why(Capability::BanMember) == CapabilityReason::NotOffered);
    answers[1] = answer(200, readFile(folder + "me_reader.json"));
    const auto reader = desk.connector->parseWhoAmI(desk.context(), answers).value();
    CHECK(reader.capabilities.why(Capability::Moderate) == CapabilityReason::AdminNeeded);
    CHECK(reader.capabilities.why(Capability::Publish) == CapabilityReason::AdminNeeded);
    CHECK(reader.capabilities.has(Capability::Reply));
    answers[1] = refusal(401, "rest_not_logged_in");
    CHECK(desk.connector->parseWhoAmI(desk.context(), answers).error().code == Errc::AuthRevoked);
    answers[0] = answer(200, kIndexWithout);
    CHECK(desk.connector->parseWhoAmI(desk.context(), answers).error().detail.find("switched off") != std::string::npos);
}

TEST_CASE("wordpress who am I: a stranger reads what is public and nothing else")
{
    const Desk desk("");
    const std::vector<net::Response> answers{answer(200, kIndex)};
    CHECK_FALSE(desk.connector->buildWhoAmI(desk.context(), answers).value());
    const auto who = desk.connector->parseWhoAmI(desk.context(), answers).value();
    CHECK(who.author.name == "Atelier & Fils");
    CHECK(who.capabilities.why(Capability::Reply) == CapabilityReason::SignInNeeded);
    CHECK(desk.connector->streams(desk.account).size() == 2);
    CHECK(Desk("moderator").connector->streams(Desk("moderator").account).size() == 4);
    const std::vector<net::Response> other{answer(200, "{\"namespaces\":[]}")};
    CHECK(desk.connector->parseWhoAmI(desk.context(), other).error().code == Errc::Unsupported);
}
