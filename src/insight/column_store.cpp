// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/column_store.hpp"

#include "insight/column_build.hpp"

#include <algorithm>

namespace vigie::insight {

Result<std::shared_ptr<const ColumnState>> ColumnStore::at(store::Tx &tx, Instant from, std::span<const QueryId> queries)
{
    const std::lock_guard lock(mutex_);
    const auto first = store::ColumnRows::firstPossible(from);
    VIGIE_TRY(auto changes, store::ColumnRows(tx).changesAfter(state_ ? std::optional(state_->mark) : std::nullopt));
    const bool reaches = state_ && state_->loadedFrom <= first;
    const bool holds = state_ && std::all_of(queries.begin(), queries.end(), [&](QueryId query) {
        return !query || std::find(state_->queries.begin(), state_->queries.end(), query) != state_->queries.end();
    });
    if (state_ && changes.mark < state_->mark && !(reaches && holds)) {
        // This job sees less than the columns hold: rows it would read do not go with them, so it counts from its own.
        ColumnBuild own(tx, nullptr);
        VIGIE_CHECK(own.extend(first));
        VIGIE_CHECK(own.hold(queries));
        return own.done();
    }
    if (state_ && changes.mark <= state_->mark && reaches && holds)
        return state_;
    ColumnBuild build(tx, changes.whole ? nullptr : state_.get());
    const auto reach = state_ ? std::min(first, state_->loadedFrom) : first;
    changes.mark = std::max(changes.mark, state_ ? state_->mark : 0);
    VIGIE_CHECK(build.follow(changes.whole ? store::ColumnChanges{changes.mark, false, {}, {}, {}} : changes));
    VIGIE_CHECK(build.extend(reach));
    VIGIE_CHECK(build.hold(queries));
    state_ = build.done();
    return state_;
}

std::size_t ColumnStore::posts() const
{
    const std::lock_guard lock(mutex_);
    return state_ ? state_->posts() : 0;
}

std::size_t ColumnStore::memory() const
{
    const std::lock_guard lock(mutex_);
    return state_ ? state_->bytes() : 0;
}

void ColumnStore::drop()
{
    const std::lock_guard lock(mutex_);
    state_.reset();
}

} // namespace vigie::insight
