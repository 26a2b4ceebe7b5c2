// SPDX-License-Identifier: GPL-3.0-or-later
// Which of the newest items may be what another one relays: found by the keys of their texts and by addresses, in memory and
// in bounded space. It holds guesses only: whoever asks compares the texts before believing.
// Thread: one at a time. Errors: none.
#pragma once

#include <vigie/base/id.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace vigie::intake {

/// What an item is found by.
struct RelayTraces {
    std::vector<std::uint32_t> copies;    ///< text::candidateKeys
    std::uint64_t sketch = 0;             ///< text::sketchOf
    std::vector<std::uint32_t> addresses; ///< hashes of where the item itself stands
    std::vector<std::uint32_t> links;     ///< hashes of what it links to
};

class RelayIndex {
public:
    /// Remembers the newest `limit` that were added; older ones leave without being touched.
    explicit RelayIndex(std::size_t limit = 500'000);

    void add(ItemId item, const RelayTraces &traces);
    struct Candidate {
        ItemId item;
        int shared = 0;                   ///< keys in common
    };
    /// Texts that share a key, those with most keys first, at most `most`.
    [[nodiscard]] std::vector<Candidate> similar(const RelayTraces &traces, std::size_t most) const;
    /// Items that stand where `traces` links to, and items that link to where it stands.
    [[nodiscard]] std::vector<ItemId> linked(const RelayTraces &traces) const;
    [[nodiscard]] std::vector<ItemId> linking(const RelayTraces &traces) const;

    [[nodiscard]] std::size_t size() const { return items_.size(); }
    [[nodiscard]] std::size_t bytes() const;

private:
    /// Eight entries make a bucket, a line of the cache; a key may stand in two. Where both are full the oldest makes room:
    /// a key that everybody has is worth nothing, and its bucket may lose it.
    struct Entry {
        std::uint32_t key = 0, number = 0; ///< number of the item in order of arrival from 1; 0: free
    };
    static constexpr std::size_t kBucket = 8;

    [[nodiscard]] bool alive(std::uint32_t number) const { return number != 0 && number + limit_ >= next_; }
    [[nodiscard]] std::size_t bucketOf(std::uint32_t key, bool second) const;
    void put(std::uint32_t key, std::uint32_t number);
    void grow();
    template <class Each> void each(std::uint32_t key, const Each &found) const;
    [[nodiscard]] std::vector<ItemId> standing(std::span<const std::uint32_t> hashes, std::uint32_t kind) const;

    std::size_t limit_;
    std::uint32_t next_ = 1;
    std::size_t used_ = 0;
    std::vector<Entry> entries_;
    std::vector<ItemId> items_;           ///< by number modulo limit
    std::vector<std::uint64_t> sketches_;
};

} // namespace vigie::intake
