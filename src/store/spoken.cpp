// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/spoken.hpp>

#include "store/hot_statement.hpp"
#include "store/items_packed.hpp"
#include "store/search.hpp"

#include <unordered_map>

namespace vigie::store {

namespace {

constexpr int kSlice = 500;

SearchPage pageOf(const SpokenFilter &filter)
{
    SearchPage page;
    page.from = filter.from;
    page.to = filter.to;
    page.limit = kSlice;
    return page;
}

/// Spread evenly over time and authors, and the same at each reading.
bool isDrawn(ItemId id, int every)
{
    const auto mixed = (static_cast<std::uint64_t>(id.value) + 0x9E3779B97F4A7C15ULL) * 0xBF58476D1CE4E5B9ULL;
    return every <= 1 || (mixed >> 33) % static_cast<std::uint64_t>(every) == 0;
}

std::unordered_map<std::int64_t, std::vector<std::string>> cardLinks(Session &session, const std::string &list)
{
    std::unordered_map<std::int64_t, std::vector<std::string>> out;
    auto &refs = session.hot("SELECT r.item_id, r.target_native FROM json_each(?1) j CROSS JOIN item_ref r ON r.item_id=j.value AND r.relation=?2");
    refs.bind(list, Relation::LinksTo);
    while (refs.next())
        out[refs.integer(0)].emplace_back(refs.text(1));
    return out;
}

bool readSlice(Session &session, const std::vector<ItemId> &ids, bool withoutRelays, const std::function<bool(SpokenPost &)> &each)
{
    const auto list = idList(ids);
    auto links = cardLinks(session, list);
    auto &rows = session.hot("SELECT i.id, i.author_id, i.source_id, i.lang, i.title, i.text, i.spans FROM json_each(?1) j"
                             " CROSS JOIN query_match m ON m.query_id=0 AND m.item_id=j.value CROSS JOIN item i ON i.id=j.value"
                             " WHERE m.counted=1 AND (m.relay=0 OR ?2=0)");
    rows.bind(list, withoutRelays);
    SpokenPost post;
    bool goOn = true;
    while (goOn && rows.next()) {
        post.item = ItemId{rows.integer(0)};
        post.author = rows.isNull(1) ? -1 - rows.integer(2) : rows.integer(1);
        post.lang = rows.text(3);
        post.title = rows.text(4);
        post.text = rows.text(5);
        post.spans = unpackSpans(rows.text(6), post.text);
        post.links.clear();
        if (const auto found = links.find(post.item.value); found != links.end())
            post.links = std::move(found->second);
        goOn = each(post);
    }
    rows.reset();
    return goOn;
}

} // namespace

Result<int> Spoken::count(const text::Query &query, const SpokenFilter &filter, int cap)
{
    return Items(tx_).count(query, cap, filter.from, filter.to);
}

Result<void> Spoken::read(const text::Query &query, const SpokenFilter &filter, const std::function<bool(SpokenPost &)> &each)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        VIGIE_TRY(const auto whole, bound(session, query, tx_.now()));
        QueryWalk walk(session, whole, tx_.now());
        for (auto page = pageOf(filter);;) {
            const auto found = walk.page(page);
            std::vector<ItemId> drawn;
            for (const auto id : found)
                if (isDrawn(id, filter.every))
                    drawn.push_back(id);
            if (!drawn.empty() && !readSlice(session, drawn, filter.withoutRelays, each))
                return fail(Errc::Cancelled);
            if (static_cast<int>(found.size()) < page.limit)
                return {};
            page.before = found.back();
        }
    });
}

} // namespace vigie::store
