// SPDX-License-Identifier: GPL-3.0-or-later
// Next answers, resolutions and promises, from the clocks that service levels keep (docs/service-levels.md).
#include "insight/metrics/metric_def.hpp"

#include <vigie/store/tickets.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace vigie::insight {

namespace {

using Better = Metric::Better;
using Sample = Metric::Sample;
constexpr auto kLongestPromise = std::chrono::hours{24 * 60};

bool wasReached(const SlaEvent &event)
{
    return event.state == SlaState::Hit || event.state == SlaState::Miss || event.state == SlaState::Nothing;
}

Result<void> next(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows)
{
    VIGIE_TRY(const auto clocks, reading.clocks(stretch, true));
    std::vector<double> seconds;
    for (const auto &clock : clocks)
        if (clock.event.target == SlaTarget::Next && wasReached(clock.event)) {
            seconds.push_back(static_cast<double>(clock.event.wall));
            rows.take(clock.event.ticket);
        }
    setQuantile(figure, std::move(seconds), 0.5);
    return {};
}

/// First or last end of each conversation that was resolved in the stretch, counted from its first message.
Result<void> resolution(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows, bool first)
{
    VIGIE_TRY(const auto clocks, reading.clocks(stretch, true));
    std::set<TicketId> tickets;
    for (const auto &clock : clocks)
        if (clock.event.target == SlaTarget::Resolution && wasReached(clock.event))
            tickets.insert(clock.event.ticket);
    const std::vector<TicketId> ids(tickets.begin(), tickets.end());
    VIGIE_TRY(const auto events, store::Sla(reading.tx()).events(ids));
    std::vector<double> seconds;
    for (const auto &[ticket, all] : events) {
        std::optional<Instant> began, ended;
        for (const auto &event : all) {
            if (event.target == SlaTarget::First && (!began || event.startedAt < *began))
                began = event.startedAt;
            if (event.target == SlaTarget::Resolution && event.endedAt && wasReached(event) && (!ended || (first ? *event.endedAt < *ended : *event.endedAt > *ended)))
                ended = event.endedAt;
            if (event.target == SlaTarget::Resolution && (!began || event.startedAt < *began))
                began = event.startedAt;
        }
        if (began && ended && *ended >= stretch.from && *ended < stretch.to) {
            seconds.push_back(std::max(0.0, std::chrono::duration<double>(*ended - *began).count()));
            rows.take(ticket);
        }
    }
    setQuantile(figure, std::move(seconds), 0.5);
    return {};
}

/// k of the conversations resolved in the stretch.
template <class Holds>
Result<void> ofResolved(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows, Holds holds)
{
    VIGIE_TRY(const auto clocks, reading.clocks(stretch, true));
    std::map<TicketId, int> resolved; // and which end of it
    for (const auto &clock : clocks)
        if (clock.event.target == SlaTarget::Resolution && wasReached(clock.event))
            resolved.emplace(clock.event.ticket, clock.event.sequence);
    std::int64_t k = 0;
    for (const auto &[ticket, sequence] : resolved) {
        VIGIE_TRY(const bool one, holds(ticket, sequence));
        k += one;
        rows.take(ticket);
    }
    setShare(figure, k, static_cast<std::int64_t>(resolved.size()));
    return {};
}

Result<void> reopened(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows)
{
    store::Sla sla(reading.tx());
    return ofResolved(reading, stretch, figure, rows, [&](TicketId ticket, int sequence) -> Result<bool> {
        const std::vector<TicketId> ids{ticket};
        VIGIE_TRY(const auto events, sla.events(ids));
        for (const auto &[id, all] : events)
            for (const auto &event : all)
                if (event.target == SlaTarget::Resolution && event.sequence > sequence)
                    return true;
        return false;
    });
}

Result<void> oneTouch(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows)
{
    store::Tickets tickets(reading.tx());
    return ofResolved(reading, stretch, figure, rows, [&](TicketId id, int) -> Result<bool> {
        VIGIE_TRY(const auto ticket, tickets.get(id));
        return ticket.outbound == 1;
    });
}

/// Not done at the end of the stretch: those that never ended, and those that ended later.
Result<void> backlog(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows)
{
    const auto &networks = reading.scope().networks;
    std::set<TicketId> open;
    std::optional<Instant> oldest;
    const auto take = [&](const store::SlaResult &result) {
        const bool asked = networks.empty() || std::find(networks.begin(), networks.end(), result.network) != networks.end();
        if (result.event.target != SlaTarget::Resolution || result.event.startedAt >= stretch.to || !asked)
            return;
        open.insert(result.event.ticket);
        if (!oldest || result.event.startedAt < *oldest)
            oldest = result.event.startedAt;
    };
    store::Sla sla(reading.tx());
    VIGIE_TRY(const auto running, sla.open(stretch.to));
    VIGIE_TRY(const auto later, sla.results(stretch.to, reading.tx().now() + std::chrono::seconds{1}, true));
    for (const auto &result : running)
        take(result);
    for (const auto &result : later)
        take(result);
    figure.n = static_cast<std::int64_t>(open.size());
    figure.value = static_cast<double>(open.size());
    for (const auto ticket : open)
        rows.take(ticket);
    if (!open.empty())
        note(figure, Note::Kind::Censored, figure.n, oldest);
    return {};
}

/// By due time. What runs is neither; what was late and answered later on is a miss.
template <SlaTarget Target>
Result<void> kept(const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows)
{
    VIGIE_TRY(const auto clocks, reading.clocks({stretch.from - kLongestPromise, stretch.to}, false));
    std::int64_t hits = 0, all = 0;
    for (const auto &clock : clocks) {
        const auto &event = clock.event;
        const bool ended = event.state == SlaState::Hit || event.state == SlaState::Miss;
        const auto due = event.dueAt ? event.dueAt : event.endedAt;
        if (event.target != Target || !ended || !due || *due < stretch.from || *due >= stretch.to)
            continue;
        ++all;
        rows.take(event.ticket);
        hits += event.state == SlaState::Hit;
    }
    setShare(figure, hits, all);
    return {};
}

} // namespace

void addCaseMetrics(std::vector<MetricDef> &to)
{
    const auto first = to.size();
    const auto add = [&](const char *key, Unit unit, Better better, Sample sample, const char *formula, MetricDef::OfRows read) {
        to.push_back({{key, 1, unit, "care", false, better, formula, sample}, Behind::Conversations, nullptr, nullptr, read});
    };
    add("next_response_median", Unit::Seconds, Better::Down, Sample::Answers, "next_response_median = median of answer - first message that waited for it, over the answers after the first, by answer", next);
    add("resolution_first_median", Unit::Seconds, Better::Down, Sample::Rows, "resolution_first_median = median of first time done - first message, by that time",
        [](const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows) { return resolution(reading, stretch, figure, rows, true); });
    add("resolution_full_median", Unit::Seconds, Better::Down, Sample::Rows, "resolution_full_median = median of last time done - first message, by that time",
        [](const Reading &reading, const Stretch &stretch, Figure &figure, RowsTold &rows) { return resolution(reading, stretch, figure, rows, false); });
    add("reopen_rate", Unit::Percent, Better::Down, Sample::Rows, "reopen_rate = 100 conversations opened again after they were done / conversations done in the period", reopened);
    add("one_touch_rate", Unit::Percent, Better::Up, Sample::Rows, "one_touch_rate = 100 conversations done with exactly one answer of ours / conversations done in the period", oneTouch);
    add("backlog", Unit::Count, Better::Down, Sample::Rows, "backlog = conversations not done at the end of the period", backlog);
    add("sla_first_rate", Unit::Percent, Better::Up, Sample::Answers, "sla_first_rate = 100 hits / (hits + misses) of first answers, by due time", kept<SlaTarget::First>);
    add("sla_next_rate", Unit::Percent, Better::Up, Sample::Answers, "sla_next_rate = 100 hits / (hits + misses) of next answers, by due time", kept<SlaTarget::Next>);
    add("sla_resolution_rate", Unit::Percent, Better::Up, Sample::Answers, "sla_resolution_rate = 100 hits / (hits + misses) of resolutions, by due time", kept<SlaTarget::Resolution>);
    needAll(to, first, {.conversations = true, .clocks = true});
}

} // namespace vigie::insight
