// SPDX-License-Identifier: GPL-3.0-or-later
// Days of the Gregorian calendar by number: days since 1970-01-01, whatever the zone.
// Thread: pure functions. Errors: InvalidInput (no such day).
#pragma once

#include <vigie/base/time.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace vigie {

[[nodiscard]] std::int32_t civilDay(const WallTime &wall);
/// `minute` of that day, 0 to 1439.
[[nodiscard]] WallTime wallAt(std::int32_t day, int minute = 0);
[[nodiscard]] constexpr int minuteOf(const WallTime &wall) { return wall.hour * 60 + wall.minute; }
/// "2026-11-27".
[[nodiscard]] std::string toIsoDay(std::int32_t day);
Result<std::int32_t> parseIsoDay(std::string_view text);
/// 1 is Monday, 7 is Sunday (ISO 8601).
[[nodiscard]] int isoWeekday(std::int32_t day);
/// Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).
[[nodiscard]] std::int32_t easterDay(int year);

} // namespace vigie
