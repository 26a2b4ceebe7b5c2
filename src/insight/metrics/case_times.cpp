// SPDX-License-Identifier: GPL-3.0-or-later
// How long members waited and how long conversations were ours to act on, over those that were done in the period.
#include "insight/metrics/metric_def.hpp"

#include "insight/case_times.hpp"

#include <algorithm>
#include <map>

namespace vigie::insight {

namespace {

using Better = Metric::Better;
using Sample = Metric::Sample;

/// Of each conversation that was done in the stretch, until it was last.
template <class Of>
Result<void> median(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows, Of of)
{
    VIGIE_TRY(const auto clocks, reading.clocks(stretch, true));
    std::map<TicketId, Instant> done;
    for (const auto &clock : clocks) {
        const auto &event = clock.event;
        const bool reached = event.state == SlaState::Hit || event.state == SlaState::Miss || event.state == SlaState::Nothing;
        if (event.target == SlaTarget::Resolution && reached && event.endedAt)
            done[event.ticket] = std::max(done[event.ticket], *event.endedAt);
    }
    std::vector<TicketId> ids;
    for (const auto &[ticket, end] : done)
        ids.push_back(ticket);
    VIGIE_TRY(const auto origins, store::Sla(reading.tx()).origins(ids));
    std::vector<double> seconds;
    for (const auto &origin : origins) {
        seconds.push_back(of(caseTimes(origin.moments, done[origin.ticket])));
        rows.take(origin.ticket);
    }
    setQuantile(figure, std::move(seconds), 0.5);
    return {};
}

} // namespace

void addCaseTimeMetrics(std::vector<MetricDef> &to)
{
    const auto first = to.size();
    const auto add = [&](const char *key, const char *formula, MetricDef::OfRows read) {
        to.push_back({{key, 1, Unit::Seconds, "care", false, Better::Down, formula, Sample::Rows}, Behind::Conversations, nullptr, nullptr, read});
    };
    add("requester_wait_median", "requester_wait_median = median over conversations done in the period of the time they were new, open, snoozed or waiting for a colleague",
        [](const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows) { return median(reading, stretch, figure, rows, [](const CaseTimes &times) { return times.wait(); }); });
    add("work_time_median", "work_time_median = median over conversations done in the period of the time they were new or open",
        [](const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows) { return median(reading, stretch, figure, rows, [](const CaseTimes &times) { return times.work; }); });
    needAll(to, first, {.conversations = true, .moments = true, .clocks = true});
}

} // namespace vigie::insight
