// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/hour_axis.hpp"

#include "ui/calendar/post.hpp"

#include <algorithm>
#include <cmath>

namespace vigie::ui::calendar {

namespace {

constexpr int kHours = 24, kQuarters = 4, kHalf = 30;

/// Most days have 24 hours: only the others are asked hour by hour.
bool usual(const QDate &day, const std::string &zone)
{
    const auto number = static_cast<std::int32_t>(QDate(1970, 1, 1).daysTo(day));
    const auto begin = dayStart(number, zone), end = dayStart(number + 1, zone);
    return !begin || !end || *end - *begin == std::chrono::hours(kHours);
}

} // namespace

HourAxis::HourAxis(const std::vector<QDate> &days, const std::string &zone)
{
    for (const auto &day : days) {
        if (usual(day, zone))
            continue;
        for (int hour = 0; hour < kHours; ++hour) {
            const auto at = toInstant(wallOf(day, QTime(hour, kHalf)), zone);
            if (at && at->kind != ZonedInstant::Kind::Unique)
                odd_.push_back({day, hour, at->kind == ZonedInstant::Kind::Gap ? Hour::Missing : Hour::Twice});
        }
    }
    for (int hour = 0; hour < kHours; ++hour) {
        const auto count = [&](Hour kind) {
            return std::count_if(odd_.begin(), odd_.end(), [&](const Odd &one) { return one.hour == hour && one.kind == kind; });
        };
        if (days.empty() || count(Hour::Missing) < static_cast<std::ptrdiff_t>(days.size()))
            rows_.push_back({hour, false});
        if (count(Hour::Twice) > 0)
            rows_.push_back({hour, true});
    }
}

double HourAxis::position(const QTime &time, bool second) const
{
    const auto exact = std::find(rows_.begin(), rows_.end(), HourRow{time.hour(), second});
    if (exact != rows_.end())
        return static_cast<double>(exact - rows_.begin()) + (time.minute() + time.second() / 60.0) / 60.0;
    const auto after = std::find_if(rows_.begin(), rows_.end(), [&](const HourRow &row) { return row.hour >= time.hour(); });
    return static_cast<double>(after - rows_.begin()) + (after != rows_.end() && after->hour == time.hour() ? time.minute() / 60.0 : 0.0);
}

QTime HourAxis::timeAt(double position) const
{
    const int quarters = std::clamp(static_cast<int>(std::lround(position * kQuarters)), 0, static_cast<int>(rows_.size()) * kQuarters - 1);
    const auto &row = rows_[static_cast<std::size_t>(quarters / kQuarters)];
    return {row.hour, quarters % kQuarters * 60 / kQuarters};
}

HourAxis::Hour HourAxis::kind(const QDate &day, const HourRow &row) const
{
    const auto found = std::find_if(odd_.begin(), odd_.end(), [&](const Odd &one) { return one.day == day && one.hour == row.hour; });
    if (found != odd_.end())
        return found->kind;
    return row.second ? Hour::Missing : Hour::Usual;
}

} // namespace vigie::ui::calendar
