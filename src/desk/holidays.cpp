// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/desk/holidays.hpp>

#include "desk/holiday_rules.hpp"

#include <vigie/base/civil_day.hpp>

#include <algorithm>
#include <chrono>
#include <optional>

namespace vigie::desk {

namespace {

using std::chrono::days, std::chrono::sys_days, std::chrono::weekday;

struct Found {
    sys_days at;
    const HolidayRule *rule = nullptr;
};

sys_days dateOf(int year, int month, int day)
{
    return sys_days{std::chrono::year{year} / month / day};
}

std::int32_t numberOf(sys_days at)
{
    return static_cast<std::int32_t>(at.time_since_epoch().count());
}

unsigned isoDay(sys_days at)
{
    return weekday{at}.iso_encoding();
}

bool isWeekend(sys_days at)
{
    return isoDay(at) >= 6;
}

sys_days nthWeekday(int year, int month, int nth, unsigned wanted)
{
    const auto first = std::chrono::year{year} / month / 1;
    const weekday day{wanted % 7};
    if (nth < 0)
        return sys_days{std::chrono::year{year} / month / day[std::chrono::last]};
    const sys_days from{first};
    return from + (day - weekday{from}) + days{7 * (nth - 1)};
}

sys_days resolve(const HolidayRule &rule, int year)
{
    const auto wanted = static_cast<unsigned>(rule.weekday);
    switch (rule.when) {
    case HolidayWhen::Fixed: return dateOf(year, rule.month, rule.day);
    case HolidayWhen::Easter: return sys_days{days{easterSunday(year)}} + days{rule.day};
    case HolidayWhen::Nth: return nthWeekday(year, rule.month, rule.day, wanted);
    case HolidayWhen::OnOrBefore: {
        const auto at = dateOf(year, rule.month, rule.day);
        return at - (weekday{at} - weekday{wanted % 7});
    }
    case HolidayWhen::AfterNth: return nthWeekday(year, rule.month, rule.day, wanted) + days{rule.shiftDays};
    }
    return {};
}

/// Whether a word of a list is `part`; the country itself is ".".
bool lists(std::string_view parts, std::string_view part)
{
    while (!parts.empty()) {
        const auto end = std::min(parts.find(' '), parts.size());
        if (parts.substr(0, end) == part)
            return true;
        parts.remove_prefix(std::min(end + 1, parts.size()));
    }
    return false;
}

bool holdsFor(const HolidayRule &rule, std::string_view country, std::string_view part)
{
    if (country != rule.country)
        return false;
    const std::string_view parts = rule.parts;
    if (parts.empty())
        return true;
    return parts.front() == '!' ? !lists(parts.substr(1), part) : lists(parts, part);
}

/// Two days that no rule of the table can say; a date is enough.
void addOddOnes(std::string_view country, std::string_view part, int year, std::vector<Found> &into)
{
    static constexpr HolidayRule kBrigid{"IE", "", HolidayWhen::Fixed, 2, 1, 0, 0, "st_brigid"}, kNaefels{"CH", "GL", HolidayWhen::Nth, 4, 1, 4, 0, "naefels"},
        kSecond{"CH", "NE", HolidayWhen::Fixed, 1, 2, 0, 0, "berchtold"}, kStephen{"CH", "NE", HolidayWhen::Fixed, 12, 26, 0, 0, "st_stephen"};
    if (country == "IE" && year >= 2023) // the first Monday of February, or the first of February when that is a Friday
        into.push_back({isoDay(dateOf(year, 2, 1)) == 5 ? dateOf(year, 2, 1) : nthWeekday(year, 2, 1, 1), &kBrigid});
    if (country == "CH" && part == "GL") { // the first Thursday of April, a week later in Holy Week
        auto at = nthWeekday(year, 4, 1, 4);
        const sys_days easter{days{easterSunday(year)}};
        into.push_back({at >= easter - days{7} && at < easter ? at + days{7} : at, &kNaefels});
    }
    if (country == "CH" && part == "NE") { // what a Sunday takes away
        if (isoDay(dateOf(year, 1, 1)) == 7)
            into.push_back({dateOf(year, 1, 2), &kSecond});
        if (isoDay(dateOf(year, 12, 25)) == 7)
            into.push_back({dateOf(year, 12, 26), &kStephen});
    }
}

std::optional<sys_days> substitute(const Found &one, const std::vector<sys_days> &taken)
{
    if (!isWeekend(one.at))
        return std::nullopt;
    const bool sunday = isoDay(one.at) == 7;
    switch (one.rule->shift) {
    case HolidayShift::None: return std::nullopt;
    case HolidayShift::Nearest: return sunday ? one.at + days{1} : one.at - days{1};
    case HolidayShift::MondayIfSunday: return sunday ? std::optional(one.at + days{1}) : std::nullopt;
    case HolidayShift::NextFree: break;
    }
    auto at = one.at + days{1};
    while (isWeekend(at) || std::find(taken.begin(), taken.end(), at) != taken.end())
        at += days{1};
    return at;
}

Holiday holidayOf(sys_days at, const HolidayRule &rule, bool stands)
{
    const auto names = holidayNames();
    const auto name = std::find_if(names.begin(), names.end(), [&](const HolidayName &one) { return std::string_view(one.key) == rule.key; });
    return {numberOf(at), rule.key, name != names.end() ? name->english : rule.key, name != names.end() ? name->french : rule.key, stands};
}

/// Those whose rule is of that year; a substitute may lie in the year before.
std::vector<Holiday> ofRuleYear(std::string_view country, std::string_view part, int year)
{
    std::vector<Found> found;
    for (const auto rules : {holidayRules(), holidayRulesWest()})
        for (const auto &rule : rules)
            if (holdsFor(rule, country, part) && year >= rule.since && year <= rule.until)
                found.push_back({resolve(rule, year), &rule});
    addOddOnes(country, part, year, found);
    std::sort(found.begin(), found.end(), [](const Found &a, const Found &b) { return a.at < b.at; });
    std::vector<Holiday> out;
    std::vector<sys_days> taken;
    for (const auto &one : found) {
        out.push_back(holidayOf(one.at, *one.rule, false));
        taken.push_back(one.at);
    }
    for (const auto &one : found)
        if (const auto at = substitute(one, taken)) {
            out.push_back(holidayOf(*at, *one.rule, true));
            taken.push_back(*at);
        }
    return out;
}

} // namespace

std::int32_t easterSunday(int year)
{
    return easterDay(year);
}

std::vector<Holiday> holidaysOf(std::string_view region, int year)
{
    const auto dash = region.find('-');
    const auto country = region.substr(0, dash);
    const auto part = dash == std::string_view::npos ? std::string_view(".") : region.substr(dash + 1);
    std::vector<Holiday> out;
    const auto first = numberOf(dateOf(year, 1, 1)), last = numberOf(dateOf(year, 12, 31));
    for (const int ruleYear : {year, year + 1})
        for (const auto &one : ofRuleYear(country, part, ruleYear))
            if (one.day >= first && one.day <= last)
                out.push_back(one);
    std::stable_sort(out.begin(), out.end(), [](const Holiday &a, const Holiday &b) { return a.day < b.day; });
    // Ascension on 1 May, say: one day is one line.
    out.erase(std::unique(out.begin(), out.end(), [](const Holiday &a, const Holiday &b) { return a.day == b.day; }), out.end());
    return out;
}

} // namespace vigie::desk
