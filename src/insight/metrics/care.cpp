// SPDX-License-Identifier: GPL-3.0-or-later
// First answers. What is open is never zero: it is counted beside the value, and where it is much the quantile takes it into account.
#include "insight/metrics/metric_def.hpp"

namespace vigie::insight {

namespace {

using Better = Metric::Better;
using Sample = Metric::Sample;

template <ResponseClock Clock, ResponseBy By, int Percent>
Result<void> quantileOf(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows)
{
    VIGIE_TRY(const auto waits, firstAnswers(reading.tx(), reading.scope().networks, stretch, Clock, By));
    setWaitQuantile(figure, waits, Percent / 100.0);
    for (const auto ticket : waits.tickets)
        rows.take(ticket);
    return {};
}

Result<void> mean(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows)
{
    VIGIE_TRY(const auto waits, firstAnswers(reading.tx(), reading.scope().networks, stretch, ResponseClock::Wall, ResponseBy::Inbound));
    setRatio(figure, meanOf(waits.ended()), 1, waits.answered);
    for (std::size_t i = 0; i < waits.times.size(); ++i)
        if (waits.times[i].ended)
            rows.take(waits.tickets[i]);
    noteOpen(figure, waits);
    return {};
}

/// Of the conversations that had a day to be answered in.
Result<void> rate(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows)
{
    VIGIE_TRY(const auto samples, store::Figures(reading.tx()).responses(stretch.from, stretch.to, reading.scope().networks));
    std::int64_t inTime = 0, all = 0, young = 0;
    for (const auto &sample : samples) {
        if (reading.tx().now() - sample.asked < kAnswerInTime) {
            ++young;
            continue;
        }
        ++all;
        rows.take(sample.ticket);
        inTime += sample.answered && *sample.answered - sample.asked <= kAnswerInTime;
    }
    setShare(figure, inTime, all);
    if (young > 0)
        note(figure, Note::Kind::Excluded, young);
    return {};
}

Result<void> asked(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows)
{
    VIGIE_TRY(const auto samples, store::Figures(reading.tx()).responses(stretch.from, stretch.to, reading.scope().networks));
    setCount(figure, static_cast<std::int64_t>(samples.size()));
    for (const auto &sample : samples)
        rows.take(sample.ticket);
    return {};
}

} // namespace

void addCareMetrics(std::vector<MetricDef> &to)
{
    const auto first = to.size();
    const auto add = [&](const char *key, Unit unit, bool additive, Better better, Sample sample, const char *formula, MetricDef::OfRows read) {
        to.push_back({{key, 1, unit, "care", additive, better, formula, sample}, Behind::Conversations, nullptr, nullptr, read});
    };
    using Clock = ResponseClock;
    using By = ResponseBy;
    add("conversations", Unit::Count, true, Better::Neither, Sample::Rows, "conversations = those whose first message came in the period; ignored and closed without an answer left out", asked);
    add("response_rate", Unit::Percent, false, Better::Up, Sample::Rows, "response_rate = 100 conversations answered within 24 h / conversations older than 24 h, by first message", rate);
    add("response_median", Unit::Seconds, false, Better::Down, Sample::Ended,
        "response_median = median (type 7) of first answer - first message, by first message; Kaplan-Meier where more than a tenth is open", quantileOf<Clock::Wall, By::Inbound, 50>);
    add("response_p90", Unit::Seconds, false, Better::Down, Sample::Ended, "response_p90 = 90th percentile of first answer - first message, by first message", quantileOf<Clock::Wall, By::Inbound, 90>);
    add("response_mean", Unit::Seconds, false, Better::Down, Sample::Rows, "response_mean = mean of first answer - first message over the answered, by first message", mean);
    needAll(to, first, {.conversations = true}); // who asked and when we answered first is enough
    const auto clocked = to.size();
    add("response_median_replied", Unit::Seconds, false, Better::Down, Sample::Ended, "response_median_replied = median of first answer - first message, by first answer", quantileOf<Clock::Wall, By::Reply, 50>);
    add("response_p90_replied", Unit::Seconds, false, Better::Down, Sample::Ended, "response_p90_replied = 90th percentile of first answer - first message, by first answer", quantileOf<Clock::Wall, By::Reply, 90>);
    add("response_median_business", Unit::Seconds, false, Better::Down, Sample::Ended, "response_median_business = median of opening hours between first message and first answer, by first message",
        quantileOf<Clock::Business, By::Inbound, 50>);
    add("response_p90_business", Unit::Seconds, false, Better::Down, Sample::Ended, "response_p90_business = 90th percentile of opening hours between first message and first answer, by first message",
        quantileOf<Clock::Business, By::Inbound, 90>);
    needAll(to, clocked, {.conversations = true, .clocks = true});
}

} // namespace vigie::insight
