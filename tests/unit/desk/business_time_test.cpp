// SPDX-License-Identifier: GPL-3.0-or-later
// Expectations of the table were worked out minute by minute by tests/data/service/generate.py, without the code under test.
#include <vigie/desk/business_time.hpp>
#include <vigie/desk/holidays.hpp>

#include "support/must.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <map>
#include <sstream>

using namespace vigie;
using namespace vigie::desk;
using vigie::test::must;

namespace {

Instant at(const std::string &text)
{
    return must(parseRfc3339(text));
}

void fill(BusinessCalendar &calendar, std::size_t first, std::size_t last, const DayHours &hours)
{
    for (auto day = first; day <= last; ++day)
        calendar.week[day] = hours;
}

BusinessCalendar made(const std::string &zone, std::size_t lastDay, const DayHours &hours, const std::string &holidays = {})
{
    BusinessCalendar calendar;
    calendar.zone = zone;
    calendar.holidays = holidays;
    fill(calendar, 0, lastDay, hours);
    return calendar;
}

/// The calendars that generate.py names.
std::map<std::string, BusinessCalendar> calendars()
{
    const std::string paris = "Europe/Paris", montreal = "America/Montreal";
    const DayHours nineSix{{540, 1080}}, split{{540, 750}, {840, 1080}}, all{{0, 1440}}, night{{1320, 1800}}, daily{{60, 240}}, odd{{90, 165}, {600, 720}};
    std::map<std::string, BusinessCalendar> out{
        {"fr", made(paris, 4, nineSix, "FR")},      {"fr-split", made(paris, 4, split, "FR")}, {"fr-alsace", made(paris, 4, nineSix, "FR-67")},
        {"fr-plain", made(paris, 4, nineSix)},      {"fr-split-plain", made(paris, 4, split)}, {"fr-always", made(paris, 6, all)},
        {"fr-night", made(paris, 4, night)},        {"fr-daily", made(paris, 6, daily)},       {"fr-odd", made(paris, 6, odd)},
        {"fr-saturday", made(paris, 4, nineSix, "FR")}, {"qc", made(montreal, 4, nineSix, "CA-QC")}, {"qc-always", made(montreal, 6, all)},
        {"qc-night", made(montreal, 4, night)},     {"qc-odd", made(montreal, 6, odd)},        {"ny-plain", made("America/New_York", 4, nineSix)}};
    out["fr-saturday"].week[5] = {{600, 960}};
    return out;
}

std::vector<std::vector<std::string>> table()
{
    std::ifstream file(std::string(VIGIE_TEST_DATA) + "/data/service/business_time.tsv");
    std::vector<std::vector<std::string>> rows;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#')
            continue;
        std::vector<std::string> row;
        std::istringstream cells(line);
        for (std::string cell; std::getline(cells, cell, '\t');)
            row.push_back(cell);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::int32_t day(int year, unsigned month, unsigned dayOfMonth)
{
    const auto date = std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{dayOfMonth};
    return static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count());
}

bool isHoliday(const std::string &region, int year, unsigned month, unsigned dayOfMonth)
{
    for (const auto &one : holidaysOf(region, year))
        if (one.day == day(year, month, dayOfMonth))
            return true;
    return false;
}

} // namespace

TEST_CASE("two hundred instants, each due and open as counted minute by minute", "[service]")
{
    const auto known = calendars();
    const auto rows = table();
    REQUIRE(rows.size() >= 200);
    for (const auto &row : rows) {
        INFO(row[1] << " " << row[2] << " from " << row[3]);
        auto time = must(BusinessTime::of(known.at(row[1])));
        if (row[0] == "open") {
            CHECK(time.between(at(row[3]), at(row[4])).seconds == std::stoll(row[5]));
            continue;
        }
        const auto due = time.after(at(row[3]), std::stoll(row[4]));
        REQUIRE(due);
        CHECK(toRfc3339(*due) == row[5]);
        CHECK(toRfc3339(time.nextOpening(at(row[3])).value_or(Instant{})) == row[6]);
        CHECK(time.between(at(row[3]), at(row[7])).seconds == std::stoll(row[8]));
    }
}

TEST_CASE("asking in any order gives the same answers", "[service]")
{
    const auto calendar = calendars().at("fr-split");
    auto asked = must(BusinessTime::of(calendar));
    const auto rows = table();
    for (auto row = rows.rbegin(); row != rows.rend(); ++row)
        if ((*row)[1] == "fr-split" && (*row)[0] == "due") {
            CHECK(toRfc3339(asked.after(at((*row)[3]), std::stoll((*row)[4])).value_or(Instant{})) == (*row)[5]);
            CHECK(asked.between(at((*row)[3]), at((*row)[7])).seconds == std::stoll((*row)[8]));
        }
}

TEST_CASE("an answer before its question is nothing, and said", "[service]")
{
    const auto calendar = usualCalendar("Europe/Paris");
    CHECK(must(openBetween(calendar, at("2026-09-16T12:00:00Z"), at("2026-09-16T09:00:00Z"))) == OpenDuration{0, true});
    CHECK(must(openBetween(calendar, at("2026-09-16T09:00:00Z"), at("2026-09-16T09:00:00Z"))) == OpenDuration{0, false});
}

TEST_CASE("a calendar that never opens has no due time and does not hang", "[service]")
{
    BusinessCalendar never;
    never.zone = "Europe/Paris";
    CHECK_FALSE(must(afterOpen(never, at("2026-09-16T09:00:00Z"), 60)).has_value());
    CHECK_FALSE(must(nextOpening(never, at("2026-09-16T09:00:00Z"))).has_value());
    CHECK(must(afterOpen(never, at("2026-09-16T09:00:00Z"), 0)).has_value());
}

TEST_CASE("days are added, taken away and halved", "[service]")
{
    auto calendar = usualCalendar("Europe/Paris", "FR");
    const auto open = [&](const char *from, const char *to) { return must(openBetween(calendar, at(from), at(to))).seconds; };
    CHECK(open("2026-07-14T00:00:00Z", "2026-07-15T00:00:00Z") == 0);
    calendar.changes.push_back({0, 7, 14, DayChange::Kind::AsUsual, {}, ""});
    CHECK(open("2026-07-14T00:00:00Z", "2026-07-15T00:00:00Z") == 9 * 3600);
    calendar.changes.push_back({0, 12, 24, DayChange::Kind::Hours, {{540, 720}}, "Christmas Eve"});
    CHECK(open("2026-12-24T00:00:00Z", "2026-12-25T00:00:00Z") == 3 * 3600);
    calendar.changes.push_back({2026, 12, 24, DayChange::Kind::Closed, {}, ""}); // the year that is named counts
    CHECK(open("2026-12-24T00:00:00Z", "2026-12-25T00:00:00Z") == 0);
    CHECK(open("2027-12-24T00:00:00Z", "2027-12-25T00:00:00Z") == 3 * 3600);
    CHECK(dayPlan(calendar, day(2027, 12, 24)).reason == "Christmas Eve");
    CHECK(dayPlan(calendar, day(2026, 5, 25)).reason == "whit_monday");
}

TEST_CASE("a night belongs to the day it begins on", "[service]")
{
    auto calendar = calendars().at("fr-night");
    calendar.holidays = "FR";
    // The night into 14 July is worked, the one that would begin on it is not.
    CHECK(must(openBetween(calendar, at("2026-07-13T20:00:00Z"), at("2026-07-14T12:00:00Z"))).seconds == 8 * 3600);
    CHECK(must(openBetween(calendar, at("2026-07-14T12:00:00Z"), at("2026-07-15T12:00:00Z"))).seconds == 0);
}

TEST_CASE("calendars that make no sense are refused", "[service]")
{
    auto calendar = usualCalendar("Europe/Nowhere");
    CHECK(calendarFault(calendar).has_value());
    calendar = usualCalendar("Europe/Paris", "XX");
    CHECK(calendarFault(calendar).has_value());
    calendar = usualCalendar("Europe/Paris");
    calendar.week[0] = {{600, 600}};
    CHECK(calendarFault(calendar).has_value());
    calendar.week[0] = {{600, 2100}};
    CHECK(calendarFault(calendar).has_value());
    calendar = usualCalendar("Europe/Paris");
    calendar.changes.push_back({2026, 2, 29, DayChange::Kind::Closed, {}, ""});
    CHECK(calendarFault(calendar).has_value());
    calendar.changes.front().year = 0; // 29 February of the years that have one
    CHECK_FALSE(calendarFault(calendar).has_value());
}

TEST_CASE("Easter, as the almanacs have it", "[service]")
{
    CHECK(easterSunday(2024) == day(2024, 3, 31));
    CHECK(easterSunday(2025) == day(2025, 4, 20));
    CHECK(easterSunday(2026) == day(2026, 4, 5));
    CHECK(easterSunday(2038) == day(2038, 4, 25)); // the latest there can be
    CHECK(easterSunday(2285) == day(2285, 3, 22)); // the earliest
}

TEST_CASE("Saint Martin is a holiday only where 11 November is one for another reason", "[service]")
{
    for (const char *region : {"DE", "DE-NW", "DE-BW", "CH", "CH-ZH", "CH-GE", "GB-ENG", "IE", "LU", "CA-ON", "CA-QC"})
        CHECK_FALSE(isHoliday(region, 2026, 11, 11));
    for (const char *region : {"FR", "BE", "US", "CA", "CA-AB"})
        CHECK(isHoliday(region, 2026, 11, 11));
}

TEST_CASE("holidays by rule, as officially published", "[service]")
{
    CHECK(isHoliday("FR-67", 2026, 4, 3));
    CHECK_FALSE(isHoliday("FR", 2026, 4, 3));
    CHECK(isHoliday("CA-QC", 2026, 5, 18));  // the Monday before 25 May
    CHECK(isHoliday("CA-QC", 2029, 6, 25));  // 24 June is a Sunday
    CHECK(isHoliday("CA", 2029, 7, 2));      // 1 July is a Sunday
    CHECK(isHoliday("GB-ENG", 2022, 1, 3));  // 1 January is a Saturday
    CHECK(isHoliday("GB-SCT", 2022, 1, 4));  // 2 January is a Sunday, and the Monday is taken
    CHECK(isHoliday("GB-ENG", 2022, 12, 27));
    CHECK(isHoliday("GB-ENG", 2021, 12, 27));
    CHECK(isHoliday("GB-ENG", 2021, 12, 28));
    CHECK(isHoliday("GB-ENG", 2026, 12, 28)); // Boxing Day is a Saturday
    CHECK(isHoliday("GB-ENG", 2022, 6, 2));
    CHECK_FALSE(isHoliday("GB-ENG", 2022, 5, 30));
    CHECK(isHoliday("GB-SCT", 2026, 8, 3));
    CHECK_FALSE(isHoliday("GB-SCT", 2026, 8, 31));
    CHECK_FALSE(isHoliday("GB-SCT", 2026, 4, 6)); // Easter Monday
    CHECK(isHoliday("GB-NIR", 2026, 7, 13));  // 12 July is a Sunday
    CHECK(isHoliday("US", 2021, 12, 31));     // 1 January 2022 is a Saturday
    CHECK(isHoliday("US", 2026, 7, 3));       // 4 July is a Saturday
    CHECK(isHoliday("US", 2026, 1, 19));
    CHECK(isHoliday("US", 2026, 11, 26));
    CHECK_FALSE(isHoliday("US", 2020, 6, 19));
    CHECK(isHoliday("IE", 2026, 2, 2));
    CHECK(isHoliday("IE", 2030, 2, 1));       // a Friday
    CHECK_FALSE(isHoliday("IE", 2030, 2, 4));
    CHECK_FALSE(isHoliday("IE", 2026, 4, 3));
    CHECK(isHoliday("CH-GE", 2026, 9, 10));
    CHECK(isHoliday("CH-VD", 2026, 9, 21));
    CHECK(isHoliday("CH-GL", 2026, 4, 9));    // the first Thursday is in Holy Week
    CHECK(isHoliday("CH-GL", 2025, 4, 3));
    CHECK(isHoliday("DE-SN", 2026, 11, 18));
    CHECK(isHoliday("DE", 2017, 10, 31));
    CHECK_FALSE(isHoliday("DE", 2018, 10, 31));
    CHECK(isHoliday("BE", 2026, 7, 21));
    CHECK(isHoliday("LU", 2026, 5, 9));
}

TEST_CASE("every region has holidays, each with names in both languages", "[service]")
{
    for (const auto &region : holidayRegions()) {
        INFO(region.code);
        const auto list = holidaysOf(region.code, 2026);
        CHECK(list.size() >= 4);
        for (const auto &one : list) {
            CHECK(std::string(one.english) != one.key);
            CHECK_FALSE(std::string(one.french).empty());
        }
    }
    CHECK(holidaysOf("XX", 2026).empty());
    CHECK(holidayRegion("XX") == nullptr);
}
