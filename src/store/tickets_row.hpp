// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/session.hpp"

#include <vigie/store/tickets.hpp>

namespace vigie::store {

/// Tickets by a WHERE clause over table ticket (alias t).
[[nodiscard]] std::vector<Ticket> loadTickets(Session &session, const std::string &where, std::vector<Bound> values);
/// What the queue needs to know beside the ticket itself.
[[nodiscard]] std::vector<TicketRow> completeTickets(Session &session, std::vector<Ticket> tickets);
/// Writes every column; the row is made when it is not there.
void writeTicket(Session &session, const Ticket &ticket);
/// What decisions change of a ticket that is there; many in a row.
void updateTicket(Session &session, const Ticket &ticket);
[[nodiscard]] std::string ticketJson(const Ticket &ticket);
[[nodiscard]] Ticket ticketFromJson(const std::string &json);

} // namespace vigie::store
