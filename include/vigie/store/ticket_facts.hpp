// SPDX-License-Identifier: GPL-3.0-or-later
// What became of conversations, many at once: what figures and their proofs need of them, and nothing else.
// Thread: inside a store job. Errors: Storage...
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/base/time.hpp>
#include <vigie/model/ticket.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <span>
#include <vector>

namespace vigie::store {

struct TicketFact {
    TicketId ticket;
    ItemId root;                         ///< the message that began it
    TicketStatus status = TicketStatus::New;
    std::optional<Instant> asked, answered; ///< first message of the member, first answer of ours
    int answers = 0;
};
/// Of those that there are, in the order of their numbers.
Result<std::vector<TicketFact>> ticketFacts(Tx &tx, std::span<const TicketId> tickets);

} // namespace vigie::store
