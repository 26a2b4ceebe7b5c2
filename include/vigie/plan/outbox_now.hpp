// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves, when, and what left: the outbox as a person asks for it.
// Thread: inside a store job. Errors: Storage...
#pragma once

#include <vigie/model/outbound.hpp>
#include <vigie/store/store.hpp>

#include <vector>

namespace vigie::plan {

struct OutboxNow {
    std::vector<Outbound> asks;        ///< waits for a person: unknown, failed, missed, held by a pause (newest first)
    std::vector<Outbound> approval;    ///< waits for somebody's agreement, next first
    std::vector<Outbound> onTheWay;    ///< being sent, or due within a minute
    std::vector<Outbound> next;        ///< planned, next first
    std::vector<Outbound> byNetwork;   ///< taken by the network, not shown yet
    std::vector<Outbound> left;        ///< sent since `since`, newest first
};
/// At most `limit` of each. Posts, answers and other acts alike.
Result<OutboxNow> outboxNow(store::Tx &tx, Instant since, int limit = 200);

} // namespace vigie::plan
