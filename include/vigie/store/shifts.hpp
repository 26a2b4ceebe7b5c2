// SPDX-License-Identifier: GPL-3.0-or-later
// What happened on the desk since a time.
// Thread: inside a store job. Errors: Storage...
#pragma once

#include <vigie/store/store.hpp>

#include <utility>
#include <vector>

namespace vigie::store {

struct ShiftCounts {
    int arrived = 0, answered = 0, closed = 0; ///< messages of members, answers of ours, tickets done or ignored
};

class Shifts {
public:
    explicit Shifts(Tx &tx) : tx_(tx) {}

    Result<ShiftCounts> counts(Instant since);
    /// Open tickets in which members wrote at least `least` times since, the busiest first.
    Result<std::vector<std::pair<TicketId, int>>> busy(Instant since, int least, int limit);

private:
    Tx &tx_;
};

} // namespace vigie::store
