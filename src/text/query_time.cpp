// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/query_time.hpp"

#include <vigie/text/fold.hpp>

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <limits>

namespace vigie::text {

namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();

struct Word {
    std::string_view typed, meant;
};
constexpr std::array kDayWords{Word{"today", "today"}, Word{"aujourd hui", "today"}, Word{"yesterday", "yesterday"}, Word{"hier", "yesterday"}};
constexpr std::array kUnits{Word{"h", "h"}, Word{"d", "d"}, Word{"j", "d"}, Word{"w", "w"}, Word{"sem", "w"}, Word{"mo", "mo"}, Word{"mois", "mo"}};

bool digits(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

int number(std::string_view text)
{
    int value = 0;
    for (const char c : text)
        value = value * 10 + (c - '0');
    return value;
}

int daysOf(int year, int month)
{
    constexpr std::array kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

/// A day, a month, a year, or a minute.
struct Stretch {
    WallTime begin;
    enum class Unit : std::uint8_t { Year, Month, Day, Minute } unit = Unit::Day;
};

std::optional<Stretch> readStretch(std::string_view text)
{
    std::string day(text);
    if (const bool french = text.size() == 10 && text[2] == '/' && text[5] == '/'; french)
        day = std::string(text.substr(6)).append("-").append(text.substr(3, 2)).append("-").append(text.substr(0, 2));
    const std::string_view view = day;
    Stretch out;
    const auto size = view.size();
    if ((size != 4 && size != 7 && size != 10 && size != 16) || !digits(view.substr(0, 4)))
        return std::nullopt;
    out.begin.year = number(view.substr(0, 4));
    out.unit = size == 4 ? Stretch::Unit::Year : size == 7 ? Stretch::Unit::Month : size == 10 ? Stretch::Unit::Day : Stretch::Unit::Minute;
    int month = 1, monthDay = 1, hour = 0, minute = 0;
    if (size >= 7) {
        if (view[4] != '-' || !digits(view.substr(5, 2)))
            return std::nullopt;
        month = number(view.substr(5, 2));
    }
    if (size >= 10) {
        if (view[7] != '-' || !digits(view.substr(8, 2)))
            return std::nullopt;
        monthDay = number(view.substr(8, 2));
    }
    if (size == 16) {
        if ((view[10] != 'T' && view[10] != 't') || view[13] != ':' || !digits(view.substr(11, 2)) || !digits(view.substr(14, 2)))
            return std::nullopt;
        hour = number(view.substr(11, 2));
        minute = number(view.substr(14, 2));
    }
    if (out.begin.year < 1970 || month < 1 || month > 12 || monthDay < 1 || monthDay > daysOf(out.begin.year, month) || hour > 23 || minute > 59)
        return std::nullopt;
    out.begin.month = static_cast<std::uint8_t>(month);
    out.begin.day = static_cast<std::uint8_t>(monthDay);
    out.begin.hour = static_cast<std::uint8_t>(hour);
    out.begin.minute = static_cast<std::uint8_t>(minute);
    return out;
}

std::string sourceOf(const Stretch &stretch)
{
    const auto &wall = stretch.begin;
    switch (stretch.unit) {
    case Stretch::Unit::Year: return fmt::format("{:04}", wall.year);
    case Stretch::Unit::Month: return fmt::format("{:04}-{:02}", wall.year, int{wall.month});
    case Stretch::Unit::Day: return fmt::format("{:04}-{:02}-{:02}", wall.year, int{wall.month}, int{wall.day});
    case Stretch::Unit::Minute: break;
    }
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}", wall.year, int{wall.month}, int{wall.day}, int{wall.hour}, int{wall.minute});
}

WallTime monthsLater(WallTime wall, int months)
{
    const int total = wall.year * 12 + (wall.month - 1) + months;
    wall.year = total / 12;
    wall.month = static_cast<std::uint8_t>(total % 12 + 1);
    wall.day = static_cast<std::uint8_t>(std::min<int>(wall.day, daysOf(wall.year, wall.month)));
    return wall;
}

WallTime endOf(const Stretch &stretch)
{
    switch (stretch.unit) {
    case Stretch::Unit::Year: return monthsLater(stretch.begin, 12);
    case Stretch::Unit::Month: return monthsLater(stretch.begin, 1);
    case Stretch::Unit::Day: return plusDays(stretch.begin, 1);
    case Stretch::Unit::Minute: break;
    }
    return plusMinutes(stretch.begin, 1);
}

/// "7d" as count and unit; nothing when it is none.
struct Back {
    int count = 0;
    std::string_view unit;
};
std::optional<Back> readBack(std::string_view text)
{
    const auto letters = text.find_first_not_of("0123456789");
    if (letters == 0 || letters == std::string_view::npos || letters > 5)
        return std::nullopt;
    std::string lower(text.substr(letters));
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    for (const auto &unit : kUnits)
        if (lower == unit.typed)
            return Back{number(text.substr(0, letters)), unit.meant};
    return std::nullopt;
}

/// One end of a stretch in canonical form; empty when it cannot be read.
std::string canonical(std::string_view text)
{
    if (const auto stretch = readStretch(text))
        return sourceOf(*stretch);
    if (const auto back = readBack(text))
        return std::to_string(back->count).append(back->unit);
    const auto folded = fold(text);
    for (const auto &word : kDayWords)
        if (folded == word.typed)
            return std::string(word.meant);
    return {};
}

double micros(const WallTime &wall, std::string_view zone)
{
    auto at = toInstant(wall, zone);
    if (!at)
        at = toInstant(wall, "UTC");
    return at ? static_cast<double>(toMicros(at->at)) : 0;
}

struct Ends {
    double begin = kNever, end = -kNever;
};

Ends relativeEnds(std::string_view value, std::string_view zone, Instant now)
{
    auto today = toWall(now, zone);
    if (!today)
        today = toWall(now, "UTC");
    if (!today)
        return {};
    if (const auto back = readBack(value)) {
        double at = 0;
        if (back->unit == "mo") {
            at = micros(monthsLater(*today, -std::min(back->count, 12 * 50)), zone);
        } else {
            constexpr double kHour = 3600e6;
            at = static_cast<double>(toMicros(now)) - back->count * kHour * (back->unit == "h" ? 1 : back->unit == "d" ? 24 : 168);
        }
        return {at, at};
    }
    Stretch day;
    day.begin = *today;
    day.begin.hour = day.begin.minute = day.begin.second = 0;
    if (value == "yesterday")
        day.begin = plusDays(day.begin, -1);
    return {micros(day.begin, zone), micros(endOf(day), zone)};
}

Ends endsOf(std::string_view value, std::string_view zone, std::optional<Instant> now)
{
    if (const auto stretch = readStretch(value))
        return {micros(stretch->begin, zone), micros(endOf(*stretch), zone)};
    return now ? relativeEnds(value, zone, *now) : Ends{};
}

bool relativeEnd(std::string_view value)
{
    return !value.empty() && !readStretch(value);
}

} // namespace

TimeText readTime(QueryField field, std::string_view raw)
{
    if (raw.empty())
        return {QueryFault::EmptyValue, {}};
    const auto dots = raw.find("..");
    if (field != QueryField::Date || dots == std::string_view::npos) {
        auto value = canonical(raw);
        return {value.empty() ? QueryFault::BadTime : QueryFault::None, std::move(value)};
    }
    const auto low = raw.substr(0, dots), high = raw.substr(dots + 2);
    const auto from = canonical(low), to = canonical(high);
    if ((low.empty() && high.empty()) || (!low.empty() && from.empty()) || (!high.empty() && to.empty()))
        return {QueryFault::BadTime, {}};
    TimeText out{QueryFault::None, from + ".." + to};
    const auto range = placeTime(field, out.value, "UTC", std::nullopt);
    if (!isRelativeTime(out.value) && range.least >= range.most)
        out.fault = QueryFault::EmptyRange;
    return out;
}

bool isRelativeTime(std::string_view value)
{
    const auto dots = value.find("..");
    if (dots == std::string_view::npos)
        return relativeEnd(value);
    return relativeEnd(value.substr(0, dots)) || relativeEnd(value.substr(dots + 2));
}

QueryRange placeTime(QueryField field, std::string_view value, std::string_view zone, std::optional<Instant> now)
{
    QueryRange out;
    out.belowMost = true;
    const auto dots = field == QueryField::Date ? value.find("..") : std::string_view::npos;
    if (dots != std::string_view::npos) {
        if (const auto low = value.substr(0, dots); !low.empty())
            out.least = endsOf(low, zone, now).begin;
        if (const auto high = value.substr(dots + 2); !high.empty())
            out.most = endsOf(high, zone, now).end;
        return out;
    }
    const auto ends = endsOf(value, zone, now);
    if (field != QueryField::Until)
        out.least = ends.begin;
    // "date:7d" is what happened since, not that one moment.
    if (field == QueryField::Until || (field == QueryField::Date && !readBack(value)))
        out.most = ends.end;
    return out;
}

} // namespace vigie::text
