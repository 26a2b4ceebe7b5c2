// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/query_anchor.hpp"

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

Anchor fieldAnchor(const QueryNode &node)
{
    switch (node.field) {
    case QueryField::Author: return {{hashOf(KeyKind::Author, node.value)}, kAuthorCost};
    case QueryField::Network: return {{hashOf(KeyKind::Network, node.value)}, kCommonCost};
    case QueryField::Lang: return {{hashOf(KeyKind::Lang, node.value)}, kCommonCost};
    case QueryField::Sentiment:
    case QueryField::Has:
    case QueryField::Is:
    case QueryField::Tag:
    case QueryField::Status: break;
    }
    return {};
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
    case QueryNode::Kind::Phrase: return wordAnchor(node, use);
    case QueryNode::Kind::Field: return fieldAnchor(node);
    case QueryNode::Kind::And: {
        Anchor best;
        for (const auto &child : node.children)
            if (auto anchor = anchorOf(child, use); anchor.cost < best.cost)
                best = std::move(anchor);
        return best;
    }
    case QueryNode::Kind::Or: {
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
    case QueryNode::Kind::All:
    case QueryNode::Kind::Not: break;
    }
    return {};
}

} // namespace vigie::text
