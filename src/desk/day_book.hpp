// SPDX-License-Identifier: GPL-3.0-or-later
// The days of a calendar one after another; the holidays of a year are worked out once.
// Thread: one at a time. Errors: none; what does not exist (30 February) is no day.
#pragma once

#include <vigie/desk/business_time.hpp>
#include <vigie/desk/holidays.hpp>

#include <map>

namespace vigie::desk {

class DayBook {
public:
    explicit DayBook(const BusinessCalendar &calendar) : calendar_(calendar) {}
    [[nodiscard]] DayPlan plan(std::int32_t day);

private:
    [[nodiscard]] const Holiday *holiday(std::int32_t day, int year);

    const BusinessCalendar &calendar_;
    std::map<int, std::vector<Holiday>> years_;
};

} // namespace vigie::desk
