// SPDX-License-Identifier: GPL-3.0-or-later
// Words, phrases and beginnings of words against the words of a text.
// Thread: pure. Errors: none.
#pragma once

#include <vigie/text/fold.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace vigie::text {

inline std::string_view wordOf(const std::string &word) { return word; }
inline std::string_view wordOf(const Token &token) { return token.word; }

/// True when `wanted` stands at `at`; with `prefix` the last one need only begin the word there. The caller has checked
/// that enough words follow. `Word` is anything wordOf() takes.
template <class Word>
[[nodiscard]] bool wordsAt(std::span<const Word> words, std::size_t at, std::span<const std::string> wanted, bool prefix)
{
    const auto full = prefix ? wanted.size() - 1 : wanted.size();
    for (std::size_t i = 0; i < full; ++i)
        if (wordOf(words[at + i]) != wanted[i])
            return false;
    return !prefix || wordOf(words[at + full]).substr(0, wanted[full].size()) == wanted[full];
}

template <class Word>
[[nodiscard]] bool holdsWords(std::span<const Word> words, std::span<const std::string> wanted, bool prefix)
{
    if (wanted.empty())
        return false;
    for (std::size_t at = 0; at + wanted.size() <= words.size(); ++at)
        if (wordsAt(words, at, wanted, prefix))
            return true;
    return false;
}

} // namespace vigie::text
