// SPDX-License-Identifier: GPL-3.0-or-later
// What the rules of typography share, and those of French.
// Thread: pure. Errors: none.
#pragma once

#include <vigie/text/writing.hpp>

#include "text/prose.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace vigie::text {

using Findings = std::vector<WritingFinding>;

[[nodiscard]] inline bool isOneOf(std::string_view word, std::initializer_list<std::string_view> list)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}
/// As it stands in the text.
[[nodiscard]] inline std::string_view written(std::string_view text, const Token &word)
{
    return text.substr(word.begin, word.end - word.begin);
}
[[nodiscard]] inline bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}
[[nodiscard]] inline bool beginsWithVowel(std::string_view folded)
{
    return !folded.empty() && isOneOf(folded.substr(0, 1), {"a", "e", "i", "o", "u"});
}
/// Two letters or more, all of them capitals: an abbreviation, read letter by letter.
[[nodiscard]] bool isAbbreviation(std::string_view word);
/// First word of the text, of a line or of a sentence.
[[nodiscard]] bool isAtStart(std::string_view text, const Token &word);

void findElisions(std::string_view text, const Prose &prose, Findings &findings);
void findLigatures(std::string_view text, const Prose &prose, Findings &findings);
/// Capitals keep their accents: "A bientot", "Ca".
void findBareCapitals(std::string_view text, const Prose &prose, Findings &findings);

} // namespace vigie::text
