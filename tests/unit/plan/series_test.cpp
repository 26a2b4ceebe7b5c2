// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan_fixture.hpp"

#include <vigie/base/civil_day.hpp>
#include <vigie/plan/calendar_log.hpp>
#include <vigie/plan/occurrences.hpp>
#include <vigie/plan/series.hpp>
#include <vigie/store/post_queues.hpp>

#include <map>
#include <set>

using namespace vigie;
using namespace vigie::plan;
using namespace std::chrono_literals;

namespace {

struct Repeating : test::PlanFixture {
    /// Tuesday 3 March 2026 at nine in Paris; the clock stands at Monday noon.
    PlanId first = add(draft("Question of the week", WallTime{2026, 3, 3, 9, 0, 0}));
    SeriesId series;

    explicit Repeating(const std::string &rule = "FREQ=WEEKLY;BYDAY=TU", bool planned = false)
    {
        series = store.write([&](store::Tx &tx) { return SeriesDesk(tx, networks).begin(first, rule, planned); });
    }
    std::vector<PlanItem> posts(SeriesId id)
    {
        return store.read([&](store::Tx &tx) { return store::PostSeriesRows(tx).posts(id); });
    }
    std::vector<PlanItem> posts() { return posts(series); }
    int make(Instant until)
    {
        return store.write([&](store::Tx &tx) { return SeriesDesk(tx, networks).make(until); });
    }
    store::CalendarStepId change(const SeriesEdit &edit)
    {
        return store.write([&](store::Tx &tx) { return SeriesDesk(tx, networks).change(edit); });
    }
    UndoReport undo()
    {
        return store.write([&](store::Tx &tx) { return undoStep(tx, networks); });
    }
};

} // namespace

TEST_CASE("a post that repeats brings drafts ahead, at its hour on both sides of the change of clocks", "[plan][series]")
{
    Repeating f;
    const auto posts = f.posts();
    REQUIRE(posts.size() == 9); // 3 March to 28 April: 60 days from the second
    CHECK(posts.front().id == f.first);
    for (const auto &one : posts) {
        CHECK(one.wall->hour == 9);
        CHECK_FALSE(one.approved);
        CHECK(one.seriesDay == toIsoDay(civilDay(*one.wall)));
    }
    CHECK(toRfc3339(posts[3].due) == "2026-03-24T08:00:00Z");
    CHECK(toRfc3339(posts[4].due) == "2026-03-31T07:00:00Z");
}

TEST_CASE("an occurrence is made once, and one that was deleted stays away", "[plan][series]")
{
    Repeating f;
    const auto horizon = f.store.clock.now() + kSeriesAhead;
    CHECK(f.make(horizon) == 0);
    const auto third = f.posts()[2].id;
    f.store.write([&](store::Tx &tx) { return Planner(tx, f.networks).remove(third); });
    CHECK(f.make(horizon) == 0);
    CHECK(f.posts().size() == 8);
    CHECK(f.make(horizon + 8 * 24h) == 1); // the next one is
    CHECK(f.make(horizon + 8 * 24h) == 0);
}

TEST_CASE("a computer that was off makes no burst of old posts, and a failed one stops nothing", "[plan][series]")
{
    Repeating f("FREQ=WEEKLY;BYDAY=TU", true);
    auto posts = f.posts();
    CHECK(posts[1].approved); // planned as they are made
    CHECK(posts[1].variants.front().state == OutboundState::Planned);
    f.becomes(posts[1].id, OutboundState::Failed);
    f.store.clock.advance(200 * 24h); // all that was made is past
    const auto before = f.posts().size();
    CHECK(f.make(f.store.clock.now() + 28 * 24h) == 4);
    posts = f.posts();
    CHECK(posts.size() == before + 4);
    for (std::size_t i = before; i < posts.size(); ++i) {
        CHECK(posts[i].due > f.store.clock.now());
        CHECK(isoWeekday(civilDay(*posts[i].wall)) == 2); // still counted from its plan
    }
}

TEST_CASE("ten years are simulated week by week: each Tuesday once, none early, none twice", "[plan][series]")
{
    Repeating f;
    std::map<std::string, int> made;
    for (int week = 0; week < 522; ++week) {
        f.make(f.store.clock.now() + 14 * 24h);
        f.store.clock.advance(7 * 24h);
    }
    for (const auto &post : f.posts()) {
        ++made[post.seriesDay];
        CHECK(isoWeekday(civilDay(*post.wall)) == 2);
        const auto wall = test::must(toWall(post.due, "Europe/Paris"));
        CHECK((wall.hour == 9 && wall.minute == 0));
    }
    CHECK(made.size() >= 522);
    for (const auto &[day, count] : made)
        CHECK(count == 1);
}

TEST_CASE("one occurrence is edited alone, and keeps its words when all are edited", "[plan][series]")
{
    Repeating f;
    auto third = f.posts()[2];
    third.text = "Special question";
    f.change({third, SeriesScope::This, {}, {}});
    auto second = f.posts()[1];
    second.text = "Another question";
    second.wall->hour = 18;
    f.change({second, SeriesScope::All, {}, {}});
    const auto moved = f.get(second.id).series;
    CHECK(moved != f.series);
    const auto posts = f.posts(moved);
    REQUIRE(posts.size() == 9);
    for (const auto &one : posts) {
        CHECK(one.text == (one.id == third.id ? "Special question" : "Another question"));
        CHECK(one.wall->hour == 18);
    }
    CHECK(f.posts().empty());
}

TEST_CASE("this and the following: the past stays, days move, deleted days stay away, and all of it is taken back", "[plan][series]")
{
    Repeating f;
    const auto before = f.posts();
    f.store.write([&](store::Tx &tx) { return Planner(tx, f.networks).remove(before[6].id); });
    auto fourth = before[3];
    fourth.text = "From here on Wednesday";
    fourth.wall = WallTime{2026, 3, 25, 10, 30, 0};
    f.change({fourth, SeriesScope::Following, {}, {}});
    CHECK(f.posts().size() == 3);
    const auto next = f.posts(f.get(fourth.id).series);
    REQUIRE(next.size() == 5);
    for (const auto &one : next) {
        CHECK(isoWeekday(civilDay(*one.wall)) == 3);
        CHECK(one.wall->hour == 10);
        CHECK(one.text == "From here on Wednesday");
        CHECK(one.seriesDay != "2026-04-15"); // the deleted fourteenth, one day on
    }
    CHECK(f.make(f.store.clock.now() + kSeriesAhead) == 0);
    const auto report = f.undo();
    CHECK(report.left == 0);
    CHECK(f.posts().size() == 8);
    CHECK(f.get(before[4].id).text == "Question of the week");
    CHECK(f.get(before[4].id).wall == before[4].wall);
    CHECK(f.make(f.store.clock.now() + kSeriesAhead) == 0); // the chain goes on where it was
    CHECK(f.make(f.store.clock.now() + kSeriesAhead + 7 * 24h) == 1);
}

TEST_CASE("another rule from here on takes away what it does not name and brings what it names", "[plan][series]")
{
    Repeating f;
    const auto second = f.posts()[1];
    SeriesEdit edit{second, SeriesScope::Following, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR", {}};
    f.change(edit);
    std::set<std::string> days;
    for (const auto &one : f.posts(f.get(second.id).series))
        days.insert(one.seriesDay);
    CHECK(days == std::set<std::string>{"2026-03-10", "2026-03-13", "2026-03-24", "2026-03-27", "2026-04-07", "2026-04-10", "2026-04-21", "2026-04-24"});
}

TEST_CASE("what was sent is neither changed nor taken away", "[plan][series]")
{
    Repeating f("FREQ=WEEKLY;BYDAY=TU", true);
    f.store.write([&](store::Tx &tx) { return Planner(tx, f.networks).approve(f.first); });
    f.becomes(f.first, OutboundState::Sent);
    auto third = f.posts()[2];
    third.text = "New words";
    f.change({third, SeriesScope::All, {}, {}});
    CHECK(f.get(f.first).text == "Question of the week");
    CHECK(f.get(f.first).series == f.series);
    const auto changed = f.posts(f.get(third.id).series);
    CHECK(changed.size() == 8);
    CHECK(changed[0].approved); // what was planned stays planned, with the new words
    f.store.write([&](store::Tx &tx) { return SeriesDesk(tx, f.networks).remove(third.id, SeriesScope::All); });
    CHECK(f.posts(f.get(third.id).series).empty());
    CHECK(f.get(f.first).variants.front().state == OutboundState::Sent);
    CHECK(f.make(f.store.clock.now() + 400 * 24h) == 0);
    CHECK(f.undo().restored > 0);
}

TEST_CASE("a number of times counts those before the cut", "[plan][series]")
{
    Repeating f("FREQ=WEEKLY;BYDAY=TU;COUNT=6");
    REQUIRE(f.posts().size() == 6);
    auto third = f.posts()[2];
    third.text = "Rest";
    f.change({third, SeriesScope::Following, {}, {}});
    f.make(f.store.clock.now() + 400 * 24h);
    CHECK(f.posts().size() == 2);
    CHECK(f.posts(f.get(third.id).series).size() == 4);
}

TEST_CASE("one day of a series is left out before a post is made of it, brought back, and both are taken back", "[plan][series]")
{
    using What = Occurrence::What;
    Repeating f;
    const auto days = [&] { return f.store.read([&](store::Tx &tx) { return Occurrences(tx, f.networks).next(f.series, 12); }); };
    const auto skip = [&](const std::string &day) { return f.store.write([&](store::Tx &tx) { return Occurrences(tx, f.networks).skip(f.series, day); }); };
    const auto bring = [&](const std::string &day) { return f.store.write([&](store::Tx &tx) { return Occurrences(tx, f.networks).bringBack(f.series, day); }); };
    const auto later = f.store.clock.now() + kSeriesAhead + 30 * 24h;
    REQUIRE(days().size() == 12);
    CHECK(days()[8].what == What::Made);
    CHECK(days()[9].what == What::ToCome);
    CHECK(days()[9].wall == WallTime{2026, 5, 5, 9, 0, 0});
    CHECK_FALSE(days()[9].post);

    skip("2026-05-05");
    CHECK(days()[9].what == What::Skipped);
    CHECK(f.undo().restored == 1);
    CHECK(days()[9].what == What::ToCome);
    skip("2026-05-05");
    CHECK(f.make(later) == 3); // 12, 19 and 26 May
    for (const auto &one : f.posts())
        CHECK(one.seriesDay != "2026-05-05");
    bring("2026-05-05"); // the fifth is beyond the sixty days: a post is made of it when somebody looks so far
    CHECK(days()[9].what == What::ToCome);
    CHECK(f.make(later) == 1);
    CHECK(days()[9].what == What::Made);
}

TEST_CASE("leaving out a day takes its post away, and taking that back brings the post with its words and its day", "[plan][series]")
{
    using What = Occurrence::What;
    Repeating f;
    auto third = f.posts()[2];
    third.text = "Words of its own";
    f.change({third, SeriesScope::This, {}, {}});
    const auto what = [&] { return f.store.read([&](store::Tx &tx) { return Occurrences(tx, f.networks).next(f.series, 3); })[2]; };
    f.store.write([&](store::Tx &tx) { return Occurrences(tx, f.networks).skip(f.series, third.seriesDay); });
    CHECK(what().what == What::Skipped);
    CHECK(f.posts().size() == 8);
    CHECK(f.make(f.store.clock.now() + kSeriesAhead) == 0);
    CHECK(f.undo().left == 0);
    REQUIRE(what().what == What::Made);
    CHECK(f.get(what().post).text == "Words of its own");
    CHECK(f.make(f.store.clock.now() + kSeriesAhead) == 0); // and only once

    // Deleted by its key is left out as well, and is brought back as the series says it.
    const auto again = what().post;
    f.store.write([&](store::Tx &tx) { return SeriesDesk(tx, f.networks).remove(again, SeriesScope::This); });
    CHECK(what().what == What::Skipped);
    f.store.write([&](store::Tx &tx) { return Occurrences(tx, f.networks).bringBack(f.series, third.seriesDay); });
    REQUIRE(what().what == What::Made);
    CHECK(f.get(what().post).text == "Question of the week");
    CHECK(f.posts().size() == 9);
    CHECK(f.undo().left == 0);
    CHECK(what().what == What::Skipped);
}

TEST_CASE("a day that the rule does not name, or whose post was sent, is not left out", "[plan][series]")
{
    Repeating f;
    CHECK(f.store->writeNow<store::CalendarStepId>([&](store::Tx &tx) { return Occurrences(tx, f.networks).skip(f.series, "2026-03-04"); }).error().code == Errc::InvalidInput);
    CHECK(f.store->writeNow<store::CalendarStepId>([&](store::Tx &tx) { return Occurrences(tx, f.networks).bringBack(f.series, "2026-03-10"); }).error().code == Errc::Conflict);
    const auto second = f.posts()[1];
    f.store.write([&](store::Tx &tx) { return Planner(tx, f.networks).approve(second.id); });
    f.becomes(second.id, OutboundState::Sent);
    CHECK(f.store->writeNow<store::CalendarStepId>([&](store::Tx &tx) { return Occurrences(tx, f.networks).skip(f.series, second.seriesDay); }).error().code == Errc::Conflict);
}
