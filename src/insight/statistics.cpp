// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/statistics.hpp>

#include <algorithm>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>
#include <limits>
#include <vector>

namespace vigie::insight {

namespace {

constexpr double kZ = 1.959963984540054; // 97.5 % quantile of the normal distribution
constexpr double kAlpha = 0.05;

Bounds garwood(std::int64_t count)
{
    using namespace boost::math::policies;
    using ChiSquared = boost::math::chi_squared_distribution<double, policy<promote_double<false>>>; // in long double they take ten times as long
    const double k = static_cast<double>(count);
    const double low = count == 0 ? 0 : quantile(ChiSquared(2 * k), kAlpha / 2) / 2;
    const double high = quantile(ChiSquared(2 * k + 2), 1 - kAlpha / 2) / 2;
    return {low, high};
}

} // namespace

std::optional<Bounds> wilson(std::int64_t k, std::int64_t n)
{
    if (n <= 0)
        return std::nullopt;
    const double size = static_cast<double>(n);
    const double p = static_cast<double>(k) / size;
    const double z2 = kZ * kZ;
    const double centre = p + z2 / (2 * size);
    const double spread = kZ * std::sqrt(p * (1 - p) / size + z2 / (4 * size * size));
    const double scale = 1 + z2 / size;
    return Bounds{std::max(0.0, (centre - spread) / scale), std::min(1.0, (centre + spread) / scale)};
}

Bounds poissonExact(std::int64_t count)
{
    // A curve asks for the same small counts thousands of times, and a bound takes as long as counting ten thousand posts.
    constexpr std::int64_t kKept = 4096;
    thread_local std::vector<std::optional<Bounds>> known(kKept);
    if (count < 0 || count >= kKept)
        return garwood(count);
    auto &bounds = known[static_cast<std::size_t>(count)];
    if (!bounds)
        bounds = garwood(count);
    return *bounds;
}

std::optional<CountRatio> compareCounts(std::int64_t before, std::int64_t now)
{
    const auto total = before + now;
    if (total <= 0)
        return std::nullopt;
    using boost::math::beta_distribution;
    using boost::math::binomial;
    const double x = static_cast<double>(now), y = static_cast<double>(before);
    // Given their sum, the first of two counts with equal rates is binomial(sum, 1/2); its exact (Clopper-Pearson) bounds
    // turn into bounds of the ratio of rates by p / (1 - p).
    const double low = now == 0 ? 0 : quantile(beta_distribution<>(x, y + 1), kAlpha / 2);
    const double high = before == 0 ? 1 : quantile(beta_distribution<>(x + 1, y), 1 - kAlpha / 2);
    const binomial even(static_cast<double>(total), 0.5);
    const double atMost = cdf(even, x);
    const double atLeast = now == 0 ? 1 : cdf(complement(even, x - 1));
    CountRatio result;
    result.ratio = before == 0 ? std::numeric_limits<double>::infinity() : x / y;
    result.low = low / (1 - low);
    result.high = high >= 1 ? std::numeric_limits<double>::infinity() : high / (1 - high);
    result.p = std::min(1.0, 2 * std::min(atMost, atLeast));
    return result;
}

std::optional<Difference> newcombe(std::int64_t k1, std::int64_t n1, std::int64_t k2, std::int64_t n2)
{
    const auto first = wilson(k1, n1), second = wilson(k2, n2);
    if (!first || !second)
        return std::nullopt;
    const double p1 = static_cast<double>(k1) / static_cast<double>(n1), p2 = static_cast<double>(k2) / static_cast<double>(n2);
    const double d = p1 - p2;
    return Difference{d, d - std::hypot(p1 - first->first, second->second - p2), d + std::hypot(first->second - p1, p2 - second->first)};
}

std::optional<NetSentiment> netSentiment(std::int64_t positive, std::int64_t neutral, std::int64_t negative)
{
    const auto total = positive + neutral + negative;
    if (total <= 0)
        return std::nullopt;
    const double n = static_cast<double>(total);
    const double p = static_cast<double>(positive) / n, q = static_cast<double>(negative) / n;
    return NetSentiment{100 * (p - q), 100 * std::sqrt(((p + q) - (p - q) * (p - q)) / n)};
}

std::optional<double> quantile(std::vector<double> values, double q)
{
    if (values.empty())
        return std::nullopt;
    std::sort(values.begin(), values.end());
    const double at = q * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    if (below + 1 >= values.size())
        return values.back();
    return values[below] + (at - static_cast<double>(below)) * (values[below + 1] - values[below]);
}

} // namespace vigie::insight
