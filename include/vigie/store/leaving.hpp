// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that leave by another clock than ours, and rows that were judged by one which was wrong.
// Thread: inside a store job, Durability::Full. Errors: Storage...
#pragma once

#include <vigie/model/outbound.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <vector>

namespace vigie::store {

/// Rows that missed their hour by a clock which was ahead and is right again are planned once more. How many.
Result<int> reviveMissed(Tx &tx);

/// A row that something is to be done for, and the account whose lane does it.
struct LeavingRow {
    OutboundId id;
    AccountId account;
};
/// Planned rows whose hour has come, in the order of their hours; behind them those with an hour between these two that are to be given to
/// their networks ahead of it.
Result<std::vector<LeavingRow>> toSend(Tx &tx, Instant handOverFrom, Instant handOverTo);
/// Rows that may be on the network and are to be read back by now.
Result<std::vector<LeavingRow>> toReadBack(Tx &tx);
/// Rows that their network keeps and that are to be looked up by now.
Result<std::vector<LeavingRow>> toWatch(Tx &tx);
/// The hour of the next of them after `from`.
Result<std::optional<Instant>> nextHandOver(Tx &tx, Instant from);
/// Another row of this post and account that its network has not given back yet.
Result<bool> waitsForRecall(Tx &tx, const Outbound &row);

} // namespace vigie::store
