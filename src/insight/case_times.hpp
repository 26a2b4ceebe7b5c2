// SPDX-License-Identifier: GPL-3.0-or-later
// How long a conversation lay with whom: with us, put aside by us, with the member.
// Thread: pure. Errors: none.
#pragma once

#include <vigie/model/sla.hpp>

#include <vector>

namespace vigie::insight {

/// Seconds by the clock on the wall.
struct CaseTimes {
    double work = 0;   ///< new or open: it is for us to act
    double hold = 0;   ///< snoozed, or waiting for a colleague
    double member = 0; ///< it is for the member to answer
    [[nodiscard]] double wait() const { return work + hold; } ///< the member waits for us
};

/// From the first message until `end`; moments in any order.
[[nodiscard]] CaseTimes caseTimes(std::vector<SlaMoment> moments, Instant end);

} // namespace vigie::insight
