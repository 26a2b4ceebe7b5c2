// SPDX-License-Identifier: GPL-3.0-or-later
// Hours, durations, days and scopes as they are typed and printed.
// Thread: pure. Errors: InvalidInput with what is wrong.
#pragma once

#include <vigie/desk/sla.hpp>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace vigie::cli {

/// "90m", "4h", "1h30", "2d" (of 24 open hours); "none": no promise.
Result<std::optional<std::int64_t>> promiseFrom(const std::string &typed);
[[nodiscard]] std::string promiseText(const std::optional<std::int64_t> &seconds);
/// "-1 h 05" and the like.
[[nodiscard]] std::string durationText(std::int64_t seconds);
/// "mon-fri 9:00-12:30,14:00-18:00" or "sun closed"; changes the days that are named.
Result<void> setHours(BusinessCalendar &calendar, const std::string &typed);
/// "12-24 9:00-12:00", "2026-05-15 closed", "07-14 usual", each with a name behind it in quotes or not.
Result<void> setDay(BusinessCalendar &calendar, const std::string &typed);
[[nodiscard]] std::string hoursText(const DayHours &hours);
[[nodiscard]] std::string dayText(std::int32_t day);  ///< "2026-07-14"
Result<std::int32_t> dayFrom(const std::string &typed);

[[nodiscard]] nlohmann::json calendarJson(const BusinessCalendar &calendar);
[[nodiscard]] nlohmann::json policyJson(const SlaPolicy &policy);
[[nodiscard]] std::string scopeText(const SlaScope &scope);

} // namespace vigie::cli
