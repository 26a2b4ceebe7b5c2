// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/practice/practice_support.hpp"

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::test;
using practice::Fault;

namespace {

struct Bench {
    FakeClock clock{someNoon()};
    std::unique_ptr<practice::Server> server = startServer(clock, quiet());
    Client client{*server};

    Raw postWith(Fault fault, std::chrono::milliseconds wait = {}, std::size_t most = SIZE_MAX)
    {
        practice::FaultRule rule;
        rule.method = "POST";
        rule.pathPrefix = "/api/v1/statuses";
        rule.fault = fault;
        rule.delay = wait;
        server->faults().add(rule);
        return client.send("POST", "/api/v1/statuses", R"({"status":"une fois"})", "", most);
    }
    std::size_t posts() const { return server->brandPosts().size(); }
};

} // namespace

TEST_CASE("connections are cut where the plan says")
{
    Bench bench;
    const Raw before = bench.postWith(Fault::CutBeforeRequest);
    CHECK(before.bytes.empty());
    CHECK(bench.posts() == 0);
    const Raw after = bench.postWith(Fault::CutAfterRequest);
    CHECK(after.bytes.empty());
    CHECK(after.ended);
    CHECK(bench.posts() == 1);
    const Raw head = bench.postWith(Fault::CutAfterStatus);
    CHECK(head.status == 200);
    CHECK(head.body.empty());
    CHECK(head.promised > 100);
    CHECK(bench.posts() == 2);
    const Raw half = bench.postWith(Fault::TruncatedBody);
    CHECK(half.status == 200);
    CHECK(half.body.size() == half.promised / 2);
    CHECK(half.ended);
    CHECK(bench.posts() == 3);
    const Raw lies = bench.postWith(Fault::LyingLength);
    CHECK(lies.body.size() + 1000 == lies.promised);
    CHECK(lies.json()["id"].is_string());
    CHECK(lies.ended);
    CHECK(bench.posts() == 4);
    CHECK(bench.client.post("sans faute")["id"].is_string());
}

TEST_CASE("answers are spoilt as the plan says")
{
    Bench bench;
    const Raw gateway = bench.postWith(Fault::ErrorAfterSuccess);
    CHECK(gateway.status == 504);
    CHECK(gateway.body.find("<html>") == 0);
    CHECK(bench.posts() == 1);
    CHECK(bench.postWith(Fault::ServerError).status == 500);
    CHECK(bench.postWith(Fault::Unavailable).json()["error"].is_string());
    CHECK(bench.postWith(Fault::Unauthorized).status == 401);
    const Raw garbage = bench.postWith(Fault::Garbage);
    CHECK(garbage.status == 200);
    CHECK(garbage.json().is_discarded());
    CHECK(bench.posts() == 1);
    const auto begun = std::chrono::steady_clock::now();
    CHECK(bench.postWith(Fault::Delay, std::chrono::milliseconds(120)).status == 200);
    CHECK(std::chrono::steady_clock::now() - begun >= std::chrono::milliseconds(120));
    CHECK(bench.posts() == 2);
}

TEST_CASE("limits in every dialect")
{
    Bench bench;
    const auto wait = std::chrono::seconds(90);
    const Raw iso = bench.postWith(Fault::RateIso, wait);
    CHECK(iso.status == 429);
    CHECK(iso.header("X-RateLimit-Reset") == "2026-11-21T11:01:30.000000Z");
    CHECK(iso.header("Retry-After").empty());
    CHECK(bench.postWith(Fault::RateEpoch, wait).header("X-RateLimit-Reset") == std::to_string(toMicros(someNoon()) / 1'000'000 + 90));
    CHECK(bench.postWith(Fault::RateDelta, wait).header("Retry-After") == "90");
    CHECK(bench.postWith(Fault::RateHttpDate, wait).header("Retry-After") == "Sat, 21 Nov 2026 11:01:30 GMT");
    const Raw silent = bench.postWith(Fault::RateSilent);
    CHECK(silent.status == 429);
    CHECK(silent.head.find("RateLimit") == std::string::npos);
    CHECK(bench.posts() == 0);
}

TEST_CASE("huge, double and shuffled pages; a forgotten key")
{
    Bench bench;
    const Raw huge = bench.postWith(Fault::HugeBody, {}, 4U << 20);
    CHECK(huge.promised == std::size_t{100} << 20);
    CHECK(huge.body.size() >= (3U << 20));
    CHECK(huge.body.substr(0, 2) == "[{");
    for (int i = 0; i < 4; ++i) {
        bench.clock.advance(std::chrono::seconds(1));
        bench.server->memberPosts("lea@salon.test", "#essai " + std::to_string(i));
    }
    const auto page = [&](Fault fault) {
        practice::FaultRule rule;
        rule.pathPrefix = "/api/v1/timelines";
        rule.fault = fault;
        bench.server->faults().add(rule);
        std::vector<std::string> ids;
        for (const Json &one : bench.client.get("/api/v1/timelines/tag/essai").json())
            ids.push_back(one["id"]);
        return ids;
    };
    const auto straight = page(Fault::None);
    REQUIRE(straight.size() == 4);
    const auto twice = page(Fault::Duplicate);
    CHECK(twice.size() == 8);
    CHECK(twice[0] == twice[1]);
    auto shuffled = page(Fault::Reorder);
    CHECK(shuffled != straight);
    CHECK(std::is_permutation(shuffled.begin(), shuffled.end(), straight.begin()));

    const std::string key = "Idempotency-Key: k\r\n";
    const std::string first = bench.client.post("texte", key)["id"];
    practice::FaultRule forgets;
    forgets.method = "POST";
    forgets.fault = Fault::IgnoresKey;
    bench.server->faults().add(forgets);
    CHECK(bench.client.post("texte", key)["id"] != first);
}

TEST_CASE("rules are used up in order, after those they let pass")
{
    practice::FaultPlan plan;
    practice::FaultRule rule;
    rule.method = "GET";
    rule.pathPrefix = "/a";
    rule.skip = 1;
    rule.times = 2;
    rule.fault = Fault::ServerError;
    plan.add(rule);
    std::chrono::milliseconds wait{0};
    CHECK(plan.take("POST", "/a", &wait) == Fault::None);
    CHECK(plan.take("GET", "/b", &wait) == Fault::None);
    CHECK(plan.take("GET", "/ab", &wait) == Fault::None);
    CHECK(plan.take("GET", "/a", &wait) == Fault::ServerError);
    CHECK(plan.take("GET", "/a", &wait) == Fault::ServerError);
    CHECK(plan.take("GET", "/a", &wait) == Fault::None);
}
