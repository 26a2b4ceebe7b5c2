// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/lateness.hpp>

#include "store/desk_facts.hpp"
#include "store/session.hpp"

namespace vigie::store {

Result<std::vector<LateRow>> lateRows(Tx &tx, int limit)
{
    auto &session = tx.session();
    return session.guard([&] {
        std::vector<LateRow> out;
        const auto since = answerLimits(session, tx.now()).lateSince;
        const auto allowed = toMicros(tx.now()) - toMicros(since);
        session.each<TicketId, Instant, std::optional<int>, Instant>(
            "SELECT t.id, coalesce(c.due_at, t.waiting_since_at + ?) AS due, c.target, coalesce(t.waiting_since_at, t.created_at) FROM ticket t LEFT JOIN sla_clock c ON c.ticket_id=t.id"
            " WHERE t.status IN ('new', 'open', 'waiting_inside', 'waiting_member') AND t.snooze_due_at IS NULL"
            " AND CASE WHEN c.ticket_id IS NULL THEN t.waiting_since_at<=? ELSE c.due_at<? END ORDER BY due, t.id LIMIT ?",
            binds(allowed, since, tx.now(), limit), [&](TicketId ticket, Instant due, std::optional<int> target, Instant wait) {
                out.push_back({ticket, due, target ? std::optional(static_cast<SlaTarget>(*target)) : std::nullopt, wait});
            });
        return out;
    });
}

} // namespace vigie::store
