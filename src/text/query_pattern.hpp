// SPDX-License-Identifier: GPL-3.0-or-later
// Words with * and ?: how they are read, and whether a word is one of them. Folded words hold neither sign, so that the
// two can stand for themselves.
// Thread: pure. Errors: none.
#pragma once

#include <vigie/text/query_node.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace vigie::text {

/// The folded words of `text`; with `wild`, * and ? that touch a letter belong to the word, and a * alone is a word of its
/// own. A ? alone is punctuation.
[[nodiscard]] std::vector<std::string> patternWords(std::string_view text, bool wild);
[[nodiscard]] bool isPattern(std::string_view word);
/// True when something else than a star stands in one of them.
[[nodiscard]] bool anyLetter(const std::vector<std::string> &words);
/// Word, Prefix, Phrase or Pattern, whichever says it most plainly. `words` must not be empty.
[[nodiscard]] QueryNode wordsNode(std::vector<std::string> words);
/// The letters before the first sign; the word itself when it has none.
[[nodiscard]] std::string_view literalStart(std::string_view pattern);
[[nodiscard]] bool patternMatches(std::string_view pattern, std::string_view word);

} // namespace vigie::text
