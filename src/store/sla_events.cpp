// SPDX-License-Identifier: GPL-3.0-or-later
// Clocks as kept: read whole, replaced ticket by ticket.
#include <vigie/store/sla.hpp>

#include "store/hot_statement.hpp"
#include "store/session.hpp"

#include <algorithm>

namespace vigie::store {

namespace {

const std::string kColumns = "e.ticket_id, e.target, e.sequence, e.policy_id, e.policy_version, e.calendar_id, e.calendar_version, e.started_at, e.ended_at, e.due_at,"
                             " e.running_since, e.state, e.promised, e.used, e.wall, e.skewed";

SlaEvent eventOf(TicketId ticket, int target, int sequence, SlaPolicyId policy, int policyVersion, CalendarId calendar, int calendarVersion, Instant started,
                 std::optional<Instant> ended, std::optional<Instant> due, std::optional<Instant> running, int state, std::int64_t promised, std::int64_t used,
                 std::int64_t wall, bool skewed)
{
    return {ticket, static_cast<SlaTarget>(target), sequence, policy, policyVersion, calendar, calendarVersion, started, ended, due, running,
            static_cast<SlaState>(state), promised, used, wall, skewed};
}

template <class Row>
void eachEvent(Session &session, const std::string &where, std::vector<Bound> values, Row &&row)
{
    session.each<TicketId, int, int, SlaPolicyId, int, CalendarId, int, Instant, std::optional<Instant>, std::optional<Instant>, std::optional<Instant>, int, std::int64_t,
                 std::int64_t, std::int64_t, bool>("SELECT " + kColumns + " FROM sla_event e" + where, std::move(values),
                                                   [&](auto &&...columns) { row(eventOf(std::forward<decltype(columns)>(columns)...)); });
}

std::vector<SlaResult> resultsOf(Session &session, const std::string &where, std::vector<Bound> values)
{
    std::vector<SlaResult> out;
    session.each<TicketId, int, int, SlaPolicyId, int, CalendarId, int, Instant, std::optional<Instant>, std::optional<Instant>, std::optional<Instant>, int, std::int64_t,
                 std::int64_t, std::int64_t, bool, AccountId, std::string, std::string, ItemId>(
        "SELECT " + kColumns + ", t.account_id, coalesce(i.lang, ''), coalesce(s.connector, ''), t.latest_item_id FROM sla_event e JOIN ticket t ON t.id=e.ticket_id"
        " LEFT JOIN item i ON i.id=t.root_item_id LEFT JOIN source s ON s.id=i.source_id" + where + " ORDER BY e.started_at, e.ticket_id, e.target, e.sequence",
        std::move(values),
        [&](TicketId ticket, int target, int sequence, SlaPolicyId policy, int policyVersion, CalendarId calendar, int calendarVersion, Instant started,
            std::optional<Instant> ended, std::optional<Instant> due, std::optional<Instant> running, int state, std::int64_t promised, std::int64_t used,
            std::int64_t wall, bool skewed, AccountId account, std::string lang, std::string network, ItemId latest) {
            out.push_back({eventOf(ticket, target, sequence, policy, policyVersion, calendar, calendarVersion, started, ended, due, running, state, promised, used, wall, skewed),
                           account, std::move(lang), std::move(network), latest});
        });
    return out;
}

std::vector<SlaClock> clocksOf(Session &session, const std::string &where, std::vector<Bound> values)
{
    std::vector<SlaClock> out;
    session.each<TicketId, int, SlaPolicyId, CalendarId, int, std::optional<Instant>, std::int64_t>(
        "SELECT ticket_id, target, policy_id, calendar_id, calendar_version, due_at, seconds_left FROM sla_clock" + where, std::move(values),
        [&](TicketId ticket, int target, SlaPolicyId policy, CalendarId calendar, int version, std::optional<Instant> due, std::int64_t left) {
            out.push_back({ticket, static_cast<SlaTarget>(target), policy, calendar, version, due, left});
        });
    return out;
}

bool runs(const SlaEvent &event)
{
    return event.state == SlaState::Running && event.dueAt;
}

/// A clock that stands still comes after all that run.
bool sooner(const SlaEvent &a, const SlaEvent &b)
{
    if (runs(a) != runs(b))
        return runs(a);
    return runs(a) ? *a.dueAt < *b.dueAt : a.promised - a.used < b.promised - b.used;
}

} // namespace

std::optional<SlaClock> clockOf(std::span<const SlaEvent> events)
{
    const SlaEvent *first = nullptr;
    for (const auto &event : events)
        if (event.policy && !event.endedAt && (first == nullptr || sooner(event, *first)))
            first = &event;
    if (first == nullptr)
        return std::nullopt;
    return SlaClock{first->ticket, first->target, first->policy, first->calendar, first->calendarVersion, runs(*first) ? first->dueAt : std::nullopt, first->promised - first->used};
}

Result<void> Sla::markOpen()
{
    auto &session = tx_.session();
    return session.guard([&] {
        session.exec("INSERT INTO sla_mark(ticket_id, anew) SELECT DISTINCT ticket_id, 1 FROM sla_event WHERE ended_at IS NULL"
                     " ON CONFLICT(ticket_id) DO UPDATE SET anew=1");
        tx_.change().settings = true;
    });
}

Result<std::vector<SlaMark>> Sla::marks(int limit)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<SlaMark> out;
        session.each<TicketId, bool>("SELECT ticket_id, anew FROM sla_mark ORDER BY ticket_id DESC LIMIT ?", binds(limit),
                                     [&](TicketId ticket, bool anew) { out.push_back({ticket, anew}); });
        return out;
    });
}

Result<std::vector<TicketId>> Sla::openTickets()
{
    auto &session = tx_.session();
    return session.guard([&] { return session.column<TicketId>("SELECT ticket_id FROM sla_event WHERE ended_at IS NULL UNION SELECT ticket_id FROM sla_mark ORDER BY ticket_id"); });
}

Result<std::map<TicketId, std::vector<SlaEvent>>> Sla::events(std::span<const TicketId> ids)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::map<TicketId, std::vector<SlaEvent>> out;
        eachEvent(session, " WHERE e.ticket_id IN (SELECT value FROM json_each(?)) ORDER BY e.ticket_id, e.target, e.sequence", binds(idList(ids)),
                  [&](SlaEvent event) { out[event.ticket].push_back(event); });
        return out;
    });
}

Result<void> Sla::keep(TicketId ticket, std::span<const SlaEvent> events, const std::optional<SlaClock> &clock)
{
    auto &session = tx_.session();
    return session.guard([&] {
        session.exec("DELETE FROM sla_event WHERE ticket_id=?", ticket);
        for (const auto &event : events)
            session.exec("INSERT INTO sla_event(ticket_id, target, sequence, policy_id, policy_version, calendar_id, calendar_version, started_at, ended_at, due_at,"
                         " running_since, state, promised, used, wall, skewed) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                         ticket, event.target, event.sequence, event.policy, event.policyVersion, event.calendar, event.calendarVersion, event.startedAt, event.endedAt,
                         event.dueAt, event.runningSince, event.state, event.promised, event.used, event.wall, event.skewed);
        session.exec("DELETE FROM sla_clock WHERE ticket_id=?", ticket);
        if (clock)
            session.exec("INSERT INTO sla_clock(ticket_id, target, policy_id, calendar_id, calendar_version, due_at, seconds_left) VALUES(?,?,?,?,?,?,?)", ticket, clock->target,
                         clock->policy, clock->calendar, clock->calendarVersion, clock->dueAt, clock->secondsLeft);
        session.exec("DELETE FROM sla_mark WHERE ticket_id=?", ticket);
    });
}

/// Fifty thousand rows at a change of view: this one speaks to the statement itself.
Result<std::vector<SlaClock>> Sla::clocks()
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<SlaClock> out;
        auto &row = session.hot("SELECT ticket_id, target, policy_id, calendar_id, calendar_version, due_at, seconds_left FROM sla_clock");
        while (row.next()) {
            SlaClock clock;
            clock.ticket = TicketId{row.integer(0)};
            clock.target = static_cast<SlaTarget>(row.integer(1));
            clock.policy = SlaPolicyId{row.integer(2)};
            clock.calendar = CalendarId{row.integer(3)};
            clock.calendarVersion = static_cast<int>(row.integer(4));
            if (!row.isNull(5))
                clock.dueAt = fromMicros(row.integer(5));
            clock.secondsLeft = row.integer(6);
            out.push_back(clock);
        }
        row.reset();
        return out;
    });
}

Result<std::vector<SlaClock>> Sla::dueBy(Instant at)
{
    auto &session = tx_.session();
    return session.guard([&] { return clocksOf(session, " WHERE due_at<=? ORDER BY due_at", binds(at)); });
}

Result<std::vector<SlaResult>> Sla::results(Instant from, Instant to, bool byEnd)
{
    auto &session = tx_.session();
    return session.guard([&] {
        return byEnd ? resultsOf(session, " WHERE e.ended_at>=? AND e.ended_at<?", binds(from, to)) : resultsOf(session, " WHERE e.started_at>=? AND e.started_at<?", binds(from, to));
    });
}

Result<std::vector<SlaResult>> Sla::open(Instant to)
{
    auto &session = tx_.session();
    return session.guard([&] { return resultsOf(session, " WHERE e.ended_at IS NULL AND e.started_at<?", binds(to)); });
}

Result<void> Sla::setAutomatic(OutboundId outbound)
{
    auto &session = tx_.session();
    return session.guard([&] { session.exec("INSERT OR IGNORE INTO sla_automatic(outbound_id) VALUES(?)", outbound); });
}

} // namespace vigie::store
