// SPDX-License-Identifier: GPL-3.0-or-later
// When somebody is there to answer: hours of each weekday by the clock on the wall of a place, its holidays, and the days
// that are otherwise.
// Thread: values. Errors: none.
#pragma once

#include <vigie/base/id.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace vigie {

using CalendarId = Id<struct BusinessCalendarTag>;

/// Minutes since the midnight that the day begins with, half-open. Beyond 1440 it is the next day: 22:00 to 06:00 is 1320 to
/// 1800. An interval belongs to the day it begins on.
struct OpenInterval {
    std::int16_t from = 0, to = 0;

    friend auto operator<=>(const OpenInterval &, const OpenInterval &) = default;
};
using DayHours = std::vector<OpenInterval>;

/// A day that is not as its weekday and the holidays say.
struct DayChange {
    std::int16_t year = 0;       ///< 0: every year
    std::uint8_t month = 1, day = 1;
    enum class Kind : std::uint8_t {
        Closed,
        Hours,                   ///< open in `hours`, whatever day it is: a half-day, a Sunday before Christmas
        AsUsual                  ///< a holiday that is not kept here
    } kind = Kind::Closed;
    DayHours hours;
    std::string name;            ///< in the person's words; may be empty

    friend bool operator==(const DayChange &, const DayChange &) = default;
};

struct BusinessCalendar {
    CalendarId id;
    int version = 0;             ///< grows with every change; what was measured names it
    std::string name;
    std::string zone = "UTC";    ///< IANA
    std::array<DayHours, 7> week; ///< Monday first
    std::string holidays;        ///< a region of desk/holidays.hpp ("FR", "FR-67", "GB-SCT"); empty: none
    std::vector<DayChange> changes;

    friend bool operator==(const BusinessCalendar &, const BusinessCalendar &) = default;
};

} // namespace vigie
