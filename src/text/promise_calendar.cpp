// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/promise_calendar.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <unordered_map>

namespace vigie::text {

namespace {

using std::chrono::sys_days;

sys_days daysOf(const WallTime &wall)
{
    return sys_days{std::chrono::year{wall.year} / std::chrono::month{wall.month} / 1} + std::chrono::days{wall.day - 1};
}

WallTime wallOf(sys_days day)
{
    const std::chrono::year_month_day ymd{day};
    return {static_cast<int>(ymd.year()), static_cast<std::uint8_t>(static_cast<unsigned>(ymd.month())), static_cast<std::uint8_t>(static_cast<unsigned>(ymd.day())), 0, 0, 0};
}

std::optional<int> looked(const std::unordered_map<std::string, int> &names, const std::string &word)
{
    const auto it = names.find(word);
    return it == names.end() ? std::nullopt : std::optional(it->second);
}

} // namespace

WallTime midnight(WallTime wall)
{
    wall.hour = wall.minute = wall.second = 0;
    return wall;
}

int weekdayOf(const WallTime &wall)
{
    return static_cast<int>(std::chrono::weekday{daysOf(wall)}.iso_encoding()) - 1;
}

WallTime nextWeekday(const WallTime &today, int weekday)
{
    const int ahead = (weekday - weekdayOf(today) + 7) % 7;
    return midnight(plusDays(today, ahead == 0 ? 7 : ahead));
}

WallTime mondayOf(const WallTime &today, int weeks)
{
    return midnight(plusDays(today, 7 * weeks - weekdayOf(today)));
}

WallTime plusWorkdays(WallTime day, int count)
{
    day = midnight(day);
    while (count > 0) {
        day = plusDays(day, 1);
        count -= isWorkday(day) ? 1 : 0;
    }
    return day;
}

WallTime endOfMonth(const WallTime &today, int months)
{
    const auto month = std::chrono::year{today.year} / std::chrono::month{today.month} + std::chrono::months{months};
    return wallOf(sys_days{month / std::chrono::last});
}

std::optional<WallTime> nextDate(const WallTime &today, int day, int month, std::optional<int> year)
{
    constexpr int kHalfYear = 183;
    const auto dateIn = [&](int y) { return std::chrono::year{y} / std::chrono::month{static_cast<unsigned>(month)} / std::chrono::day{static_cast<unsigned>(day)}; };
    auto date = dateIn(year.value_or(today.year));
    if (!date.ok())
        return std::nullopt;
    // In December one speaks of January; in April of March one speaks of what is past.
    if (!year && sys_days{date} + std::chrono::days{kHalfYear} < daysOf(today) && dateIn(today.year + 1).ok())
        date = dateIn(today.year + 1);
    return wallOf(sys_days{date});
}

std::optional<int> weekdayNamed(const std::string &word)
{
    static const std::unordered_map<std::string, int> names{
        {"lundi", 0}, {"mardi", 1}, {"mercredi", 2}, {"jeudi", 3}, {"vendredi", 4}, {"samedi", 5}, {"dimanche", 6},
        {"monday", 0}, {"tuesday", 1}, {"wednesday", 2}, {"thursday", 3}, {"friday", 4}, {"saturday", 5}, {"sunday", 6},
        {"tues", 1}, {"thurs", 3}, {"thur", 3}, {"fri", 4}};
    return looked(names, word);
}

std::optional<int> monthNamed(const std::string &word)
{
    static const std::unordered_map<std::string, int> names{
        {"janvier", 1}, {"fevrier", 2}, {"mars", 3}, {"avril", 4}, {"mai", 5}, {"juin", 6}, {"juillet", 7}, {"aout", 8}, {"septembre", 9},
        {"octobre", 10}, {"novembre", 11}, {"decembre", 12}, {"janv", 1}, {"fevr", 2}, {"juil", 7}, {"sept", 9},
        {"january", 1}, {"february", 2}, {"march", 3}, {"april", 4}, {"may", 5}, {"june", 6}, {"july", 7}, {"august", 8}, {"september", 9},
        {"october", 10}, {"november", 11}, {"december", 12}, {"jan", 1}, {"feb", 2}, {"apr", 4}, {"aug", 8}, {"sep", 9}, {"oct", 10}, {"nov", 11}, {"dec", 12}};
    return looked(names, word);
}

std::optional<int> numberNamed(const std::string &word)
{
    static const std::unordered_map<std::string, int> names{
        {"un", 1}, {"une", 1}, {"deux", 2}, {"trois", 3}, {"quatre", 4}, {"cinq", 5}, {"six", 6}, {"sept", 7}, {"huit", 8}, {"neuf", 9}, {"dix", 10},
        {"onze", 11}, {"douze", 12}, {"treize", 13}, {"quatorze", 14}, {"quinze", 15}, {"vingt", 20}, {"trente", 30}, {"quelques", -1}, {"quelque", -1},
        {"a", 1}, {"an", 1}, {"one", 1}, {"two", 2}, {"three", 3}, {"four", 4}, {"five", 5}, {"seven", 7}, {"eight", 8}, {"nine", 9}, {"ten", 10},
        {"eleven", 11}, {"twelve", 12}, {"fourteen", 14}, {"fifteen", 15}, {"twenty", 20}, {"thirty", 30}, {"few", -1}, {"several", -1}, {"couple", 2}, {"some", -1}};
    if (const auto known = looked(names, word))
        return known;
    int value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    return error == std::errc{} && end == word.data() + word.size() && value >= 0 && value < 10'000 ? std::optional(value) : std::nullopt;
}

} // namespace vigie::text
