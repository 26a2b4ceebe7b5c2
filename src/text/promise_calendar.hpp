// SPDX-License-Identifier: GPL-3.0-or-later
// Days reckoned from a day on the wall: weekdays, working days, ends of weeks and months; numbers and names in words.
// Thread: pure. Errors: none.
#pragma once

#include <vigie/base/time.hpp>

#include <optional>
#include <string>

namespace vigie::text {

[[nodiscard]] WallTime midnight(WallTime wall);
/// Monday is 0.
[[nodiscard]] int weekdayOf(const WallTime &wall);
[[nodiscard]] inline bool isWorkday(const WallTime &wall) { return weekdayOf(wall) < 5; }
/// The next such weekday after that of `today`: never today itself.
[[nodiscard]] WallTime nextWeekday(const WallTime &today, int weekday);
/// Monday of the week that lies `weeks` ahead.
[[nodiscard]] WallTime mondayOf(const WallTime &today, int weeks);
[[nodiscard]] WallTime plusWorkdays(WallTime day, int count);
/// The last day of the month that lies `months` ahead.
[[nodiscard]] WallTime endOfMonth(const WallTime &today, int months);
/// A day of the year that comes next; none where there is no such day.
[[nodiscard]] std::optional<WallTime> nextDate(const WallTime &today, int day, int month, std::optional<int> year);

/// 0 to 6 in French or English; none for other words.
[[nodiscard]] std::optional<int> weekdayNamed(const std::string &word);
/// 1 to 12.
[[nodiscard]] std::optional<int> monthNamed(const std::string &word);
/// Digits, or words up to thirty; -1 stands for "some" (quelques, few).
[[nodiscard]] std::optional<int> numberNamed(const std::string &word);

} // namespace vigie::text
