// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/query_trials.hpp>

#include "store/desk_facts.hpp"
#include "store/desk_matches.hpp"
#include "store/item_id.hpp"
#include "store/items_row.hpp"
#include "store/queries_fill.hpp"
#include "store/rollup.hpp"
#include "store/search.hpp"

#include <algorithm>
#include <set>

namespace vigie::store {

namespace {

/// The second of the n-th newest mention; none: there are fewer.
std::optional<Instant> secondOfNth(Session &session, int n)
{
    Walk walk("query_match.item_id");
    walk.where("query_match.query_id=?", binds(kEverything));
    walk.page(session, {});
    const auto id = walk.nth(session, "query_match", n);
    if (!id)
        return std::nullopt;
    return Instant{std::chrono::seconds{kItemIdEpoch + id->value / (std::int64_t{1} << kItemIdBits)}};
}

struct Missed {
    text::LooserQuery::Way way;
    text::QueryPart part;
    std::vector<ItemId> items;
};

/// Of alternatives that all fail, the one part that would have been enough.
std::vector<text::QueryPart> narrowed(std::vector<text::QueryPart> why, const text::QueryPart &part)
{
    for (auto &one : why)
        if (one.begin <= part.begin && part.end <= one.end)
            one = part;
    return why;
}

/// One of each part, then the second of each ...
std::vector<NearMiss> mixed(const std::vector<Missed> &parts, std::size_t most)
{
    std::vector<NearMiss> out;
    std::set<ItemId> seen;
    for (std::size_t rank = 0; rank < most; ++rank)
        for (const auto &part : parts)
            if (out.size() < most && rank < part.items.size() && seen.insert(part.items[rank]).second)
                out.push_back({part.items[rank], part.way, {part.part}});
    return out;
}

/// What the column holds now in a stretch, ascending.
class Before {
public:
    static Result<Before> of(Session &session, QueryId query, Instant now)
    {
        Before out(session, query, now);
        if (!query)
            return out;
        const auto row = session.one<std::string, bool>("SELECT source, desk_dependent=1 FROM saved_query WHERE id=?", query);
        if (!row)
            return fail(Errc::NotFound, "no such query");
        out.live_ = std::get<1>(*row);
        const bool kept = !out.live_ && !session.one<int>("SELECT 1 FROM query_backlog WHERE query_id=?", query);
        if (!kept) {
            VIGIE_TRY(const auto tree, parsedAndBound(session, std::get<0>(*row), now));
            out.compiled_ = compileQuery(session, tree, now);
        }
        return out;
    }
    std::vector<ItemId> in(const Stretch &stretch)
    {
        if (!query_)
            return {};
        return compiled_ ? matchesIn(session_, *compiled_, stretch, now_) : keptIn(session_, query_, stretch);
    }
    [[nodiscard]] bool live() const { return live_; }

private:
    Before(Session &session, QueryId query, Instant now) : session_(session), query_(query), now_(now) {}
    Session &session_;
    QueryId query_;
    Instant now_;
    bool live_ = false;                     ///< it asks for tags, tickets or the clock
    std::optional<CompiledQuery> compiled_; ///< of a column that is not kept, or not judged to its end
};

/// How many the head of a column says: a kept one leaves out what is ours or gone, and what its filter keeps aside.
std::int64_t counted(Session &session, QueryId query, bool live, const std::vector<ItemId> &ids)
{
    if (live)
        return static_cast<std::int64_t>(ids.size());
    return session.one<std::int64_t>("SELECT count(*) FROM json_each(?) j CROSS JOIN query_match m ON m.query_id=0 AND m.item_id=j.value AND m.counted=1"
                                     " WHERE NOT EXISTS(SELECT 1 FROM relevance_aside a WHERE a.query_id=? AND a.item_id=m.item_id)",
                                     idList(ids), query)
        .value_or(0);
}

void addNewestFirst(std::vector<ItemId> &to, const std::vector<ItemId> &ascending)
{
    to.insert(to.end(), ascending.rbegin(), ascending.rend());
}

} // namespace

double QueryDifference::share() const
{
    return done || items <= 0 ? 1.0 : std::min(1.0, static_cast<double>(judged) / static_cast<double>(items));
}

Result<std::vector<NearMiss>> QueryTrials::nearMisses(const text::Query &query, int most)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<std::vector<NearMiss>> {
        VIGIE_TRY(auto whole, bound(session, query, tx_.now()));
        const auto looser = text::looserQueries(whole);
        std::vector<Missed> parts;
        SearchPage page;
        page.limit = most;
        if (!looser.empty())
            page.from = secondOfNth(session, kNearMissReach);
        for (const auto &one : looser)
            parts.push_back({one.way, one.part, QueryWalk(session, one.near, tx_.now()).page(page, {kNearMissCandidates, {}, {}, {}})});
        auto out = mixed(parts, static_cast<std::size_t>(std::max(most, 0)));
        Confirmer confirmer(session, std::move(whole), tx_.now());
        for (auto &miss : out)
            if (auto stored = loadItem(session, miss.item))
                miss.why = narrowed(confirmer.judge(stored->item).parts, miss.why.front());
        return out;
    });
}

Result<void> QueryTrials::differ(const DifferenceRequest &request, int slice, QueryDifference &so)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        VIGIE_TRY(const auto tree, parsedAndBound(session, request.source, tx_.now()));
        const auto compiled = compileQuery(session, tree, tx_.now());
        VIGIE_TRY(auto before, Before::of(session, request.query, tx_.now()));
        SearchPage page;
        page.before = so.below;
        page.from = request.since;
        Walk bounds("query_match.item_id");
        bounds.where("query_match.query_id=?", binds(kEverything));
        bounds.page(session, page);
        if (!so.below)
            so.items = bounds.count(session, "query_match", std::numeric_limits<int>::max() - 1);
        const auto lowest = bounds.nth(session, "query_match", std::max(slice, 1));
        Stretch stretch{so.below, lowest, request.since};
        if (!lowest && request.since)
            stretch.from = idRange(session, request.since, {}).first;
        const auto has = before.in(stretch), would = matchesIn(session, compiled, stretch, tx_.now());
        so.before += counted(session, request.query, before.live(), has);
        so.after += counted(session, request.query, keepingOf(tree) == Keeping::Live, would);
        const auto difference = differenceOf(has, would);
        addNewestFirst(so.added, difference.added);
        addNewestFirst(so.lost, difference.lost);
        so.judged = lowest ? so.judged + std::max(slice, 1) : so.items;
        so.below = lowest.value_or(so.below);
        so.done = !lowest;
        return {};
    });
}

} // namespace vigie::store
