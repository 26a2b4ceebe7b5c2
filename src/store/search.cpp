// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search.hpp"

#include "store/desk_facts.hpp"
#include "store/hot_statement.hpp"
#include "store/rollup.hpp"
#include "store/search_near.hpp"

#include <algorithm>

namespace vigie::store {

namespace {

/// query_match of everything is the narrowest table that holds every id.
constexpr const char *kAllItems = "query_match";

constexpr std::size_t kFirstCandidates = 100, kMostCandidates = 4000;
/// With a clock running, candidates are read in steps that end in time.
constexpr std::size_t kHastyCandidates = 500;
/// Of items known to be few so many are read before the index is asked.
constexpr std::size_t kHoldersRead = 600;

} // namespace

QueryWalk::QueryWalk(Session &session, const text::Query &bound, Instant now, CommonBeginnings common)
    : session_(session), compiled_(compileQuery(session, bound, now, common)), confirmer_(session, compiled_.rest, now)
{
    if (fewHold() && !compiled_.match.empty())
        whole_.emplace(session, bound, now);
}

QueryWalk::Prepared QueryWalk::prepare(SearchPage page, ItemId floor, Lead lead) const
{
    const bool led = lead == Lead::Index && !compiled_.match.empty();
    const std::string column = led ? "item_fts.rowid" : "query_match.item_id";
    Prepared out{Walk(column), led ? "item_fts" : kAllItems};
    if (led)
        out.walk.where("item_fts MATCH ?", binds(compiled_.match));
    else
        out.walk.where("query_match.query_id=?", binds(kEverything));
    if (led && compiled_.instances > 0)
        out.walk.where("vigie_instances(item_fts) >= ?", binds(compiled_.instances));
    // The plus keeps the index from being asked for them one by one.
    if (compiled_.holders)
        out.walk.where((led ? "+" : "") + column + " IN (SELECT value FROM json_each(?))", binds(idList(*compiled_.holders)));
    if (compiled_.from && (!page.from || *page.from < *compiled_.from))
        page.from = compiled_.from;
    if (compiled_.to && (!page.to || *page.to > *compiled_.to))
        page.to = compiled_.to;
    out.walk.page(session_, page);
    if (floor)
        out.walk.within(ItemId{floor.value + 1}, Walk::kLast);
    if (compiled_.first && compiled_.last)
        out.walk.within(*compiled_.first, *compiled_.last);
    out.walk.where(conditionOn(compiled_, column), compiled_.values);
    return out;
}

bool QueryWalk::listed(const SearchPage &page, const WalkLimits &limits, Lead lead, int limit, std::vector<ItemId> &out)
{
    auto prepared = prepare(page, limits.floor, lead);
    if (limits.end)
        return prepared.walk.runUntil(session_, prepared.from, limit, *limits.end, out);
    out = prepared.walk.run(session_, prepared.from, limit);
    return true;
}

/// Candidates in ever larger steps, so that a common query reads few of them and a rare one asks seldom. False: a limit was
/// reached; page.before is where it goes on.
template <class Each>
bool QueryWalk::confirmed(SearchPage &page, Lead lead, std::size_t first, const WalkLimits &limits, const Each &each)
{
    auto &confirmer = lead == Lead::Holders && whole_ ? *whole_ : confirmer_;
    auto reads = limits.reads;
    const auto most = limits.until ? kHastyCandidates : kMostCandidates;
    for (auto step = std::min(std::max<std::size_t>(first, 1), reads); step > 0; step = std::min({step * 4, most, reads})) {
        std::vector<ItemId> ids;
        const bool inTime = listed(page, limits, lead, static_cast<int>(step), ids);
        for (const auto id : confirmer.keep(ids))
            if (!each(id))
                return true;
        page.before = behind(ids, page);
        if (!inTime)
            return false;
        if (ids.size() < step)
            return true;
        reads -= step;
        if (limits.until && std::chrono::steady_clock::now() >= *limits.until)
            return false;
    }
    return false;
}

template <class Each>
void QueryWalk::each(SearchPage page, std::size_t first, const WalkLimits &limits, const Each &each)
{
    bool going = true;
    const auto counting = [&](ItemId id) { return going = each(id); };
    if (fewHold() && (compiled_.holders->size() <= kHoldersRead || !compiled_.match.empty())) {
        auto few = limits;
        few.reads = std::min(limits.reads, kHoldersRead);
        if (confirmed(page, Lead::Holders, std::min(first, kHoldersRead), few, counting) || !going)
            return;
    }
    if (!confirmed(page, Lead::Index, first, limits, counting))
        stoppedAt_ = page.before;
}

std::vector<ItemId> QueryWalk::page(const SearchPage &page, const WalkLimits &limits)
{
    stoppedAt_.reset();
    std::vector<ItemId> out;
    if (page.limit <= 0 || (compiled_.holders && compiled_.holders->empty()))
        return out;
    if (!compiled_.rest && !fewHold()) {
        if (!listed(page, limits, Lead::Index, page.limit, out))
            stoppedAt_ = behind(out, page);
        return out;
    }
    each(page, kFirstCandidates, limits, [&](ItemId id) {
        out.push_back(id);
        return out.size() < static_cast<std::size_t>(page.limit);
    });
    return out;
}

void QueryWalk::all(SearchPage asked, std::vector<ItemId> &out)
{
    asked.oldestFirst = true;
    if (compiled_.rest || fewHold()) {
        asked.limit = std::numeric_limits<int>::max();
        out = page(asked);
        std::sort(out.begin(), out.end());
        return;
    }
    auto prepared = prepare(asked, {});
    prepared.walk.scan(session_, compiled_.match.empty() ? "query_match.item_id" : "item_fts.rowid", prepared.from,
                       [&](const HotStatement &row) { out.push_back(ItemId{row.integer(0)}); });
    if (!std::is_sorted(out.begin(), out.end()))
        std::sort(out.begin(), out.end());
}

int QueryWalk::count(const SearchPage &page, int cap, const WalkLimits &limits)
{
    stoppedAt_.reset();
    if (compiled_.holders && compiled_.holders->empty())
        return 0;
    if (!compiled_.rest && (!fewHold() || compiled_.holders->size() > kHoldersRead)) {
        if (!limits.end) {
            auto prepared = prepare(page, limits.floor);
            return prepared.walk.count(session_, prepared.from, cap);
        }
        std::vector<ItemId> found;
        if (!listed(page, limits, Lead::Index, std::min(cap, std::numeric_limits<int>::max() - 1) + 1, found))
            stoppedAt_ = behind(found, page);
        return static_cast<int>(found.size());
    }
    int found = 0;
    each(page, kMostCandidates / 4, limits, [&](ItemId) { return ++found <= cap; });
    return found;
}

bool QueryWalk::holds(ItemId item)
{
    auto prepared = prepare({}, {});
    prepared.walk.where((compiled_.match.empty() ? std::string("query_match.item_id") : "item_fts.rowid") + "=?", binds(item));
    const auto found = prepared.walk.run(session_, prepared.from, 1);
    return !found.empty() && !confirmer_.keep(found).empty();
}

namespace {

/// Beyond so many candidates read the index is asked after all.
constexpr std::size_t kReadForCommon = 20'000;
/// A count that goes further than this is not a first number.
constexpr int kFirstNumber = 10'000;

} // namespace

Result<std::vector<ItemId>> Items::search(const text::Query &query, const SearchPage &page)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<std::vector<ItemId>> {
        VIGIE_TRY(const auto whole, bound(session, query, tx_.now()));
        if (auto near = searchNear(session, whole, page))
            return std::move(*near);
        if (const auto common = commonBeginnings(session, whole); !common.empty()) {
            QueryWalk walk(session, whole, tx_.now(), common);
            auto ids = walk.page(page, {kReadForCommon, {}, {}, {}});
            if (!walk.stoppedAt())
                return ids;
        }
        return QueryWalk(session, whole, tx_.now()).page(page);
    });
}

Result<int> Items::count(const text::Query &query, int cap, std::optional<Instant> from, std::optional<Instant> to)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<int> {
        VIGIE_TRY(const auto whole, bound(session, query, tx_.now()));
        SearchPage page;
        page.from = from;
        page.to = to;
        if (const auto common = cap <= kFirstNumber ? commonBeginnings(session, whole) : std::vector<std::string>(); !common.empty()) {
            QueryWalk walk(session, whole, tx_.now(), common);
            const int found = walk.count(page, cap, {kReadForCommon, {}, {}, {}});
            if (!walk.stoppedAt())
                return found;
        }
        return QueryWalk(session, whole, tx_.now()).count(page, cap);
    });
}

} // namespace vigie::store
