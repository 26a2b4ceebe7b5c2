// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/query_shape.hpp"

#include <algorithm>

namespace vigie::text {

using Kind = QueryNode::Kind;

bool isWords(const QueryNode &node)
{
    switch (node.kind) {
    case Kind::Word:
    case Kind::Prefix:
    case Kind::Phrase:
    case Kind::Pattern: return true;
    case Kind::Exact: return !node.words.empty(); // signs alone have no place among the words
    default: return false;
    }
}

bool standsNear(const QueryNode &node)
{
    if (node.kind == Kind::Or || node.kind == Kind::Near)
        return std::all_of(node.children.begin(), node.children.end(), standsNear);
    return isWords(node);
}

const QueryNode *firstNotWords(const QueryNode &node)
{
    switch (node.kind) {
    case Kind::And:
    case Kind::Or:
    case Kind::Not:
    case Kind::Near:
    case Kind::Sentence:
    case Kind::Count:
        for (const auto &child : node.children)
            if (const auto *wrong = firstNotWords(child))
                return wrong;
        return nullptr;
    case Kind::Exact: return nullptr;
    default: return isWords(node) ? nullptr : &node;
    }
}

void gatherWords(const QueryNode &node, std::string &out)
{
    if (node.kind == Kind::And || isWords(node)) {
        for (const auto &word : node.words) {
            if (!out.empty())
                out += ' ';
            out += word;
        }
        for (const auto &child : node.children) {
            if (child.kind != Kind::And && !isWords(child)) {
                out.clear();
                return;
            }
            gatherWords(child, out);
        }
    }
}

} // namespace vigie::text
