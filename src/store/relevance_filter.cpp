// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/relevance_filter.hpp"

#include "store/hot_statement.hpp"
#include "store/items_row.hpp"
#include "store/writer_caches.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_set>

namespace vigie::store {

namespace {

FilterCache &known(Session &session)
{
    auto &filters = session.caches().filters;
    if (!filters) {
        filters.emplace();
        session.each<std::int64_t>("SELECT query_id FROM relevance_filter", {}, [&](std::int64_t query) { filters->emplace(query, nullptr); });
    }
    return *filters;
}

/// The last mark in the item's cluster.
std::optional<bool> markOf(Session &session, QueryId query, ItemId item)
{
    auto &own = session.hot("SELECT about FROM relevance_mark WHERE query_id=? AND item_id=?");
    own.bind(query, item);
    std::optional<bool> about;
    if (own.next())
        about = own.integer(0) != 0;
    own.reset();
    if (about)
        return about;
    const auto root = clusterOf(session, item);
    auto &others = session.hot("SELECT about FROM (SELECT ?2 AS id UNION ALL SELECT item_id FROM relay WHERE root_id=?2 AND how<>5) c"
                               " CROSS JOIN relevance_mark m ON m.query_id=?1 AND m.item_id=c.id ORDER BY m.at DESC, m.item_id DESC LIMIT 1");
    others.bind(query, root);
    if (others.next())
        about = others.integer(0) != 0;
    others.reset();
    return about;
}

} // namespace

ItemId clusterOf(Session &session, ItemId item)
{
    auto &row = session.hot("SELECT root_id FROM relay WHERE item_id=? AND how<>5");
    row.bind(item);
    const auto root = row.next() ? ItemId{row.integer(0)} : item;
    row.reset();
    return root;
}

std::vector<text::RelevanceExample> relevanceExamples(Session &session, QueryId query)
{
    struct Marked {
        ItemId item;
        bool about;
    };
    std::vector<Marked> marks;
    std::unordered_set<std::int64_t> clusters;
    // Newest first: of the marks on one cluster the last one speaks.
    session.each<ItemId, bool, ItemId>("SELECT m.item_id, m.about, coalesce(r.root_id, m.item_id) FROM relevance_mark m LEFT JOIN relay r ON r.item_id=m.item_id AND r.how<>5"
                                       " WHERE m.query_id=? ORDER BY m.at DESC, m.item_id DESC",
                                       binds(query), [&](ItemId item, bool about, ItemId root) {
                                           if (clusters.insert(root.value).second)
                                               marks.push_back({item, about});
                                       });
    std::vector<text::RelevanceExample> out;
    for (const auto &mark : marks)
        if (const auto row = loadItem(session, mark.item); row && !row->item.text.empty())
            out.push_back({text::relevanceFeatures(row->item), mark.about});
    return out;
}

QueryFilter learnFilter(Session &session, QueryId query)
{
    QueryFilter filter;
    if (const auto row = session.one<bool, double>("SELECT is_on, threshold FROM relevance_filter WHERE query_id=?", query))
        std::tie(filter.on, filter.threshold) = *row;
    for (const auto &example : relevanceExamples(session, query))
        filter.model.add(example);
    return filter;
}

bool hasFilter(Session &session, QueryId query)
{
    return known(session).count(query.value) != 0;
}

std::shared_ptr<const QueryFilter> filterOf(Session &session, QueryId query)
{
    auto &filters = known(session);
    const auto it = filters.find(query.value);
    if (it == filters.end())
        return nullptr;
    if (!it->second)
        it->second = std::make_shared<const QueryFilter>(learnFilter(session, query));
    return it->second;
}

void forgetFilters(Session &session)
{
    session.caches().filters.reset();
}

Aside judgeAside(Session &session, QueryId query, const QueryFilter &filter, const Item &item)
{
    if (const auto mark = markOf(session, query, item.id))
        return *mark ? Aside::No : Aside::ByHand;
    if (!filter.acts())
        return Aside::No;
    return filter.model.judge(text::relevanceFeatures(item)).other >= filter.threshold ? Aside::ByFilter : Aside::No;
}

bool isAside(Session &session, QueryId query, ItemId item)
{
    auto &row = session.hot("SELECT 1 FROM relevance_aside WHERE query_id=? AND item_id=?");
    row.bind(query, item);
    const bool found = row.next();
    row.reset();
    return found;
}

void writeAside(Session &session, QueryId query, ItemId item, Aside aside)
{
    if (aside == Aside::No)
        session.hot("DELETE FROM relevance_aside WHERE query_id=? AND item_id=?").bind(query, item).run();
    else
        session.hot("INSERT INTO relevance_aside(query_id, item_id, by_hand) VALUES(?,?,?) ON CONFLICT DO UPDATE SET by_hand=excluded.by_hand")
            .bind(query, item, aside == Aside::ByHand)
            .run();
}

void noteRelevanceBacklog(Session &session, QueryId query)
{
    session.exec("INSERT INTO relevance_backlog(query_id, below, judged, total) SELECT ?1, newest+1, 0,"
                 " coalesce((SELECT total FROM query_count WHERE query_id=?1), 0) FROM"
                 " (SELECT max(item_id) AS newest FROM query_match WHERE query_id=?1) WHERE newest IS NOT NULL"
                 " ON CONFLICT DO UPDATE SET below=excluded.below, judged=0, total=excluded.total",
                 query);
}

void dropAsides(Session &session, QueryId query, bool withMarks)
{
    session.exec("DELETE FROM relevance_aside WHERE query_id=?", query);
    session.exec("DELETE FROM relevance_backlog WHERE query_id=?", query);
    if (withMarks) {
        session.exec("DELETE FROM relevance_mark WHERE query_id=?", query);
        session.exec("DELETE FROM relevance_filter WHERE query_id=?", query);
        forgetFilters(session);
    }
}

} // namespace vigie::store
