// SPDX-License-Identifier: GPL-3.0-or-later
// Dates taken from what was published, not from the rules.
#include "support/must.hpp"

#include <vigie/base/civil_day.hpp>
#include <vigie/plan/marronniers.hpp>

#include <algorithm>
#include <map>

using namespace vigie;
using plan::marronniersBetween;

namespace {

std::string dayOf(const char *country, int year, const std::string &key)
{
    std::string found;
    for (const auto &one : marronniersBetween(country, civilDay({year, 1, 1, 0, 0, 0}), civilDay({year + 1, 1, 1, 0, 0, 0})))
        if (one.key == key)
            found += (found.empty() ? "" : " ") + toIsoDay(one.day);
    return found;
}

} // namespace

TEST_CASE("the days of the year stand where they were published", "[marronniers]")
{
    CHECK(dayOf("FR", 2025, "black_friday") == "2025-11-28");
    CHECK(dayOf("FR", 2026, "black_friday") == "2026-11-27");
    CHECK(dayOf("US", 2026, "cyber_monday") == "2026-11-30");
    CHECK(dayOf("US", 2024, "cyber_monday") == "2024-12-02");
    // France: the second Wednesday of January, the first when that is after the 12th; the last of June, the one before when after the 28th.
    CHECK(dayOf("FR", 2024, "winter_sales_fr") == "2024-01-10");
    CHECK(dayOf("FR", 2025, "winter_sales_fr") == "2025-01-08");
    CHECK(dayOf("FR", 2026, "winter_sales_fr") == "2026-01-07");
    CHECK(dayOf("FR", 2023, "summer_sales_fr") == "2023-06-28");
    CHECK(dayOf("FR", 2024, "summer_sales_fr") == "2024-06-26");
    CHECK(dayOf("FR", 2026, "summer_sales_fr") == "2026-06-24");
    // Mother's Day: the last Sunday of May, the first of June when that is Whitsun (2023 was: 28 May, so 4 June).
    CHECK(dayOf("FR", 2023, "mothers_fr") == "2023-06-04");
    CHECK(dayOf("FR", 2024, "mothers_fr") == "2024-05-26");
    CHECK(dayOf("FR", 2025, "mothers_fr") == "2025-05-25");
    CHECK(dayOf("FR", 2026, "mothers_fr") == "2026-05-31");
    CHECK(dayOf("GB", 2026, "mothering_sunday") == "2026-03-15");
    CHECK(dayOf("CH", 2026, "mothers_second_may") == "2026-05-10");
    CHECK(dayOf("DE", 2026, "fathers_de") == "2026-05-14");
    CHECK(dayOf("BE", 2021, "winter_sales_be") == "2021-01-02"); // 3 January 2021 was a Sunday
    CHECK(dayOf("BE", 2026, "school_be") == "2026-08-31");
    CHECK(dayOf("FR", 2026, "beaujolais") == "2026-11-19");
    CHECK(dayOf("FR", 2025, "heritage_fr") == "2025-09-20");
    CHECK(dayOf("DE", 2025, "advent") == "2025-11-30");
    CHECK(dayOf("DE", 2026, "shrove_tuesday") == "2026-02-17");
    CHECK(dayOf("US", 2026, "grandparents_us") == "2026-09-13");
    CHECK(dayOf("US", 2026, "super_bowl") == "2026-02-08");
}

TEST_CASE("each country has its own days once a year, named in both languages, with a source", "[marronniers]")
{
    const auto from = civilDay({2026, 1, 1, 0, 0, 0}), to = civilDay({2036, 1, 1, 0, 0, 0});
    for (const auto *country : {"FR", "BE", "CH", "LU", "CA", "GB", "IE", "US", "DE"}) {
        const auto &known = plan::marronnierCountries();
        CHECK(std::find(known.begin(), known.end(), country) != known.end());
        std::map<std::string, int> times;
        for (const auto &one : marronniersBetween(country, from, to)) {
            ++times[one.key];
            CHECK_FALSE(one.english.empty());
            CHECK_FALSE(one.french.empty());
            CHECK_FALSE(one.source.empty());
        }
        CHECK(times.size() > 30);
        for (const auto &[key, count] : times) {
            INFO(country << " " << key);
            CHECK(count == 10);
        }
    }
    CHECK(dayOf("FR", 2026, "burns_night").empty());
    CHECK(dayOf("FR-67", 2026, "mothers_fr") == "2026-05-31");
    CHECK(dayOf("ZZ", 2026, "mothers_fr").empty());
    CHECK(dayOf("ZZ", 2026, "black_friday") == "2026-11-27");
    CHECK(marronniersBetween("FR", to, from).empty());
}
