// SPDX-License-Identifier: GPL-3.0-or-later
// What queries are bound to: lists of authors, saved queries, clock and zone.
#include <vigie/store/audit.hpp>
#include <vigie/store/queries.hpp>

#include "store/author_lists.hpp"
#include "store/desk_facts.hpp"
#include "store/queries_linked.hpp"

#include <vigie/text/fts_expression.hpp>

#include <algorithm>

namespace vigie::store {

namespace {

constexpr int kCountedWords = 30;        ///< of a query; the others are guessed
constexpr int kCountedHits = 20000;

} // namespace

Result<text::QueryContext> Queries::context()
{
    return tx_.session().guard([&] { return queryContext(tx_.session(), tx_.now()); });
}

Result<text::QueryCost> Queries::cost(const text::Query &query)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<text::QueryCost> {
        VIGIE_TRY(const auto whole, bound(session, query, tx_.now()));
        const auto all = session.one<double>("SELECT coalesce(sum(positive+neutral+negative), 0) FROM rollup_day WHERE query_id=0").value_or(0);
        int left = kCountedWords;
        const auto known = [&](const text::QueryNode &node) -> std::optional<double> {
            const auto filter = text::ftsFilter(node);
            if (all < 1 || !filter || --left < 0 || node.kind == text::QueryNode::Kind::Prefix)
                return std::nullopt;
            const auto found = session.one<double>("SELECT count(*) FROM (SELECT 1 FROM item_fts WHERE item_fts MATCH ? LIMIT ?)", filter->expression, kCountedHits);
            // Beyond that it is common, and how common the newest tell: not worth more time.
            return found && *found < kCountedHits ? std::optional(*found / all) : std::optional(std::clamp(kCountedHits / all, 0.05, 1.0));
        };
        return text::costOf(whole, known);
    });
}

Result<std::vector<text::QueryLibrary::AuthorList>> Queries::authorLists()
{
    return tx_.session().guard([&] { return readAuthorLists(tx_.session()); });
}

Result<void> Queries::saveAuthorList(const std::string &name, const std::vector<std::string> &authors)
{
    if (text::compactName(name).empty())
        return fail(Errc::InvalidInput, "a list needs a name");
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        auto lists = readAuthorLists(session);
        std::erase_if(lists, [&](const text::QueryLibrary::AuthorList &list) { return text::compactName(list.name) == text::compactName(name); });
        if (!authors.empty())
            lists.push_back({name, authors});
        writeAuthorLists(session, lists);
        judgeThoseThatAskForLists(session, tx_.now());
        forgetQueries(session);
        tx_.change().queries = true;
        return Audit(tx_).add("person", "list.saved", "list " + name, std::to_string(authors.size()));
    });
}

} // namespace vigie::store
