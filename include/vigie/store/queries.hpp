// SPDX-License-Identifier: GPL-3.0-or-later
// Saved queries, the table of what matches them, and the tags people put.
// Thread: inside a store job. Errors: Storage..., InvalidInput (query does not parse), NotFound, Duplicate (name taken).
#pragma once

#include <vigie/model/saved_query.hpp>
#include <vigie/model/ticket.hpp>
#include <vigie/store/items.hpp>

namespace vigie::store {

struct QueryCounts {
    int total = 0, unread = 0;   ///< unread: newer than readUpTo
    std::vector<std::pair<std::string, int>> languages; ///< share of the newest 500, percent, largest first
};

class Queries {
public:
    explicit Queries(Tx &tx) : tx_(tx) {}

    Result<std::vector<SavedQuery>> all();
    Result<SavedQuery> get(QueryId id);
    /// Inserts or updates. A changed source raises the version and empties its matches: call rematch() until done.
    Result<QueryId> save(const SavedQuery &query);
    Result<void> remove(QueryId id);
    Result<void> markRead(QueryId id, ItemId upTo);

    /// Fills the match table for items older than `from` (none: from the newest), at most `slice` items looked at.
    /// Returns where to go on, none when everything was judged. Rollups of the query follow.
    Result<ItemId> rematch(QueryId id, ItemId from, int slice);
    /// What a column shows: ids by keyset. Desk-dependent queries are searched live.
    Result<std::vector<ItemId>> spine(QueryId id, const SearchPage &page);
    Result<QueryCounts> counts(QueryId id);
    /// Which saved queries an item satisfies ("why it is here").
    Result<std::vector<QueryId>> matching(ItemId item);

    Result<std::vector<Tag>> tags();
    Result<TagId> ensureTag(const std::string &name);
    Result<void> setTag(ItemId item, TagId tag, bool on);

private:
    Tx &tx_;
};

} // namespace vigie::store
