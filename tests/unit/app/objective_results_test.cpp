// SPDX-License-Identifier: GPL-3.0-or-later
// What indicators were worth is kept day by day: while the program runs, after it was closed for days, and under the formula of each day.
#include "support/builders.hpp"
#include "support/must.hpp"
#include "support/saved.hpp"
#include "support/temp_store.hpp"

#include <vigie/app/objective_results.hpp>
#include <vigie/insight/objectives.hpp>
#include <vigie/store/members.hpp>

using namespace vigie;
using namespace vigie::test;
using namespace std::chrono_literals;
using store::Tx;

namespace {

constexpr std::int32_t kToday = 20514; // 2026-03-02, the clock of TempStore

struct Kept {
    Kept()
    {
        store.write([](Tx &tx) { return store::Settings(tx).set("workspace.zone", "Europe/Paris"); });
    }
    IndicatorId add(const char *formula, IndicatorSpan span, std::optional<std::int32_t> due = {}, IndicatorId id = {})
    {
        Indicator one;
        one.id = id;
        one.name = "One";
        one.formula = formula;
        one.span = span;
        one.start = kToday - 3;
        one.due = due;
        return store.write([&](Tx &tx) {
            insight::WorkspaceFigures figures(tx, columns);
            return insight::ObjectiveDesk(tx, figures).save(one);
        }).id;
    }
    int keep() { return must(app::keepObjectiveResults(*store, columns, {})); }
    std::vector<IndicatorResult> of(IndicatorId id)
    {
        return store.read([id](Tx &tx) { return store::Objectives(tx).results(id); });
    }
    void post(Instant at)
    {
        store.write([&](Tx &tx) {
            const std::vector<store::AnalysedItem> batch{analysed(item("p" + std::to_string(++posts), "velora", at))};
            return store::Items(tx).store(batch);
        });
    }
    TempStore store;
    insight::Columns columns;
    int posts = 0;
};

} // namespace

TEST_CASE("each day is kept once, and the days the program was closed are made up for", "[objectives]")
{
    Kept kept;
    const auto week = kept.add("mentions", IndicatorSpan::Week);
    kept.post(kNoon - 24h);
    CHECK(kept.keep() == 1);
    CHECK(kept.keep() == 0);
    auto results = kept.of(week);
    REQUIRE(results.size() == 1);
    CHECK(results[0].fromDay == kToday - 7);
    CHECK(results[0].toDay == kToday);
    CHECK(results[0].value == 1);
    kept.store.clock.advance(5h);
    CHECK(kept.keep() == 0); // the same day
    kept.post(kNoon + 1h);
    kept.store.clock.advance(9 * 24h);
    CHECK(kept.keep() == 9);
    results = kept.of(week);
    REQUIRE(results.size() == 10);
    for (std::size_t i = 0; i < results.size(); ++i)
        CHECK(results[i].toDay == kToday + static_cast<std::int32_t>(i));
    CHECK(results[1].value == 2);  // yesterday's, and that of the day the program was closed on
    CHECK(results[7].value == 1);  // the older one is out of the week
    CHECK(results[9].value == 0);
}

TEST_CASE("a sum is kept until it is due, its last value once", "[objectives]")
{
    Kept kept;
    const auto sum = kept.add("mentions", IndicatorSpan::UntilDue, kToday + 2);
    kept.post(kNoon - 24h);
    CHECK(kept.keep() == 1);
    kept.store.clock.advance(30 * 24h);
    CHECK(kept.keep() == 3); // of the three days until then; from then on it stands
    const auto results = kept.of(sum);
    REQUIRE(results.size() == 4);
    CHECK(results.back().toDay == kToday + 3);
    CHECK(results.back().fromDay == kToday - 3);
    kept.store.clock.advance(24h);
    CHECK(kept.keep() == 0);
}

TEST_CASE("days before a formula was changed are kept under the one of their time", "[objectives]")
{
    Kept kept;
    const auto id = kept.add("mentions", IndicatorSpan::Week);
    kept.post(kNoon - 24h);
    CHECK(kept.keep() == 1);
    kept.store.clock.advance(3 * 24h);
    kept.add("mentions * 10", IndicatorSpan::Week, {}, id); // keeps today's under the old one
    kept.store.clock.advance(2 * 24h);
    CHECK(kept.keep() == 4);
    const auto results = kept.of(id);
    std::vector<std::pair<int, std::int32_t>> seen;
    for (const auto &one : results)
        seen.emplace_back(one.version, one.toDay);
    CHECK(seen == std::vector<std::pair<int, std::int32_t>>{{1, kToday}, {1, kToday + 1}, {1, kToday + 2}, {1, kToday + 3}, {2, kToday + 4}, {2, kToday + 5}});
    CHECK(results.back().value == 10);
}

TEST_CASE("of many missed days not more than three months are made up for, and a stop is obeyed", "[objectives]")
{
    Kept kept;
    const auto id = kept.add("mentions", IndicatorSpan::Week);
    kept.keep();
    kept.store.clock.advance(400 * 24h);
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = app::keepObjectiveResults(*kept.store, kept.columns, stop.get_token());
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == Errc::Cancelled);
    CHECK(kept.of(id).size() == 1);
    CHECK(kept.keep() == 93);
    CHECK(kept.of(id).back().toDay == kToday + 400);
}
