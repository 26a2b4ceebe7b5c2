// SPDX-License-Identifier: GPL-3.0-or-later
// One decision about relays holds for everything that counts.
#include "support/random_items.hpp"
#include "support/saved.hpp"
#include "support/temp_store.hpp"

#include <vigie/store/alerts.hpp>
#include <vigie/store/figures.hpp>
#include <vigie/store/find.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/relay_counting.hpp>
#include <vigie/store/relays.hpp>
#include <vigie/store/search_steps.hpp>
#include <vigie/store/tickets.hpp>

using namespace vigie;
using namespace vigie::store;
using namespace vigie::test;

namespace {

std::vector<ItemId> put(TempStore &store, std::vector<Item> items)
{
    return store.write([&](Tx &tx) -> Result<std::vector<ItemId>> {
        std::vector<AnalysedItem> batch;
        for (auto &one : items)
            batch.push_back(analysed(std::move(one)));
        VIGIE_TRY(const auto stored, Items(tx).store(batch));
        std::vector<ItemId> ids;
        for (const auto &one : stored)
            ids.push_back(one.id);
        return ids;
    });
}

struct Numbers {
    int total = 0, unread = 0, searched = 0, counted = 0, quick = 0, found = 0;
    std::size_t spine = 0, live = 0, first = 0;
    std::int64_t sums = 0, stretches = 0;
};

Numbers numbers(TempStore &store, QueryId kept, QueryId live)
{
    return store.read([&](Tx &tx) -> Result<Numbers> {
        const AsCounted counted(tx);
        const auto query = *text::parseQuery("velora");
        Numbers out;
        VIGIE_TRY(const auto counts, Queries(tx).counts(kept));
        out.total = counts.total;
        out.unread = counts.unread;
        VIGIE_TRY(const auto spine, Queries(tx).spine(kept, {}));
        out.spine = spine.size();
        VIGIE_TRY(const auto searchedLive, Queries(tx).spine(live, {}));
        out.live = searchedLive.size();
        VIGIE_TRY(const auto hits, Items(tx).search(query, {}));
        out.searched = static_cast<int>(hits.size());
        VIGIE_TRY(out.counted, Items(tx).count(query, 100));
        VIGIE_TRY(const auto quick, SearchSteps(tx, std::chrono::seconds(5)).count(query, 100));
        out.quick = quick.count;
        VIGIE_TRY(const auto page, Finder(tx).find({query, FindScope::Items, FindOrder::Relevance, 50, {}}));
        out.found = static_cast<int>(page.things.size());
        FigureFilter filter;
        filter.query = kept;
        filter.fromDay = 20000;
        filter.toDay = 21000;
        VIGIE_TRY(const auto days, Figures(tx).days(filter));
        for (const auto &day : days)
            out.sums += day.total();
        VIGIE_TRY(const auto stretches, Alerts(tx).stretches(kept, kNoon - std::chrono::hours(1), kNoon + std::chrono::hours(1)));
        for (const auto &stretch : stretches)
            out.stretches += stretch.total();
        VIGIE_TRY(const auto alerting, Alerts(tx).items(kept, kNoon - std::chrono::hours(1), kNoon + std::chrono::hours(1), false, 100));
        out.first = alerting.size();
        return out;
    });
}

void decide(TempStore &store, bool counted)
{
    store.write([&](Tx &tx) -> Result<int> {
        VIGIE_CHECK(RelayCounting(tx).set(counted));
        return 0;
    });
}

} // namespace

TEST_CASE("whether relays count is decided once, for columns, searches, figures and alerts", "[store][relay]")
{
    TempStore store;
    const auto kept = save(store, "kept", "velora"), live = save(store, "live", "velora since:2000d");
    const auto ids = put(store, {item("1", "velora opens in Lyon", kNoon), item("2", "velora opens in Lyon too", kNoon + std::chrono::minutes(1)),
                                 item("3", "velora, a word", kNoon + std::chrono::minutes(2)), item("4", "other", kNoon + std::chrono::minutes(3))});
    CHECK(store.read([](Tx &tx) { return RelayCounting(tx).counted(); }));
    store.write([&](Tx &tx) { return Relays(tx).assign(std::vector<RelayLink>{{ids[1], ids[0], RelayHow::Copy, 0.9}}); });
    const auto check = [&](int expected) {
        const auto seen = numbers(store, kept, live);
        CHECK(seen.total == expected);
        CHECK(seen.unread == expected);
        CHECK(seen.searched == expected);
        CHECK(seen.counted == expected);
        CHECK(seen.quick == expected);
        CHECK(seen.found == expected);
        CHECK(seen.spine == static_cast<std::size_t>(expected));
        CHECK(seen.live == static_cast<std::size_t>(expected));
        CHECK(seen.first == static_cast<std::size_t>(expected));
        CHECK(seen.sums == expected);
        CHECK(seen.stretches == expected);
    };
    check(3);
    decide(store, false);
    check(2);
    store.reopen();
    check(2);
    // Who does not show numbers is not concerned: a conversation is whole.
    CHECK(store.read([](Tx &tx) { return Items(tx).search(*text::parseQuery("velora"), {}); }).size() == 3);
    const auto split = store->writeNow<void>([&](Tx &tx) -> Result<void> {
        VIGIE_CHECK(Tickets(tx).beginChangeSet("test"));
        return Relays(tx).split(ids[1]);
    });
    REQUIRE(split);
    check(3);
    decide(store, true);
    check(3);
}

TEST_CASE("the relays among what a column counts are those of its rows, whatever happens", "[store][relay][property]")
{
    Sequence random(41);
    TempStore store;
    const auto query = save(store, "q", "velora OR bon");
    std::vector<ItemId> ids;
    const auto some = [&] { return ids[random.below(ids.size())]; };
    for (int step = 0; step < 300; ++step) {
        const auto what = ids.size() < 60 ? 0 : random.below(8);
        if (what < 3) {
            for (const auto id : put(store, {randomItem(random, static_cast<int>(random.below(400)))}))
                ids.push_back(id);
        } else if (what < 6) {
            (void)store->writeNow<int>([&](Tx &tx) { return Relays(tx).assign(std::vector<RelayLink>{{some(), some(), RelayHow::Copy, random.unit()}}); });
        } else if (what == 6) {
            const auto mark = some();
            (void)store->writeNow<void>([&](Tx &tx) { return Queries(tx).markRead(query, mark); });
        } else {
            (void)store->writeNow<void>([&](Tx &tx) -> Result<void> {
                VIGIE_CHECK(Tickets(tx).beginChangeSet("test"));
                return Relays(tx).split(some());
            });
        }
        if (step % 20 != 0)
            continue;
        const auto saved = store.read([&](Tx &tx) { return Queries(tx).get(query); });
        const auto [counts, all, unread] = store.read([&](Tx &tx) -> Result<std::tuple<QueryCounts, int, int>> {
            const AsCounted originals(tx, false);
            VIGIE_TRY(const auto says, Queries(tx).counts(query));
            SearchPage page;
            page.limit = 10'000;
            VIGIE_TRY(const auto rows, Queries(tx).spine(query, page));
            int newer = 0, mentions = 0;
            VIGIE_TRY(const auto cards, Items(tx).rows(rows));
            for (const auto &card : cards) {
                const bool counted = !card.item.ours && card.item.state == ItemState::Visible;
                CHECK_FALSE(card.relay);
                mentions += counted ? 1 : 0;
                newer += counted && card.item.id > saved.readUpTo ? 1 : 0;
            }
            return std::tuple(says, mentions, newer);
        });
        CHECK(counts.total == all);
        CHECK(counts.unread == unread);
    }
}
