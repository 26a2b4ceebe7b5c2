// SPDX-License-Identifier: GPL-3.0-or-later
// Sums over posts: what most figures of mentions are made of. They add up: those of days make those of weeks.
// Thread: values. Errors: none.
#pragma once

#include "insight/column_state.hpp"

namespace vigie::insight {

/// Which posts stand behind a figure: those its n counts. The last four are told by the figure itself while it is
/// measured; what a person entered is no post.
enum class Behind : std::uint8_t { Mentions, Originals, Relays, Positive, Negative, Polar, Given, Reached, Authored, Told, OwnPosts, Conversations, Entered };

[[nodiscard]] inline bool standsBehind(Behind behind, const ColumnState &state, const PostColumns &chunk, std::size_t row)
{
    const auto flags = chunk.flags[row];
    switch (behind) {
    case Behind::Originals: return (flags & kRelay) == 0;
    case Behind::Relays: return (flags & kRelay) != 0;
    case Behind::Positive: return (flags & kPositive) != 0;
    case Behind::Negative: return (flags & kNegative) != 0;
    case Behind::Polar: return (flags & (kPositive | kNegative)) != 0;
    case Behind::Given: return chunk.engagements[row] >= 0;
    case Behind::Reached: return state.followersOf(chunk.author[row]) != kUnknownFollowers;
    case Behind::Authored: return chunk.author[row] != 0;
    case Behind::Mentions:
    case Behind::Told:
    case Behind::OwnPosts:
    case Behind::Conversations:
    case Behind::Entered: break;
    }
    return true;
}

/// What is summed beside the counts of posts, since reading it costs more than they do.
enum class Sums : std::uint8_t { Posts, Reactions, Reach, All };
/// What a figure of sums needs, by what stands behind it.
[[nodiscard]] inline Sums sumsFor(Behind behind)
{
    return behind == Behind::Given ? Sums::Reactions : behind == Behind::Reached ? Sums::Reach : Sums::Posts;
}

struct Tally {
    std::int64_t posts = 0, positive = 0, negative = 0, relays = 0;
    std::int64_t given = 0;       ///< posts whose network counts reactions
    double engagements = 0;       ///< of these
    std::int64_t reached = 0;     ///< posts whose author's followers are known
    double reach = 0;             ///< sum of these followers

    [[nodiscard]] std::int64_t neutral() const { return posts - positive - negative; }
    /// One post, and of it what is needed.
    void add(const ColumnState &state, const PostColumns &chunk, std::size_t row, Sums sums = Sums::All)
    {
        const auto flags = chunk.flags[row];
        ++posts;
        positive += (flags & kPositive) != 0;
        negative += (flags & kNegative) != 0;
        relays += (flags & kRelay) != 0;
        if (sums == Sums::Reactions || sums == Sums::All)
            addReactions(chunk, row);
        if (sums == Sums::Reach || sums == Sums::All)
            addReach(state, chunk, row);
    }
    void addReactions(const PostColumns &chunk, std::size_t row)
    {
        if (const auto count = chunk.engagements[row]; count >= 0) {
            ++given;
            engagements += count;
        }
    }
    void addReach(const ColumnState &state, const PostColumns &chunk, std::size_t row)
    {
        if (const auto followers = state.followersOf(chunk.author[row]); followers != kUnknownFollowers) {
            ++reached;
            reach += followers;
        }
    }
    Tally &operator+=(const Tally &other);
    /// How many of them stand behind a figure of sums; Authored and what is told are none of these.
    [[nodiscard]] std::int64_t count(Behind behind) const;
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

inline std::int64_t Tally::count(Behind behind) const
{
    switch (behind) {
    case Behind::Originals: return posts - relays;
    case Behind::Relays: return relays;
    case Behind::Positive: return positive;
    case Behind::Negative: return negative;
    case Behind::Polar: return positive + negative;
    case Behind::Given: return given;
    case Behind::Reached: return reached;
    case Behind::Mentions:
    case Behind::Authored:
    case Behind::Told:
    case Behind::OwnPosts:
    case Behind::Conversations:
    case Behind::Entered: break;
    }
    return posts;
}

/// One author's posts of a scope.
struct AuthorPosts {
    std::uint32_t author = 0;
    std::int64_t posts = 0, positive = 0, negative = 0;
};

} // namespace vigie::insight
