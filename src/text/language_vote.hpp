// SPDX-License-Identifier: GPL-3.0-or-later
// A vote of small words: which of the languages that are often taken for each other a text is in.
// Thread: pure. Errors: none.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include <vigie/text/fold.hpp>

namespace vigie::text {

inline constexpr std::array<std::string_view, 10> kVotedLanguages{"fr", "en", "de", "es", "it", "nl", "pt", "af", "gl", "ca"};

struct LanguageVote {
    std::array<float, kVotedLanguages.size()> scores{}; ///< a word that several languages share is shared out
    std::size_t best = 0;
    float second = 0;
    int words = 0;                                      ///< numbers apart

    [[nodiscard]] std::string_view language() const { return kVotedLanguages[best]; }
    [[nodiscard]] float score() const { return scores[best]; }
    /// 0 for a language that does not vote.
    [[nodiscard]] float scoreOf(std::string_view language) const;
    [[nodiscard]] bool knows(std::string_view language) const;
};

[[nodiscard]] LanguageVote voteOf(const std::vector<Token> &tokens);

} // namespace vigie::text
