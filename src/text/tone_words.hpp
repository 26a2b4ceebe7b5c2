// SPDX-License-Identifier: GPL-3.0-or-later
// The lexicons: how strong a word is by itself, and the few dozen words that change what stands around them.
// Thread: immutable once read. Errors: lines that cannot be read are left out.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace vigie::text {

[[nodiscard]] std::uint64_t toneHash(std::string_view word);
[[nodiscard]] std::uint64_t toneHash(std::uint64_t first, std::uint64_t second); ///< of two words in a row

/// Lines "tenths: word word_word ...", # for comments.
class ToneWords {
public:
    void read(std::string_view text);
    /// -1..1; 0 when the word says nothing.
    [[nodiscard]] float find(std::uint64_t hash) const
    {
        if (slots_.empty())
            return 0;
        for (auto at = static_cast<std::size_t>(hash) & mask_; slots_[at].first != 0; at = (at + 1) & mask_)
            if (slots_[at].first == hash)
                return slots_[at].second;
        return 0;
    }
    [[nodiscard]] std::size_t size() const { return size_; }

private:
    void put(std::uint64_t hash, float strength);
    void grow();

    std::vector<std::pair<std::uint64_t, float>> slots_; ///< 64 bits stand for the word; 0 is no hash
    std::size_t mask_ = 0, size_ = 0;
};

struct ToneRole {
    std::uint8_t scope = 0;      ///< negates this many words after it
    float boost = 1.0F;
    bool turn = false;           ///< what follows weighs more than what came before
    bool takesNot = false;       ///< don, can, won: negate with the t behind the apostrophe
    bool irony = false;
    bool self = false;           ///< I, my: somebody speaks of themselves
    bool laughter = false;
};

/// Asked of every word of every text.
class ToneRoles {
public:
    static ToneRoles english();
    static ToneRoles french();
    [[nodiscard]] ToneRole of(std::uint64_t hash) const
    {
        for (auto at = hash % slots_.size(); slots_[at].first != 0; at = (at + 1) % slots_.size())
            if (slots_[at].first == hash)
                return slots_[at].second;
        return {};
    }

private:
    void put(std::string_view words, const ToneRole &role);

    std::array<std::pair<std::uint64_t, ToneRole>, 1024> slots_{};
};

} // namespace vigie::text
