// SPDX-License-Identifier: GPL-3.0-or-later
// The rows that columns in memory are made of, straight from the tables, and what changed of them since.
// Thread: inside a store job. Errors: Storage..., InvalidInput (words that are no query), Cancelled.
#pragma once

#include <vigie/model/item.hpp>
#include <vigie/store/store.hpp>
#include <vigie/text/query.hpp>

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vigie::store {

/// Views live until the next row.
struct ColumnRow {
    ItemId item;
    Instant published;
    MemberId author;                 ///< none: not known
    std::int64_t source = 0;
    std::string_view lang, container;
    int toneLabel = 0, toneMilli = 0;
    bool relay = false, counted = false; ///< counted: a mention (not ours, not gone, hidden or spam)
    bool ours = false, toneManual = false;
    ItemKind kind = ItemKind::Post;
    std::optional<double> rating;    ///< 0..1 of the scale
    std::optional<double> engagements; ///< likes + reposts + replies + quotes as last counted; none: the network gives none of them
};
struct ColumnMatch {
    QueryId query;
    ItemId item;
    bool counted = false;            ///< false: it matches, and is ours, gone, spam or kept aside
};
/// Since a mark; `whole`: so much, or so long ago, that everything is to be read again.
struct ColumnChanges {
    std::int64_t mark = 0;
    bool whole = false;
    std::vector<ItemId> items;       ///< ascending, each once
    std::vector<MemberId> members;   ///< whose followers may be others now
    std::vector<QueryId> queries;    ///< whose matches are others altogether
};
struct SourceName {
    std::int64_t id = 0;
    std::string connector, instance;
};

class ColumnRows {
public:
    explicit ColumnRows(Tx &tx) : tx_(tx) {}

    /// What was written after `mark`; from none, only the mark of now.
    Result<ColumnChanges> changesAfter(std::optional<std::int64_t> mark);
    /// Ascending by id, ids in [first, last).
    Result<void> each(ItemId first, ItemId last, const std::function<void(const ColumnRow &)> &row);
    /// Of those ids; those without a row are left out.
    Result<void> eachOf(std::span<const ItemId> ids, const std::function<void(const ColumnRow &)> &row);
    /// Matches of one query, ascending; of those that are kept in the match table.
    Result<void> matches(QueryId query, ItemId first, ItemId last, const std::function<void(const ColumnMatch &)> &match);
    Result<std::vector<ColumnMatch>> matchesOf(std::span<const QueryId> queries, std::span<const ItemId> ids);
    /// By member, none where it is not known. All: no members named.
    Result<void> followers(std::span<const MemberId> members, const std::function<void(MemberId, std::optional<std::int64_t>)> &each);
    Result<std::vector<SourceName>> sources();
    Result<std::vector<ItemId>> tagged(TagId tag);
    /// Ids that satisfy the words, ascending, published in [from, to).
    Result<std::vector<ItemId>> found(const text::Query &bound, Instant from, Instant to);
    /// No item published at or after `from` has a smaller id.
    [[nodiscard]] static ItemId firstPossible(Instant from);
    /// The job counts originals only, whatever its figures ask for.
    [[nodiscard]] bool originalsOnly() const;
    /// By its handles, or the names they go by.
    Result<std::string> handleOf(MemberId member);

private:
    Tx &tx_;
};

} // namespace vigie::store
