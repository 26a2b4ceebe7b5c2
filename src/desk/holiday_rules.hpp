// SPDX-License-Identifier: GPL-3.0-or-later
// The table behind holidays.hpp: one line per rule.
// Thread: constants. Errors: none.
#pragma once

#include <vigie/desk/holidays.hpp>

#include <span>

namespace vigie::desk {

enum class HolidayWhen : std::uint8_t {
    Fixed,      ///< month, day
    Easter,     ///< `day` days after Easter Sunday
    Nth,        ///< the `day`-th `weekday` of month; -1: the last
    OnOrBefore, ///< the `weekday` on or before month, day
    AfterNth    ///< `shift` days after the `day`-th `weekday` of month
};

/// What happens when it falls on a weekend.
enum class HolidayShift : std::uint8_t {
    None,
    NextFree,       ///< the next weekday that is no holiday itself is one (United Kingdom)
    Nearest,        ///< Saturday: the Friday before, Sunday: the Monday after (United States, federal)
    MondayIfSunday
};

struct HolidayRule {
    const char *country;
    const char *parts; ///< "": all of it; "57 67": these; "!TI VS": all but these; ".": only the country as such (federal), "." may stand in a list
    HolidayWhen when = HolidayWhen::Fixed;
    std::int8_t month = 1, day = 1;
    std::int8_t weekday = 0; ///< 1 Monday .. 7 Sunday
    std::int8_t shiftDays = 0;
    const char *key = "";
    HolidayShift shift = HolidayShift::None;
    std::int16_t since = 0, until = 9999;
};

struct HolidayName {
    const char *key, *english, *french;
};

[[nodiscard]] std::span<const HolidayRule> holidayRules();     ///< FR, BE, LU, CH, DE
[[nodiscard]] std::span<const HolidayRule> holidayRulesWest(); ///< GB, IE, US, CA
[[nodiscard]] std::span<const HolidayName> holidayNames();

} // namespace vigie::desk
