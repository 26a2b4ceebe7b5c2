// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/random_items.hpp"
#include "support/saved.hpp"
#include "support/temp_store.hpp"

#include "store/session.hpp"

#include <vigie/store/figures.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/relays.hpp>
#include <vigie/store/sync.hpp>
#include <vigie/store/tickets.hpp>

#include <algorithm>
#include <map>

using namespace vigie;
using namespace vigie::store;
using namespace vigie::test;

namespace {

ItemId put(TempStore &store, Item item)
{
    return store.write([&](Tx &tx) -> Result<ItemId> {
        const std::vector<AnalysedItem> one{analysed(std::move(item))};
        VIGIE_TRY(const auto stored, Items(tx).store(one));
        return stored.front().id;
    });
}
Item said(const std::string &native, int minute, const std::string &text = "velora is open")
{
    return item(native, text, kNoon + std::chrono::minutes(minute));
}
int assign(TempStore &store, const std::vector<RelayLink> &links)
{
    return store.write([&](Tx &tx) { return Relays(tx).assign(links); });
}
RelayCluster cluster(TempStore &store, ItemId item)
{
    return store.read([&](Tx &tx) { return Relays(tx).cluster(item); });
}
std::vector<std::pair<ItemId, int>> shape(const RelayCluster &cluster)
{
    std::vector<std::pair<ItemId, int>> out;
    for (const auto &node : cluster.nodes)
        out.emplace_back(node.item, node.depth);
    return out;
}
Result<void> byHand(TempStore &store, const std::function<Result<void>(Relays &)> &act)
{
    return store->writeNow<void>([&](Tx &tx) -> Result<void> {
        VIGIE_CHECK(Tickets(tx).beginChangeSet("test"));
        Relays relays(tx);
        return act(relays);
    });
}
Result<ChangeSet> undo(TempStore &store)
{
    return store->writeNow<ChangeSet>([](Tx &tx) { return Tickets(tx).undoLast(); });
}
std::vector<std::array<std::int64_t, 5>> sums(TempStore &store, QueryId query, bool recount, bool withoutRelays)
{
    return store.read([&](Tx &tx) -> Result<std::vector<std::array<std::int64_t, 5>>> {
        FigureFilter filter;
        filter.query = query;
        filter.fromDay = 20000;
        filter.toDay = 21000;
        filter.withoutRelays = withoutRelays;
        VIGIE_TRY(const auto cells, recount ? Figures(tx).recount(filter) : Figures(tx).days(filter));
        std::vector<std::array<std::int64_t, 5>> out;
        for (const auto &cell : cells)
            out.push_back({cell.day, cell.positive, cell.neutral, cell.negative, cell.relays});
        return out;
    });
}
} // namespace

TEST_CASE("the earliest is the original, whenever it comes in", "[store][relay]")
{
    TempStore store;
    const auto b = put(store, said("b", 10)), c = put(store, said("c", 20)), d = put(store, said("d", 30));
    CHECK(assign(store, {{c, b, RelayHow::Copy, 0.9}, {c, d, RelayHow::Copy, 0.7}}) == 2); // the later one of two copies relays
    CHECK(shape(cluster(store, d)) == std::vector<std::pair<ItemId, int>>{{b, 0}, {c, 1}, {d, 2}});
    const auto a = put(store, said("a", 1));
    CHECK(assign(store, {{a, d, RelayHow::Copy, 0.8}}) == 1);
    CHECK(shape(cluster(store, c)) == std::vector<std::pair<ItemId, int>>{{a, 0}, {b, 1}, {c, 2}, {d, 3}});
    CHECK(cluster(store, c).relays == 3);
    CHECK(assign(store, {{a, d, RelayHow::Copy, 0.8}, {c, b, RelayHow::Copy, 0.9}}) == 0); // said twice changes nothing
    CHECK(cluster(store, a).nodes[3].likeness == Approx(0.7));
}

TEST_CASE("what the network says overrules what only looks alike", "[store][relay]")
{
    TempStore store;
    const auto a = put(store, said("a", 1)), x = put(store, said("x", 2)), repost = put(store, said("r", 5));
    CHECK(assign(store, {{repost, a, RelayHow::Copy, 0.6}}) == 1);
    CHECK(assign(store, {{repost, x, RelayHow::Repost, 1}}) == 1);
    // The copy that was seen ties both originals: the later one goes below the earlier.
    CHECK(shape(cluster(store, repost)) == std::vector<std::pair<ItemId, int>>{{a, 0}, {x, 1}, {repost, 2}});
    CHECK(cluster(store, repost).nodes[2].how == RelayHow::Repost);
    CHECK(assign(store, {{repost, a, RelayHow::Quote, 1}}) == 0);
    CHECK(assign(store, {{a, repost, RelayHow::Repost, 1}}) == 0); // no circle
    CHECK(assign(store, {{a, a, RelayHow::Copy, 1}, {a, ItemId{99}, RelayHow::Copy, 1}}) == 0);
}

TEST_CASE("what a person says stays so, and can be taken back", "[store][relay]")
{
    TempStore store;
    const auto a = put(store, said("a", 1)), b = put(store, said("b", 2)), c = put(store, said("c", 3)), other = put(store, said("o", 4));
    assign(store, {{b, a, RelayHow::Copy, 0.9}, {c, b, RelayHow::Quote, 1}});
    const auto whole = shape(cluster(store, a));
    REQUIRE(whole.size() == 3);

    REQUIRE(byHand(store, [&](Relays &relays) { return relays.split(b); }));
    CHECK(shape(cluster(store, a)) == std::vector<std::pair<ItemId, int>>{{a, 0}});
    CHECK(shape(cluster(store, b)) == std::vector<std::pair<ItemId, int>>{{b, 0}, {c, 1}}); // what relays it goes with it
    CHECK(assign(store, {{b, a, RelayHow::Copy, 0.9}, {b, a, RelayHow::Repost, 1}}) == 0);   // for ever
    CHECK(byHand(store, [&](Relays &relays) { return relays.split(a); }).error().code == Errc::InvalidInput);
    REQUIRE(undo(store));
    CHECK(shape(cluster(store, c)) == whole);

    REQUIRE(byHand(store, [&](Relays &relays) { return relays.join(a, other); }));
    CHECK(shape(cluster(store, a)) == std::vector<std::pair<ItemId, int>>{{other, 0}, {a, 1}, {b, 2}, {c, 3}});
    CHECK(assign(store, {{a, c, RelayHow::Repost, 1}}) == 0);
    // The order turned round: what stood below becomes the original.
    REQUIRE(byHand(store, [&](Relays &relays) { return relays.join(other, b); }));
    CHECK(shape(cluster(store, c)) == std::vector<std::pair<ItemId, int>>{{b, 0}, {c, 1}, {other, 1}, {a, 2}});
    REQUIRE(undo(store));
    REQUIRE(undo(store));
    CHECK(shape(cluster(store, b)) == whole);
    CHECK(byHand(store, [&](Relays &relays) { return relays.join(a, a); }).error().code == Errc::InvalidInput);
    CHECK(byHand(store, [&](Relays &relays) { return relays.join(a, ItemId{99}); }).error().code == Errc::NotFound);

    // What was changed since is not overwritten.
    REQUIRE(byHand(store, [&](Relays &relays) { return relays.split(b); }));
    REQUIRE(byHand(store, [&](Relays &relays) { return relays.join(b, other); }));
    store.write([&](Tx &tx) { return Relays(tx).split(b).map([] { return 0; }); });
    CHECK(undo(store).error().code == Errc::Conflict);
}

TEST_CASE("a cluster counts relays and reactions and names the first large one", "[store][relay]")
{
    TempStore store;
    const auto from = [&](const char *native, int minute, const char *who, double followers) {
        auto one = byAuthor(said(native, minute), who, std::string(who) + "@social.example");
        one.author.metrics = {{"followers", followers, ValueStatus::Ok}};
        return one;
    };
    const auto a = put(store, from("a", 0, "ada", 50));
    const auto small = put(store, answering(from("s", 5, "bob", 300), "a", Relation::RepostOf));
    const auto large = put(store, answering(from("l", 9, "radio", 9000), "a", Relation::RepostOf));
    const auto larger = put(store, from("p", 30, "press", 12'000));
    put(store, answering(said("reply", 31), "l"));
    put(store, answering(said("quote", 32, "I do not think so at all"), "a", Relation::QuoteOf));
    const auto link = put(store, said("link", 33, "What a day for everybody https://social.example/@ada/a"));
    auto ours = answering(said("ours", 34), "a");
    ours.ours = store.write([](Tx &tx) { return tx.session().guard([&] { return AccountId{tx.session().insert("INSERT INTO account(connector, instance, native_id) VALUES('mastodon', 'i', '1')")}; }); });
    put(store, ours);
    assign(store, {{small, a, RelayHow::Repost, 1}, {large, a, RelayHow::Repost, 1}, {larger, a, RelayHow::Copy, 0.8}, {link, a, RelayHow::Reaction, 1}});
    const auto found = cluster(store, large);
    CHECK(found.root == a);
    CHECK(found.relays == 3);
    CHECK(found.reactions == 3); // reply, quote, link; not ours
    CHECK(found.firstLarge == large);
    CHECK_FALSE(found.originKnown); // nobody asked before
    const auto rows = store.read([&](Tx &tx) { return Items(tx).rows(std::vector<ItemId>{a, large, link}); });
    CHECK((rows[0].relays == 3 && rows[0].reactions == 3 && !rows[0].relay));
    CHECK((rows[1].relay && !rows[2].relay));

    const auto cut = store.read([&](Tx &tx) { return Relays(tx).cluster(a, 2); });
    CHECK((cut.nodes.size() == 2 && cut.cut && cut.relays == 3));
}

TEST_CASE("the earliest is called the origin only where everything before it was read", "[store][relay]")
{
    TempStore store;
    const auto account = store.write([](Tx &tx) { return tx.session().guard([&] { return AccountId{tx.session().insert("INSERT INTO account(connector, instance, native_id) VALUES('mastodon', 'i', '1')")}; }); });
    const auto a = put(store, said("a", 0)), b = put(store, said("b", 5)), r = put(store, answering(said("r", 6), "a", Relation::RepostOf));
    assign(store, {{r, a, RelayHow::Repost, 1}});
    CHECK(cluster(store, a).originKnown); // the network names it
    assign(store, {{b, a, RelayHow::Copy, 0.9}});
    const StreamKey key{account, "tag:velora"};
    const auto seen = [&](Instant from) { store.write([&](Tx &tx) { return Sync(tx).addSeen(key, from, kNoon + std::chrono::hours(1)).map([] { return 0; }); }); };
    seen(kNoon - std::chrono::hours(2));
    CHECK_FALSE(cluster(store, a).originKnown); // nobody asked before that
    seen(kNoon - std::chrono::hours(48));
    CHECK(cluster(store, a).originKnown);
    store.write([&](Tx &tx) { return Sync(tx).addGap({account, "search:velora"}, kNoon - std::chrono::hours(3), kNoon - std::chrono::hours(2), "server-cap").map([] { return 0; }); });
    CHECK_FALSE(cluster(store, a).originKnown);
}

TEST_CASE("a gathered column shows each cluster once and lets nothing vanish", "[store][relay]")
{
    TempStore store;
    const auto all = save(store, "all", "velora"), french = save(store, "fr", "lang:fr");
    const auto say = [&](const char *native, int minute, const char *lang) {
        auto one = said(native, minute);
        one.lang = lang;
        return put(store, one);
    };
    const auto a = say("a", 0, "en"), b = say("b", 1, "fr"), c = say("c", 2, "fr"), d = say("d", 3, "fr");
    assign(store, {{b, a, RelayHow::Copy, 0.9}, {c, a, RelayHow::Copy, 0.9}});
    const auto spine = [&](QueryId query, bool gathered) {
        return store.read([&](Tx &tx) {
            SearchPage page;
            page.gathered = gathered;
            return Queries(tx).spine(query, page);
        });
    };
    CHECK(spine(all, false) == std::vector<ItemId>{d, c, b, a});
    CHECK(spine(all, true) == std::vector<ItemId>{d, a});
    CHECK(spine(french, true) == std::vector<ItemId>{d, b}); // the original is not in this column: its first relay stands for it
    REQUIRE(byHand(store, [&](Relays &relays) { return relays.split(c); }));
    CHECK(spine(all, true) == std::vector<ItemId>{d, c, a});
}

TEST_CASE("sums with and without relays follow what is assigned, split, joined and undone", "[store][relay][property]")
{
    Sequence random(77);
    TempStore store;
    const std::vector<QueryId> queries{{}, save(store, "a", "velora"), save(store, "b", "NOT sentiment:neutral")};
    std::vector<ItemId> ids;
    const auto check = [&] {
        for (const auto query : queries)
            for (const bool without : {false, true})
                CHECK(sums(store, query, false, without) == sums(store, query, true, without));
        const auto wrong = store.read([](Tx &tx) {
            return tx.session().guard([&] {
                // Every row names a root that has no row of its own, and a parent of the same cluster.
                return tx.session().one<int>("SELECT count(*) FROM relay r WHERE EXISTS(SELECT 1 FROM relay x WHERE x.item_id=r.root_id) OR"
                                             " (r.parent_id<>r.root_id AND NOT EXISTS(SELECT 1 FROM relay p WHERE p.item_id=r.parent_id AND p.root_id=r.root_id))").value_or(-1);
            });
        });
        CHECK(wrong == 0);
    };
    for (int step = 0; step < 900; ++step) {
        const auto some = [&] { return ids[random.below(ids.size())]; };
        const auto what = ids.size() < 40 ? 0 : random.below(10);
        if (what < 3) {
            ids.push_back(put(store, randomItem(random, static_cast<int>(random.below(250)))));
            if (!ids.back())
                ids.pop_back();
        } else if (what < 7) {
            assign(store, {{some(), some(), static_cast<RelayHow>(1 + random.below(5)), random.unit()}});
        } else if (what == 7) {
            (void)byHand(store, [&](Relays &relays) { return relays.split(some()); });
        } else if (what == 8) {
            (void)byHand(store, [&](Relays &relays) { return relays.join(some(), some()); });
        } else {
            (void)undo(store);
        }
        if (step % 30 == 0)
            check();
        const auto tree = cluster(store, ids.back());
        CHECK(tree.nodes.size() == static_cast<std::size_t>(store.read([&](Tx &tx) {
                  return tx.session().guard([&] { return tx.session().one<int>("SELECT 1+count(*) FROM relay WHERE root_id=?", tree.root).value_or(0); });
              })));
    }
    check();
}
