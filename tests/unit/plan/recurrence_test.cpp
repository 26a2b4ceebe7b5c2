// SPDX-License-Identifier: GPL-3.0-or-later
// Rules of repetition over ten years and several zones, held to what Python's own calendar says (tests/data/recurrence/make.py).
#include "support/must.hpp"

#include <vigie/base/civil_day.hpp>
#include <vigie/base/digest.hpp>
#include <vigie/plan/recurrence.hpp>

#include <fstream>
#include <random>
#include <set>
#include <sstream>

using namespace vigie;
using namespace vigie::plan;
using test::must;

namespace {

constexpr WallTime kEnd{2036, 1, 1, 0, 0, 0};

struct Expected {
    std::string zone, rule, first, digest;
    std::size_t count = 0;
    std::set<std::string> odd; ///< "wall=kind=instant"
};

std::vector<Expected> expectedCases()
{
    std::ifstream file(VIGIE_TEST_DATA "/data/recurrence/expected.tsv");
    std::vector<Expected> out;
    for (std::string line; std::getline(file, line);) {
        std::istringstream cells(line);
        Expected one;
        std::string count, odd;
        std::getline(cells, one.zone, '\t');
        std::getline(cells, one.rule, '\t');
        std::getline(cells, one.first, '\t');
        std::getline(cells, count, '\t');
        std::getline(cells, one.digest, '\t');
        std::getline(cells, odd, '\t');
        one.count = std::stoul(count);
        std::istringstream list(odd);
        for (std::string entry; std::getline(list, entry, ',');)
            one.odd.insert(entry);
        out.push_back(std::move(one));
    }
    return out;
}

std::string instantAt(const WallTime &wall, const std::string &zone)
{
    return toRfc3339(must(toInstant(wall, zone)).at);
}

} // namespace

TEST_CASE("ten years of recurrence are at the hour on the wall, in every zone", "[recurrence]")
{
    const auto cases = expectedCases();
    REQUIRE(cases.size() == 60);
    for (const auto &one : cases) {
        INFO(one.zone << " " << one.rule << " " << one.first);
        const auto start = must(parseWallTime(one.first));
        const auto walls = must(occurrences(one.rule, start, start, kEnd, 5000));
        CHECK(walls.size() == one.count);
        std::string lines;
        std::set<std::string> odd;
        for (const auto &wall : walls) {
            CHECK((wall.hour == start.hour && wall.minute == start.minute));
            const auto at = must(toInstant(wall, one.zone));
            lines += toRfc3339(at.at) + "\n";
            if (at.kind != ZonedInstant::Kind::Unique)
                odd.insert(toString(wall) + (at.kind == ZonedInstant::Kind::Gap ? "=gap=" : "=double=") + toRfc3339(at.at));
        }
        CHECK(odd == one.odd);
        CHECK(sha256(lines) == one.digest);
    }
}

TEST_CASE("every Tuesday at nine in Paris is nine on both sides of the change of clocks", "[recurrence]")
{
    // Written by hand: Paris is UTC+1 until 29 March 2026 at 01:00 UTC, then UTC+2 until 25 October.
    const WallTime start{2026, 3, 24, 9, 0, 0};
    const auto walls = must(occurrences("FREQ=WEEKLY;BYDAY=TU", start, start, {2026, 4, 8, 0, 0, 0}));
    REQUIRE(walls.size() == 3);
    CHECK(instantAt(walls[0], "Europe/Paris") == "2026-03-24T08:00:00Z");
    CHECK(instantAt(walls[1], "Europe/Paris") == "2026-03-31T07:00:00Z");
    CHECK(instantAt(walls[2], "Europe/Paris") == "2026-04-07T07:00:00Z");
    // New York changed three weeks before, and Sydney goes the other way on 5 April.
    CHECK(instantAt(walls[0], "America/New_York") == "2026-03-24T13:00:00Z");
    CHECK(instantAt(walls[0], "Australia/Sydney") == "2026-03-23T22:00:00Z");
    CHECK(instantAt(walls[2], "Australia/Sydney") == "2026-04-06T23:00:00Z");
}

TEST_CASE("a rule counts from its first occurrence, wherever one looks", "[recurrence]")
{
    const WallTime start{2026, 1, 5, 9, 0, 0};
    const std::string rule = "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,FR";
    const auto all = must(occurrences(rule, start, start, kEnd, 5000));
    std::mt19937 random(20261121);
    std::uniform_int_distribution<int> day(0, 3000), length(1, 120);
    for (int round = 0; round < 200; ++round) {
        const auto from = plusDays(WallTime{2026, 1, 1, 0, 0, 0}, day(random));
        const auto to = plusDays(from, length(random));
        std::vector<WallTime> inside;
        for (const auto &wall : all)
            if (wall >= from && wall < to)
                inside.push_back(wall);
        INFO(toString(from) << " to " << toString(to));
        CHECK(must(occurrences(rule, start, from, to)) == inside);
    }
    CHECK(must(occurrences("FREQ=DAILY;COUNT=10", start, {2026, 1, 12, 0, 0, 0}, kEnd)).size() == 3);
    CHECK(must(occurrences("FREQ=DAILY", start, start, kEnd, 7)).size() == 7);
}

TEST_CASE("what a person chooses comes back from its rule, whatever it is", "[recurrence]")
{
    std::mt19937 random(7);
    const auto number = [&random](int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); };
    for (int round = 0; round < 500; ++round) {
        Repeat repeat;
        repeat.every = static_cast<Repeat::Every>(number(0, 3));
        repeat.interval = number(1, 30);
        if (repeat.every == Repeat::Every::Week)
            for (int day = 1; day <= 7; ++day)
                if (number(0, 2) == 0)
                    repeat.weekdays.push_back(day);
        if (repeat.every == Repeat::Every::Month && number(0, 1) == 1) {
            repeat.weekdays = {number(1, 7)};
            repeat.nth = number(0, 1) == 1 ? -1 : number(1, 4);
        }
        if (const int end = number(0, 2); end == 1)
            repeat.count = number(1, 99);
        else if (end == 2)
            repeat.until = number(20'000, 30'000);
        const auto rule = toRule(repeat);
        INFO(rule);
        CHECK(checkRule(rule));
        const auto back = repeatFrom(rule);
        REQUIRE(back);
        CHECK(*back == repeat);
    }
    CHECK_FALSE(repeatFrom("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH")); // followed, but not a person's choice of the form
    CHECK(checkRule("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"));
}

TEST_CASE("what is not a rule is refused with a reason", "[recurrence]")
{
    for (const auto *bad : {"", "FREQ=HOURLY", "FREQ=SECONDLY;INTERVAL=1", "WEEKLY", "FREQ=WEEKLY;BYDAY=XX", "FREQ=SOMETIMES", "FREQ=DAILY;COUNT=x"}) {
        INFO(bad);
        const auto checked = checkRule(bad);
        REQUIRE_FALSE(checked);
        CHECK(checked.error().code == Errc::InvalidInput);
        CHECK_FALSE(checked.error().detail.empty());
    }
    CHECK_FALSE(checkRule(std::string(5000, ';')));
    // No thirtieth of February: it ends instead of searching for ever.
    CHECK(must(occurrences("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", {2026, 1, 1, 9, 0, 0}, {2026, 1, 1, 0, 0, 0}, kEnd)).empty());
}

TEST_CASE("a rule is moved with its anchor and ended at a day", "[recurrence]")
{
    CHECK(must(shiftedRule("FREQ=WEEKLY;BYDAY=SA,SU", 2)) == "FREQ=WEEKLY;BYDAY=MO,TU");
    CHECK(must(shiftedRule("FREQ=WEEKLY;BYDAY=MO", -1)) == "FREQ=WEEKLY;BYDAY=SU");
    CHECK(must(shiftedRule("FREQ=MONTHLY", 3)) == "FREQ=MONTHLY");
    CHECK_FALSE(shiftedRule("FREQ=MONTHLY;BYDAY=-1FR", 1));
    CHECK(must(shiftedRule("FREQ=MONTHLY;BYDAY=-1FR", 0)) == "FREQ=MONTHLY;BYDAY=-1FR");
    const auto ended = must(endedRule("FREQ=DAILY;COUNT=400", must(parseIsoDay("2026-01-07"))));
    CHECK(must(occurrences(ended, {2026, 1, 5, 9, 0, 0}, {2026, 1, 1, 0, 0, 0}, kEnd)).size() == 3);
}

TEST_CASE("days have numbers, names and an Easter", "[recurrence]")
{
    CHECK(toIsoDay(0) == "1970-01-01");
    CHECK(must(parseIsoDay("2026-11-27")) == civilDay({2026, 11, 27, 23, 59, 0}));
    CHECK(isoWeekday(must(parseIsoDay("2026-11-27"))) == 5);
    CHECK(wallAt(must(parseIsoDay("2028-02-29")), 605) == WallTime{2028, 2, 29, 10, 5, 0});
    CHECK_FALSE(parseIsoDay("2026-02-30"));
    CHECK(toIsoDay(easterDay(2026)) == "2026-04-05");
}
