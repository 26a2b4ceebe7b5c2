// SPDX-License-Identifier: GPL-3.0-or-later
// Words, phrases and beginnings of words against the words of a text.
// Thread: pure. Errors: none.
#pragma once

#include "text/query_pattern.hpp"

#include <vigie/text/fold.hpp>
#include <vigie/text/query_node.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace vigie::text {

inline std::string_view wordOf(const std::string &word) { return word; }
inline std::string_view wordOf(std::string_view word) { return word; }
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

/// The same for a node of kind Word, Phrase, Prefix or Pattern.
template <class Word>
[[nodiscard]] bool nodeAt(std::span<const Word> words, std::size_t at, const QueryNode &node)
{
    if (node.kind != QueryNode::Kind::Pattern)
        return wordsAt(words, at, std::span<const std::string>(node.words), node.kind == QueryNode::Kind::Prefix);
    for (std::size_t i = 0; i < node.words.size(); ++i)
        if (!patternMatches(node.words[i], wordOf(words[at + i])))
            return false;
    return true;
}

/// Where the node stands in words[begin, end): calls each(at) until it answers false.
template <class Word, class Each>
void eachPlace(std::span<const Word> words, std::size_t begin, std::size_t end, const QueryNode &node, const Each &each)
{
    if (node.words.empty())
        return;
    for (auto at = begin; at + node.words.size() <= end; ++at)
        if (nodeAt(words, at, node) && !each(at))
            return;
}

} // namespace vigie::text
