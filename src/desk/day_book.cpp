// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/day_book.hpp"

#include <algorithm>
#include <chrono>

namespace vigie::desk {

namespace {

constexpr int kDay = 24 * 60;

std::chrono::year_month_day dateOf(std::int32_t day)
{
    return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{day}}};
}

/// Of two changes for one day the one that names the year counts.
const DayChange *changeOn(const BusinessCalendar &calendar, std::chrono::year_month_day date)
{
    const DayChange *found = nullptr;
    for (const auto &change : calendar.changes) {
        if (unsigned{change.month} != static_cast<unsigned>(date.month()) || unsigned{change.day} != static_cast<unsigned>(date.day()))
            continue;
        if (change.year == static_cast<int>(date.year()))
            return &change;
        if (change.year == 0)
            found = &change;
    }
    return found;
}

std::optional<std::string> hoursFault(const DayHours &hours)
{
    for (const auto &interval : hours)
        if (interval.from < 0 || interval.from >= kDay || interval.to <= interval.from || interval.to - interval.from > kDay)
            return "hours must begin within their day, end after they begin, and last a day at the most";
    return std::nullopt;
}

std::optional<std::string> changeFault(const DayChange &change)
{
    const auto year = std::chrono::year{change.year == 0 ? 2000 : change.year}; // a leap year: 29 February of every year that has one
    if (!(year / std::chrono::month{change.month} / std::chrono::day{change.day}).ok())
        return "a day of the calendar does not exist";
    if (change.year != 0 && (change.year < 1970 || change.year > 9000))
        return "a year of the calendar is out of range";
    return hoursFault(change.hours);
}

} // namespace

const Holiday *DayBook::holiday(std::int32_t day, int year)
{
    auto known = years_.find(year);
    if (known == years_.end())
        known = years_.emplace(year, holidaysOf(calendar_.holidays, year)).first;
    const auto &list = known->second;
    const auto found = std::lower_bound(list.begin(), list.end(), day, [](const Holiday &one, std::int32_t wanted) { return one.day < wanted; });
    return found != list.end() && found->day == day ? &*found : nullptr;
}

DayPlan DayBook::plan(std::int32_t day)
{
    const auto date = dateOf(day);
    const auto weekday = std::chrono::weekday{std::chrono::sys_days{std::chrono::days{day}}}.iso_encoding() - 1;
    DayPlan plan;
    const auto *change = changeOn(calendar_, date);
    if (change != nullptr && change->kind != DayChange::Kind::AsUsual) {
        plan.changed = true;
        plan.reason = change->name;
        if (change->kind == DayChange::Kind::Hours)
            plan.hours = change->hours;
        return plan;
    }
    const auto *holiday = calendar_.holidays.empty() ? nullptr : this->holiday(day, static_cast<int>(date.year()));
    if (holiday != nullptr && change == nullptr) {
        plan.holiday = true;
        plan.reason = holiday->key;
        return plan;
    }
    plan.changed = change != nullptr;
    if (change != nullptr)
        plan.reason = change->name;
    plan.hours = calendar_.week[weekday];
    return plan;
}

DayPlan dayPlan(const BusinessCalendar &calendar, std::int32_t day)
{
    return DayBook(calendar).plan(day);
}

std::optional<Error> calendarFault(const BusinessCalendar &calendar)
{
    const auto fault = [](std::string why) { return std::optional(Error{Errc::InvalidInput, std::move(why), 0, std::nullopt, std::nullopt}); };
    if (!zoneExists(calendar.zone))
        return fault("unknown time zone \"" + calendar.zone.substr(0, 64) + "\"");
    if (!calendar.holidays.empty() && holidayRegion(calendar.holidays) == nullptr)
        return fault("the holidays of \"" + calendar.holidays.substr(0, 16) + "\" are not known");
    for (const auto &day : calendar.week)
        if (const auto why = hoursFault(day))
            return fault(*why);
    for (const auto &change : calendar.changes)
        if (const auto why = changeFault(change))
            return fault(*why);
    return std::nullopt;
}

BusinessCalendar usualCalendar(std::string zone, std::string holidays)
{
    BusinessCalendar calendar;
    calendar.zone = std::move(zone);
    calendar.holidays = std::move(holidays);
    for (std::size_t day = 0; day < 5; ++day)
        calendar.week[day] = {{9 * 60, 18 * 60}};
    return calendar;
}

} // namespace vigie::desk
