// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/query_anchor.hpp"

#include "text/query_pattern.hpp"

#include <algorithm>
#include <utility>

namespace vigie::text {

namespace {

constexpr int kWordCost = 10, kAuthorCost = 4, kCommonCost = 400;

/// Short words are common words, and so are those that many queries ask for.
int wordCost(std::string_view word, const WordUse &use)
{
    const auto found = use.find(word);
    const auto times = found == use.end() ? 1U : found->second;
    return kWordCost + 90 / static_cast<int>(word.size() + 1) + 8 * static_cast<int>(std::bit_width(times));
}

Anchor wordAnchor(const QueryNode &node, const WordUse &use)
{
    Anchor best;
    const bool prefix = node.kind == QueryNode::Kind::Prefix;
    for (std::size_t i = 0; i < node.words.size(); ++i) {
        const auto &word = node.words[i];
        const bool begin = prefix && i + 1 == node.words.size();
        const int cost = wordCost(word, use) + (begin ? 5 : 0);
        if (cost >= best.cost)
            continue;
        best.cost = cost;
        best.keys = {begin ? hashOf(KeyKind::Begin, std::string_view(word).substr(0, kMaxBegin)) : hashOf(KeyKind::Word, word)};
    }
    return best;
}

/// The longest whole word, or beginning of one, of a pattern; one letter lets too much through to be worth a look-up.
Anchor patternAnchor(const QueryNode &node, const WordUse &use)
{
    Anchor best;
    for (const auto &word : node.words) {
        const auto start = literalStart(word);
        const bool whole = start.size() == word.size();
        if (start.size() < 2 && !whole)
            continue;
        const int cost = wordCost(start, use) + (whole ? 0 : 5);
        if (cost >= best.cost)
            continue;
        best.cost = cost;
        best.keys = {whole ? hashOf(KeyKind::Word, word) : hashOf(KeyKind::Begin, start.substr(0, kMaxBegin))};
    }
    return best;
}

Anchor anyOf(const QueryNode &node, const WordUse &use)
{
    Anchor all;
    all.cost = 0;
    for (const auto &child : node.children) {
        auto anchor = anchorOf(child, use);
        if (anchor.cost == kNoKey)
            return {};
        all.keys.insert(all.keys.end(), anchor.keys.begin(), anchor.keys.end());
        all.cost = std::min(all.cost + anchor.cost, kNoKey - 1);
    }
    return all;
}

Anchor bestOf(const QueryNode &node, const WordUse &use)
{
    Anchor best;
    for (const auto &child : node.children)
        if (auto anchor = anchorOf(child, use); anchor.cost < best.cost)
            best = std::move(anchor);
    return best;
}

Anchor fieldAnchor(const QueryNode &node, const WordUse &use)
{
    switch (node.field) {
    case QueryField::List: return anyOf(node, use);
    case QueryField::Author: return {{hashOf(KeyKind::Author, node.value)}, kAuthorCost};
    case QueryField::Network: return {{hashOf(KeyKind::Network, node.value)}, kCommonCost};
    case QueryField::Lang: return {{hashOf(KeyKind::Lang, node.value)}, kCommonCost};
    default: return {};
    }
}

} // namespace

void countWords(const QueryNode &node, WordUse &use)
{
    for (const auto &word : node.words)
        ++use[word];
    for (const auto &child : node.children)
        countWords(child, use);
}

Anchor anchorOf(const QueryNode &node, const WordUse &use)
{
    switch (node.kind) {
    case QueryNode::Kind::Word:
    case QueryNode::Kind::Prefix:
    case QueryNode::Kind::Phrase:
    case QueryNode::Kind::Exact: return wordAnchor(node, use);
    case QueryNode::Kind::Pattern: return patternAnchor(node, use);
    case QueryNode::Kind::Field: return fieldAnchor(node, use);
    case QueryNode::Kind::And:
    case QueryNode::Kind::Near:
    case QueryNode::Kind::Sentence:
    case QueryNode::Kind::Saved: return bestOf(node, use);
    case QueryNode::Kind::Scope: return node.field == QueryField::Quote ? Anchor{} : bestOf(node, use);
    case QueryNode::Kind::Count: return node.range.holds(0) ? Anchor{} : bestOf(node, use);
    case QueryNode::Kind::Or: return anyOf(node, use);
    case QueryNode::Kind::All:
    case QueryNode::Kind::Not:
    case QueryNode::Kind::Number:
    case QueryNode::Kind::Time: break;
    }
    return {};
}

} // namespace vigie::text
