// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/query.hpp>

#include <algorithm>

namespace vigie::text {

namespace {

/// Safe without quotes: cannot be read as an operator, a field, a negation or punctuation.
bool plain(std::string_view word)
{
    return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

std::string quotedWords(const std::vector<std::string> &words)
{
    std::string text = "\"";
    for (const auto &word : words) {
        if (text.size() > 1)
            text += ' ';
        text += word;
    }
    return text + '"';
}

std::string wordsSource(const QueryNode &node)
{
    auto text = node.words.size() == 1 && plain(node.words.front()) ? node.words.front() : quotedWords(node.words);
    if (node.kind == QueryNode::Kind::Prefix)
        text += '*';
    return text;
}

bool isGroup(const QueryNode &node)
{
    return node.kind == QueryNode::Kind::And || node.kind == QueryNode::Kind::Or;
}

/// Every group inside another is written with parentheses, so that nobody needs to know the precedence.
std::string childSource(const QueryNode &node)
{
    return isGroup(node) ? '(' + toSource(node) + ')' : toSource(node);
}

} // namespace

std::string toSource(const QueryNode &node)
{
    switch (node.kind) {
    case QueryNode::Kind::All: return {};
    case QueryNode::Kind::Word:
    case QueryNode::Kind::Prefix:
    case QueryNode::Kind::Phrase: return wordsSource(node);
    case QueryNode::Kind::Field:
        return std::string(fieldName(node.field)) + ':' + (plain(node.value) ? node.value : '"' + node.value + '"');
    case QueryNode::Kind::Not: return node.children.empty() ? std::string() : "NOT " + childSource(node.children.front());
    case QueryNode::Kind::And:
    case QueryNode::Kind::Or: break;
    }
    std::string text;
    for (const auto &child : node.children) {
        if (!text.empty())
            text += node.kind == QueryNode::Kind::Or ? " OR " : " ";
        text += childSource(child);
    }
    return text;
}

} // namespace vigie::text
