// SPDX-License-Identifier: GPL-3.0-or-later
// Searches that answer in a given time: what was found so far, and how far back was looked, when that is not everything. History
// is looked through newest first in stretches that shrink and grow with the time they take, so that a phrase of three words that
// everybody says and nobody says together does not hold up its window. Asking again from where it stopped goes on; what the
// index had no first row for in all that time stops where it began, and goes on with more time, or asked of Items.
// Thread: inside a store job. Errors: as Items: Storage..., InvalidInput, Cancelled (a stopped search).
#pragma once

#include <vigie/store/items.hpp>

#include <algorithm>
#include <chrono>
#include <optional>
#include <vector>

namespace vigie::store {

/// How long a person waits without noticing; what a window asks for first.
inline constexpr std::chrono::milliseconds kAtOnce{36};
/// Then it goes on in strides as long as others may wait for a reader, and in longer ones where a stride came to nothing.
inline constexpr std::chrono::milliseconds kStride{150};
[[nodiscard]] constexpr std::chrono::milliseconds nextStride(std::chrono::milliseconds last, bool wentOn)
{
    return wentOn ? kStride : std::max(kStride, last * 2);
}

struct SearchedPart {
    std::vector<ItemId> ids;          ///< newest first
    std::optional<ItemId> stoppedAt;  ///< looked at all newer than this, and more may match; none: the page is full or there is no more
};
struct CountedPart {
    int count = 0;                    ///< exact up to the cap, cap + 1 means more; of what was looked at
    std::optional<ItemId> stoppedAt;  ///< counted what is newer than this; none: counted to the end or to the cap
};

class SearchSteps {
public:
    /// A quarter more than the budget, and two milliseconds at least, is left to what can only be ended with nothing found.
    SearchSteps(Tx &tx, std::chrono::milliseconds budget) : tx_(tx), budget_(budget) {}

    /// As Items::search. A page from the oldest is not cut short.
    Result<SearchedPart> search(const text::Query &query, const SearchPage &page);
    /// As Items::count, of what is older than `before`, when given.
    Result<CountedPart> count(const text::Query &query, int cap, ItemId before = {});

private:
    Tx &tx_;
    std::chrono::milliseconds budget_;
};

} // namespace vigie::store
