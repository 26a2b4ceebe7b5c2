// SPDX-License-Identifier: GPL-3.0-or-later
// The columns themselves: chunks of posts in the order of their ids, which is that of time but for a few seconds. 24 bytes a post,
// and about two more that filters read, two for each query that was asked for. A state never changes; the next one shares the chunks that stayed as they were.
// Thread: any. Errors: none.
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/base/time.hpp>
#include <vigie/store/columns.hpp>

#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace vigie::insight {

inline constexpr std::uint32_t kUnknownFollowers = std::numeric_limits<std::uint32_t>::max();
inline constexpr float kNotGiven = -1; ///< engagements

/// Bits of PostColumns::flags.
enum PostFlag : std::uint16_t { kCounted = 1, kRelay = 2, kOurs = 4, kManualTone = 8, kPositive = 16, kNegative = 32, kKindShift = 8 };

/// Seconds since 2020, as they are kept.
[[nodiscard]] std::int32_t columnSecond(Instant at);
/// The first second that is not of what ends there: a second that has begun is of it.
[[nodiscard]] std::int32_t endSecond(Instant at);

using Bits = std::vector<std::uint64_t>;
[[nodiscard]] inline bool bitAt(const Bits &bits, std::size_t row)
{
    return (bits[row >> 6] >> (row & 63) & 1) != 0;
}
inline void setBit(Bits &bits, std::size_t row)
{
    bits[row >> 6] |= std::uint64_t{1} << (row & 63);
}

/// A query's posts in one chunk; nothing in it: no bits.
struct MatchBits {
    std::shared_ptr<const Bits> counted, aside; ///< aside: they match, and are ours, gone, spam or kept aside
};

/// What filters ask of the posts of a chunk, as bits: a word answers for 64 of them at once.
struct FilterBits {
    Bits counted, relay, positive, negative;
    std::map<std::uint16_t, Bits> sources, langs; ///< by number, of those that are in the chunk
};

/// Up to kRows posts. All vectors are as long.
struct PostColumns {
    static constexpr std::size_t kRows = 65'536;

    ItemId base;                              ///< smallest id
    std::vector<std::uint32_t> offset;        ///< id - base; ascending
    std::vector<std::int32_t> second;
    std::vector<std::uint32_t> author;        ///< 0: not known
    std::vector<float> engagements;
    std::vector<std::int16_t> toneMilli;
    std::vector<std::uint16_t> lang, source, flags;
    std::vector<std::pair<std::uint32_t, float>> rating;           ///< row, 0..1; few have one
    std::vector<std::pair<std::uint32_t, std::uint32_t>> container; ///< row, number of the name
    std::int32_t minSecond = 0, maxSecond = 0;
    std::int64_t maxSpill = 0;                ///< seconds by which the id of a post ever lies behind its time
    std::map<QueryId, MatchBits> matches;     ///< of the queries that are held
    std::shared_ptr<const FilterBits> filters; ///< of the vectors above

    [[nodiscard]] std::size_t size() const { return offset.size(); }
    [[nodiscard]] ItemId id(std::size_t row) const { return ItemId{base.value + offset[row]}; }
    [[nodiscard]] std::int8_t tone(std::size_t row) const { return static_cast<std::int8_t>((flags[row] & kPositive ? 1 : 0) - (flags[row] & kNegative ? 1 : 0)); }
    [[nodiscard]] ItemKind kind(std::size_t row) const { return static_cast<ItemKind>(flags[row] >> kKindShift); }
    /// Room for one more post of this id.
    [[nodiscard]] bool takes(ItemId item) const;
    /// The row of an id, or size().
    [[nodiscard]] std::size_t rowOf(ItemId item) const;
    [[nodiscard]] std::size_t bytes() const;
};

/// Names as numbers; only ever added to.
class NameTable {
public:
    std::uint32_t number(std::string_view name);
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const;
    [[nodiscard]] const std::string &name(std::uint32_t number) const { return names_[number]; }
    [[nodiscard]] std::size_t size() const { return names_.size(); }

private:
    std::vector<std::string> names_;
    std::unordered_map<std::string, std::uint32_t> numbers_;
};

struct ColumnState {
    std::int64_t mark = 0;                    ///< of the store's record of changes
    ItemId loadedFrom;                        ///< every post from this id on is here
    std::vector<std::shared_ptr<const PostColumns>> chunks; ///< ascending, disjoint
    std::shared_ptr<const NameTable> langs, containers;
    std::vector<store::SourceName> sources;   ///< by number of PostColumns::source
    std::shared_ptr<const std::vector<std::uint32_t>> followers; ///< by member
    std::vector<QueryId> queries;             ///< whose matches are held

    [[nodiscard]] std::uint32_t followersOf(std::uint32_t member) const
    {
        return member < followers->size() ? (*followers)[member] : kUnknownFollowers;
    }
    [[nodiscard]] std::size_t posts() const;
    [[nodiscard]] std::size_t bytes() const;
};

} // namespace vigie::insight
