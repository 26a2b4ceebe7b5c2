// SPDX-License-Identifier: GPL-3.0-or-later
// The half of time.hpp that needs the zone database of the system.
#include <vigie/base/time.hpp>
#include <vigie/base/zone_offsets.hpp>

#include <date/tz.h>
#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace vigie {

namespace {

using LocalSeconds = date::local_seconds;

/// Outside these years neither a calendar nor the zone rules make sense.
bool inRange(std::int64_t days)
{
    return days >= -719'528 && days <= 2'932'896; // 0000-01-01 .. 9999-12-31
}

/// The library throws for an unknown name and for a machine without zone files; here both are values.
Result<const date::time_zone *> findZone(std::string_view name)
{
    if (name.empty() || name.size() > 64)
        return fail(Errc::InvalidInput, "no zone name");
    try {
        return date::locate_zone(std::string(name));
    } catch (const std::exception &) {
        return fail(Errc::InvalidInput, fmt::format("unknown time zone \"{}\"", name));
    }
}

bool isUtc(std::string_view zone)
{
    return zone == "UTC" || zone == "Etc/UTC"; // works on a machine without zone files as well
}

Result<LocalSeconds> localOf(const WallTime &wall)
{
    const date::year_month_day ymd{date::year{wall.year}, date::month{wall.month}, date::day{wall.day}};
    if (wall.year < 0 || wall.year > 9999 || !ymd.ok() || wall.hour > 23 || wall.minute > 59 || wall.second > 59)
        return fail(Errc::InvalidInput, "no such day or time");
    return date::local_days(ymd) + std::chrono::hours(wall.hour) + std::chrono::minutes(wall.minute)
           + std::chrono::seconds(wall.second);
}

Result<ZonedInstant> resolve(LocalSeconds local, std::string_view zoneName)
{
    using Kind = ZonedInstant::Kind;
    if (isUtc(zoneName))
        return ZonedInstant{Instant(local.time_since_epoch()), Kind::Unique};
    VIGIE_TRY(const date::time_zone *zone, findZone(zoneName));
    try {
        const date::local_info info = zone->get_info(local);
        switch (info.result) {
        case date::local_info::nonexistent: return ZonedInstant{Instant(info.first.end), Kind::Gap};
        case date::local_info::ambiguous:
            return ZonedInstant{Instant(local.time_since_epoch() - info.first.offset), Kind::Double};
        default: return ZonedInstant{Instant(local.time_since_epoch() - info.first.offset), Kind::Unique};
        }
    } catch (const std::exception &error) {
        return fail(Errc::InvalidInput, fmt::format("zone {}: {}", zoneName, error.what()));
    }
}

/// Seconds on the wall of the zone, since 1970-01-01T00:00 of that wall.
Result<std::int64_t> localSeconds(Instant t, std::string_view zoneName)
{
    const auto seconds = date::floor<std::chrono::seconds>(t);
    if (!inRange(date::floor<date::days>(t).time_since_epoch().count()))
        return fail(Errc::InvalidInput, "instant out of range");
    if (isUtc(zoneName))
        return seconds.time_since_epoch().count();
    VIGIE_TRY(const date::time_zone *zone, findZone(zoneName));
    try {
        return (seconds.time_since_epoch() + zone->get_info(seconds).offset).count();
    } catch (const std::exception &error) {
        return fail(Errc::InvalidInput, fmt::format("zone {}: {}", zoneName, error.what()));
    }
}

std::int64_t dayOf(std::int64_t seconds)
{
    return seconds >= 0 ? seconds / 86'400 : -((-seconds + 86'399) / 86'400);
}

} // namespace

Result<ZonedInstant> toInstant(const WallTime &wall, std::string_view zone)
{
    VIGIE_TRY(const LocalSeconds local, localOf(wall));
    return resolve(local, zone);
}

Result<WallTime> toWall(Instant t, std::string_view zone)
{
    VIGIE_TRY(const std::int64_t seconds, localSeconds(t, zone));
    const std::int64_t day = dayOf(seconds);
    if (!inRange(day))
        return fail(Errc::InvalidInput, "instant out of range");
    const std::int64_t rest = seconds - day * 86'400;
    const date::year_month_day ymd{date::sys_days{date::days{static_cast<int>(day)}}};
    WallTime wall;
    wall.year = static_cast<int>(ymd.year());
    wall.month = static_cast<std::uint8_t>(static_cast<unsigned>(ymd.month()));
    wall.day = static_cast<std::uint8_t>(static_cast<unsigned>(ymd.day()));
    wall.hour = static_cast<std::uint8_t>(rest / 3600);
    wall.minute = static_cast<std::uint8_t>(rest / 60 % 60);
    wall.second = static_cast<std::uint8_t>(rest % 60);
    return wall;
}

Result<Instant> startOfDay(Instant t, std::string_view zone)
{
    VIGIE_TRY(const std::int32_t day, localDay(t, zone));
    return dayStart(day, zone);
}

Result<std::int32_t> localDay(Instant t, std::string_view zone)
{
    VIGIE_TRY(const std::int64_t seconds, localSeconds(t, zone));
    return static_cast<std::int32_t>(dayOf(seconds));
}

Result<Instant> dayStart(std::int32_t day, std::string_view zone)
{
    if (!inRange(day))
        return fail(Errc::InvalidInput, "day out of range");
    VIGIE_TRY(const ZonedInstant start, resolve(date::local_days{date::days{day}}, zone));
    return start.at;
}

Result<ZoneStretch> zoneStretch(Instant t, std::string_view zoneName)
{
    constexpr Instant kBegin{date::sys_days{date::year{0} / 1 / 1}}, kEnd{date::sys_days{date::year{9999} / 12 / 31}};
    if (t < kBegin || t >= kEnd)
        return fail(Errc::InvalidInput, "instant out of range");
    if (isUtc(zoneName))
        return ZoneStretch{kBegin, kEnd, std::chrono::seconds{0}};
    VIGIE_TRY(const date::time_zone *zone, findZone(zoneName));
    try {
        const auto info = zone->get_info(date::floor<std::chrono::seconds>(t));
        const auto bounded = [&](date::sys_seconds at) { return Instant{std::clamp<std::chrono::seconds>(at.time_since_epoch(), date::floor<std::chrono::seconds>(kBegin.time_since_epoch()), date::floor<std::chrono::seconds>(kEnd.time_since_epoch()))}; };
        return ZoneStretch{bounded(info.begin), bounded(info.end), info.offset};
    } catch (const std::exception &error) {
        return fail(Errc::InvalidInput, fmt::format("zone {}: {}", zoneName, error.what()));
    }
}

bool zoneExists(std::string_view zone)
{
    return isUtc(zone) || findZone(zone).has_value();
}

std::string systemZone()
{
    if (const char *tz = std::getenv("TZ"); tz != nullptr && *tz != '\0') {
        const std::string_view name = *tz == ':' ? tz + 1 : tz;
        if (zoneExists(name))
            return std::string(name);
    }
    try {
        return date::current_zone()->name();
    } catch (const std::exception &) {
        return "UTC";
    }
}

} // namespace vigie
