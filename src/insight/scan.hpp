// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over the columns: the posts of a filter in a stretch of time, chunk by chunk, 64 at once.
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
    bool withoutRelays = false;
    std::optional<std::uint32_t> author;
    std::optional<ItemKind> kind;
    bool nothing = false;                     ///< a network or language that nothing here is of
    std::shared_ptr<const std::vector<Bits>> selected; ///< by chunk, empty: none of it; no pointer: all
};

/// Rows that may have been published in [from, to): ids follow the time, but for the seconds by which some had to move on.
[[nodiscard]] std::pair<std::size_t, std::size_t> rowsWithin(const PostColumns &chunk, std::int32_t from, std::int32_t to);

/// A bit for each post of a chunk that passes and was published in [from, to), seconds as in columnSecond(). False: there is none.
[[nodiscard]] bool passing(const ColumnState &state, std::size_t chunk, const PostFilter &filter, std::int32_t from, std::int32_t to, Bits &mask);

/// eachChunk(chunk, mask) where any post passes, in the order of their ids.
template <class Each>
void scanChunks(const ColumnState &state, const PostFilter &filter, std::int32_t from, std::int32_t to, Each &&eachChunk)
{
    Bits mask;
    for (std::size_t number = 0; number < state.chunks.size(); ++number)
        if (passing(state, number, filter, from, to, mask))
            eachChunk(*state.chunks[number], std::as_const(mask));
}

/// each(row) of the bits that are set.
template <class Each>
void eachRow(const Bits &mask, Each &&each)
{
    for (std::size_t word = 0; word < mask.size(); ++word)
        for (auto bits = mask[word]; bits != 0; bits &= bits - 1)
            each((word << 6) + static_cast<std::size_t>(std::countr_zero(bits)));
}

/// each(chunk, row) for the posts published in [from, to), in the order of their ids.
template <class Each>
void scanPosts(const ColumnState &state, const PostFilter &filter, std::int32_t from, std::int32_t to, Each &&each)
{
    scanChunks(state, filter, from, to, [&](const PostColumns &chunk, const Bits &mask) { eachRow(mask, [&](std::size_t row) { each(chunk, row); }); });
}

} // namespace vigie::insight
