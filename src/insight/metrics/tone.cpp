// SPDX-License-Identifier: GPL-3.0-or-later
// P, N and U are the positive, negative and neutral mentions.
#include "insight/metrics/metric_def.hpp"

#include <vigie/insight/statistics.hpp>

#include <algorithm>

namespace vigie::insight {

namespace {

using Better = Metric::Better;
using Sample = Metric::Sample;

/// Wilson's bounds of P / (P + N), stretched.
void polar(const Tally &sum, double factor, double shift, Figure &figure)
{
    figure.n = sum.positive + sum.negative;
    const auto bounds = wilson(sum.positive, figure.n);
    if (!bounds)
        return;
    figure.value = factor * static_cast<double>(sum.positive) / static_cast<double>(figure.n) + shift;
    figure.interval = Interval{factor * bounds->first + shift, factor * bounds->second + shift};
    if (figure.n < kSmallSample)
        note(figure, Note::Kind::SmallSample, figure.n);
}

void netSentimentOfAll(const Tally &sum, Figure &figure)
{
    figure.n = sum.posts;
    const auto net = netSentiment(sum.positive, sum.neutral(), sum.negative);
    if (!net)
        return;
    figure.value = net->value;
    figure.interval = Interval{std::max(-100.0, net->value - kNormal * net->error), std::min(100.0, net->value + kNormal * net->error)};
    if (sum.posts < kSmallSample)
        note(figure, Note::Kind::SmallSample, sum.posts);
}

/// Each author has one vote, the mean of the labels of his posts.
Result<void> ofAuthors(const Reading &reading, const Stretch &stretch, Figure &figure)
{
    std::vector<double> votes;
    for (const auto &author : reading.authors(stretch))
        votes.push_back(static_cast<double>(author.positive - author.negative) / static_cast<double>(author.posts));
    setRatio(figure, meanOf(votes), 100, static_cast<std::int64_t>(votes.size()));
    return {};
}

} // namespace

void addToneMetrics(std::vector<MetricDef> &to)
{
    const auto first = to.size();
    const char *family = "tone";
    to.push_back({{"net_sentiment", 1, Unit::Points, family, false, Better::Up, "net_sentiment = 100 (P - N) / (P + N + U); interval: normal, multinomial variance ((p+n) - (p-n)^2) / N"},
                  Behind::Mentions, netSentimentOfAll});
    to.push_back({{"net_sentiment_polar", 1, Unit::Points, family, false, Better::Up, "net_sentiment_polar = 100 (P - N) / (P + N)"}, Behind::Polar,
                  [](const Tally &sum, Figure &figure) { polar(sum, 200, -100, figure); }});
    to.push_back({{"brand_health", 1, Unit::Ratio, family, false, Better::Up, "brand_health = P / (P + N)"}, Behind::Polar,
                  [](const Tally &sum, Figure &figure) { polar(sum, 1, 0, figure); }});
    to.push_back({{"positive_share_polar", 1, Unit::Percent, family, false, Better::Up, "positive_share_polar = 100 P / (P + N)"}, Behind::Polar,
                  [](const Tally &sum, Figure &figure) { polar(sum, 100, 0, figure); }});
    to.push_back({{"positive", 1, Unit::Count, family, true, Better::Up, "positive = P"}, Behind::Positive, [](const Tally &sum, Figure &figure) { setCount(figure, sum.positive); }});
    to.push_back({{"negative", 1, Unit::Count, family, true, Better::Down, "negative = N"}, Behind::Negative, [](const Tally &sum, Figure &figure) { setCount(figure, sum.negative); }});
    to.push_back({{"positive_share", 1, Unit::Percent, family, false, Better::Up, "positive_share = 100 P / (P + N + U)"}, Behind::Mentions,
                  [](const Tally &sum, Figure &figure) { setShare(figure, sum.positive, sum.posts); }});
    to.push_back({{"negative_share", 1, Unit::Percent, family, false, Better::Down, "negative_share = 100 N / (P + N + U)"}, Behind::Mentions,
                  [](const Tally &sum, Figure &figure) { setShare(figure, sum.negative, sum.posts); }});
    to.push_back({{"polarity_share", 1, Unit::Percent, family, false, Better::Neither, "polarity_share = 100 (P + N) / (P + N + U)"}, Behind::Mentions,
                  [](const Tally &sum, Figure &figure) { setShare(figure, sum.positive + sum.negative, sum.posts); }});
    to.push_back({{"author_sentiment", 1, Unit::Points, family, false, Better::Up, "author_sentiment = 100 x mean over authors of (their P - their N) / their mentions", Sample::People},
                  Behind::Authored, nullptr, ofAuthors});
    needAll(to, first, {.posts = true});
}

} // namespace vigie::insight
