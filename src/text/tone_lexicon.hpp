// SPDX-License-Identifier: GPL-3.0-or-later
// The learned weights of one language, found by the hash of a word or of two words in a row.
// Thread: immutable once read. Errors: lines that cannot be read are left out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace vigie::text {

struct ToneEvidence {
    float positive = 0, negative = 0; ///< against neutral
};

class ToneLexicon {
public:
    /// "word<TAB>positive<TAB>negative" in hundredths, "*bias" for what an empty text starts from, # for comments.
    explicit ToneLexicon(std::string_view tsv);

    [[nodiscard]] static std::uint64_t hashOf(std::string_view word);
    [[nodiscard]] static std::uint64_t hashOf(std::uint64_t first, std::uint64_t second);
    /// nullptr when the word counts for nothing.
    [[nodiscard]] const ToneEvidence *find(std::uint64_t hash) const
    {
        // Most words and nearly all pairs are not there: a bit that is in the nearest cache says so.
        if ((filter_[(hash >> 38U) & filterMask_] >> ((hash >> 32U) & 63U) & 1U) == 0)
            return nullptr;
        for (auto at = static_cast<std::size_t>(hash) & mask_; slots_[at].hash != 0; at = (at + 1) & mask_)
            if (slots_[at].hash == hash)
                return &slots_[at].evidence;
        return nullptr;
    }
    [[nodiscard]] ToneEvidence bias() const { return bias_; }
    [[nodiscard]] std::size_t size() const { return size_; }

private:
    struct Slot {
        std::uint64_t hash = 0; ///< 64 bits stand for the word: two words that share them are not to be expected
        ToneEvidence evidence;
    };
    void put(std::uint64_t hash, ToneEvidence evidence);

    std::vector<Slot> slots_;
    std::vector<std::uint64_t> filter_;
    std::size_t mask_ = 0, filterMask_ = 0, size_ = 0;
    ToneEvidence bias_;
};

} // namespace vigie::text
