// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the newest states of the columns, reads stretches that are missing, and follows the store's record of changes.
// Thread: any; one reads rows at a time, the others wait for it. Errors: those of the store.
#pragma once

#include "insight/column_state.hpp"

#include <vigie/base/result.hpp>
#include <vigie/insight/columns.hpp>

#include <mutex>
#include <span>

namespace vigie::insight {

class ColumnStore {
public:
    /// As this job sees them, with every post from `from` on and the matches of `queries`.
    Result<std::shared_ptr<const ColumnState>> at(store::Tx &tx, Instant from, std::span<const QueryId> queries);
    [[nodiscard]] std::size_t posts() const;
    [[nodiscard]] std::size_t memory() const;
    void drop();

private:
    std::shared_ptr<const ColumnState> keep(std::shared_ptr<const ColumnState> made);

    mutable std::mutex mutex_;
    std::vector<std::shared_ptr<const ColumnState>> states_; ///< ascending by mark; the last is the newest
};

} // namespace vigie::insight
