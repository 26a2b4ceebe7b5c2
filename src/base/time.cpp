// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/base/time.hpp>

#include <date/date.h>
#include <fmt/core.h>

#include <algorithm>

namespace vigie {

namespace {

constexpr date::sys_days kFirstDay = date::year{0} / 1 / 1;
constexpr date::sys_days kLastDay = date::year{9999} / 12 / 31;

tl::unexpected<Error> bad(std::string_view text, std::size_t at, std::string_view why)
{
    // Text that is not a time may be anything: a short piece of it says enough.
    Error error{Errc::InvalidInput, fmt::format("{} in \"{}\"", why, text.substr(0, 40)), 0, std::nullopt, at};
    return fail(std::move(error));
}

/// A cursor over ASCII digits and marks.
struct Reader {
    std::string_view text;
    std::size_t at = 0;

    [[nodiscard]] bool atEnd() const { return at >= text.size(); }
    [[nodiscard]] char peek() const { return atEnd() ? '\0' : text[at]; }
    [[nodiscard]] bool isDigit() const { return peek() >= '0' && peek() <= '9'; }
    bool accept(char c)
    {
        if (atEnd() || peek() != c)
            return false;
        ++at;
        return true;
    }
    /// Exactly `count` digits; -1 when they are not there.
    int digits(int count)
    {
        int value = 0;
        for (int i = 0; i < count; ++i) {
            if (!isDigit())
                return -1;
            value = value * 10 + (text[at++] - '0');
        }
        return value;
    }
};

bool readDate(Reader &in, date::sys_days &out)
{
    const int year = in.digits(4);
    if (year < 0 || !in.accept('-'))
        return false;
    const int month = in.digits(2);
    if (month < 0 || !in.accept('-'))
        return false;
    const int day = in.digits(2);
    if (day < 0)
        return false;
    const date::year_month_day ymd{date::year{year}, date::month{static_cast<unsigned>(month)},
                                   date::day{static_cast<unsigned>(day)}};
    if (!ymd.ok())
        return false;
    out = ymd;
    return true;
}

/// hh:mm[:ss[.fraction]]; a leap second (60) reads as the start of the next minute.
bool readTime(Reader &in, Micros &out)
{
    const int hour = in.digits(2);
    if (hour < 0 || hour > 23 || !in.accept(':'))
        return false;
    const int minute = in.digits(2);
    if (minute < 0 || minute > 59)
        return false;
    out = std::chrono::hours(hour) + std::chrono::minutes(minute);
    if (!in.accept(':'))
        return true;
    const int second = in.digits(2);
    if (second < 0 || second > 60)
        return false;
    out += std::chrono::seconds(second);
    if (!in.accept('.') && !in.accept(','))
        return true;
    if (!in.isDigit())
        return false;
    std::int64_t weight = 100'000;
    for (; in.isDigit(); ++in.at, weight /= 10)
        out += Micros(weight * (in.peek() - '0'));
    return true;
}

bool readOffset(Reader &in, std::chrono::minutes &out)
{
    if (in.accept('Z') || in.accept('z')) {
        out = {};
        return true;
    }
    const bool minus = in.peek() == '-';
    if (!in.accept('+') && !in.accept('-'))
        return false;
    const int hours = in.digits(2);
    if (hours < 0 || hours > 23)
        return false;
    int minutes = 0;
    if (in.accept(':') || in.isDigit())
        minutes = in.digits(2);
    if (minutes < 0 || minutes > 59)
        return false;
    out = std::chrono::minutes(hours * 60 + minutes) * (minus ? -1 : 1);
    return true;
}

WallTime fromLocal(std::int64_t secondsSinceEpoch)
{
    const date::sys_seconds at{std::chrono::seconds(secondsSinceEpoch)};
    const auto day = std::clamp(date::floor<date::days>(at), kFirstDay, kLastDay);
    const date::year_month_day ymd{day};
    const auto rest = std::clamp<std::int64_t>((at - day).count(), 0, 86'399);
    return WallTime{static_cast<int>(ymd.year()),
                    static_cast<std::uint8_t>(static_cast<unsigned>(ymd.month())),
                    static_cast<std::uint8_t>(static_cast<unsigned>(ymd.day())),
                    static_cast<std::uint8_t>(rest / 3600),
                    static_cast<std::uint8_t>(rest / 60 % 60),
                    static_cast<std::uint8_t>(rest % 60)};
}

std::int64_t toLocal(const WallTime &wall)
{
    // Day 31 of a short month flows into the next one, as calendars do.
    const auto day = date::sys_days(date::year{std::clamp(wall.year, 0, 9999)}
                                    / date::month{std::clamp<unsigned>(wall.month, 1, 12)} / 1)
                     + date::days(static_cast<int>(wall.day) - 1);
    return std::int64_t{day.time_since_epoch().count()} * 86'400 + wall.hour * 3600 + wall.minute * 60 + wall.second;
}

} // namespace

std::string toRfc3339(Instant t)
{
    const Instant clamped = std::clamp(t, Instant(kFirstDay), Instant(kLastDay + date::days(1)) - Micros(1));
    const auto seconds = date::floor<std::chrono::seconds>(clamped);
    std::string text = toString(fromLocal(seconds.time_since_epoch().count()));
    if (const auto fraction = (clamped - seconds).count(); fraction != 0) {
        text += fmt::format(".{:06}", fraction);
        text.erase(text.find_last_not_of('0') + 1);
    }
    return text + 'Z';
}

Result<Instant> parseRfc3339(std::string_view text)
{
    Reader in{text};
    date::sys_days day;
    if (!readDate(in, day))
        return bad(text, in.at, "no date");
    if (in.atEnd())
        return Instant(day);
    if (!in.accept('T') && !in.accept('t') && !in.accept(' '))
        return bad(text, in.at, "no time");
    Micros time{};
    if (!readTime(in, time))
        return bad(text, in.at, "no time");
    std::chrono::minutes offset{};
    if (!readOffset(in, offset))
        return bad(text, in.at, "no zone");
    if (!in.atEnd())
        return bad(text, in.at, "something after the zone");
    return Instant(day) + time - offset;
}

std::string toString(const WallTime &wall)
{
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", wall.year, unsigned{wall.month}, unsigned{wall.day},
                       unsigned{wall.hour}, unsigned{wall.minute}, unsigned{wall.second});
}

Result<WallTime> parseWallTime(std::string_view text)
{
    Reader in{text};
    date::sys_days day;
    if (!readDate(in, day))
        return bad(text, in.at, "no date");
    Micros time{};
    if (!(in.accept('T') || in.accept(' ')) || !readTime(in, time))
        return bad(text, in.at, "no time");
    if (!in.atEnd())
        return bad(text, in.at, "something after the time");
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time).count();
    return fromLocal(std::int64_t{day.time_since_epoch().count()} * 86'400 + seconds);
}

WallTime plusDays(WallTime wall, int days)
{
    return fromLocal(toLocal(wall) + std::int64_t{days} * 86'400);
}

WallTime plusMinutes(WallTime wall, int minutes)
{
    return fromLocal(toLocal(wall) + std::int64_t{minutes} * 60);
}

} // namespace vigie
