// SPDX-License-Identifier: GPL-3.0-or-later
// Formulas and their sources are in docs/measures.md; a rate is a rate of sums, never a mean of rates.
#include "insight/indicators.hpp"

#include <vigie/insight/statistics.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace vigie::insight {

namespace {

constexpr double kZ = 1.959963984540054;
constexpr double kNoData = std::numeric_limits<double>::quiet_NaN();

struct Sums {
    std::int64_t positive = 0, neutral = 0, negative = 0;
    [[nodiscard]] std::int64_t total() const { return positive + neutral + negative; }
};

Sums sum(const std::vector<store::DayCell> &days)
{
    Sums all;
    for (const auto &day : days) {
        all.positive += day.positive;
        all.neutral += day.neutral;
        all.negative += day.negative;
    }
    return all;
}

bool holdsZero(const Interval &interval)
{
    return interval.low <= 0 && interval.high >= 0;
}

/// Index of the day that holds `at`, or none.
std::optional<std::size_t> dayOf(const Material &material, Instant at)
{
    const auto &starts = material.dayStarts;
    if (starts.size() < 2 || at < starts.front() || at >= starts.back())
        return std::nullopt;
    return static_cast<std::size_t>(std::upper_bound(starts.begin(), starts.end(), at) - starts.begin()) - 1;
}

std::vector<double> responseSeconds(const Material &material)
{
    std::vector<double> seconds;
    for (const auto &sample : material.responses)
        if (sample.answered) // a clock that was wrong gives less than nothing: counted as at once
            seconds.push_back(std::max(0.0, std::chrono::duration<double>(*sample.answered - sample.asked).count()));
    return seconds;
}

struct Engagement {
    double engagements = 0, followers = 0;
    std::int64_t posts = 0;
    [[nodiscard]] std::optional<double> rate() const
    {
        return followers > 0 ? std::optional(100 * engagements / followers) : std::nullopt;
    }
};

Engagement engagementOf(const std::vector<store::OwnPost> &posts)
{
    Engagement sums;
    for (const auto &post : posts) {
        if (!post.engagements || !post.followers || *post.followers <= 0)
            continue;
        sums.engagements += *post.engagements;
        sums.followers += *post.followers;
        ++sums.posts;
    }
    return sums;
}

} // namespace

Indicator mentions(const Material &now, const Material &before)
{
    Indicator tile;
    tile.key = "mentions";
    tile.unit = Unit::Count;
    const auto current = sum(now.days).total(), earlier = sum(before.days).total();
    tile.value = static_cast<double>(current);
    tile.before = static_cast<double>(earlier);
    tile.n = current;
    if (earlier > 0) // from nothing to something is "new", never a percentage
        tile.change = static_cast<double>(current - earlier) / static_cast<double>(earlier);
    if (const auto ratio = compareCounts(earlier, current); ratio && earlier > 0) {
        tile.changeInterval = Interval{ratio->low - 1, ratio->high - 1};
        tile.distinguishable = !holdsZero(*tile.changeInterval);
    }
    for (const auto &day : now.days)
        tile.byDay.push_back(static_cast<double>(day.total()));
    tile.formula = "mentions = distinct items that match the brand's query in the period, own posts and deleted items left out; "
                   "change = (now - before) / before, interval: exact conditional, 95 %";
    return tile;
}

Indicator netSentimentOf(const Material &now, const Material &before)
{
    Indicator tile;
    tile.key = "net_sentiment";
    tile.unit = Unit::Points;
    const auto current = sum(now.days), earlier = sum(before.days);
    const auto value = netSentiment(current.positive, current.neutral, current.negative);
    const auto old = netSentiment(earlier.positive, earlier.neutral, earlier.negative);
    tile.n = current.total();
    if (value)
        tile.value = value->value;
    if (old)
        tile.before = old->value;
    if (value && old) {
        tile.change = value->value - old->value;
        const double spread = kZ * std::hypot(value->error, old->error);
        tile.changeInterval = Interval{*tile.change - spread, *tile.change + spread};
        tile.distinguishable = !holdsZero(*tile.changeInterval);
    }
    for (const auto &day : now.days) {
        const auto one = netSentiment(day.positive, day.neutral, day.negative);
        tile.byDay.push_back(one ? one->value : kNoData);
    }
    tile.formula = "net sentiment = 100 (P - N) / (P + N + U); change = difference, interval: normal with multinomial variance, 95 %";
    return tile;
}

Indicator engagementRate(const Material &now, const Material &before)
{
    Indicator tile;
    tile.key = "engagement_rate";
    tile.unit = Unit::Percent;
    const auto current = engagementOf(now.ownPosts), earlier = engagementOf(before.ownPosts);
    tile.n = current.posts;
    tile.value = current.rate();
    tile.before = earlier.rate();
    if (tile.value && tile.before)
        tile.change = *tile.value - *tile.before;
    std::vector<std::vector<store::OwnPost>> perDay(now.days.size());
    for (const auto &post : now.ownPosts)
        if (const auto day = dayOf(now, post.at); day && *day < perDay.size())
            perDay[*day].push_back(post);
    for (const auto &posts : perDay)
        tile.byDay.push_back(engagementOf(posts).rate().value_or(kNoData));
    tile.formula = "engagement rate = 100 x sum of (likes + reposts + replies + quotes) / sum of followers on the day of each post; "
                   "posts without counts or followers are left out";
    return tile;
}

Indicator responseTime(const Material &now, const Material &before, double asked)
{
    Indicator tile;
    tile.key = asked < 0.6 ? "response_median" : "response_p90";
    tile.unit = Unit::Seconds;
    const auto current = responseSeconds(now);
    tile.n = static_cast<std::int64_t>(current.size());
    tile.open = static_cast<std::int64_t>(now.responses.size()) - tile.n;
    tile.value = quantile(current, asked);
    tile.before = quantile(responseSeconds(before), asked);
    if (tile.value && tile.before && *tile.before > 0)
        tile.change = (*tile.value - *tile.before) / *tile.before;
    std::vector<std::vector<double>> perDay(now.days.size());
    for (const auto &sample : now.responses)
        if (const auto day = dayOf(now, sample.asked); sample.answered && day && *day < perDay.size())
            perDay[*day].push_back(std::max(0.0, std::chrono::duration<double>(*sample.answered - sample.asked).count()));
    for (auto &values : perDay)
        tile.byDay.push_back(quantile(std::move(values), asked).value_or(kNoData));
    tile.formula = "first response time = first answer of ours - first message, quantile (type 7) over conversations that began in "
                   "the period and were answered; open ones are counted apart, never as zero";
    return tile;
}

Indicator shareOfVoice(const Material &now, const Material &before, QueryId brand)
{
    Indicator tile;
    tile.key = "share_of_voice";
    tile.unit = Unit::Percent;
    const auto countOf = [brand](const Material &material, bool ours) {
        std::int64_t count = 0;
        for (const auto &[query, days] : material.panel)
            if (!ours || query == brand)
                count += sum(days).total();
        return count;
    };
    const auto mine = countOf(now, true), all = countOf(now, false);
    const auto mineBefore = countOf(before, true), allBefore = countOf(before, false);
    tile.n = all;
    if (now.panel.size() >= 2 && all > 0) // alone on the panel, a share says nothing
        tile.value = 100 * static_cast<double>(mine) / static_cast<double>(all);
    if (before.panel.size() >= 2 && allBefore > 0)
        tile.before = 100 * static_cast<double>(mineBefore) / static_cast<double>(allBefore);
    if (tile.value && tile.before) {
        tile.change = *tile.value - *tile.before;
        if (const auto difference = newcombe(mine, all, mineBefore, allBefore)) {
            tile.changeInterval = Interval{100 * difference->low, 100 * difference->high};
            tile.distinguishable = !holdsZero(*tile.changeInterval);
        }
    }
    for (std::size_t day = 0; day < now.days.size(); ++day) {
        std::int64_t own = 0, sumOfDay = 0;
        for (const auto &[query, days] : now.panel)
            if (day < days.size()) {
                sumOfDay += days[day].total();
                own += query == brand ? days[day].total() : 0;
            }
        tile.byDay.push_back(sumOfDay > 0 && now.panel.size() >= 2 ? 100 * static_cast<double>(own) / static_cast<double>(sumOfDay) : kNoData);
    }
    tile.formula = "share of voice = 100 x mentions of the brand / sum of mentions of the brand and its competitors; an item that "
                   "names two counts for both; change: Newcombe's interval, 95 %";
    return tile;
}

} // namespace vigie::insight
