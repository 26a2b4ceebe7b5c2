// SPDX-License-Identifier: GPL-3.0-or-later
// Which stretches of a text the positive words of a query hit.
#include "text/matcher_words.hpp"

#include <vigie/text/query.hpp>

#include <algorithm>

namespace vigie::text {

namespace {

using Kind = QueryNode::Kind;

void collect(const QueryNode &node, std::span<const Token> tokens, std::vector<Hit> &out)
{
    switch (node.kind) {
    case Kind::Not:
    case Kind::All:
    case Kind::Field:
    case Kind::Number:
    case Kind::Time: return;
    case Kind::Scope:
        if (node.field == QueryField::Quote)
            return; // said in another text
        break;
    case Kind::Word:
    case Kind::Prefix:
    case Kind::Phrase:
    case Kind::Pattern:
    case Kind::Exact:
        eachPlace(tokens, 0, tokens.size(), node, [&](std::size_t at) {
            out.push_back({tokens[at].begin, tokens[at + node.words.size() - 1].end});
            return true;
        });
        return;
    default: break;
    }
    for (const auto &child : node.children)
        collect(child, tokens, out);
}

} // namespace

std::vector<Hit> hits(const Query &query, std::string_view text)
{
    const auto tokens = tokenize(text);
    std::vector<Hit> found;
    collect(query.root, tokens, found);
    std::sort(found.begin(), found.end(), [](const Hit &a, const Hit &b) { return a.begin != b.begin ? a.begin < b.begin : a.end < b.end; });
    std::vector<Hit> merged;
    for (const auto &hit : found) {
        if (!merged.empty() && hit.begin <= merged.back().end)
            merged.back().end = std::max(merged.back().end, hit.end);
        else
            merged.push_back(hit);
    }
    return merged;
}

} // namespace vigie::text
