// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/ticket_facts.hpp>

#include "store/session.hpp"

namespace vigie::store {

Result<std::vector<TicketFact>> ticketFacts(Tx &tx, std::span<const TicketId> tickets)
{
    auto &session = tx.session();
    return session.guard([&] {
        std::vector<TicketFact> out;
        session.each<TicketId, ItemId, std::string, std::optional<Instant>, std::optional<Instant>, int>(
            "SELECT id, root_item_id, status, first_inbound_at, first_reply_at, outbound FROM ticket WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", binds(idList(tickets)),
            [&](TicketId ticket, ItemId root, const std::string &status, std::optional<Instant> asked, std::optional<Instant> answered, int answers) {
                out.push_back({ticket, root, ticketStatusFrom(status).value_or(TicketStatus::Open), asked, answered, answers});
            });
        return out;
    });
}

} // namespace vigie::store
