// SPDX-License-Identifier: GPL-3.0-or-later
// What an account's run does beside reading its streams: looking known items up again, asking for figures that only the
// network knows.
// Thread: that of the engine. Errors: Storage..., Cancelled; what the network says is left for the next run and the log.
#pragma once

#include "intake/page_commit.hpp"

namespace vigie::intake {

struct UpkeepJob {
    EngineParts &parts;
    EarlyDeletions &early;
    const connect::Connector &connector;
    const Account &account;
    std::span<const Account> accounts;
    std::stop_token stop;
};

/// Items that are due: what the network still shows is taken in as it is now, what it says is gone or leaves out twice
/// becomes a tombstone.
Result<void> recheckItems(const UpkeepJob &job);
/// Figures of the account's day and of its posts of the last month. A name that the network no longer knows is asked for
/// once, noted, and left out from then on.
Result<void> collectInsights(const UpkeepJob &job);
/// Our own posts whose age has come (store/post_counts.hpp) are asked for, and their counts kept; the counts that only the network knows with
/// them. Where a network cannot be asked for a post, what it showed since then counts.
Result<void> readPostCounts(const UpkeepJob &job);

/// Known items, asked of the network once more; at most connector.lookupBatch() of them.
[[nodiscard]] Result<connect::LookupAnswer> lookUp(const UpkeepJob &job, const std::vector<std::string> &ids);
[[nodiscard]] Result<connect::InsightAnswer> askInsights(const UpkeepJob &job, connect::InsightSpec &spec);
/// Names of figures that the network refused to this account before.
[[nodiscard]] std::vector<std::string> namesRefused(const Account &account);

} // namespace vigie::intake
