// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/plan/recurrence.hpp>

#include <vigie/base/ascii.hpp>
#include <vigie/base/civil_day.hpp>

#include <fmt/core.h>
#include <libical/ical.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <string_view>
#include <utility>

namespace vigie::plan {

namespace {

constexpr std::array<const char *, 7> kDays{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
constexpr std::size_t kLongestRule = 1000;
constexpr int kMostOccurrences = 200'000;

using Parts = std::vector<std::pair<std::string, std::string>>;

Parts partsOf(std::string_view rule)
{
    Parts out;
    while (!rule.empty()) {
        const auto end = std::min(rule.find(';'), rule.size());
        const auto part = rule.substr(0, end);
        const auto equals = std::min(part.find('='), part.size());
        if (!part.empty())
            out.emplace_back(part.substr(0, equals), equals < part.size() ? part.substr(equals + 1) : std::string_view{});
        rule.remove_prefix(std::min(end + 1, rule.size()));
    }
    return out;
}

std::string joined(const Parts &parts)
{
    std::string out;
    for (const auto &[name, value] : parts)
        out += (out.empty() ? "" : ";") + name + "=" + value;
    return out;
}

std::string *valueOf(Parts &parts, std::string_view name)
{
    const auto found = std::find_if(parts.begin(), parts.end(), [name](const auto &one) { return one.first == name; });
    return found == parts.end() ? nullptr : &found->second;
}

std::optional<int> number(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// "-1FR": which one, and the weekday.
std::optional<std::pair<int, int>> weekdayFrom(std::string_view text)
{
    if (text.size() < 2)
        return std::nullopt;
    const auto name = text.substr(text.size() - 2);
    const auto day = std::find(kDays.begin(), kDays.end(), name);
    auto which = text.substr(0, text.size() - 2);
    if (!which.empty() && which.front() == '+')
        which.remove_prefix(1);
    const auto nth = which.empty() ? std::optional(0) : number(which);
    if (day == kDays.end() || !nth)
        return std::nullopt;
    return std::pair(*nth, static_cast<int>(day - kDays.begin()) + 1);
}

std::vector<std::string_view> listOf(std::string_view text)
{
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const auto end = std::min(text.find(','), text.size());
        out.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

icaltimetype icalFrom(const WallTime &wall)
{
    auto out = icaltime_null_time();
    out.year = wall.year;
    out.month = wall.month;
    out.day = wall.day;
    out.hour = wall.hour;
    out.minute = wall.minute;
    out.second = wall.second;
    return out;
}

WallTime wallFrom(const icaltimetype &time)
{
    return {time.year, static_cast<std::uint8_t>(time.month), static_cast<std::uint8_t>(time.day), static_cast<std::uint8_t>(time.hour),
            static_cast<std::uint8_t>(time.minute), static_cast<std::uint8_t>(time.second)};
}

Result<icalrecurrencetype> parsed(const std::string &rule)
{
    if (rule.empty() || rule.size() > kLongestRule)
        return fail(Errc::InvalidInput, "no rule of repetition");
    icalerror_set_errors_are_fatal(0); // the library may be built to abort on what a file says
    icalerror_clear_errno();
    const auto recurrence = icalrecurrencetype_from_string(rule.c_str());
    if (recurrence.freq == ICAL_NO_RECURRENCE || icalerrno != ICAL_NO_ERROR)
        return fail(Errc::InvalidInput, fmt::format("not a rule of repetition: {}", rule));
    if (recurrence.freq < ICAL_DAILY_RECURRENCE)
        return fail(Errc::InvalidInput, "posts repeat once a day at the most; give a post of its own to each hour");
    return recurrence;
}

void takeDay(Repeat &repeat, Repeat::Every every, std::string_view value, bool &plain)
{
    for (const auto one : listOf(value)) {
        const auto day = weekdayFrom(one);
        if (!day || (every == Repeat::Every::Week && day->first != 0) || (every == Repeat::Every::Month && (day->first == 0 || !repeat.weekdays.empty()))) {
            plain = false;
            return;
        }
        repeat.weekdays.push_back(day->second);
        repeat.nth = day->first;
    }
    if (every != Repeat::Every::Week && every != Repeat::Every::Month)
        plain = false;
}

} // namespace

std::string toRule(const Repeat &repeat)
{
    static constexpr std::array<const char *, 4> kEvery{"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
    auto out = fmt::format("FREQ={}", kEvery[static_cast<std::size_t>(repeat.every)]);
    if (repeat.interval > 1)
        out += fmt::format(";INTERVAL={}", repeat.interval);
    const bool named = repeat.every == Repeat::Every::Week || (repeat.every == Repeat::Every::Month && repeat.nth != 0);
    std::string days;
    for (const auto day : repeat.weekdays)
        if (named && day >= 1 && day <= 7)
            days += (days.empty() ? "" : ",") + (repeat.every == Repeat::Every::Month ? std::to_string(repeat.nth) : std::string()) + kDays[static_cast<std::size_t>(day - 1)];
    if (!days.empty())
        out += ";BYDAY=" + days;
    if (repeat.count)
        out += fmt::format(";COUNT={}", *repeat.count);
    else if (repeat.until) {
        const auto wall = wallAt(*repeat.until);
        out += fmt::format(";UNTIL={:04}{:02}{:02}T235959", wall.year, unsigned{wall.month}, unsigned{wall.day});
    }
    return out;
}

std::optional<Repeat> repeatFrom(const std::string &rule)
{
    if (!checkRule(rule))
        return std::nullopt;
    Repeat repeat;
    bool plain = true;
    auto parts = partsOf(rule);
    const auto *every = valueOf(parts, "FREQ");
    if (every == nullptr)
        return std::nullopt;
    repeat.every = *every == "DAILY" ? Repeat::Every::Day : *every == "WEEKLY" ? Repeat::Every::Week : *every == "MONTHLY" ? Repeat::Every::Month : Repeat::Every::Year;
    for (const auto &[name, value] : parts) {
        if (name == "FREQ")
            continue;
        if (name == "INTERVAL")
            repeat.interval = number(value).value_or(1);
        else if (name == "COUNT")
            repeat.count = number(value);
        else if (name == "UNTIL" && value.size() >= 8) {
            const auto day = parseIsoDay(value.substr(0, 4) + "-" + value.substr(4, 2) + "-" + value.substr(6, 2));
            plain = plain && day.has_value();
            if (day)
                repeat.until = *day;
        } else if (name == "BYDAY")
            takeDay(repeat, repeat.every, value, plain);
        else
            plain = false;
    }
    return plain ? std::optional(repeat) : std::nullopt;
}

Result<void> checkRule(const std::string &rule)
{
    VIGIE_TRY([[maybe_unused]] const auto recurrence, parsed(rule));
    return {};
}

Result<std::vector<WallTime>> occurrences(const std::string &rule, const WallTime &start, const WallTime &from, const WallTime &to, std::size_t limit)
{
    VIGIE_TRY(const auto recurrence, parsed(rule));
    const std::unique_ptr<icalrecur_iterator, decltype(&icalrecur_iterator_free)> iterator(icalrecur_iterator_new(recurrence, icalFrom(start)), &icalrecur_iterator_free);
    std::vector<WallTime> out;
    if (!iterator)
        return out; // a rule that no day ever meets
    // A rule that counts its occurrences is walked from its beginning; any other may begin where one looks.
    if (recurrence.count == 0 && from > start)
        icalrecur_iterator_set_start(iterator.get(), icalFrom(from));
    for (int step = 0; step < kMostOccurrences && out.size() < limit; ++step) {
        const auto next = icalrecur_iterator_next(iterator.get());
        if (icaltime_is_null_time(next))
            break;
        const auto wall = wallFrom(next);
        if (wall >= to)
            break;
        if (wall >= from)
            out.push_back(wall);
    }
    return out;
}

Result<std::string> shiftedRule(const std::string &rule, int days)
{
    VIGIE_CHECK(checkRule(rule));
    if (days == 0)
        return rule;
    auto parts = partsOf(rule);
    for (const auto &[name, value] : parts)
        if (name.rfind("BY", 0) == 0 && name != "BYDAY")
            return fail(Errc::InvalidInput, "the rule names days of its own: change the rule instead of the day");
    auto *byDay = valueOf(parts, "BYDAY");
    if (byDay == nullptr)
        return rule;
    std::string moved;
    for (const auto one : listOf(*byDay)) {
        const auto day = weekdayFrom(one);
        if (!day || day->first != 0)
            return fail(Errc::InvalidInput, "the rule names weekdays of the month: change the rule instead of the day");
        const int weekday = ((day->second - 1 + days) % 7 + 7) % 7;
        moved += (moved.empty() ? "" : ",") + std::string(kDays[static_cast<std::size_t>(weekday)]);
    }
    *byDay = moved;
    return joined(parts);
}

Result<std::string> endedRule(const std::string &rule, std::int32_t lastDay)
{
    VIGIE_CHECK(checkRule(rule));
    auto parts = partsOf(rule);
    std::erase_if(parts, [](const auto &one) { return one.first == "COUNT" || one.first == "UNTIL"; });
    const auto wall = wallAt(lastDay);
    parts.emplace_back("UNTIL", fmt::format("{:04}{:02}{:02}T235959", wall.year, unsigned{wall.month}, unsigned{wall.day}));
    return joined(parts);
}

} // namespace vigie::plan
