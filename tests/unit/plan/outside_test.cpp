// SPDX-License-Identifier: GPL-3.0-or-later
// Links and mentions are asked for once, behind, and only warn.
#include <vigie/plan/outside.hpp>

#include "support/fake_http.hpp"
#include "support/must.hpp"

#include <algorithm>

using namespace vigie;
using namespace vigie::plan;
using What = Finding::What;

namespace {

struct House {
    test::FakeHttp http;
    FakeClock clock{Instant{std::chrono::seconds{1772452800}}};
    std::shared_ptr<net::SecretStore> secrets = net::makeMemorySecretStore();
    net::RateLedger rates;
    connect::Catalogue networks = connect::builtinCatalogue();
    connect::Courier courier{connect::CourierParts{http, *secrets, rates, clock}};
    Outside outside{OutsideParts{http, courier, networks, clock}};

    OutsideQuestion about(const std::string &text, const char *connector = "wordpress")
    {
        Account account;
        account.id = AccountId{1};
        account.connector = connector;
        account.instance = "https://social.example";
        account.nativeId = "1";
        account.handle = "atelier@social.example";
        connect::Credential credential;
        credential.access = Secret("t");
        test::must(secrets->set(account.secretKey(), connect::toSecret(credential)));
        return OutsideQuestion{{{account, text, {}}}};
    }
    std::vector<std::string> told(const OutsideQuestion &question)
    {
        std::vector<std::string> all;
        for (const auto &finding : test::must(outside.look(question, {})).findings) {
            CHECK_FALSE(finding.blocking);
            all.push_back(std::string(toString(finding.what)) + ": " + finding.detail);
        }
        return all;
    }
};

using Told = std::vector<std::string>;

} // namespace

TEST_CASE("a link that leads nowhere is told, and asked again only after a while")
{
    House house;
    house.http.expect(net::Method::Get, "gone.example").reply(404, {}, "");
    CHECK(house.told(house.about("see https://gone.example/a")) == Told{"a link leads nowhere: https://gone.example/a"});
    CHECK(house.told(house.about("see https://gone.example/a")) == Told{"a link leads nowhere: https://gone.example/a"});
    CHECK(house.http.nothingElse());
    house.clock.advance(std::chrono::minutes{11});
    house.http.expect(net::Method::Get, "gone.example").reply(200, {{"Content-Type", "text/html"}}, "<title>Back again</title>");
    const auto answer = test::must(house.outside.look(house.about("see https://gone.example/a"), {}));
    CHECK(answer.findings.empty());
    REQUIRE(answer.links.at("https://gone.example/a").card);
    CHECK(answer.links.at("https://gone.example/a").card->title == "Back again");
}

TEST_CASE("a page that refuses programs is a page, a private address is none")
{
    House house;
    house.http.expect(net::Method::Get, "shop.example").reply(403, {}, "");
    house.http.expect(net::Method::Get, "broken.example").reply(502, {}, "");
    house.http.expect(net::Method::Get, "off.example").failWith(Errc::Network, net::Sent::Nothing);
    house.http.expect(net::Method::Get, "intranet.example").failWith(Errc::PolicyRefused, net::Sent::Nothing);
    CHECK(house.told(house.about("https://shop.example/ https://broken.example/ https://off.example/ https://intranet.example/ http://192.168.1.20/x http://localhost:8080/y"))
          == Told{"a link does not answer: https://broken.example/", "a link does not answer: https://off.example/",
                  "a link leads into a private network: https://intranet.example/", "a link leads into a private network: http://192.168.1.20/x",
                  "a link leads into a private network: http://localhost:8080/y"});
    CHECK(house.http.nothingElse()); // nobody's own machine was asked
}

TEST_CASE("who is mentioned is asked of the network where it can be, else said to be unchecked")
{
    House house;
    house.http.expect(net::Method::Get, "/api/v2/search").json(200, R"({"accounts":[{"acct":"camille"}]})");
    house.http.expect(net::Method::Get, "/api/v2/search").json(200, R"({"accounts":[]})");
    CHECK(house.told(house.about("with @camille@social.example and @nobody@rive.example", "mastodon")) == Told{"nobody of that name: nobody@rive.example"});
    CHECK(house.told(house.about("with @camille@social.example", "mastodon")).empty());
    CHECK(house.http.nothingElse());
    CHECK(house.told(house.about("with @camille")) == Told{"a name was not checked: camille"});
    auto met = house.about("with @camille");
    met.texts.front().known = {"Camille"};
    CHECK(house.told(met).empty());
}

TEST_CASE("a check that is stopped asks no further")
{
    House house;
    std::stop_source stop;
    stop.request_stop();
    const auto answer = house.outside.look(house.about("https://slow.example/ @camille"), stop.get_token());
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code == Errc::Cancelled);
    CHECK(house.http.count() == 0);
}

TEST_CASE("while practising nobody but this machine is asked")
{
    House house;
    Outside practising{OutsideParts{house.http, house.courier, house.networks, house.clock, true}};
    house.http.expect(net::Method::Get, "127.0.0.1").reply(200, {{"Content-Type", "text/html"}}, "<title>Here</title>");
    const auto answer = test::must(practising.look(house.about("https://shop.example/ http://127.0.0.1:8080/x"), {}));
    CHECK(answer.findings.empty());
    CHECK(answer.links.size() == 1);
    CHECK(house.http.nothingElse());
}
