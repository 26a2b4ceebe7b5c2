// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/desk_matches.hpp"

#include "store/desk_facts.hpp"
#include "store/hot_statement.hpp"
#include "store/queries_fill.hpp"
#include "store/queries_linked.hpp"
#include "store/rollup.hpp"
#include "store/search_confirm.hpp"

#include <vigie/store/query_keeping.hpp>
#include <vigie/text/query_desk.hpp>

#include <algorithm>
#include <iterator>
#include <string>

namespace vigie::store {

namespace {

/// Fewer are read and judged one by one; of more, a search says which of them match.
constexpr std::size_t kReadOneByOne = 300;

void merge(std::vector<ItemId> &into, const std::vector<ItemId> &more)
{
    into.insert(into.end(), more.begin(), more.end());
}

/// Ascending.
std::vector<ItemId> touched(Tx &tx)
{
    auto &session = tx.session();
    std::vector<ItemId> items;
    auto &rows = session.hot("SELECT item_id FROM desk_mark");
    while (rows.next())
        items.push_back(ItemId{rows.integer(0)});
    if (!items.empty())
        session.hot("DELETE FROM desk_mark").run();
    merge(items, tx.change().itemsAdded);
    merge(items, tx.change().itemsChanged);
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
    return items;
}

std::vector<ItemId> matchesAmong(Session &session, const text::Query &query, const std::vector<ItemId> &items, Instant now)
{
    if (items.size() <= kReadOneByOne)
        return Confirmer(session, query, now).keep(items);
    const auto found = matchesIn(session, compileQuery(session, query, now), {ItemId{items.back().value + 1}, items.front(), {}}, now);
    std::vector<ItemId> out;
    std::set_intersection(found.begin(), found.end(), items.begin(), items.end(), std::back_inserter(out));
    return out;
}

std::vector<ItemId> keptAmong(Session &session, QueryId query, const std::string &list)
{
    return session.column<ItemId>("SELECT m.item_id FROM json_each(?) j CROSS JOIN query_match m ON m.query_id=? AND m.item_id=j.value ORDER BY m.item_id", list, query);
}

} // namespace

Keeping keepingOf(const text::Query &query)
{
    switch (text::deskTie(query)) {
    case text::DeskTie::None: return Keeping::AtArrival;
    case text::DeskTie::Events: return Keeping::WithDesk;
    case text::DeskTie::Always: break;
    }
    return Keeping::Live;
}

std::vector<QueryId> deskQueries(Session &session)
{
    std::vector<QueryId> out;
    auto &rows = session.hot("SELECT id FROM saved_query WHERE desk_dependent=2"); // by its own index: asked with each job
    while (rows.next())
        out.push_back(QueryId{rows.integer(0)});
    return out;
}

void settleDeskMatches(Tx &tx)
{
    auto &session = tx.session();
    const auto queries = deskQueries(session);
    if (queries.empty())
        return;
    const auto items = touched(tx);
    if (items.empty())
        return;
    const auto list = idList(items);
    MatchWriter writer(session, tx.change());
    for (const auto query : queries) {
        const auto source = session.one<std::string>("SELECT source FROM saved_query WHERE id=?", query);
        const auto tree = source ? parsedAndBound(session, *source, tx.now()) : Result<text::Query>(fail(Errc::NotFound));
        if (!tree)
            continue;
        writeDifference(writer, session, query, differenceOf(keptAmong(session, query, list), matchesAmong(session, *tree, items, tx.now())));
    }
    writer.flush();
}

Result<int> keepDeskQueries(Tx &tx)
{
    auto &session = tx.session();
    return session.guard([&]() -> Result<int> {
        struct Row {
            QueryId id;
            std::string source;
        };
        std::vector<Row> live;
        session.each<QueryId, std::string>("SELECT id, source FROM saved_query WHERE desk_dependent=?", binds(Keeping::Live),
                                           [&](QueryId id, std::string source) { live.push_back({id, std::move(source)}); });
        int kept = 0;
        for (const auto &row : live) {
            const auto tree = parsedAndBound(session, row.source, tx.now());
            if (!tree || keepingOf(*tree) == Keeping::Live)
                continue;
            session.exec("UPDATE saved_query SET desk_dependent=? WHERE id=?", keepingOf(*tree), row.id);
            judgeAnew(session, row.id, keepingOf(*tree));
            ++kept;
        }
        if (kept > 0) {
            forgetQueries(session);
            tx.change().queries = true;
        }
        return kept;
    });
}

} // namespace vigie::store
