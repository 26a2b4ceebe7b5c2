// SPDX-License-Identifier: GPL-3.0-or-later
// What an alert says of the ordinary: the same hour of the series' own past.
#include <vigie/insight/spike.hpp>

#include <vigie/insight/statistics.hpp>

#include <algorithm>
#include <cstdlib>

namespace vigie::insight {

namespace {

constexpr std::chrono::hours kNotToday{12};
constexpr std::size_t kLeastHours = 3;
constexpr int kBeside = 30, kDayMinutes = 24 * 60;

struct Hour {
    double count = 0;
    std::size_t steps = 0;
};

/// Stretches that end with each step, in one pass.
std::vector<Hour> hoursOf(std::span<const SpikeStep> steps, std::chrono::minutes length)
{
    std::vector<Hour> hours(steps.size());
    double sum = 0;
    std::size_t from = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        sum += steps[i].count;
        while (steps[i].at - steps[from].at >= length)
            sum -= steps[from++].count;
        hours[i] = {sum, i + 1 - from};
    }
    return hours;
}

/// The same minute of the day, or half an hour beside it.
bool sameTime(int a, int b)
{
    const int apart = std::abs(a - b) % kDayMinutes;
    const int near = std::min(apart, kDayMinutes - apart);
    return near == 0 || near == kBeside;
}

bool weekend(int weekday)
{
    return weekday == 0 || weekday == 6;
}

} // namespace

HourBeside stretchBeside(std::span<const SpikeStep> steps, std::chrono::minutes length)
{
    if (steps.empty())
        return {};
    const auto hours = hoursOf(steps, length);
    const auto &last = steps.back();
    std::vector<double> sameDay, sameKind;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const bool whole = hours[i].steps >= hours.back().steps;
        if (!whole || last.at - steps[i].at < kNotToday || !sameTime(steps[i].minute, last.minute))
            continue;
        if (steps[i].weekday == last.weekday)
            sameDay.push_back(hours[i].count);
        if (weekend(steps[i].weekday) == weekend(last.weekday))
            sameKind.push_back(hours[i].count);
    }
    HourBeside beside{hours.back().count, {}};
    const bool byWeekday = sameDay.size() >= kLeastHours;
    const auto &usual = byWeekday ? sameDay : sameKind;
    if (usual.size() >= kLeastHours)
        beside.usual = UsualHour{*quantile(usual, 0.1), *quantile(usual, 0.9), static_cast<int>(usual.size()), byWeekday};
    return beside;
}

namespace {

struct LocalHour {
    int minute = 0, weekday = 0;
};

LocalHour localHour(Instant hour, std::string_view zone)
{
    const auto wall = toWall(hour, zone);
    const auto day = localDay(hour, zone);
    constexpr int kThursday = 4; // the first day of 1970
    if (wall && day)
        return {wall->hour * 60 + wall->minute, ((*day + kThursday) % 7 + 7) % 7};
    const auto minutes = std::chrono::floor<std::chrono::minutes>(hour).time_since_epoch().count();
    return {static_cast<int>(minutes % kDayMinutes), static_cast<int>((minutes / kDayMinutes + kThursday) % 7)};
}

} // namespace

std::vector<SpikeStep> localSteps(std::span<const std::pair<Instant, double>> counts, std::string_view zone)
{
    std::vector<SpikeStep> steps;
    steps.reserve(counts.size());
    // Zones change their offset at the quarter of an hour at the earliest, so one question serves all stretches of a quarter.
    constexpr std::chrono::minutes kQuarter{15};
    Instant quarter = Instant::min();
    LocalHour local;
    for (const auto &[at, count] : counts) {
        const auto minute = std::chrono::floor<std::chrono::minutes>(at);
        const Instant begins = minute - minute.time_since_epoch() % kQuarter;
        if (begins != quarter) {
            quarter = begins;
            local = localHour(quarter, zone);
        }
        steps.push_back({at, local.minute + static_cast<int>((minute - quarter) / std::chrono::minutes{1}), local.weekday, count});
    }
    return steps;
}

} // namespace vigie::insight
