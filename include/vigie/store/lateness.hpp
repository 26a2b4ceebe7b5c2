// SPDX-License-Identifier: GPL-3.0-or-later
// Open tickets whose time has run out, by the clocks as they were last worked out, and by the workspace's answer time where
// nothing is promised. Who shows them asks desk/late.hpp, which looks at what changed a moment ago.
// Thread: inside a store job. Errors: Storage...
#pragma once

#include <vigie/model/sla.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <vector>

namespace vigie::store {

struct LateRow {
    TicketId ticket;
    Instant due;
    std::optional<SlaTarget> promise; ///< none: the answer time
    Instant wait;                     ///< since when the member waits, or the case is open: what tells one wait from the next
};

/// The longest late first.
Result<std::vector<LateRow>> lateRows(Tx &tx, int limit);

} // namespace vigie::store
