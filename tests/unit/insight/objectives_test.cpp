// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/formula_fake.hpp"
#include "support/temp_store.hpp"

#include <vigie/insight/objectives.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/queries.hpp>

using namespace vigie;
using namespace vigie::insight;
using namespace vigie::test;
using store::Tx;

namespace {

constexpr std::int32_t kToday = 20514; // 2026-03-02, the clock of TempStore

PathQuestion question(double value, std::optional<Interval> interval = {})
{
    return {value, interval, 100.0, 0.0, IndicatorDirection::AtLeast, 10, 20, 29, false}; // half of the way: 50
}

struct Goals {
    Goals()
    {
        store.write([](Tx &tx) { return store::Settings(tx).set("workspace.zone", "Europe/Paris"); });
        brand = store.write([](Tx &tx) {
            SavedQuery query;
            query.name = "Brand";
            query.source = "atelier";
            query.role = QueryRole::Brand;
            return store::Queries(tx).save(query);
        });
    }
    IndicatorId add(Indicator one)
    {
        one.name = "One";
        return store.write([&](Tx &tx) { return ObjectiveDesk(tx, figures).save(one); }).id;
    }
    IndicatorStanding standing(IndicatorId id)
    {
        return store.read([&](Tx &tx) { return ObjectiveReader(tx, figures).standing(id); });
    }
    TempStore store;
    QueryId brand;
    std::vector<Period> asked;
    std::vector<QueryId> queries;
    /// One mention a day of the brand since day 20000; net sentiment 20.
    FakeFigures figures{[this](const std::string &key, const FigureScope &scope, const Period &period) {
        asked.push_back(period);
        queries.push_back(scope.query);
        return figureOf(key == "mentions" ? std::optional<double>(std::max(0, period.toDay - std::max(period.fromDay, 20000))) : key == "net_sentiment" ? std::optional<double>(20) : std::nullopt);
    }};
};

} // namespace

TEST_CASE("The state follows the path, the interval and the due day", "[objectives]")
{
    CHECK(judge(question(100)).state == ObjectiveState::Reached);
    CHECK(judge(question(50)).state == ObjectiveState::OnTrack);
    CHECK(*judge(question(50)).expected == 50);
    CHECK(judge(question(41)).state == ObjectiveState::AtRisk); // short by less than a tenth of the way
    CHECK(judge(question(39)).state == ObjectiveState::Late);
    CHECK(judge(question(39, Interval{20, 55})).state == ObjectiveState::AtRisk); // the path is inside
    CHECK(judge(question(45, Interval{42, 49})).state == ObjectiveState::Late);
    auto over = question(99);
    over.today = 30;
    CHECK(judge(over).state == ObjectiveState::Late);
    over.today = 29; // the due day itself
    CHECK(judge(over).state == ObjectiveState::OnTrack);
    auto nothing = question(0);
    nothing.value.reset();
    CHECK(judge(nothing).state == ObjectiveState::NoData);
    auto watched = question(5);
    watched.target.reset();
    CHECK(judge(watched).state == ObjectiveState::Watched);

    auto down = question(60, Interval{30, 80});
    down.direction = IndicatorDirection::AtMost;
    down.startValue = 100;
    down.target = 0;
    CHECK(judge(down).state == ObjectiveState::AtRisk);
    down.value = 40;
    CHECK(judge(down).state == ObjectiveState::OnTrack);
    // At most ten until due: nothing is reached before the end, and eleven are too many at once.
    PathQuestion few{2.0, {}, 10.0, 0.0, IndicatorDirection::AtMost, 10, 20, 29, true};
    CHECK(judge(few).state == ObjectiveState::OnTrack);
    few.value = 11;
    CHECK(judge(few).state == ObjectiveState::Late);
    few.value = 10;
    few.today = 30;
    CHECK(judge(few).state == ObjectiveState::Reached);
    // Without a due day the path stays where it began.
    auto open = question(1);
    open.due.reset();
    CHECK(*judge(open).expected == 0);
    CHECK(judge(open).state == ObjectiveState::OnTrack);
    CHECK(worst({ObjectiveState::Reached, ObjectiveState::AtRisk, ObjectiveState::NoData}) == ObjectiveState::AtRisk);
    CHECK(worst({}) == ObjectiveState::NoData);
}

TEST_CASE("Values are of whole days before today, sums of all since the start", "[objectives]")
{
    Indicator one;
    one.start = 20500;
    one.span = IndicatorSpan::Week;
    CHECK(*periodAt(one, {}, kToday) == Period{kToday - 7, kToday});
    one.span = IndicatorSpan::Month;
    CHECK(periodAt(one, {}, kToday)->length() == 28);
    one.span = IndicatorSpan::Since;
    CHECK(*periodAt(one, 20510, kToday) == Period{20500, kToday + 1});
    one.span = IndicatorSpan::UntilDue;
    CHECK(*periodAt(one, 20510, kToday) == Period{20500, 20511});
    CHECK(!periodAt(one, 20510, 20499));
}

TEST_CASE("An indicator stands by its formula, its query and the due day above it", "[objectives]")
{
    Goals goals;
    const auto parent = goals.store.write([](Tx &tx) {
        Objective one;
        one.name = "Fame";
        one.due = kToday + 10;
        return store::Objectives(tx).save(one);
    });
    Indicator one;
    one.objective = parent;
    one.formula = " mentions+0*mentions ";
    one.span = IndicatorSpan::Since;
    one.start = kToday - 9;
    one.target = 20;
    const auto id = goals.add(one);
    const auto standing = goals.standing(id);
    CHECK(standing.indicator.formula == "mentions + 0 * mentions");
    CHECK(standing.due == kToday + 10);
    CHECK(*standing.value.value == 10);
    CHECK(standing.path.startValue == 0.0); // sums begin with nothing
    CHECK(standing.answer.state == ObjectiveState::OnTrack);
    CHECK(goals.queries.front() == goals.brand);
    CHECK(!standing.isCuriosity());

    Indicator tone;
    tone.formula = "net_sentiment";
    tone.span = IndicatorSpan::Week;
    tone.start = kToday - 20;
    tone.target = 30;
    const auto other = goals.standing(goals.add(tone));
    CHECK(other.isCuriosity());
    CHECK(other.path.startValue == 20.0); // the week before its start
    const auto tree = goals.store.read([&](Tx &tx) { return ObjectiveReader(tx, goals.figures).tree(); });
    REQUIRE(tree.objectives.size() == 1);
    CHECK(tree.objectives.front().state == ObjectiveState::OnTrack);
    CHECK(tree.curiosities.size() == 1);
    CHECK(tree.today == kToday);
}

TEST_CASE("A formula that is changed leaves its last value under the old version", "[objectives]")
{
    Goals goals;
    Indicator one;
    one.formula = "mentions";
    one.span = IndicatorSpan::Week;
    one.start = kToday - 28;
    const auto id = goals.add(one);
    auto changed = goals.standing(id).indicator;
    changed.formula = "per_day(mentions)";
    CHECK(goals.store.write([&](Tx &tx) { return ObjectiveDesk(tx, goals.figures).save(changed); }).id == id);
    const auto curve = goals.store.read([&](Tx &tx) { return ObjectiveReader(tx, goals.figures).curve(id); });
    CHECK(curve.standing.indicator.version == 2);
    REQUIRE(curve.versions.size() == 2);
    REQUIRE(curve.earlier.size() == 1);
    CHECK(curve.earlier.front().version == 1);
    CHECK(curve.earlier.front().kept);
    CHECK(*curve.earlier.front().value == 7);
    CHECK(curve.earlier.front().day == kToday);
    REQUIRE(curve.points.size() == 29);
    CHECK(*curve.points.back().value == 1);
    CHECK(curve.points.back().day == kToday);
    changed.formula = "mentions + ";
    const auto wrong = goals.store->writeNow<SavedIndicator>([&](Tx &tx) { return ObjectiveDesk(tx, goals.figures).save(changed); });
    REQUIRE(!wrong);
    CHECK(wrong.error().code == Errc::InvalidInput);
    CHECK(wrong.error().position == 10u);
    CHECK(goals.standing(id).indicator.formula == "per_day(mentions)");
}

TEST_CASE("A formula whose query was renamed says so and is worth nothing", "[objectives]")
{
    Goals goals;
    Indicator one;
    one.formula = "mentions[query=\"Brand\"]";
    const auto id = goals.add(one);
    goals.store.write([&](Tx &tx) -> Result<void> {
        VIGIE_TRY(auto query, store::Queries(tx).get(goals.brand));
        query.name = "Us";
        VIGIE_CHECK(store::Queries(tx).save(query));
        return {};
    });
    const auto standing = goals.standing(id);
    REQUIRE(standing.wrong);
    CHECK(standing.wrong->fault == FormulaFault::UnknownFilterValue);
    CHECK(standing.answer.state == ObjectiveState::NoData);
}
