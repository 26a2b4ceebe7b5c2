// SPDX-License-Identifier: GPL-3.0-or-later
// One state of the columns made of another: rows of the store put into chunks.
// Thread: inside a store job. Errors: those of the store.
#pragma once

#include "insight/chunk_edit.hpp"

#include <vigie/base/result.hpp>

#include <span>

namespace vigie::insight {

class ColumnBuild {
public:
    /// Goes on from `before`, which stays as it is; none: from nothing.
    ColumnBuild(store::Tx &tx, const ColumnState *before);

    Result<void> follow(const store::ColumnChanges &changes);
    /// Everything from `first` on is to be there; what is missing is read.
    Result<void> extend(ItemId first);
    Result<void> hold(std::span<const QueryId> queries);
    [[nodiscard]] std::shared_ptr<const ColumnState> done();

private:
    using Chunks = std::vector<std::shared_ptr<const PostColumns>>;

    Result<ColumnCells> cells(const store::ColumnRow &row);
    Result<Chunks> read(ItemId first, ItemId last);
    Result<void> addMatches(QueryId query, Chunks &chunks);
    Result<void> renew(std::span<const ItemId> items);
    Result<Chunks> renewed(const PostColumns *old, std::span<const ItemId> items);
    Result<void> renewFollowers(std::span<const MemberId> members);
    Result<std::uint16_t> sourceNumber(std::int64_t source);

    store::Tx &tx_;
    ColumnState state_;
    NameTable langs_, containers_;
    std::unordered_map<std::int64_t, std::uint16_t> sourceNumbers_;
};

} // namespace vigie::insight
