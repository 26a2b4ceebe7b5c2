// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search_near.hpp"

#include "store/items_row.hpp"
#include "store/queries_judge.hpp"
#include "store/rollup.hpp"
#include "store/search.hpp"

#include <vigie/text/fts_expression.hpp>

#include <algorithm>

namespace vigie::store {

namespace {

constexpr std::size_t kNearest = 600, kStep = 100; ///< items looked at, at most and at a time

bool asksBeginning(const text::QueryNode &node)
{
    return node.kind == text::QueryNode::Kind::Prefix || std::any_of(node.children.begin(), node.children.end(), asksBeginning);
}

} // namespace

std::optional<std::vector<ItemId>> searchNear(Session &session, const text::Query &query, const SearchPage &page)
{
    if (page.limit <= 0 || static_cast<std::size_t>(page.limit) > kNearest || !asksBeginning(query.root) || text::dependsOnDesk(query))
        return std::nullopt;
    Walk walk("query_match.item_id");
    walk.where("query_match.query_id=?", binds(kEverything));
    walk.page(session, page);
    const auto near = walk.run(session, "query_match", static_cast<int>(kNearest));
    std::vector<ItemId> out;
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < near.size();) {
        const auto count = std::min(kStep, near.size() - begin);
        for (const auto &row : loadItems(session, std::span(near).subspan(begin, count))) {
            text::splitWords(text::foldedText(row.item), words);
            if (!text::matches(query, text::subjectOf(row.item, words)))
                continue;
            out.push_back(row.item.id);
            if (out.size() >= static_cast<std::size_t>(page.limit))
                return out;
        }
        begin += count;
    }
    if (near.size() < kNearest)
        return out;
    return std::nullopt;
}

} // namespace vigie::store
