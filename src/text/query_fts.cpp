// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/matcher_facts.hpp"

#include <vigie/text/fts_expression.hpp>

#include <utility>
#include <vector>

namespace vigie::text {

namespace {

// The FTS5 parser has a stack of 100 symbols and keeps up to three for each open parenthesis.
constexpr int kMaxParentheses = 28;

using Text = std::optional<std::string>;

/// Nothing of the query reaches the table unquoted.
std::string quoted(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"')
            out += '"';
        out += c;
    }
    return out + '"';
}

std::string tagTerm(std::string_view token)
{
    return "tags:" + quoted(token);
}

std::string textTerm(const QueryNode &node)
{
    std::string words;
    for (const auto &word : node.words) {
        if (!words.empty())
            words += ' ';
        words += word;
    }
    return "text:" + quoted(words) + (node.kind == QueryNode::Kind::Prefix ? " *" : "");
}

Text fieldTerm(const QueryNode &node)
{
    switch (node.field) {
    case QueryField::Network: return tagTerm('n' + node.value);
    case QueryField::Author: return tagTerm('a' + node.value);
    case QueryField::Lang: return tagTerm('l' + node.value);
    case QueryField::Sentiment:
    case QueryField::Has:
    case QueryField::Is: return tagTerm(factToken(node.field, node.value));
    case QueryField::Tag:
    case QueryField::Status: break;
    }
    return std::nullopt;
}

Text render(const QueryNode &node, int depth);

/// `node` where another operator stands beside it.
Text operand(const QueryNode &node, int depth)
{
    const bool bare = node.kind != QueryNode::Kind::And && node.kind != QueryNode::Kind::Or && node.kind != QueryNode::Kind::Not;
    if (bare)
        return render(node, depth);
    auto inner = render(node, depth + 1);
    return inner ? Text('(' + *inner + ')') : std::nullopt;
}

/// Children joined by an operator; children of the same kind are drawn in, which saves parentheses.
Text joined(std::vector<const QueryNode *> nodes, std::string_view op, int depth)
{
    std::string out;
    for (const auto *node : nodes) {
        const auto text = operand(*node, depth);
        if (!text)
            return std::nullopt;
        if (!out.empty())
            out += op;
        out += *text;
    }
    return out;
}

void flatten(const QueryNode &node, QueryNode::Kind kind, std::vector<const QueryNode *> &out)
{
    for (const auto &child : node.children) {
        if (child.kind == kind)
            flatten(child, kind, out);
        else
            out.push_back(&child);
    }
}

/// FTS5 has "a NOT b" only, so what is excluded is taken away from what is wanted, or from everything.
Text excluding(Text wanted, const std::vector<const QueryNode *> &unwanted, int depth)
{
    auto out = joined(unwanted, " OR ", depth + 1);
    if (!wanted || !out)
        return std::nullopt;
    return *wanted + " NOT (" + *out + ')';
}

Text conjunction(const QueryNode &node, int depth)
{
    std::vector<const QueryNode *> parts, wanted, unwanted;
    flatten(node, QueryNode::Kind::And, parts);
    for (const auto *part : parts) {
        if (part->kind == QueryNode::Kind::Not && !part->children.empty())
            unwanted.push_back(&part->children.front());
        else
            wanted.push_back(part);
    }
    if (unwanted.empty())
        return joined(wanted, " AND ", depth);
    if (wanted.empty())
        return excluding(tagTerm(kEveryItemToken), unwanted, depth);
    if (wanted.size() == 1)
        return excluding(operand(*wanted.front(), depth), unwanted, depth);
    auto all = joined(wanted, " AND ", depth + 1);
    return all ? excluding('(' + *all + ')', unwanted, depth) : std::nullopt;
}

Text render(const QueryNode &node, int depth)
{
    if (depth > kMaxParentheses)
        return std::nullopt;
    switch (node.kind) {
    case QueryNode::Kind::All: return tagTerm(kEveryItemToken);
    case QueryNode::Kind::Word:
    case QueryNode::Kind::Prefix:
    case QueryNode::Kind::Phrase: return node.words.empty() ? std::nullopt : Text(textTerm(node));
    case QueryNode::Kind::Field: return fieldTerm(node);
    case QueryNode::Kind::And: return conjunction(node, depth);
    case QueryNode::Kind::Or: {
        std::vector<const QueryNode *> parts;
        flatten(node, QueryNode::Kind::Or, parts);
        return joined(std::move(parts), " OR ", depth);
    }
    case QueryNode::Kind::Not:
        return node.children.empty() ? std::nullopt : excluding(tagTerm(kEveryItemToken), {&node.children.front()}, depth);
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> ftsExpression(const QueryNode &node)
{
    return render(node, 0);
}

} // namespace vigie::text
