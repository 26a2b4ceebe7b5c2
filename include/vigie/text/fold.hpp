// SPDX-License-Identifier: GPL-3.0-or-later
// The one folding of words: what the full-text index holds, what queries look for and what the matcher compares.
// Case, accents, ligatures (oe, ae) and width are folded; an apostrophe ends a word, so that elision and possessives
// never hide a name (d'Orange, Dubreuil's; "don't" is the two words don t, in texts and in queries alike);
// hyphens and punctuation separate; emoji are words of their own.
// Thread: pure functions. Errors: none. A change of result, here or in filterTokens(), must raise kFoldVersion: the index
// is then rebuilt.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::text {

inline constexpr int kFoldVersion = 3;

struct Token {
    std::string word;                    ///< folded
    std::uint32_t begin = 0, end = 0;    ///< UTF-8 byte range in the text that was folded
};

[[nodiscard]] std::vector<Token> tokenize(std::string_view text);
/// The words with one space between them: the form that is indexed.
[[nodiscard]] std::string fold(std::string_view text);

} // namespace vigie::text
