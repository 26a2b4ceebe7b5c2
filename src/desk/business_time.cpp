// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/desk/business_time.hpp>

#include <vigie/base/zone_offsets.hpp>

#include "desk/day_book.hpp"

#include <algorithm>

namespace vigie::desk {

namespace {

constexpr std::chrono::days kAhead{366 * 10}, kFirstLook{40}, kMargin{2};

std::int32_t dayOf(Instant local)
{
    return static_cast<std::int32_t>(std::chrono::floor<std::chrono::days>(local).time_since_epoch().count());
}

/// In order, apart from one another.
void tidy(std::vector<OpenStretch> &open)
{
    std::sort(open.begin(), open.end());
    std::size_t kept = 0;
    for (std::size_t i = 0; i < open.size(); ++i) {
        if (kept > 0 && open[i].from <= open[kept - 1].to)
            open[kept - 1].to = std::max(open[kept - 1].to, open[i].to);
        else
            open[kept++] = open[i];
    }
    open.resize(kept);
}

} // namespace

Result<BusinessTime> BusinessTime::of(BusinessCalendar calendar)
{
    if (auto fault = calendarFault(calendar))
        return fail(std::move(*fault));
    return BusinessTime(std::move(calendar));
}

/// One stretch of equal offset after the other: within it the wall moves as time does, and a wall time is one instant.
void BusinessTime::workOut(Instant from, Instant to, std::vector<OpenStretch> &into) const
{
    DayBook book(calendar_);
    for (Instant at = from; at < to;) {
        const auto stretch = zoneStretch(at, calendar_.zone);
        if (!stretch || stretch->to <= at)
            return; // beyond the years that calendars have
        const Instant end = std::min(to, stretch->to);
        const Instant wallFrom = at + stretch->offset, wallTo = end + stretch->offset;
        // The night before may reach into the first day.
        for (std::int32_t day = dayOf(wallFrom) - 1; day <= dayOf(wallTo); ++day)
            for (const auto &interval : book.plan(day).hours) {
                const Instant midnight{std::chrono::days{day}};
                const Instant opens = std::max(wallFrom, midnight + std::chrono::minutes{interval.from});
                const Instant closes = std::min(wallTo, midnight + std::chrono::minutes{interval.to});
                if (opens < closes)
                    into.push_back({opens - stretch->offset, closes - stretch->offset});
            }
        at = end;
    }
}

void BusinessTime::sumUp()
{
    tidy(open_);
    sums_.clear();
    sums_.reserve(open_.size());
    Micros sum{0};
    for (const auto &stretch : open_) {
        sums_.push_back(sum);
        sum += stretch.to - stretch.from;
    }
}

void BusinessTime::reach(Instant from, Instant to)
{
    if (begin_ == end_) {
        begin_ = from - kMargin;
        end_ = std::max(to, from + kFirstLook);
        workOut(begin_, end_, open_);
    } else if (from < begin_ || to > end_) {
        // Twice as far as asked for: asking in steps stays cheap.
        const auto more = (end_ - begin_) / 2;
        if (from < begin_) {
            const Instant back = std::min(from, begin_ - more);
            workOut(back, begin_, open_);
            begin_ = back;
        }
        if (to > end_) {
            const Instant on = std::max(to, end_ + more);
            workOut(end_, on, open_);
            end_ = on;
        }
    } else {
        return;
    }
    sumUp();
}

Micros BusinessTime::openBefore(Instant at) const
{
    const auto next = std::upper_bound(open_.begin(), open_.end(), at, [](Instant t, const OpenStretch &stretch) { return t < stretch.from; });
    if (next == open_.begin())
        return Micros{0};
    const auto i = static_cast<std::size_t>(next - open_.begin()) - 1;
    return sums_[i] + (std::min(at, open_[i].to) - open_[i].from);
}

OpenDuration BusinessTime::between(Instant from, Instant to)
{
    if (to < from)
        return {0, true};
    reach(from, to);
    return {std::chrono::floor<std::chrono::seconds>(openBefore(to) - openBefore(from)).count(), false};
}

std::optional<Instant> BusinessTime::after(Instant from, std::int64_t seconds)
{
    if (seconds <= 0)
        return from;
    for (auto look = std::chrono::duration_cast<std::chrono::hours>(kFirstLook); ; look *= 4) {
        const bool last = look >= kAhead;
        reach(from, from + std::min<std::chrono::hours>(look, kAhead));
        const Micros wanted = openBefore(from) + std::chrono::seconds{seconds};
        const auto next = std::lower_bound(sums_.begin(), sums_.end(), wanted);
        if (next != sums_.begin()) {
            const auto i = static_cast<std::size_t>(next - sums_.begin()) - 1;
            const Instant at = open_[i].from + (wanted - sums_[i]);
            if (at <= open_[i].to)
                return at;
        }
        if (last)
            return std::nullopt;
    }
}

std::optional<Instant> BusinessTime::nextOpening(Instant at)
{
    for (auto look = std::chrono::duration_cast<std::chrono::hours>(kFirstLook); ; look *= 4) {
        reach(at, at + std::min<std::chrono::hours>(look, kAhead));
        const auto next = std::upper_bound(open_.begin(), open_.end(), at, [](Instant t, const OpenStretch &stretch) { return t < stretch.to; });
        if (next != open_.end())
            return std::max(at, next->from);
        if (look >= kAhead)
            return std::nullopt;
    }
}

bool BusinessTime::isOpen(Instant at)
{
    reach(at, at + Micros{1});
    const auto next = std::upper_bound(open_.begin(), open_.end(), at, [](Instant t, const OpenStretch &stretch) { return t < stretch.from; });
    return next != open_.begin() && at < std::prev(next)->to;
}

std::vector<OpenStretch> BusinessTime::stretches(Instant from, Instant to)
{
    std::vector<OpenStretch> out;
    if (to <= from)
        return out;
    reach(from, to);
    for (const auto &stretch : open_)
        if (stretch.to > from && stretch.from < to)
            out.push_back({std::max(from, stretch.from), std::min(to, stretch.to)});
    return out;
}

Result<OpenDuration> openBetween(const BusinessCalendar &calendar, Instant from, Instant to)
{
    VIGIE_TRY(auto time, BusinessTime::of(calendar));
    return time.between(from, to);
}

Result<std::optional<Instant>> afterOpen(const BusinessCalendar &calendar, Instant from, std::int64_t seconds)
{
    VIGIE_TRY(auto time, BusinessTime::of(calendar));
    return time.after(from, seconds);
}

Result<std::optional<Instant>> nextOpening(const BusinessCalendar &calendar, Instant at)
{
    VIGIE_TRY(auto time, BusinessTime::of(calendar));
    return time.nextOpening(at);
}

} // namespace vigie::desk
