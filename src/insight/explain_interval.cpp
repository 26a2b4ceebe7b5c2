// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/explain_interval.hpp"

#include "insight/uncertainty.hpp"

#include <vigie/insight/statistics.hpp>

#include <array>
#include <cmath>

namespace vigie::insight {

namespace {

constexpr std::int64_t kFewRows = 10; ///< of both periods: fewer, and a normal interval says more than is known

/// The part, and all that is not in it: its change depends on these eight sums alone.
using Eight = std::array<double, 8>;

Eight sumsOf(const PartSums &part, const PartSums &whole)
{
    return {part.overBefore, part.underBefore, part.overNow, part.underNow, whole.overBefore - part.overBefore, whole.underBefore - part.underBefore,
            whole.overNow - part.overNow, whole.underNow - part.underNow};
}

std::optional<double> changeOf(const Eight &at)
{
    const std::array<PartSums, 2> parts{PartSums{0, at[0], at[1], at[2], at[3]}, PartSums{1, at[4], at[5], at[6], at[7]}};
    const auto changes = decompose(parts, true);
    return changes ? std::optional(changes->front().change) : std::nullopt;
}

PartSpread without(const PartSpread &whole, const PartSpread &part)
{
    return {whole.xx - part.xx, whole.xy - part.xy, whole.yy - part.yy, whole.rows - part.rows, whole.ones};
}

/// Slope of the change along one of the eight sums.
std::optional<double> slope(const Eight &at, std::size_t along)
{
    constexpr double kStep = 1e-4;
    const double step = kStep * std::max(1.0, std::abs(at[along]));
    auto low = at, high = at;
    low[along] -= step;
    high[along] += step;
    const auto below = changeOf(low), above = changeOf(high);
    return below && above ? std::optional((*above - *below) / (2 * step)) : std::nullopt;
}

std::optional<Interval> ofRatio(const SpreadSums &part, const SpreadSums &whole)
{
    const auto at = sumsOf(part.sums, whole.sums);
    const auto change = changeOf(at);
    if (!change)
        return std::nullopt;
    const std::array<PartSpread, 4> spreads{part.before, part.now, without(whole.before, part.before), without(whole.now, part.now)};
    double variance = 0;
    for (std::size_t i = 0; i < spreads.size(); ++i) {
        const auto over = slope(at, 2 * i), under = slope(at, 2 * i + 1);
        if (!over || !under)
            return std::nullopt;
        variance += *over * *over * spreads[i].xx + 2 * *over * *under * spreads[i].xy + *under * *under * spreads[i].yy;
    }
    const double half = kNormal * std::sqrt(std::max(0.0, variance));
    return Interval{*change - half, *change + half};
}

} // namespace

void PartSpread::add(double over, double under)
{
    xx += over * over;
    xy += over * under;
    yy += under * under;
    ++rows;
    ones = ones && (over == 0 || over == 1);
}

void PartSpread::add(const PartSpread &other)
{
    xx += other.xx;
    xy += other.xy;
    yy += other.yy;
    rows += other.rows;
    ones = ones && other.ones;
}

std::optional<Interval> partInterval(const SpreadSums &part, const SpreadSums &whole, bool ratio)
{
    const auto &sums = part.sums;
    if (!ratio && part.before.ones && part.now.ones) {
        const auto bounds = [](double count) {
            const auto [low, high] = poissonExact(static_cast<std::int64_t>(std::llround(count)));
            return Interval{low, high};
        };
        return difference(sums.overNow, bounds(sums.overNow), sums.overBefore, bounds(sums.overBefore));
    }
    if (part.before.rows + part.now.rows < kFewRows)
        return std::nullopt;
    if (ratio)
        return ofRatio(part, whole);
    const double half = kNormal * std::sqrt(part.before.xx + part.now.xx), change = sums.overNow - sums.overBefore;
    return Interval{change - half, change + half};
}

} // namespace vigie::insight
