// SPDX-License-Identifier: GPL-3.0-or-later
// Sums over posts: what most figures of mentions are made of. They add up: those of days make those of weeks.
// Thread: values. Errors: none.
#pragma once

#include "insight/column_state.hpp"

namespace vigie::insight {

struct Tally {
    std::int64_t posts = 0, positive = 0, negative = 0, relays = 0;
    std::int64_t given = 0;       ///< posts whose network counts reactions
    double engagements = 0;       ///< of these
    std::int64_t reached = 0;     ///< posts whose author's followers are known
    double reach = 0;             ///< sum of these followers

    [[nodiscard]] std::int64_t neutral() const { return posts - positive - negative; }
    void add(const ColumnState &state, const PostColumns &chunk, std::size_t row)
    {
        const auto flags = chunk.flags[row];
        ++posts;
        positive += (flags & kPositive) != 0;
        negative += (flags & kNegative) != 0;
        relays += (flags & kRelay) != 0;
        if (const auto count = chunk.engagements[row]; count >= 0) {
            ++given;
            engagements += count;
        }
        if (const auto followers = state.followersOf(chunk.author[row]); followers != kUnknownFollowers) {
            ++reached;
            reach += followers;
        }
    }
    Tally &operator+=(const Tally &other);
    friend bool operator==(const Tally &, const Tally &) = default;
};

inline Tally &Tally::operator+=(const Tally &other)
{
    posts += other.posts;
    positive += other.positive;
    negative += other.negative;
    relays += other.relays;
    given += other.given;
    engagements += other.engagements;
    reached += other.reached;
    reach += other.reach;
    return *this;
}

/// One author's posts of a scope.
struct AuthorPosts {
    std::uint32_t author = 0;
    std::int64_t posts = 0, positive = 0, negative = 0;
};

} // namespace vigie::insight
