// SPDX-License-Identifier: GPL-3.0-or-later
// Intervals of the figures of the catalogue, all of 95 %. Those of shares and counts alone are in statistics.hpp.
// Thread: pure. Errors: none; no value where the formula has none.
#pragma once

#include <vigie/insight/figure.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace vigie::insight {

inline constexpr double kNormal = 1.959963984540054; ///< 97.5 % quantile of the normal distribution

/// Ratio now / before of two rates (count over exposure), exact conditional (Clopper and Pearson 1934), with its central two-sided p.
/// `phi`: counts vary phi times as much as chance (quasi-Poisson): they are worth 1 / phi of themselves. None without any count, or exposure.
struct RateRatio {
    double ratio = 0, low = 0, high = 0, p = 1; ///< ratio infinite where there was nothing before
};
struct ExposedCount {
    double count = 0, exposure = 1;
};
[[nodiscard]] std::optional<RateRatio> compareRates(const ExposedCount &before, const ExposedCount &now, double phi = 1);

/// Pearson's chi-square over its degrees of freedom, of daily counts against the mean of their weekday, at least 1; `firstWeekday`: 0..6 of
/// the first. 1 under four weeks, or where the mean is under one a day: so few say nothing of how they vary.
[[nodiscard]] double dispersion(std::span<const std::int64_t> days, int firstWeekday);

/// now - before of two figures that do not overlap, each with its own interval (method of variance estimates recovery, Zou and Donner 2008).
[[nodiscard]] Interval difference(double now, const Interval &nowBounds, double before, const Interval &beforeBounds);

/// Sum of x over sum of y with its linearised interval (Cochran 1977, 6.4), never under 0. None where the sum of y is 0; no interval under 2 pairs.
struct SumRatio {
    double value = 0;
    std::optional<Interval> interval;
};
[[nodiscard]] std::optional<SumRatio> sumRatio(std::span<const std::pair<double, double>> pairs);

/// Mean with its normal interval; none for no values, no interval under 2.
[[nodiscard]] std::optional<SumRatio> meanOf(std::span<const double> values);

/// Bounds of a quantile by order statistics, free of any distribution (Conover 1999, 3.2). None where so few values have none.
[[nodiscard]] std::optional<Interval> quantileBounds(std::span<const double> ascending, double q);

/// Quantile of times of which some have not ended (Kaplan and Meier 1958). None where the curve does not come down so far.
struct Lasting {
    double seconds = 0;
    bool ended = true;
};
[[nodiscard]] std::optional<double> survivalQuantile(std::vector<Lasting> times, double q);

} // namespace vigie::insight
