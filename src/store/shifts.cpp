// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/shifts.hpp>

#include "store/session.hpp"

namespace vigie::store {

Result<ShiftCounts> Shifts::counts(Instant since)
{
    auto &session = tx_.session();
    return session.guard([&] {
        ShiftCounts out;
        out.arrived = session.one<int>("SELECT count(*) FROM ticket_event WHERE what IN ('created', 'inbound') AND at>=?", since).value_or(0);
        out.answered = session.one<int>("SELECT count(*) FROM ticket_event WHERE what='reply' AND at>=?", since).value_or(0);
        out.closed = session.one<int>("SELECT count(DISTINCT e.ticket_id) FROM ticket_event e JOIN ticket t ON t.id=e.ticket_id WHERE e.what='status' AND e.at>=? "
                                      "AND e.to_value IN ('done', 'ignored') AND t.status IN ('done', 'ignored')",
                                      since)
                         .value_or(0);
        return out;
    });
}

Result<std::vector<std::pair<TicketId, int>>> Shifts::busy(Instant since, int least, int limit)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<std::pair<TicketId, int>> out;
        session.each<TicketId, int>("SELECT e.ticket_id, count(*) AS n FROM ticket_event e JOIN ticket t ON t.id=e.ticket_id WHERE e.what IN ('created', 'inbound') AND e.at>=? "
                                    "AND t.status NOT IN ('done', 'ignored') GROUP BY e.ticket_id HAVING n>=? ORDER BY n DESC, e.ticket_id LIMIT ?",
                                    binds(since, least, limit), [&](TicketId ticket, int count) { out.emplace_back(ticket, count); });
        return out;
    });
}

} // namespace vigie::store
