// SPDX-License-Identifier: GPL-3.0-or-later
// What an item must hold for a query to have a chance: the keys a QuerySet files its queries under.
// Thread: pure. Errors: none.
#pragma once

#include <vigie/text/query.hpp>

#include <bit>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vigie::text {

using Hash = std::uint64_t;

/// Keys of different kinds must not meet: the kind seeds the hash.
enum class KeyKind : std::uint64_t { Word = 1, Begin = 2, Author = 3, Network = 4, Lang = 5 };

/// Fewer than eight bytes as a number, without a call.
inline Hash tailOf(const char *bytes, std::size_t size)
{
    if (size >= 4) {
        std::uint32_t first = 0, last = 0;
        std::memcpy(&first, bytes, 4);
        std::memcpy(&last, bytes + size - 4, 4);
        return first | static_cast<Hash>(last) << (8 * (size - 4));
    }
    Hash tail = 0;
    for (std::size_t i = 0; i < size; ++i)
        tail |= static_cast<Hash>(static_cast<std::uint8_t>(bytes[i])) << (8 * i);
    return tail;
}

inline Hash hashOf(KeyKind kind, std::string_view text)
{
    constexpr Hash kMix = 0x9E3779B97F4A7C15ULL;
    Hash hash = (static_cast<Hash>(kind) * 0xD6E8FEB86659FD93ULL) ^ (text.size() * kMix);
    while (text.size() >= 8) {
        Hash chunk = 0;
        std::memcpy(&chunk, text.data(), 8);
        hash = (std::rotl(hash, 27) ^ chunk) * kMix;
        text.remove_prefix(8);
    }
    hash = (std::rotl(hash, 27) ^ tailOf(text.data(), text.size())) * kMix;
    return hash ^ (hash >> 29);
}

// Beginnings are looked up by their first bytes, at most this many: one look-up per length in use and word.
inline constexpr std::size_t kMaxBegin = 16;
inline constexpr int kNoKey = std::numeric_limits<int>::max();

/// One of the keys at least is held by every item the node matches; kNoKey when nothing is sure. The cost is how much
/// the keys let through, roughly.
struct Anchor {
    std::vector<Hash> keys;
    int cost = kNoKey;
};

/// How often a word stands in the queries of the set.
using WordUse = std::unordered_map<std::string_view, std::uint32_t>;
void countWords(const QueryNode &node, WordUse &use);
[[nodiscard]] Anchor anchorOf(const QueryNode &node, const WordUse &use);

} // namespace vigie::text
