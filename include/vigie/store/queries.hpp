// SPDX-License-Identifier: GPL-3.0-or-later
// Saved queries, the table of what matches them, and the tags people put.
// Thread: inside a store job. Errors: Storage..., InvalidInput (query does not parse), NotFound, Duplicate (name taken).
#pragma once

#include <vigie/model/saved_query.hpp>
#include <vigie/model/ticket.hpp>
#include <vigie/store/items.hpp>
#include <vigie/text/query_cost.hpp>
#include <vigie/text/query_library.hpp>

#include <span>
#include <utility>

namespace vigie::store {

struct QueryCounts {
    int total = 0, unread = 0;   ///< unread: newer than readUpTo
    std::vector<std::pair<std::string, int>> languages; ///< share of the newest 500, percent, largest first
    double judged = 1;           ///< share of history looked at; less than 1: rematch() is to go on
};
struct Rematch {
    double share = 1;            ///< of the items there were when the query was saved
    bool done = true;
};

class Queries {
public:
    explicit Queries(Tx &tx) : tx_(tx) {}

    Result<std::vector<SavedQuery>> all();
    Result<SavedQuery> get(QueryId id);
    /// Inserts or updates. A new name is carried into the queries that ask for the old one (@name), a new source is judged in
    /// them as well; a name that does not exist or a circle is InvalidInput. A new or changed source raises the version, empties its matches and leaves history to be judged:
    /// call rematch() until done. In an undoable action the change can be undone, and matches stay until rematch() comes by.
    Result<QueryId> save(const SavedQuery &query);
    /// Queries that ask for it take its source in its place.
    Result<void> remove(QueryId id);
    Result<void> markRead(QueryId id, ItemId upTo);

    /// Looks at the next `slice` items of history, newest first, from where the last call stopped: whoever was interrupted,
    /// or ended, goes on later. Rollups of the query follow.
    Result<Rematch> rematch(QueryId id, int slice);
    /// Queries whose history is not judged to the end.
    Result<std::vector<QueryId>> unfinished();
    /// What a column shows: ids by keyset. Queries that are not kept (SavedQuery::deskDependent) are searched live.
    Result<std::vector<ItemId>> spine(QueryId id, const SearchPage &page);
    Result<QueryCounts> counts(QueryId id);
    /// Of many at once; those that do not exist are left out. What is kept costs two look-ups and a short walk, however many
    /// mentions there are; what is searched for anew each time is counted live, and not beyond 9,999.
    Result<std::vector<std::pair<QueryId, QueryCounts>>> counts(std::span<const QueryId> ids);
    /// Which saved queries an item satisfies ("why it is here").
    Result<std::vector<QueryId>> matching(ItemId item);

    /// What @names, lists and times of a query are bound to here: for text::parseAndBind.
    Result<text::QueryContext> context();
    /// With the words of the query counted here, as far as that is quick.
    Result<text::QueryCost> cost(const text::Query &query);
    Result<std::vector<text::QueryLibrary::AuthorList>> authorLists();
    /// Replaces the authors of a list, or makes it; without authors the list goes.
    Result<void> saveAuthorList(const std::string &name, const std::vector<std::string> &authors);

    Result<std::vector<Tag>> tags();
    Result<TagId> ensureTag(const std::string &name);
    Result<void> setTag(ItemId item, TagId tag, bool on);

private:
    Tx &tx_;
};

} // namespace vigie::store
