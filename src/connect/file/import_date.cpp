// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/feeds/feed.hpp"
#include "connect/file/rows.hpp"

#include <array>
#include <cstdio>
#include <ctime>

namespace vigie::connect::file {

namespace {

std::optional<Instant> fromWall(const WallTime &wall, const std::string &zone)
{
    const auto at = toInstant(wall, zone.empty() ? "UTC" : zone);
    return at ? std::optional(at->at) : std::nullopt;
}

bool plausible(const WallTime &wall)
{
    const std::chrono::year_month_day date{std::chrono::year{wall.year}, std::chrono::month{wall.month}, std::chrono::day{wall.day}};
    return date.ok() && wall.hour < 24 && wall.minute < 60 && wall.second < 60;
}

/// 21/11/2026 10:42, 21-11-2026, 21.11.2026: day first, as most of the world writes.
std::optional<Instant> dayFirst(const std::string &text, const std::string &zone, TimePrecision *precision)
{
    int day = 0, month = 0, year = 0, hour = 0, minute = 0, second = 0, used = 0;
    char one = 0, two = 0;
    if (std::sscanf(text.c_str(), "%2d%c%2d%c%4d%n", &day, &one, &month, &two, &year, &used) < 5 || one != two || (one != '/' && one != '-' && one != '.'))
        return std::nullopt;
    const auto rest = text.substr(static_cast<std::size_t>(used));
    int more = 0;
    const int times = std::sscanf(rest.c_str(), "%*[ T]%2d:%2d%n:%2d%n", &hour, &minute, &more, &second, &more);
    if (!rest.empty() && (times < 2 || rest.find_first_not_of(" 0123456789:T.") != std::string::npos))
        return std::nullopt;
    *precision = rest.empty() ? TimePrecision::Day : TimePrecision::Exact;
    if (year < 100)
        year += 2000;
    const WallTime wall{year, static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day), static_cast<std::uint8_t>(hour),
                        static_cast<std::uint8_t>(minute), static_cast<std::uint8_t>(second)};
    return month >= 1 && day >= 1 && plausible(wall) ? fromWall(wall, zone) : std::nullopt;
}

std::optional<Instant> byFormat(const std::string &text, const ImportMapping &mapping)
{
    std::tm parts{};
    parts.tm_mday = 1;
    const char *end = ::strptime(text.c_str(), mapping.dateFormat.c_str(), &parts);
    if (end == nullptr || *end != '\0')
        return std::nullopt;
    const WallTime wall{parts.tm_year + 1900, static_cast<std::uint8_t>(parts.tm_mon + 1), static_cast<std::uint8_t>(parts.tm_mday),
                        static_cast<std::uint8_t>(parts.tm_hour), static_cast<std::uint8_t>(parts.tm_min), static_cast<std::uint8_t>(parts.tm_sec)};
    if (!plausible(wall))
        return std::nullopt;
    if (mapping.dateFormat.find("%z") != std::string::npos) {
        const auto utc = fromWall(wall, "UTC");
        return utc ? std::optional(*utc - std::chrono::seconds{parts.tm_gmtoff}) : std::nullopt;
    }
    return fromWall(wall, mapping.zone);
}

std::optional<Instant> epoch(const std::string &text)
{
    if (text.size() < 9 || text.size() > 16 || text.find_first_not_of("0123456789") != std::string::npos)
        return std::nullopt;
    const auto value = std::stoll(text);
    if (text.size() <= 10)
        return Instant{std::chrono::seconds{value}};
    if (text.size() <= 13)
        return Instant{std::chrono::milliseconds{value}};
    return Instant{Micros{value}};
}

bool hasZone(const std::string &text)
{
    const auto time = text.find(':');
    if (time == std::string::npos)
        return false;
    const auto tail = text.substr(time);
    return tail.find_first_of("Zz+-") != std::string::npos || tail.find("GMT") != std::string::npos || tail.find("UT") != std::string::npos
           || tail.find("ST") != std::string::npos || tail.find("DT") != std::string::npos;
}

} // namespace

std::optional<Instant> readImportDate(const std::string &given, const ImportMapping &mapping, TimePrecision *precision)
{
    *precision = TimePrecision::Exact;
    const auto begin = given.find_first_not_of(" \t");
    if (begin == std::string::npos)
        return std::nullopt;
    const auto text = given.substr(begin, given.find_last_not_of(" \t") - begin + 1);
    if (!mapping.dateFormat.empty())
        return byFormat(text, mapping);
    if (const auto at = epoch(text))
        return at;
    if (const auto date = feeds::readDate(text)) {
        *precision = date->precision;
        if (hasZone(text))
            return date->at;
        // Written without a zone: what was read as UTC is the wall of the mapping's zone.
        const auto wall = toWall(date->at, "UTC");
        return wall ? fromWall(*wall, mapping.zone) : std::nullopt;
    }
    return dayFirst(text, mapping.zone, precision);
}

} // namespace vigie::connect::file
