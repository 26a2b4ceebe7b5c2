// SPDX-License-Identifier: GPL-3.0-or-later
// A chunk of columns while it is being made.
// Thread: one at a time. Errors: none.
#pragma once

#include "insight/column_state.hpp"

namespace vigie::insight {

/// A row as columns hold it: names are numbers.
struct ColumnCells {
    ItemId item;
    std::int32_t second = 0;
    std::uint32_t author = 0, container = 0; ///< container 0: none
    float engagements = kNotGiven, rating = -1;
    std::int16_t toneMilli = 0;
    std::uint16_t lang = 0, source = 0, flags = 0;
};

class ChunkEdit {
public:
    ChunkEdit() = default;
    explicit ChunkEdit(const PostColumns &from);

    [[nodiscard]] std::size_t size() const { return columns_.size(); }
    [[nodiscard]] bool takes(ItemId item) const { return columns_.takes(item); }
    [[nodiscard]] bool endsBefore(ItemId item) const { return size() == 0 || columns_.id(size() - 1) < item; }
    [[nodiscard]] std::size_t rowOf(ItemId item) const { return columns_.rowOf(item); }
    void append(const ColumnCells &cells);
    /// A row of another chunk, with what it matches.
    void append(const PostColumns &from, std::size_t row);
    void replace(std::size_t row, const ColumnCells &cells);
    /// It matches nothing any more.
    void clear(std::size_t row);
    void match(std::size_t row, QueryId query, bool counted);
    [[nodiscard]] std::shared_ptr<const PostColumns> done();

private:
    struct Matches {
        Bits counted, aside;
    };
    Matches &matchesOf(QueryId query);

    PostColumns columns_;
    std::map<QueryId, Matches> matches_;
};

} // namespace vigie::insight
