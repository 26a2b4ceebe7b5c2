// SPDX-License-Identifier: GPL-3.0-or-later
// Who has waited too long: by the promise of the service levels where there is one, else by the workspace's answer time.
// Thread: inside a store job. Errors: Storage...
#pragma once

#include <vigie/model/sla.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <vector>

namespace vigie::desk {

struct LateTicket {
    TicketId ticket;
    Instant due;                      ///< when an answer, or the end, was due
    std::optional<SlaTarget> promise; ///< none: the answer time of the workspace ran out
};

/// The longest late first, at most so many. A clock that stands still is not late.
Result<std::vector<LateTicket>> lateTickets(store::Tx &tx, std::size_t most);

} // namespace vigie::desk
