// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/relevance.hpp>

#include "store/items_row.hpp"
#include "store/relevance_rows.hpp"
#include "store/rollup.hpp"
#include "store/search.hpp"

#include <algorithm>

namespace vigie::store {

namespace {

constexpr int kAtOnce = 500; ///< of a cluster, or of what is kept aside, before it is left to judge()
constexpr double kLeastThreshold = 0.5, kMostThreshold = 0.999;

Result<void> checkKept(Session &session, QueryId query)
{
    const auto desk = session.one<bool>("SELECT desk_dependent=1 FROM saved_query WHERE id=?", query);
    if (!desk)
        return fail(Errc::NotFound, "no such query");
    if (*desk)
        return fail(Errc::InvalidInput, "a query that asks for members, followers or times counted from now is searched for anew each time and learns nothing");
    return {};
}

/// Puts mentions where marks and filter want them; those that do not match are left alone.
void settle(Session &session, MatchWriter &matches, QueryId query, const QueryFilter &filter, std::span<const ItemId> items)
{
    for (const auto &row : loadItems(session, items)) {
        const auto aside = judgeAside(session, query, filter, row.item);
        if ((aside != Aside::No) == isAside(session, query, row.item.id)) {
            if (aside != Aside::No)
                writeAside(session, query, row.item.id, aside);
            continue;
        }
        if (!session.one<int>("SELECT 1 FROM query_match WHERE query_id=? AND item_id=?", query, row.item.id))
            continue;
        if (const auto facts = storedFacts(session, row.item.id))
            matches.setAside(query, *facts, aside);
    }
}

std::vector<ItemId> clusterMembers(Session &session, ItemId item)
{
    const auto root = clusterOf(session, item);
    auto members = session.column<ItemId>("SELECT item_id FROM relay WHERE root_id=? AND how<>5 ORDER BY item_id DESC LIMIT ?", root, kAtOnce);
    members.push_back(root);
    return members;
}

std::vector<RelevanceMark> loadMarks(Session &session, const std::string &where, std::vector<Bound> values)
{
    std::vector<RelevanceMark> out;
    session.each<ItemId, bool, Instant, std::string>("SELECT item_id, about, at, who FROM relevance_mark" + where, std::move(values),
                                                     [&](ItemId item, bool about, Instant at, std::string who) { out.push_back({item, about, at, std::move(who)}); });
    return out;
}

constexpr const char *kAsides = "relevance_aside";

Walk asideWalk(Session &session, QueryId query, const SearchPage &page)
{
    Walk walk("relevance_aside.item_id");
    walk.where("relevance_aside.query_id=?", binds(query));
    walk.page(session, page);
    return walk;
}

RelevanceState stateOf(Session &session, QueryId query, const QueryFilter &filter)
{
    RelevanceState state;
    state.on = filter.on;
    state.threshold = filter.threshold;
    state.about = filter.model.about();
    state.other = filter.model.other();
    const auto counts = session.one<int, int>("SELECT count(*), coalesce(sum(by_hand), 0) FROM relevance_aside WHERE query_id=?", query);
    if (counts)
        std::tie(state.aside, state.byHand) = *counts;
    if (const auto left = session.one<std::int64_t, std::int64_t>("SELECT judged, total FROM relevance_backlog WHERE query_id=?", query)) {
        const auto [judged, total] = *left;
        state.judged = total > 0 ? std::min(1.0, static_cast<double>(judged) / static_cast<double>(total)) : 0;
    }
    return state;
}

/// Everything that the filter decides by itself is to be decided anew; without a filter that acts, only what it kept aside.
void settleRest(Tx &tx, QueryId query, bool actedBefore)
{
    auto &session = tx.session();
    const auto filter = filterOf(session, query);
    if (filter && filter->acts())
        return noteRelevanceBacklog(session, query);
    session.exec("DELETE FROM relevance_backlog WHERE query_id=?", query);
    if (!actedBefore)
        return;
    MatchWriter matches(session, tx.change());
    for (const auto item : session.column<ItemId>("SELECT item_id FROM relevance_aside WHERE query_id=? AND by_hand=0", query))
        if (const auto facts = storedFacts(session, item))
            matches.setAside(query, *facts, Aside::No);
    matches.flush();
}

} // namespace

void settleMark(Tx &tx, QueryId query, ItemId item, const std::optional<RelevanceMark> &mark)
{
    auto &session = tx.session();
    session.exec("INSERT INTO relevance_filter(query_id) VALUES(?) ON CONFLICT DO NOTHING", query);
    const auto before = filterOf(session, query);
    const bool acted = before && before->acts();
    if (mark)
        session.exec("INSERT INTO relevance_mark(query_id, item_id, about, at, who) VALUES(?,?,?,?,?) ON CONFLICT DO UPDATE SET"
                     " about=excluded.about, at=excluded.at, who=excluded.who",
                     query, item, mark->about, mark->at, mark->who);
    else
        session.exec("DELETE FROM relevance_mark WHERE query_id=? AND item_id=?", query, item);
    forgetFilters(session);
    if (const auto filter = filterOf(session, query)) {
        MatchWriter matches(session, tx.change());
        settle(session, matches, query, *filter, clusterMembers(session, item));
        matches.flush();
    }
    settleRest(tx, query, acted);
    tx.change().itemsChanged.push_back(item);
    tx.change().queries = true;
}

FilterSetting filterSetting(Session &session, QueryId query)
{
    FilterSetting out;
    if (const auto row = session.one<bool, double>("SELECT is_on, threshold FROM relevance_filter WHERE query_id=?", query))
        std::tie(out.on, out.threshold) = *row;
    return out;
}

void settleFilter(Tx &tx, QueryId query, const FilterSetting &setting)
{
    auto &session = tx.session();
    const auto before = filterOf(session, query);
    const bool acted = before && before->acts();
    session.exec("INSERT INTO relevance_filter(query_id, is_on, threshold) VALUES(?,?,?) ON CONFLICT DO UPDATE SET is_on=excluded.is_on, threshold=excluded.threshold",
                 query, setting.on, setting.threshold);
    forgetFilters(session);
    settleRest(tx, query, acted);
    tx.change().queries = true;
}

std::optional<RelevanceMark> relevanceMark(Session &session, QueryId query, ItemId item)
{
    auto found = loadMarks(session, " WHERE query_id=? AND item_id=?", binds(query, item));
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

void settleAsides(Tx &tx, MatchWriter &matches, ItemId item)
{
    auto &session = tx.session();
    for (const auto query : session.column<QueryId>("SELECT f.query_id FROM relevance_filter f CROSS JOIN query_match m ON m.query_id=f.query_id AND m.item_id=?", item))
        if (const auto filter = filterOf(session, query))
            settle(session, matches, query, *filter, std::span(&item, 1));
}

Result<RelevanceState> Relevance::state(QueryId query)
{
    auto &session = tx_.session();
    return session.guard([&] { return stateOf(session, query, learnFilter(session, query)); });
}

Result<void> Relevance::mark(QueryId query, ItemId item, std::optional<bool> about, const std::string &who)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        VIGIE_CHECK(checkKept(session, query));
        if (!session.one<int>("SELECT 1 FROM query_match WHERE query_id=? AND item_id=?", query, item))
            return fail(Errc::NotFound, "the mention is not in this query");
        const auto mark = about ? std::optional(RelevanceMark{item, *about, tx_.now(), who}) : std::nullopt;
        recordRelevanceMark(tx_, query, item, mark);
        settleMark(tx_, query, item, mark);
        return {};
    });
}

Result<std::vector<RelevanceMark>> Relevance::marks(QueryId query, int limit)
{
    return tx_.session().guard([&] { return loadMarks(tx_.session(), " WHERE query_id=? ORDER BY at DESC, item_id DESC LIMIT ?", binds(query, limit)); });
}

Result<void> Relevance::set(QueryId query, bool on, double threshold)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        VIGIE_CHECK(checkKept(session, query));
        if (!(threshold >= kLeastThreshold && threshold <= kMostThreshold))
            return fail(Errc::InvalidInput, "a threshold is a number from 0.5 to 0.999");
        const FilterSetting setting{on, threshold};
        recordFilterSetting(tx_, query, setting);
        settleFilter(tx_, query, setting);
        return {};
    });
}

Result<int> Relevance::reset(QueryId query)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<int> {
        VIGIE_CHECK(checkKept(session, query));
        const auto marked = session.column<ItemId>("SELECT item_id FROM relevance_mark WHERE query_id=?", query);
        for (const auto item : marked)
            recordRelevanceMark(tx_, query, item, std::nullopt);
        session.exec("DELETE FROM relevance_mark WHERE query_id=?", query);
        session.exec("DELETE FROM relevance_backlog WHERE query_id=?", query);
        forgetFilters(session);
        MatchWriter matches(session, tx_.change());
        for (const auto item : session.column<ItemId>("SELECT item_id FROM relevance_aside WHERE query_id=?", query))
            if (const auto facts = storedFacts(session, item))
                matches.setAside(query, *facts, Aside::No);
        matches.flush();
        tx_.change().queries = true;
        return static_cast<int>(marked.size());
    });
}

Result<std::vector<ItemId>> Relevance::aside(QueryId query, const SearchPage &page)
{
    return tx_.session().guard([&] { return asideWalk(tx_.session(), query, page).run(tx_.session(), kAsides, page.limit); });
}

Result<int> Relevance::asideCount(QueryId query, const SearchPage &page, int cap)
{
    return tx_.session().guard([&] { return asideWalk(tx_.session(), query, page).count(tx_.session(), kAsides, cap); });
}

Result<std::vector<std::pair<QueryId, int>>> Relevance::asides()
{
    return tx_.session().guard([&] {
        std::vector<std::pair<QueryId, int>> out;
        tx_.session().each<QueryId, int>("SELECT query_id, count(*) FROM relevance_aside GROUP BY query_id", {}, [&](QueryId query, int count) { out.emplace_back(query, count); });
        return out;
    });
}

Result<RelevanceAnswer> Relevance::why(QueryId query, ItemId item)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<RelevanceAnswer> {
        const auto row = loadItem(session, item);
        if (!row)
            return fail(Errc::NotFound, "the mention is gone");
        const auto filter = learnFilter(session, query);
        RelevanceAnswer answer;
        answer.state = stateOf(session, query, filter);
        answer.aside = isAside(session, query, item);
        answer.mark = relevanceMark(session, query, item);
        if (!answer.mark) {
            auto found = loadMarks(session, " WHERE query_id=?1 AND item_id IN (SELECT ?2 UNION ALL SELECT item_id FROM relay WHERE root_id=?2 AND how<>5)"
                                            " ORDER BY at DESC, item_id DESC LIMIT 1",
                                   binds(query, clusterOf(session, item)));
            if (!found.empty())
                answer.mark = std::move(found.front());
        }
        answer.verdict = filter.model.judge(text::relevanceFeatures(row->item));
        return answer;
    });
}

Result<std::vector<text::RelevanceExample>> Relevance::examples(QueryId query)
{
    return tx_.session().guard([&] { return relevanceExamples(tx_.session(), query); });
}

Result<RelevanceStep> Relevance::judge(QueryId query, int slice)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<RelevanceStep> {
        const auto left = session.one<ItemId, std::int64_t, std::int64_t>("SELECT below, judged, total FROM relevance_backlog WHERE query_id=?", query);
        const auto filter = filterOf(session, query);
        if (!left || !filter)
            return RelevanceStep{};
        const auto [below, judged, total] = *left;
        const auto ids = session.column<ItemId>("SELECT item_id FROM query_match WHERE query_id=? AND item_id<? ORDER BY item_id DESC LIMIT ?", query, below, slice);
        MatchWriter matches(session, tx_.change());
        settle(session, matches, query, *filter, ids);
        matches.flush();
        const auto now = judged + static_cast<std::int64_t>(ids.size());
        if (static_cast<int>(ids.size()) < slice) {
            tx_.change().queries = true;
            session.exec("DELETE FROM relevance_backlog WHERE query_id=?", query);
            return RelevanceStep{};
        }
        session.exec("UPDATE relevance_backlog SET below=?, judged=? WHERE query_id=?", ids.back(), now, query);
        return RelevanceStep{total > 0 ? std::min(1.0, static_cast<double>(now) / static_cast<double>(total)) : 0, false};
    });
}

Result<std::vector<QueryId>> Relevance::unfinished()
{
    return tx_.session().guard([&] { return tx_.session().column<QueryId>("SELECT query_id FROM relevance_backlog ORDER BY query_id"); });
}

} // namespace vigie::store
