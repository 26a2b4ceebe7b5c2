// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as feeds write them. A name that is no English month, a 13th month or a 31st of February is no date.
#include "connect/feeds/feed.hpp"

#include <array>
#include <cctype>

namespace vigie::connect::feeds {

namespace {

std::vector<std::string> words(std::string_view text)
{
    std::vector<std::string> out;
    std::string word;
    int parentheses = 0;
    for (const char c : text) {
        parentheses += c == '(' ? 1 : 0;
        if (parentheses == 0 && (std::isspace(static_cast<unsigned char>(c)) != 0 || c == ',')) {
            if (!word.empty())
                out.push_back(std::move(word));
            word.clear();
        } else if (parentheses == 0) {
            word += c;
        }
        parentheses -= c == ')' && parentheses > 0 ? 1 : 0;
    }
    if (!word.empty())
        out.push_back(std::move(word));
    return out;
}

std::optional<int> number(std::string_view text, std::size_t most = 4)
{
    if (text.empty() || text.size() > most)
        return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<int> monthOf(std::string_view name)
{
    constexpr std::array<std::string_view, 12> kNames{"january", "february", "march", "april", "may", "june",
                                                      "july", "august", "september", "october", "november", "december"};
    std::string plain;
    for (const char c : name)
        if (c != '.')
            plain += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (plain.size() < 3)
        return std::nullopt;
    if (plain == "sept")
        return 9;
    for (std::size_t i = 0; i < kNames.size(); ++i)
        if (plain == kNames[i] || plain == kNames[i].substr(0, 3))
            return static_cast<int>(i) + 1;
    return std::nullopt;
}

std::optional<int> zoneMinutes(std::string_view zone)
{
    if (zone.empty())
        return 0;
    if (zone[0] == '+' || zone[0] == '-') {
        std::string digits;
        for (const char c : zone.substr(1))
            if (c != ':')
                digits += c;
        const auto value = number(digits);
        if (!value)
            return std::nullopt;
        const int minutes = digits.size() <= 2 ? *value * 60 : *value / 100 * 60 + *value % 100;
        return minutes <= 15 * 60 ? std::optional(zone[0] == '-' ? -minutes : minutes) : std::nullopt;
    }
    struct Named {
        std::string_view name;
        int minutes;
    };
    constexpr std::array<Named, 24> kZones{{{"ut", 0}, {"utc", 0}, {"gmt", 0}, {"z", 0}, {"est", -300}, {"edt", -240}, {"cst", -360}, {"cdt", -300},
                                            {"mst", -420}, {"mdt", -360}, {"pst", -480}, {"pdt", -420}, {"cet", 60}, {"cest", 120}, {"met", 60},
                                            {"mest", 120}, {"bst", 60}, {"wet", 0}, {"west", 60}, {"eet", 120}, {"eest", 180}, {"msk", 180},
                                            {"jst", 540}, {"ist", 330}}};
    std::string plain;
    for (const char c : zone)
        plain += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    for (const auto &one : kZones)
        if (plain == one.name)
            return one.minutes;
    if (plain.rfind("gmt", 0) == 0 || plain.rfind("utc", 0) == 0)
        return zoneMinutes(zone.substr(3));
    return 0; // RFC 822 military letters and the unknown: read as UTC, as RFC 2822 says
}

std::optional<FeedDate> make(int year, int month, int day, int hour, int minute, int second, int offsetMinutes, TimePrecision precision)
{
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)}, std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok() || year < 1900 || year > 2200 || hour > 24 || minute > 59 || second > 60 || (hour == 24 && (minute != 0 || second != 0)))
        return std::nullopt;
    const auto at = std::chrono::sys_days{date} + std::chrono::hours{hour} + std::chrono::minutes{minute - offsetMinutes} + std::chrono::seconds{second};
    return FeedDate{Instant{std::chrono::duration_cast<Micros>(at.time_since_epoch())}, precision};
}

struct Clock {
    int hour = 0, minute = 0, second = 0;
    Micros fraction{0};
};
std::optional<Clock> clockOf(std::string_view text)
{
    Clock clock;
    const auto first = text.find(':');
    if (first == std::string_view::npos)
        return std::nullopt;
    const auto second = text.find(':', first + 1);
    const auto hour = number(text.substr(0, first), 2);
    const auto minute = number(text.substr(first + 1, second == std::string_view::npos ? std::string_view::npos : second - first - 1), 2);
    if (!hour || !minute)
        return std::nullopt;
    clock.hour = *hour;
    clock.minute = *minute;
    if (second != std::string_view::npos) {
        auto seconds = text.substr(second + 1);
        if (const auto point = seconds.find_first_of(".,"); point != std::string_view::npos) {
            std::int64_t unit = 100'000;
            for (const char c : seconds.substr(point + 1)) {
                if (c < '0' || c > '9')
                    return std::nullopt;
                clock.fraction += Micros{(c - '0') * unit};
                unit /= 10;
            }
            seconds = seconds.substr(0, point);
        }
        const auto value = number(seconds, 2);
        if (!value)
            return std::nullopt;
        clock.second = *value;
    }
    return clock;
}

/// "2026-11-21T10:42:00.5+01:00" and every shorter form of it, with a space for the T, and the basic forms without dashes.
std::optional<FeedDate> readW3c(std::string_view text)
{
    std::size_t at = 0;
    const auto digits = [&](std::size_t count) -> std::optional<int> {
        if (at + count > text.size())
            return std::nullopt;
        const auto value = number(text.substr(at, count), count);
        if (value)
            at += count;
        return value;
    };
    const auto year = digits(4);
    if (!year)
        return std::nullopt;
    const auto dash = [&] { return at < text.size() && text[at] == '-' ? (++at, true) : false; };
    int month = 1, day = 1;
    if (at == text.size())
        return make(*year, 1, 1, 0, 0, 0, 0, TimePrecision::Day);
    (void)dash();
    const auto readMonth = digits(2);
    if (!readMonth)
        return std::nullopt;
    month = *readMonth;
    if (at == text.size())
        return make(*year, month, 1, 0, 0, 0, 0, TimePrecision::Day);
    (void)dash();
    const auto readDay = digits(2);
    if (!readDay)
        return std::nullopt;
    day = *readDay;
    if (at == text.size())
        return make(*year, month, day, 0, 0, 0, 0, TimePrecision::Day);
    if (text[at] != 'T' && text[at] != 't' && text[at] != ' ')
        return std::nullopt;
    ++at;
    while (at < text.size() && text[at] == ' ')
        ++at;
    const auto zoneAt = std::min(text.find_first_of("+-Zz ", at), text.size());
    auto time = std::string(text.substr(at, zoneAt - at));
    if (time.find(':') == std::string::npos && time.size() >= 4) // basic form: 104200
        time = time.substr(0, 2) + ":" + time.substr(2, 2) + (time.size() >= 6 ? ":" + time.substr(4) : "");
    else if (time.find(':') == std::string::npos && time.size() == 2)
        time += ":00";
    const auto clock = clockOf(time);
    if (!clock)
        return std::nullopt;
    auto zone = text.substr(zoneAt);
    while (!zone.empty() && zone.front() == ' ')
        zone.remove_prefix(1);
    const auto offset = zoneMinutes(zone);
    if (!offset)
        return std::nullopt;
    auto date = make(*year, month, day, clock->hour, clock->minute, clock->second, *offset, TimePrecision::Exact);
    if (date)
        date->at += clock->fraction;
    return date;
}

int fullYear(int year, std::size_t digits)
{
    if (digits > 2)
        return year;
    return year < 90 ? 2000 + year : 1900 + year; // RFC 2822 says 50; no feed is older than 1990
}

/// "Sat, 21 Nov 2026 10:42:00 +0100", day and month in either order, asctime's year at the end, dashes between.
std::optional<FeedDate> readRfc822(std::string_view text)
{
    std::vector<std::string> parts;
    for (auto &word : words(text)) {
        const bool dashed = word.find(':') == std::string::npos && word.find('-') != std::string::npos && word.find('-') != 0;
        if (!dashed) {
            parts.push_back(std::move(word));
            continue;
        }
        for (std::size_t at = 0; at <= word.size();) { // 21-Nov-2026
            const auto end = std::min(word.find('-', at), word.size());
            parts.push_back(word.substr(at, end - at));
            at = end + 1;
        }
    }
    std::optional<int> day, month, year;
    std::optional<Clock> clock;
    std::optional<int> zone;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto &part = parts[i];
        if (part.find(':') != std::string::npos && part[0] != '+' && part[0] != '-') {
            if (clock)
                return std::nullopt;
            clock = clockOf(part);
            if (!clock)
                return std::nullopt;
        } else if (const auto value = number(part)) {
            if (!day && *value >= 1 && *value <= 31 && part.size() <= 2)
                day = *value;
            else if (!year)
                year = fullYear(*value, part.size());
            else
                return std::nullopt;
        } else if (const auto name = monthOf(part); name && !month) {
            month = name;
        } else if (clock) {
            if (const auto offset = zoneMinutes(part); offset && !zone)
                zone = offset;
        } else if (i > 0) {
            return std::nullopt; // a word before the time that is neither weekday nor month: another language
        }
    }
    if (!day || !month || !year)
        return std::nullopt;
    if (!clock)
        return make(*year, *month, *day, 0, 0, 0, 0, TimePrecision::Day);
    return make(*year, *month, *day, clock->hour, clock->minute, clock->second, zone.value_or(0), TimePrecision::Exact);
}

} // namespace

std::optional<FeedDate> readDate(std::string_view text)
{
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())) != 0)
        text.remove_prefix(1);
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0)
        text.remove_suffix(1);
    if (text.size() < 4 || text.size() > 80)
        return std::nullopt;
    if (const auto date = readW3c(text))
        return date;
    return readRfc822(text);
}

} // namespace vigie::connect::feeds
