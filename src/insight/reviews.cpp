// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/reviews.hpp>

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <map>
#include <numeric>

namespace vigie::insight {

namespace {

constexpr double kGood = 0.8;                    // 4 of 5 stars
constexpr std::chrono::hours kMayStillBeAnswered{24}, kWeek{24 * 7};
constexpr int kLeastTrend = 5;
constexpr double kNearly = 1e-9;                 // 4/5 of 10 and 0.8 differ in the last bit

double meanOf(std::span<const double> values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// Of a mean, squared.
double errorOf(std::span<const double> values, double mean)
{
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    const auto n = static_cast<double>(values.size());
    return squares / (n - 1) / n;
}

/// Newest first: those with stars whose date is known.
std::optional<RatingTrend> trendOf(const std::vector<double> &stars, int last)
{
    const auto k = std::min(static_cast<int>(stars.size() / 2), last);
    if (k < kLeastTrend)
        return std::nullopt;
    const std::span<const double> now(stars.data(), static_cast<std::size_t>(k)), before(stars.data() + k, static_cast<std::size_t>(k));
    RatingTrend trend;
    trend.k = k;
    trend.now = meanOf(now);
    trend.before = meanOf(before);
    trend.difference = *meanDifference(before, now);
    return trend;
}

void addAnswers(ReviewFigures &out, std::span<const store::ReviewRow> rows, Instant now)
{
    std::vector<double> seconds;
    std::int64_t asked = 0, answered = 0;
    for (const auto &row : rows) {
        out.answered += row.answeredAt ? 1 : 0;
        if (!row.dated)
            continue;
        if (row.answeredAt) {
            // A review that was rewritten after our answer seems to come later than it: it was not answered before it was asked.
            const auto waited = std::max(Micros{0}, *row.answeredAt - row.publishedAt);
            seconds.push_back(std::chrono::duration<double>(waited).count());
            out.late += waited > kWeek ? 1 : 0;
        }
        if (row.answeredAt || now - row.publishedAt >= kMayStillBeAnswered) {
            ++asked;
            answered += row.answeredAt ? 1 : 0;
        }
    }
    if (asked > 0)
        out.responseRate = 100.0 * static_cast<double>(answered) / static_cast<double>(asked);
    out.responseMedian = quantile(seconds, 0.5);
    out.responseP90 = quantile(seconds, 0.9);
}

/// What is two years old to the day.
Instant oldBefore(Instant now)
{
    auto wall = toWall(now, "UTC").value_or(WallTime{});
    wall.year -= kOldReviewYears;
    if (wall.month == 2 && wall.day == 29)
        wall.day = 28;
    const auto then = toInstant(wall, "UTC");
    return then ? then->at : now;
}

} // namespace

double bayesianMean(double mean, std::int64_t n, double prior, double weight)
{
    const auto size = static_cast<double>(n);
    return n == 0 ? prior : (size * mean + weight * prior) / (size + weight);
}

std::optional<Interval> meanDifference(std::span<const double> before, std::span<const double> now)
{
    constexpr double kAlpha = 0.05;
    if (before.size() < 2 || now.size() < 2)
        return std::nullopt;
    const double meanBefore = meanOf(before), meanNow = meanOf(now), difference = meanNow - meanBefore;
    const double a = errorOf(before, meanBefore), b = errorOf(now, meanNow);
    if (a + b == 0)
        return Interval{difference, difference};
    const double freedom = (a + b) * (a + b) / (a * a / static_cast<double>(before.size() - 1) + b * b / static_cast<double>(now.size() - 1)); // Welch and Satterthwaite
    const double reach = boost::math::quantile(boost::math::students_t(freedom), 1 - kAlpha / 2) * std::sqrt(a + b);
    return Interval{difference - reach, difference + reach};
}

ReviewFigures summarise(std::span<const store::ReviewRow> rows, Instant now, std::optional<double> priorMean, const ReviewOptions &options)
{
    ReviewFigures out;
    out.reviews = static_cast<std::int64_t>(rows.size());
    std::vector<const store::ReviewRow *> newestFirst;
    double sum = 0, recentSum = 0;
    std::int64_t good = 0;
    const auto old = oldBefore(now);
    for (const auto &row : rows) {
        out.undated += row.dated ? 0 : 1;
        if (!row.rating)
            continue;
        const double stars = *row.rating * kStars;
        ++out.rated;
        sum += stars;
        ++out.distribution[static_cast<std::size_t>(std::clamp(std::lround(stars * 2), 0L, 10L))];
        good += *row.rating >= kGood - kNearly ? 1 : 0;
        if (!row.dated)
            continue;
        newestFirst.push_back(&row);
        if (row.publishedAt >= old) {
            ++out.recent;
            recentSum += stars;
        }
    }
    if (out.rated > 0) {
        out.mean = sum / static_cast<double>(out.rated);
        out.goodShare = wilson(good, out.rated);
    }
    if (out.recent > 0)
        out.recentMean = recentSum / static_cast<double>(out.recent);
    out.priorMean = priorMean ? priorMean : out.mean;
    if (out.priorMean)
        out.bayesian = bayesianMean(out.mean.value_or(0), out.rated, *out.priorMean, options.prior);
    std::stable_sort(newestFirst.begin(), newestFirst.end(), [](const auto *a, const auto *b) { return a->publishedAt > b->publishedAt; });
    std::vector<double> stars;
    for (const auto *row : newestFirst)
        stars.push_back(*row->rating * kStars);
    out.trend = trendOf(stars, options.last);
    addAnswers(out, rows, now);
    return out;
}

} // namespace vigie::insight
