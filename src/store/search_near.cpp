// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search_near.hpp"

#include "store/hot_statement.hpp"
#include "store/items_row.hpp"
#include "store/queries_judge.hpp"
#include "store/rollup.hpp"
#include "store/search.hpp"

#include <vigie/text/fts_expression.hpp>

#include <algorithm>

namespace vigie::store {

namespace {

constexpr std::size_t kNearest = 600, kStep = 100; ///< items looked at, at most and at a time
constexpr int kSample = 400, kCommonOneIn = 20;    ///< texts read to tell what is common, and what common is

bool asksBeginning(const text::QueryNode &node)
{
    return node.kind == text::QueryNode::Kind::Prefix || std::any_of(node.children.begin(), node.children.end(), asksBeginning);
}

void collectBeginnings(const text::QueryNode &node, std::vector<std::string> &out)
{
    const auto take = [&out](std::string_view beginning) {
        if (!beginning.empty() && std::find(out.begin(), out.end(), beginning) == out.end())
            out.emplace_back(beginning);
    };
    if (node.kind == text::QueryNode::Kind::Prefix && !node.words.empty())
        take(node.words.back());
    if (node.kind == text::QueryNode::Kind::Pattern)
        for (const auto &word : node.words)
            if (const auto joker = word.find_first_of("*?"); joker != std::string::npos)
                take(std::string_view(word).substr(0, joker));
    for (const auto &child : node.children)
        collectBeginnings(child, out);
}

} // namespace

std::vector<std::string> commonBeginnings(Session &session, const text::Query &query)
{
    std::vector<std::string> beginnings;
    collectBeginnings(query.root, beginnings);
    if (beginnings.empty())
        return {};
    std::vector<int> held(beginnings.size());
    std::vector<std::string> words;
    int texts = 0;
    HotStatement rows(session.raw(), "SELECT title, warning, text FROM item ORDER BY id DESC LIMIT ?");
    rows.bind(kSample);
    for (Item item; rows.next(); ++texts) {
        item.title = rows.text(0);
        item.warning = rows.text(1);
        item.text = rows.text(2);
        text::splitWords(text::foldedText(item), words);
        for (std::size_t i = 0; i < beginnings.size(); ++i)
            held[i] += std::any_of(words.begin(), words.end(), [&](const std::string &word) { return word.rfind(beginnings[i], 0) == 0; }) ? 1 : 0;
    }
    std::vector<std::string> out;
    for (std::size_t i = 0; i < beginnings.size(); ++i)
        if (held[i] * kCommonOneIn > texts)
            out.push_back(std::move(beginnings[i]));
    return out;
}

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
