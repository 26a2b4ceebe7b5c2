// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/base/civil_day.hpp>

#include <fmt/core.h>

#include <chrono>

namespace vigie {

namespace {

std::chrono::year_month_day dateOf(std::int32_t day)
{
    return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{day}}};
}

std::int32_t numberOf(int year, int month, int day)
{
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)}, std::chrono::day{static_cast<unsigned>(day)}};
    return static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count());
}

} // namespace

std::int32_t civilDay(const WallTime &wall)
{
    return numberOf(wall.year, wall.month, wall.day);
}

WallTime wallAt(std::int32_t day, int minute)
{
    const auto date = dateOf(day);
    WallTime wall;
    wall.year = static_cast<int>(date.year());
    wall.month = static_cast<std::uint8_t>(static_cast<unsigned>(date.month()));
    wall.day = static_cast<std::uint8_t>(static_cast<unsigned>(date.day()));
    wall.hour = static_cast<std::uint8_t>(minute / 60);
    wall.minute = static_cast<std::uint8_t>(minute % 60);
    return wall;
}

std::string toIsoDay(std::int32_t day)
{
    const auto wall = wallAt(day);
    return fmt::format("{:04}-{:02}-{:02}", wall.year, unsigned{wall.month}, unsigned{wall.day});
}

Result<std::int32_t> parseIsoDay(std::string_view text)
{
    if (text.size() != 10)
        return fail(Errc::InvalidInput, "no day (YYYY-MM-DD)");
    VIGIE_TRY(const auto wall, parseWallTime(std::string(text) + "T00:00:00"));
    return civilDay(wall);
}

int isoWeekday(std::int32_t day)
{
    return static_cast<int>(std::chrono::weekday{std::chrono::sys_days{std::chrono::days{day}}}.iso_encoding());
}

std::int32_t easterDay(int year)
{
    const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return numberOf(year, n / 31, n % 31 + 1);
}

} // namespace vigie
