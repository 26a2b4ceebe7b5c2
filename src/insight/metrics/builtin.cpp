// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/metrics/metric_def.hpp"

#include <vigie/insight/statistics.hpp>

#include <algorithm>

namespace vigie::insight {

const std::vector<MetricDef> &builtinMetrics()
{
    static const std::vector<MetricDef> all = [] {
        std::vector<MetricDef> out;
        addMentionMetrics(out);
        addToneMetrics(out);
        addIndexMetrics(out);
        addVoiceMetrics(out);
        addReachMetrics(out);
        addEstimateMetrics(out);
        addEngagementMetrics(out);
        addPaceMetrics(out);
        addFollowerMetrics(out);
        addCareMetrics(out);
        addCaseMetrics(out);
        addCaseTimeMetrics(out);
        addReviewMetrics(out);
        addCommunityMetrics(out);
        addMemberMetrics(out);
        addSpreadMetrics(out);
        addEnteredMetrics(out);
        return out;
    }();
    return all;
}

const MetricDef *metricDef(std::string_view key)
{
    const auto &all = builtinMetrics();
    const auto found = std::find_if(all.begin(), all.end(), [key](const MetricDef &one) { return one.metric.key == key; });
    return found == all.end() ? nullptr : &*found;
}

void setCount(Figure &figure, std::int64_t count)
{
    figure.value = static_cast<double>(count);
    figure.n = count;
    const auto bounds = poissonExact(count);
    figure.interval = Interval{bounds.first, bounds.second};
}

void setShare(Figure &figure, std::int64_t k, std::int64_t n)
{
    figure.n = n;
    const auto bounds = wilson(k, n);
    if (!bounds)
        return;
    figure.value = 100 * static_cast<double>(k) / static_cast<double>(n);
    figure.interval = Interval{100 * bounds->first, 100 * bounds->second};
    if (n < kSmallSample)
        note(figure, Note::Kind::SmallSample, n);
}

void setRatio(Figure &figure, const std::optional<SumRatio> &ratio, double factor, std::int64_t n)
{
    figure.n = n;
    if (!ratio)
        return;
    figure.value = factor * ratio->value;
    if (ratio->interval)
        figure.interval = Interval{factor * ratio->interval->low, factor * ratio->interval->high};
    if (n < kSmallSample)
        note(figure, Note::Kind::SmallSample, n);
}

void setQuantile(Figure &figure, std::vector<double> seconds, double q)
{
    std::sort(seconds.begin(), seconds.end());
    figure.n = static_cast<std::int64_t>(seconds.size());
    figure.interval = quantileBounds(seconds, q);
    figure.value = quantile(std::move(seconds), q);
    if (figure.value && figure.n < kSmallSample)
        note(figure, Note::Kind::SmallSample, figure.n);
}

void setWaitQuantile(Figure &figure, const Waits &waits, double q)
{
    setQuantile(figure, waits.ended(), q);
    if (muchIsOpen(waits.answered, waits.open)) {
        figure.value = survivalQuantile(waits.times, q);
        figure.interval.reset(); // that of the answered alone would leave the open ones out
    }
    noteOpen(figure, waits);
}

void noteOpen(Figure &figure, const Waits &waits)
{
    if (waits.open > 0)
        note(figure, Note::Kind::Censored, waits.open, waits.oldestOpen);
}

void setKnown(Figure &figure, double value, std::int64_t known, std::int64_t all)
{
    figure.n = known;
    if (known > 0)
        figure.value = value;
    if (all > known)
        note(figure, Note::Kind::NotGiven, all - known);
}

} // namespace vigie::insight
