// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include "insight/counter_curve.hpp"

#include <vigie/insight/columns.hpp>
#include <vigie/insight/figure.hpp>
#include <vigie/store/figures.hpp>
#include <vigie/store/members.hpp>

using namespace vigie;
using namespace vigie::insight;
using namespace vigie::store;
using namespace vigie::test;

namespace {

constexpr auto kHour = std::chrono::hours(1);
constexpr std::int32_t kDay = 20514; // 2026-03-02

PostHistory post(std::vector<std::pair<int, double>> readings)
{
    PostHistory out;
    out.publishedAt = kNoon;
    for (const auto &[hours, value] : readings)
        out.steps.push_back({kNoon + kHour * hours, value});
    return out;
}

std::int64_t noteCount(const Figure &figure, insight::Note::Kind kind)
{
    for (const auto &one : figure.notes)
        if (one.kind == kind)
            return one.count;
    return 0;
}

} // namespace

TEST_CASE("between readings it is interpolated, and after the last nothing is said", "[curve]")
{
    const auto one = post({{1, 10}, {3, 30}, {10, 20}});
    const CounterCurve curve(one);
    CHECK(curve.at(kNoon - kHour) == 0.0);
    CHECK(*curve.at(kNoon + std::chrono::minutes(30)) == Approx(5));
    CHECK(*curve.at(kNoon + kHour) == Approx(10));
    CHECK(*curve.at(kNoon + 2 * kHour) == Approx(20));
    CHECK(*curve.at(kNoon + 10 * kHour) == Approx(20)); // some took theirs back
    CHECK_FALSE(curve.at(kNoon + 11 * kHour));
    const auto nothing = post({});
    CHECK_FALSE(CounterCurve(nothing).at(kNoon + kHour));
}

TEST_CASE("half of what it has after a week", "[curve]")
{
    const auto one = post({{2, 40}, {24, 80}, {24 * 7, 100}});
    const auto half = CounterCurve(one).half(std::chrono::hours(24 * 7));
    REQUIRE(half);
    CHECK(std::chrono::duration<double>(*half).count() == Approx(3600 * (2 + 22 * 0.25)));
    const auto young = post({{2, 40}});
    CHECK_FALSE(CounterCurve(young).half(std::chrono::hours(24 * 7)));
    const auto silent = post({{24 * 8, 0}});
    CHECK_FALSE(CounterCurve(silent).half(std::chrono::hours(24 * 7)));
}

TEST_CASE("one late reading says what there is, and not how it came", "[curve]")
{
    const auto late = post({{24 * 30, 100}});
    const CounterCurve curve(late);
    CHECK(curve.at(kNoon + 24 * 30 * kHour) == 100.0);
    CHECK_FALSE(curve.at(kNoon + kHour));
    CHECK_FALSE(curve.at(kNoon + 24 * 29 * kHour));
    CHECK_FALSE(curve.half(std::chrono::hours(24 * 7)));
    const auto gap = post({{1, 10}, {24 * 7, 100}});
    CHECK_FALSE(CounterCurve(gap).half(std::chrono::hours(24 * 7))); // somewhere between an hour and a week
}

TEST_CASE("the pace of our posts, from what was read of them", "[curve][metrics]")
{
    TempStore store;
    AccountId account;
    const auto followers = [&](double count) {
        store.write([&](Tx &tx) -> Result<int> {
            const std::vector<MetricValue> values{{"followers", count, ValueStatus::Ok}};
            VIGIE_CHECK(store::Figures(tx).addAccountMetrics(account, values));
            return 0;
        });
    };
    const auto read = [&](double likes) {
        auto one = item("p", "words", kNoon);
        one.ours = account;
        one.fetchedAt = store.clock.now();
        one.metrics = {{"likes", likes, ValueStatus::Ok}};
        store.write([&](Tx &tx) { return Items(tx).store(std::vector<AnalysedItem>{analysed(one)}); });
    };
    account = store.write([](Tx &tx) {
        Account ours;
        ours.connector = "mastodon";
        ours.instance = "https://social.example";
        ours.nativeId = "us";
        return Accounts(tx).save(ours);
    });
    followers(100);
    store.clock.advance(2 * kHour);
    read(20);
    store.clock.advance(10 * kHour); // midnight
    read(30);
    store.clock.advance(24 * kHour);
    followers(200);
    read(60);
    store.clock.advance(24 * 7 * kHour);
    read(100);
    Columns columns;
    const auto figure = [&](const char *key, const Period &period) { return store.read([&](Tx &tx) { return FigureReader(tx, columns).read(key, {}, period); }); };
    const Period two{kDay, kDay + 2}, all{kDay, kDay + 20};
    CHECK(figure("engagement_rate_daily", two).value == Approx(100 * (30.0 / 100 + 30.0 / 100) / 2)); // the new count of followers is of the next midnight
    CHECK(figure("engagement_rate_daily", two).n == 2);
    CHECK(figure("engagement_first_hour", all).value == Approx(10));
    CHECK(figure("engagement_first_day", all).value == Approx(30 + 30 * 0.5));
    CHECK(figure("engagement_velocity", two).value == Approx(30.0 / 24));
    // Linear between midnight (30) and the next (60): 30 in 24 hours, whatever the window; the readings lie further apart than it.
    CHECK(figure("engagement_velocity_hour", two).value == Approx(30.0 / 24));
    CHECK(figure("engagement_velocity_quarter", two).value == Approx(30.0 / 24));
    CHECK(noteCount(figure("engagement_velocity_hour", two), insight::Note::Kind::Estimated) == 1);
    CHECK(noteCount(figure("engagement_velocity", two), insight::Note::Kind::Estimated) == 0);
    const double week = 60 + 40.0 * (24 * 7 - 36) / (24 * 7);
    CHECK(figure("engagement_half_life", all).value == Approx(3600 * (12 + 24 * (week / 2 - 30) / 30)));
    CHECK_FALSE(figure("engagement_velocity", {kDay - 9, kDay - 2}).value);
}

TEST_CASE("how fast reactions come, over the last minutes, hour and day", "[curve][metrics]")
{
    TempStore store; // noon in UTC
    const auto account = store.write([](Tx &tx) {
        Account ours;
        ours.connector = "mastodon";
        ours.instance = "https://social.example";
        ours.nativeId = "us";
        return Accounts(tx).save(ours);
    });
    const auto publish = [&](const char *id, Instant at, std::vector<std::pair<int, double>> minutes) {
        for (const auto &[after, likes] : minutes) {
            auto one = item(id, "words", at);
            one.ours = account;
            one.fetchedAt = at + std::chrono::minutes(after);
            one.metrics = {{"likes", likes, ValueStatus::Ok}};
            store.clock.set(std::max(store.clock.now(), one.fetchedAt));
            store.write([&](Tx &tx) { return Items(tx).store(std::vector<AnalysedItem>{analysed(one)}); });
        }
    };
    Columns columns;
    const auto figure = [&](const char *key) { return store.read([&](Tx &tx) { return FigureReader(tx, columns).read(key, {}, {kDay, kDay + 1}); }); };
    SECTION("readings on both sides: interpolated between them, of several posts one sum")
    {
        publish("a", kNoon - 2 * kHour, {{30, 6}, {90, 18}, {120, 30}}); // 12 in the last half hour: 6 in 15 min, 12 an hour before that: 18 - 12 of 10:30 to 11:30
        publish("b", kNoon - 3 * kHour, {{100, 40}, {180, 20}});         // 20 taken back in 80 min
        store.clock.set(kNoon);
        CHECK(figure("engagement_velocity_quarter").value == Approx(4 * (30 - 24 - 20.0 * 15 / 80)));
        CHECK(figure("engagement_velocity_hour").value == Approx((30 - 12) - 20.0 * 60 / 80));
        CHECK(figure("engagement_velocity").value == Approx((30 + 20) / 24.0)); // both are younger than a day
        CHECK(figure("engagement_velocity_hour").n == 2);
        CHECK(noteCount(figure("engagement_velocity_quarter"), insight::Note::Kind::Estimated) == 2);
    }
    SECTION("a fall is a fall")
    {
        publish("b", kNoon - 3 * kHour, {{100, 40}, {180, 20}});
        store.clock.set(kNoon);
        CHECK(figure("engagement_velocity_hour").value == Approx(-20.0 * 60 / 80));
    }
    SECTION("what was read last within the window ends its window; what was read before it is not given, never 0")
    {
        publish("a", kNoon - 2 * kHour, {{60, 10}, {112, 36}}); // at 11:52, 8 min ago: from 11:37 on 26 x 15 / 52
        store.clock.set(kNoon);
        CHECK(figure("engagement_velocity_quarter").value == Approx(4 * 26.0 * 15 / 52));
        store.clock.set(kNoon + kHour);
        const auto none = figure("engagement_velocity_quarter");
        CHECK_FALSE(none.value);
        CHECK(none.n == 0);
        CHECK(noteCount(none, insight::Note::Kind::NotGiven) == 1);
    }
    SECTION("one late reading says nothing of how it came")
    {
        publish("a", kNoon - 30 * kHour, {{30 * 60, 90}});
        store.clock.set(kNoon);
        CHECK_FALSE(figure("engagement_velocity_hour").value);
    }
}
