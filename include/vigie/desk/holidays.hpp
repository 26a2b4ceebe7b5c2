// SPDX-License-Identifier: GPL-3.0-or-later
// The public holidays of nine countries and of their parts, by rule: days of the year, days counted from Easter, "third
// Monday of", and the days that stand in for those that fall on a weekend. Sources: docs/service-levels.md.
// Thread: pure functions. Errors: none; an unknown region has no holidays.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::desk {

struct Holiday {
    std::int32_t day = 0;        ///< days since 1970-01-01
    const char *key = "";        ///< "easter_monday"; stays the same from version to version
    const char *english = "", *french = "";
    bool substitute = false;     ///< stands in for one on a weekend
};

struct HolidayRegion {
    const char *code = "";       ///< "FR", "FR-67", "CH-GE", "GB-SCT"
    const char *english = "", *french = "";
};

/// Countries first, each followed by its parts.
[[nodiscard]] const std::vector<HolidayRegion> &holidayRegions();
[[nodiscard]] const HolidayRegion *holidayRegion(std::string_view code);
/// Those of one year, in order; a part of a country has those of the country as well.
[[nodiscard]] std::vector<Holiday> holidaysOf(std::string_view region, int year);
/// Easter Sunday of the Gregorian calendar.
[[nodiscard]] std::int32_t easterSunday(int year);

} // namespace vigie::desk
