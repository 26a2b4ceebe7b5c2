// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/find_items.hpp"

#include "store/hot_statement.hpp"
#include "store/item_id.hpp"
#include "store/search.hpp"

#include <vigie/store/search_steps.hpp>

#include <algorithm>

namespace vigie::store {

namespace {

struct Scored {
    ItemId item;
    double score = 0;
};

/// The newest that match, the best of them first; none when the query has nothing that could be weighed.
std::optional<std::vector<Scored>> weighed(Session &session, const CompiledQuery &compiled, bool &among)
{
    if (compiled.match.empty())
        return std::nullopt;
    const auto narrowed = [&] {
        Walk walk("item_fts.rowid");
        walk.where("item_fts MATCH ?", binds(compiled.match));
        SearchPage page;
        page.from = compiled.from;
        page.to = compiled.to;
        walk.page(session, page);
        walk.where(conditionOn(compiled, "item_fts.rowid"), compiled.values);
        return walk;
    };
    const auto lowest = narrowed().nth(session, "item_fts", kRelevanceAmong + 1);
    among = lowest.has_value();
    auto walk = narrowed();
    if (lowest)
        walk.where("item_fts.rowid > ?", binds(*lowest));
    std::vector<Scored> out;
    walk.scan(session, "item_fts.rowid, bm25(item_fts, 1.0, 0.0)", "item_fts", [&](const HotStatement &row) { out.push_back({ItemId{row.integer(0)}, -row.real(1)}); });
    std::sort(out.begin(), out.end(), [](const Scored &a, const Scored &b) { return a.score != b.score ? a.score > b.score : a.item.value > b.item.value; });
    return out;
}

/// Those that match, the best first, as many as are asked for.
std::vector<Scored> best(Session &session, const CompiledQuery &compiled, const std::vector<Scored> &all, std::size_t limit, Instant now)
{
    constexpr std::size_t kStep = 500;
    std::vector<Scored> out;
    Confirmer confirmer(session, compiled.rest, now);
    for (std::size_t begin = 0; begin < all.size() && out.size() < limit; begin += kStep) {
        const auto end = std::min(begin + kStep, all.size());
        std::vector<ItemId> ids;
        for (auto at = begin; at < end; ++at)
            ids.push_back(all[at].item);
        auto at = begin;
        for (const auto id : confirmer.keep(ids)) { // in the order given
            while (all[at].item != id)
                ++at;
            if (out.size() < limit)
                out.push_back(all[at]);
        }
    }
    return out;
}

Result<SearchedPart> wholly(Result<std::vector<ItemId>> ids)
{
    if (!ids)
        return tl::unexpected(ids.error());
    return SearchedPart{std::move(*ids), {}};
}

FoundThing thingOf(const ItemRow &row, double score)
{
    const auto &item = row.item;
    FoundThing out;
    out.place = {item.publishedAt, item.id.value, 0};
    out.item = item.id;
    out.ticket = row.ticket;
    out.connector = item.connector;
    out.handle = item.author.handle;
    out.name = item.author.name;
    out.title = item.title;
    out.text = item.text;
    out.lang = item.lang;
    out.tone = item.toneLabel;
    out.score = score;
    return out;
}

} // namespace

Result<FindPage> findItems(Tx &tx, const text::Query &bound, const FindRequest &request)
{
    auto &session = tx.session();
    FindPage page;
    std::vector<Scored> chosen;
    std::optional<std::vector<Scored>> all;
    if (request.order == FindOrder::Relevance) {
        const auto compiled = compileQuery(session, bound, tx.now());
        all = weighed(session, compiled, page.among);
        if (all)
            chosen = best(session, compiled, *all, static_cast<std::size_t>(std::min(request.limit, kRelevanceListed)), tx.now());
    }
    if (!all) {
        SearchPage asked;
        asked.limit = request.limit + 1;
        if (request.after)
            asked.before = ItemId{request.after->ref};
        VIGIE_TRY(const auto found, request.within.count() > 0 ? SearchSteps(tx, request.within).search(bound, asked) : wholly(Items(tx).search(bound, asked)));
        for (const auto id : found.ids)
            chosen.push_back({id, 0});
        if (found.stoppedAt)
            page.stoppedAt = FindPlace{secondOfId(*found.stoppedAt), found.stoppedAt->value, 0};
        page.more = static_cast<int>(chosen.size()) > request.limit;
        if (page.more)
            chosen.pop_back();
    }
    std::vector<ItemId> ids;
    for (const auto &one : chosen)
        ids.push_back(one.item);
    VIGIE_TRY(const auto rows, Items(tx).rows(ids));
    auto next = chosen.begin();
    for (const auto &row : rows) { // in the order asked
        while (next->item != row.item.id)
            ++next;
        page.things.push_back(thingOf(row, next->score));
    }
    return page;
}

} // namespace vigie::store
