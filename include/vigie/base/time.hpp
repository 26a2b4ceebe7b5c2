// SPDX-License-Identifier: GPL-3.0-or-later
// Instants are UTC microseconds; a plan is a wall clock and an IANA zone, turned into an instant late. Offsets are
// never stored.
// Thread: safe; the zone database is loaded once. Errors: InvalidInput (unreadable text, unknown zone).
#pragma once

#include <vigie/base/result.hpp>

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace vigie {

using Micros = std::chrono::microseconds;
using Instant = std::chrono::sys_time<Micros>;

[[nodiscard]] constexpr std::int64_t toMicros(Instant t) { return t.time_since_epoch().count(); }
[[nodiscard]] constexpr Instant fromMicros(std::int64_t us) { return Instant{Micros{us}}; }

/// "2026-11-21T10:42:00Z", with the fraction only where there is one.
[[nodiscard]] std::string toRfc3339(Instant t);
/// RFC 3339 with zone; fractions of any length; "Z", "+01:00", "+0100". Dates alone read as midnight UTC.
Result<Instant> parseRfc3339(std::string_view text);

/// A time on the wall of a place, to the second.
struct WallTime {
    std::int32_t year = 1970;
    std::uint8_t month = 1, day = 1, hour = 0, minute = 0, second = 0;

    friend auto operator<=>(const WallTime &, const WallTime &) = default;
};

/// "2026-11-21T10:42:00" (no zone); seconds may be left out when read.
[[nodiscard]] std::string toString(const WallTime &wall);
Result<WallTime> parseWallTime(std::string_view text);

struct ZonedInstant {
    Instant at;
    enum class Kind : std::uint8_t {
        Unique,
        Gap,   ///< the wall time does not exist (clocks go forward): `at` is the first instant after the gap
        Double ///< the wall time exists twice (clocks go back): `at` is the first of the two
    } kind = Kind::Unique;
};

/// The one conversion between what a calendar shows and what is stored.
Result<ZonedInstant> toInstant(const WallTime &wall, std::string_view zone);
Result<WallTime> toWall(Instant t, std::string_view zone);
/// UTC instant at which the local day that holds `t` begins (a day may last 23, 24 or 25 hours).
Result<Instant> startOfDay(Instant t, std::string_view zone);
/// Days since 1970-01-01 of the local day that holds `t`.
Result<std::int32_t> localDay(Instant t, std::string_view zone);
/// UTC instant at which local day `day` (days since 1970-01-01) begins.
Result<Instant> dayStart(std::int32_t day, std::string_view zone);
/// Wall time plus whole days (calendar arithmetic: the hour stays).
[[nodiscard]] WallTime plusDays(WallTime wall, int days);
[[nodiscard]] WallTime plusMinutes(WallTime wall, int minutes);
[[nodiscard]] bool zoneExists(std::string_view zone);
/// Zone of this machine, "UTC" when it cannot be told.
[[nodiscard]] std::string systemZone();

} // namespace vigie
