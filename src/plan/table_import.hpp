// SPDX-License-Identifier: GPL-3.0-or-later
// A table of posts, and the dates and hours people write in one.
// Thread: pure, but for reading the file. Errors: as readCalendarFile().
#pragma once

#include <vigie/plan/calendar_import.hpp>

#include <optional>
#include <string_view>

namespace vigie::plan {

Result<CalendarImport> readTable(const std::string &path, const ImportOptions &options);

/// 2026-11-27, 27/11/2026, 27.11.26, 11/27/2026 (with `monthFirst`), in days since 1970-01-01.
[[nodiscard]] std::optional<std::int32_t> dayFromCell(std::string_view cell, bool monthFirst);
/// 9:00, 09h30, 9h, 18.30, 6:15 pm, in minutes of the day.
[[nodiscard]] std::optional<int> minuteFromCell(std::string_view cell);
/// Which of the two comes first where the numbers tell: true the month, false the day; none when they do not.
[[nodiscard]] std::optional<bool> monthFirstIn(const std::vector<std::string> &cells);

} // namespace vigie::plan
