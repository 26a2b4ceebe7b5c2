// SPDX-License-Identifier: GPL-3.0-or-later
// A text as sentences of folded words with their clauses; what is quoted is left out.
// Thread: pure. Errors: none.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace vigie::text {

struct PromiseWord {
    std::string word;             ///< folded
    std::uint32_t begin = 0, end = 0;
    int clause = 0;               ///< counted from 0 in each sentence
    char sign = ' ';              ///< the sign right before it: '/', ':', '-', '\'' or ' '
};
struct PromiseSentence {
    std::vector<PromiseWord> words;
    bool question = false;

    /// The word at `i`, empty beyond the ends.
    [[nodiscard]] const std::string &at(std::size_t i) const;
    [[nodiscard]] bool is(std::size_t i, std::initializer_list<std::string_view> any) const;
};

[[nodiscard]] std::vector<PromiseSentence> promiseSentences(std::string_view text);

using WordSet = std::unordered_set<std::string_view>;
/// A set of the words of a line, separated by blanks. `line` must outlive it (a literal does).
[[nodiscard]] WordSet wordSet(std::string_view line);
[[nodiscard]] inline bool has(const WordSet &set, const std::string &word) { return set.find(word) != set.end(); }

} // namespace vigie::text
