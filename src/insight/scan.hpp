// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over the columns: the posts of a filter in a stretch of time, chunk by chunk.
// Thread: any. Errors: none.
#pragma once

#include "insight/column_state.hpp"

#include <vigie/store/items.hpp>

#include <bit>
#include <optional>

namespace vigie::insight {

/// A scope in numbers of the columns. Mentions only: what is ours, gone, spam or kept aside never passes.
struct PostFilter {
    QueryId query;                            ///< held by the state; none: everything
    std::vector<std::uint8_t> sources, langs; ///< by number, 1: passes; empty: all do
    std::uint8_t tones = 7;                   ///< bit 0: -1, bit 1: 0, bit 2: 1
    bool withoutRelays = false, relaysOnly = false;
    std::optional<std::uint32_t> author;
    std::optional<ItemKind> kind;
    bool nothing = false;                     ///< a network or language that nothing here is of
    std::shared_ptr<const std::vector<Bits>> selected; ///< by chunk, empty: none of it; no pointer: all

    [[nodiscard]] bool passes(const PostColumns &chunk, std::size_t row) const
    {
        const auto flags = chunk.flags[row];
        const int tone = 1 << (chunk.tone(row) + 1);
        return (flags & kCounted) != 0 && (!withoutRelays || (flags & kRelay) == 0) && (!relaysOnly || (flags & kRelay) != 0) && (tones & tone) != 0
               && (sources.empty() || sources[chunk.source[row]] != 0) && (langs.empty() || langs[chunk.lang[row]] != 0)
               && (!author || chunk.author[row] == *author) && (!kind || chunk.kind(row) == *kind);
    }
};

/// Rows that may have been published in [from, to): ids follow the time, but for the seconds by which some had to move on.
[[nodiscard]] std::pair<std::size_t, std::size_t> rowsWithin(const PostColumns &chunk, std::int32_t from, std::int32_t to);

/// each(chunk, row) for the posts published in [from, to), seconds as in columnSecond(), in the order of their ids.
template <class Each>
void scanPosts(const ColumnState &state, const PostFilter &filter, std::int32_t from, std::int32_t to, Each &&each)
{
    if (filter.nothing)
        return;
    for (std::size_t number = 0; number < state.chunks.size(); ++number) {
        const auto &chunk = *state.chunks[number];
        if (chunk.maxSecond < from || chunk.minSecond >= to)
            continue;
        const Bits *matches = nullptr, *selected = nullptr;
        if (filter.query) {
            const auto found = chunk.matches.find(filter.query);
            if (found == chunk.matches.end() || !found->second.counted)
                continue;
            matches = found->second.counted.get();
        }
        if (filter.selected) {
            selected = &(*filter.selected)[number];
            if (selected->empty())
                continue;
        }
        const bool inside = chunk.minSecond >= from && chunk.maxSecond < to;
        const auto [first, last] = inside ? std::pair<std::size_t, std::size_t>(0, chunk.size()) : rowsWithin(chunk, from, to);
        const auto look = [&](std::size_t row) {
            if ((inside || (chunk.second[row] >= from && chunk.second[row] < to)) && filter.passes(chunk, row))
                each(chunk, row);
        };
        if (!matches && !selected) {
            for (auto row = first; row < last; ++row)
                look(row);
            continue;
        }
        for (auto word = first >> 6; word << 6 < last; ++word) {
            auto bits = (matches ? (*matches)[word] : ~std::uint64_t{0}) & (selected ? (*selected)[word] : ~std::uint64_t{0});
            for (; bits != 0; bits &= bits - 1)
                if (const auto row = (word << 6) + static_cast<std::size_t>(std::countr_zero(bits)); row >= first && row < last)
                    look(row);
        }
    }
}

} // namespace vigie::insight
