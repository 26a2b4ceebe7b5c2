// SPDX-License-Identifier: GPL-3.0-or-later
// What a fixture may hold: whatever nobody would compare is refused where it stands. And what answers tell of an allowance.
#include "recipe_support.hpp"

#include <vigie/base/clock.hpp>
#include <vigie/connect/courier.hpp>
#include <vigie/connect/extensions.hpp>
#include <vigie/net/secret_store.hpp>

#include "support/fake_http.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace vigie;
using namespace vigie::connect;
using namespace vigie::connect::test;

namespace {

/// The small recipe, with one fixture of the inbox to spoil.
Json withInbox(Json exchange, Json expect)
{
    auto recipe = Json::parse(withFixtures(smallRecipe()));
    recipe["fixtures"].push_back({{"name", "mine"}, {"operation", "inbox"}, {"exchanges", Json::array({std::move(exchange)})}, {"expect", std::move(expect)}});
    return recipe;
}

const Json kAsked{{"url", "https://server.example/api/posts"}};

std::string firstProblem(const Json &recipe)
{
    const auto loaded = recipe::load(recipe.dump(1));
    return loaded.problems.empty() ? std::string() : loaded.problems.front().text();
}

} // namespace

TEST_CASE("recipes: a slip of the pen in a fixture is refused where it stands", "[recipe][fixture]")
{
    CHECK(firstProblem(withInbox({{"request", kAsked}, {"response", {{"json", Json::array()}}}}, {{"items", Json::array()}, {"more", false}})).empty());
    CHECK(firstProblem(withInbox({{"request", kAsked}, {"response", {{"jsn", 1}}}}, {{"items", Json::array()}})).find("response.jsn: unknown key \"jsn\" (did you mean \"json\"?)") != std::string::npos);
    CHECK(firstProblem(withInbox({{"request", kAsked}, {"response", {{"status", 99}}}}, {{"items", Json::array()}})).find("100 to 599") != std::string::npos);
    CHECK(firstProblem(withInbox({{"request", kAsked}, {"response", {{"json", 1}, {"text", "1"}}}}, {{"items", Json::array()}})).find("not both") != std::string::npos);
    CHECK(firstProblem(withInbox({{"request", kAsked}, {"respnse", 1}}, {{"items", Json::array()}})).find("unknown key \"respnse\"") != std::string::npos);
    CHECK(firstProblem(withInbox({{"request", kAsked}}, {{"itms", Json::array()}})).find("expect.itms: unknown key \"itms\" (did you mean \"items\"?)") != std::string::npos);
    // Known elsewhere, but never looked at after reading a stream, or beside an error.
    CHECK(firstProblem(withInbox({{"request", kAsked}}, {{"gone", Json::array()}})).find("\"gone\" is not looked at here") != std::string::npos);
    CHECK(firstProblem(withInbox({{"request", kAsked}}, {{"error", "not_found"}, {"items", Json::array()}})).find("\"items\" is not looked at here") != std::string::npos);
    CHECK(firstProblem(withInbox({{"request", kAsked}}, {{"told", {{"lmit", 1}}}})).find("did you mean \"limit\"?") != std::string::npos);

    const auto written = "{\n\"fixtures\": [\n {\"name\": \"a\", \"operation\": \"me\",\n  \"expect\": {\"hwo\": 1}}]}";
    const auto said = recipe::load(written).problems;
    const auto found = std::find_if(said.begin(), said.end(), [](const auto &one) { return one.pointer == "/fixtures/0/expect/hwo"; });
    REQUIRE(found != said.end());
    CHECK(found->line == 4);
    CHECK(found->column == 14);
}

TEST_CASE("recipes: what answers tell of the allowance is counted, whatever else they say", "[recipe][rate]")
{
    auto recipe = smallRecipe();
    recipe["rate"]["told"] = Json::parse(R"({"limit": {"header": "X-Daily-Limit"}, "remaining": {"header": "X-Daily-Left"}, "reset": {"header": "X-Daily-Again"}})");
    RecipeDesk desk(recipe);
    INFO(desk.why);
    REQUIRE(desk.connector);
    const auto tell = [&desk](const RecipeDesk &of, std::vector<net::Header> headers) { return extension<TellsLimits>(*of.connector)->toldLimits(RecipeDesk::reply(200, "[]", std::move(headers)), desk.now); };
    const auto told = tell(desk, {{"X-Daily-Limit", "60"}, {"X-Daily-Left", "7"}, {"X-Daily-Again", "90"}});
    CHECK(told.limit == 60);
    CHECK(told.remaining == 7);
    CHECK(told.reset == std::chrono::seconds{90});
    CHECK_FALSE(tell(desk, {{"X-Daily-Left", "many"}}).remaining);
    CHECK_FALSE(tell(RecipeDesk(smallRecipe()), {{"X-Daily-Left", "7"}}).remaining); // nobody said what that is
}

TEST_CASE("Stack Exchange: one quota for all methods, each with its own wait", "[recipe][rate]")
{
    const auto catalogue = builtinCatalogue();
    const auto *site = catalogue.find("stackexchange");
    REQUIRE(site != nullptr);
    Account account;
    account.connector = "stackexchange";
    account.instance = "https://api.stackexchange.com";
    account.set("site", "stackoverflow");
    account.set("keywords", "dubreuil");
    account.set("tags", "bread");
    FakeClock clock{at("2026-11-21T12:00:00Z")};
    vigie::test::FakeHttp http;
    http.expect(net::Method::Get, "search/advanced").always().json(200, R"({"items":[],"has_more":false,"quota_max":300,"quota_remaining":62,"backoff":40})");
    http.expect(net::Method::Get, "/questions").always().json(200, R"({"items":[],"has_more":false,"quota_max":300,"quota_remaining":61})");
    const auto secrets = net::makeMemorySecretStore();
    net::RateLedger rates;
    Courier courier(CourierParts{http, *secrets, rates, clock});
    const auto ask = [&](const std::string &stream, net::RatePriority priority) {
        const FetchSpec spec{stream, Direction::Forward, {}, {}};
        return courier.ask<FetchPage>(*site, account, priority, {}, [&](const Context &context) { return site->buildFetch(context, spec); },
                                      [&](const Context &context, const net::Response &response) { return site->parseFetch(context, spec, response); });
    };
    REQUIRE(ask("listen.keyword:dubreuil", net::RatePriority::Background));
    CHECK(courier.callsLeft(account) == 62);
    CHECK(courier.allowances(site->describe(), account).front().limit == 300); // what the account's page shows
    // The wait is the search's alone ...
    CHECK(ask("listen.keyword:dubreuil", net::RatePriority::User).error().retryAfter == std::chrono::seconds{40});
    REQUIRE(ask("listen.tag:bread", net::RatePriority::Background));
    CHECK(courier.callsLeft(account) == 61);
    // ... and the quota is everybody's: a fifth of it is the person's.
    REQUIRE(ask("listen.tag:bread", net::RatePriority::Background));
    rates.noteHint(account.secretKey(), {300, 59, {}, {}}, clock.now());
    CHECK(ask("listen.tag:bread", net::RatePriority::Background).error().code == Errc::RateLimited);
    CHECK(ask("listen.tag:bread", net::RatePriority::User));
}
