// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/column_store.hpp"

#include "insight/column_build.hpp"

#include <algorithm>

namespace vigie::insight {

Result<std::shared_ptr<const ColumnState>> ColumnStore::at(store::Tx &tx, Instant from, std::span<const QueryId> queries)
{
    const std::lock_guard lock(mutex_);
    store::ColumnRows rows(tx);
    VIGIE_TRY(const auto seen, rows.changesAfter(std::nullopt));
    // Jobs that run at the same time may see less than others: each counts by the state of what it sees itself.
    const auto newer = std::find_if(states_.begin(), states_.end(), [&](const auto &state) { return state->mark > seen.mark; });
    const auto *base = newer == states_.begin() ? nullptr : (newer - 1)->get();
    const auto first = store::ColumnRows::firstPossible(from);
    const bool holds = base && std::all_of(queries.begin(), queries.end(), [&](QueryId query) {
        return !query || std::find(base->queries.begin(), base->queries.end(), query) != base->queries.end();
    });
    if (base && base->mark == seen.mark && base->loadedFrom <= first && holds)
        return *(newer - 1);
    auto changes = seen;
    if (base) {
        VIGIE_TRY(changes, rows.changesAfter(base->mark));
    }
    ColumnBuild build(tx, changes.whole ? nullptr : base);
    if (changes.whole)
        changes = {seen.mark, false, {}, {}, {}};
    VIGIE_CHECK(build.follow(changes));
    VIGIE_CHECK(build.extend(base ? std::min(first, base->loadedFrom) : first));
    VIGIE_CHECK(build.hold(queries));
    return keep(build.done());
}

/// By their marks; the oldest goes when there are too many. They share what stayed as it was.
std::shared_ptr<const ColumnState> ColumnStore::keep(std::shared_ptr<const ColumnState> made)
{
    constexpr std::size_t kKept = 4;
    const auto place = std::lower_bound(states_.begin(), states_.end(), made, [](const auto &a, const auto &b) { return a->mark < b->mark; });
    if (place != states_.end() && (*place)->mark == made->mark)
        *place = made;
    else
        states_.insert(place, made);
    if (states_.size() > kKept)
        states_.erase(states_.begin());
    return made;
}

std::size_t ColumnStore::posts() const
{
    const std::lock_guard lock(mutex_);
    return states_.empty() ? 0 : states_.back()->posts();
}

std::size_t ColumnStore::memory() const
{
    const std::lock_guard lock(mutex_);
    return states_.empty() ? 0 : states_.back()->bytes();
}

void ColumnStore::drop()
{
    const std::lock_guard lock(mutex_);
    states_.clear();
}

} // namespace vigie::insight
