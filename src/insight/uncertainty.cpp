// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/uncertainty.hpp"

#include <algorithm>
#include <array>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <cmath>
#include <limits>

namespace vigie::insight {

namespace {

constexpr double kAlpha = 0.05;

} // namespace

std::optional<RateRatio> compareRates(const ExposedCount &before, const ExposedCount &now, double phi)
{
    const double total = before.count + now.count;
    if (total <= 0 || before.exposure <= 0 || now.exposure <= 0)
        return std::nullopt;
    using boost::math::beta_distribution;
    // Given their sum, the first of two counts is binomial with a share that its exposure would have at equal rates.
    const double x = now.count / phi, y = before.count / phi, times = now.exposure / before.exposure;
    const double even = times / (1 + times);
    const double low = x <= 0 ? 0 : quantile(beta_distribution<>(x, y + 1), kAlpha / 2);
    const double high = y <= 0 ? 1 : quantile(beta_distribution<>(x + 1, y), 1 - kAlpha / 2);
    const double atLeast = x <= 0 ? 1 : cdf(beta_distribution<>(x, y + 1), even);
    const double atMost = y <= 0 ? 1 : cdf(complement(beta_distribution<>(x + 1, y), even));
    RateRatio out;
    out.ratio = before.count <= 0 ? std::numeric_limits<double>::infinity() : now.count / before.count / times;
    out.low = low / (1 - low) / times;
    out.high = high >= 1 ? std::numeric_limits<double>::infinity() : high / (1 - high) / times;
    out.p = std::min(1.0, 2 * std::min(atLeast, atMost));
    return out;
}

double dispersion(std::span<const std::int64_t> days, int firstWeekday)
{
    constexpr std::size_t kWeek = 7, kFewestWeeks = 4;
    if (days.size() < kWeek * kFewestWeeks)
        return 1;
    std::array<double, kWeek> sums{}, sizes{};
    double all = 0;
    for (std::size_t i = 0; i < days.size(); ++i) {
        const auto weekday = (static_cast<std::size_t>(firstWeekday) + i) % kWeek;
        sums[weekday] += static_cast<double>(days[i]);
        sizes[weekday] += 1;
        all += static_cast<double>(days[i]);
    }
    if (all < static_cast<double>(days.size()))
        return 1;
    double chi = 0, freedom = static_cast<double>(days.size());
    for (std::size_t weekday = 0; weekday < kWeek; ++weekday)
        freedom -= sums[weekday] > 0 ? 1 : sizes[weekday]; // a weekday on which nothing ever is does not vary
    for (std::size_t i = 0; i < days.size(); ++i) {
        const auto weekday = (static_cast<std::size_t>(firstWeekday) + i) % kWeek;
        const double mean = sums[weekday] / sizes[weekday];
        if (mean > 0)
            chi += (static_cast<double>(days[i]) - mean) * (static_cast<double>(days[i]) - mean) / mean;
    }
    return freedom > 0 ? std::max(1.0, chi / freedom) : 1;
}

Interval difference(double now, const Interval &nowBounds, double before, const Interval &beforeBounds)
{
    const double by = now - before;
    return {by - std::hypot(now - nowBounds.low, beforeBounds.high - before), by + std::hypot(nowBounds.high - now, before - beforeBounds.low)};
}

std::optional<SumRatio> sumRatio(std::span<const std::pair<double, double>> pairs)
{
    double x = 0, y = 0;
    for (const auto &[above, below] : pairs) {
        x += above;
        y += below;
    }
    if (y <= 0)
        return std::nullopt;
    SumRatio out{x / y, {}};
    if (pairs.size() < 2)
        return out;
    const double n = static_cast<double>(pairs.size());
    double squares = 0;
    for (const auto &[above, below] : pairs)
        squares += (above - out.value * below) * (above - out.value * below);
    const double error = std::sqrt(squares * n / (n - 1)) / y;
    out.interval = Interval{std::max(0.0, out.value - kNormal * error), out.value + kNormal * error};
    return out;
}

std::optional<SumRatio> meanOf(std::span<const double> values)
{
    if (values.empty())
        return std::nullopt;
    const double n = static_cast<double>(values.size());
    double sum = 0, squares = 0;
    for (const double value : values)
        sum += value;
    SumRatio out{sum / n, {}};
    if (values.size() < 2)
        return out;
    for (const double value : values)
        squares += (value - out.value) * (value - out.value);
    const double error = std::sqrt(squares / (n - 1) / n);
    out.interval = Interval{out.value - kNormal * error, out.value + kNormal * error};
    return out;
}

std::optional<Interval> quantileBounds(std::span<const double> ascending, double q)
{
    const auto n = ascending.size();
    if (n == 0)
        return std::nullopt;
    const boost::math::binomial_distribution<> below(static_cast<double>(n), q);
    // The quantile lies between the r-th and the s-th value where r of n values are too many below it, and s too few, 2.5 % of the time each.
    std::size_t low = 0, high = n;
    for (std::size_t r = 1; r <= n && cdf(below, static_cast<double>(r - 1)) <= kAlpha / 2; ++r)
        low = r;
    for (std::size_t s = n; s >= 1 && cdf(complement(below, static_cast<double>(s - 1))) <= kAlpha / 2; --s)
        high = s;
    const bool bounded = low > 0 && cdf(complement(below, static_cast<double>(n - 1))) <= kAlpha / 2;
    if (!bounded)
        return std::nullopt;
    return Interval{ascending[low - 1], ascending[high - 1]};
}

std::optional<double> survivalQuantile(std::vector<Lasting> times, double q)
{
    std::sort(times.begin(), times.end(), [](const Lasting &a, const Lasting &b) { return a.seconds != b.seconds ? a.seconds < b.seconds : a.ended > b.ended; });
    double going = 1;
    const auto n = times.size();
    for (std::size_t i = 0; i < n;) {
        std::size_t ended = 0, next = i;
        for (; next < n && times[next].seconds == times[i].seconds; ++next)
            ended += times[next].ended ? 1 : 0;
        going *= 1 - static_cast<double>(ended) / static_cast<double>(n - i);
        if (going <= 1 - q + 1e-12)
            return times[i].seconds;
        i = next;
    }
    return std::nullopt;
}

} // namespace vigie::insight
