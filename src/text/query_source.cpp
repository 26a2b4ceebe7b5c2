// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/query_fields.hpp"
#include "text/query_lexer.hpp"

#include <vigie/text/query.hpp>

#include <algorithm>

namespace vigie::text {

namespace {

using Kind = QueryNode::Kind;

bool plainByte(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/// Safe without quotes: cannot be read as an operator, a field, a negation or punctuation.
bool plain(std::string_view word)
{
    return !word.empty() && std::all_of(word.begin(), word.end(), plainByte) && !isOperatorWord(word);
}

/// The same for words with * and ?.
bool plainPattern(std::string_view word)
{
    const bool signs = std::all_of(word.begin(), word.end(), [](char c) { return plainByte(c) || c == '*' || c == '?'; });
    return signs && std::any_of(word.begin(), word.end(), plainByte);
}

std::string inMarks(std::string_view text)
{
    if (text.find('"') == std::string_view::npos)
        return std::string("\"").append(text).append("\"");
    // Whatever marks it was typed in, it does not hold them itself.
    for (const char *mark : {"\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x9E"})
        if (text.find(mark) != std::string_view::npos)
            return std::string("\xC2\xAB").append(text).append("\xC2\xBB");
    return std::string("\xE2\x80\x9C").append(text).append("\xE2\x80\x9D");
}

std::string joinedWords(const std::vector<std::string> &words)
{
    std::string text;
    for (const auto &word : words) {
        if (!text.empty())
            text += ' ';
        text += word;
    }
    return text;
}

std::string wordsSource(const QueryNode &node)
{
    const auto &first = node.words.front();
    const bool bare = node.words.size() == 1 && (node.kind == Kind::Pattern ? plainPattern(first) : plain(first));
    auto text = bare ? first : '"' + joinedWords(node.words) + '"';
    if (node.kind == Kind::Prefix)
        text += '*';
    return text;
}

/// A value that is one run of characters none of which means anything else.
std::string valueSource(std::string_view value)
{
    const bool bare = !value.empty() && value.front() != '/' && std::all_of(value.begin(), value.end(), [](char c) {
        return plainByte(c) || (c >= 'A' && c <= 'Z') || std::string_view("._/+#&@=-%:<>").find(c) != std::string_view::npos;
    });
    return bare ? std::string(value) : inMarks(value);
}

bool isGroup(const QueryNode &node)
{
    return node.kind == Kind::And || node.kind == Kind::Or || node.kind == Kind::Near;
}

/// Every group inside another is written with parentheses, so that nobody needs to know the precedence.
std::string childSource(const QueryNode &node)
{
    return isGroup(node) ? '(' + toSource(node) + ')' : toSource(node);
}

/// Behind title: and the like, where one thing alone may stand.
std::string oneThing(const QueryNode &node)
{
    return isGroup(node) || node.kind == Kind::Not ? '(' + toSource(node) + ')' : toSource(node);
}

std::string savedSource(std::string_view name)
{
    const bool bare = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return plainByte(c) || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
    });
    return '@' + (bare ? std::string(name) : inMarks(name));
}

std::string listSource(const QueryNode &node)
{
    std::string text;
    for (const auto &child : node.children) {
        if (!text.empty())
            text += node.kind == Kind::Or ? " OR " : " ";
        text += childSource(child);
    }
    return text;
}

} // namespace

std::string toSource(const QueryNode &node)
{
    const auto field = [&] { return std::string(fieldName(node.field)) + ':'; };
    switch (node.kind) {
    case Kind::All: return {};
    case Kind::Word:
    case Kind::Prefix:
    case Kind::Phrase:
    case Kind::Pattern: return node.words.empty() ? std::string() : wordsSource(node);
    case Kind::Field:
    case Kind::Time:
    case Kind::Exact: return field() + valueSource(node.value);
    case Kind::Number: return field() + rangeSource(node.range, false);
    case Kind::Saved: return savedSource(node.value);
    case Kind::Not: return node.children.empty() ? std::string() : "NOT " + childSource(node.children.front());
    case Kind::Scope: return node.children.empty() ? std::string() : field() + oneThing(node.children.front());
    case Kind::Sentence: return node.children.empty() ? std::string() : "SENT(" + toSource(node.children.front()) + ')';
    case Kind::Count:
        return node.children.empty() ? std::string() : "count(" + toSource(node.children.front()) + ')' + rangeSource(node.range, true);
    case Kind::Near:
        if (node.children.size() != 2)
            return {};
        return childSource(node.children.front()) + (node.ordered ? " ONEAR/" : " NEAR/") + std::to_string(node.distance) + ' '
               + childSource(node.children.back());
    case Kind::And:
    case Kind::Or: break;
    }
    return listSource(node);
}

} // namespace vigie::text
