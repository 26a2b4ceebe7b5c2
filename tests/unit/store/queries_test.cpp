// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/random_items.hpp"
#include "support/temp_store.hpp"

#include "store/session.hpp"

#include <vigie/store/figures.hpp>
#include <vigie/store/queries.hpp>

#include <algorithm>

using namespace vigie;
using namespace vigie::store;
using namespace vigie::test;

namespace {

QueryId save(TempStore &store, const std::string &name, const std::string &source, QueryId id = {})
{
    return store.write([&](Tx &tx) {
        SavedQuery query;
        query.id = id;
        query.name = name;
        query.source = source;
        return Queries(tx).save(query);
    });
}
int rematch(TempStore &store, QueryId id, int slice)
{
    int slices = 0;
    double share = 0;
    for (Rematch step{0, false}; !step.done; ++slices) {
        step = store.write([&](Tx &tx) { return Queries(tx).rematch(id, slice); });
        CHECK(step.share >= share);
        share = step.share;
    }
    CHECK(share == 1);
    return slices;
}
std::vector<ItemId> spine(TempStore &store, QueryId id, SearchPage page = {})
{
    page.limit = 100'000;
    return store.read([&](Tx &tx) { return Queries(tx).spine(id, page); });
}
std::vector<ItemId> search(TempStore &store, const std::string &source)
{
    SearchPage page;
    page.limit = 100'000;
    return store.read([&](Tx &tx) { return Items(tx).search(*text::parseQuery(source), page); });
}
std::vector<StoredItem> fill(TempStore &store, Sequence &random, int from, int count)
{
    return store.write([&](Tx &tx) {
        std::vector<AnalysedItem> batch;
        for (int i = 0; i < count; ++i)
            batch.push_back(analysed(randomItem(random, from + i)));
        return Items(tx).store(batch);
    });
}

} // namespace

TEST_CASE("a saved query comes back, and its mistakes are told", "[store]")
{
    TempStore store;
    SavedQuery query;
    query.name = "Brand";
    query.source = "velora OR \"maison velora\"";
    query.role = QueryRole::Brand;
    query.column = false;
    query.order = 3;
    query.newestFirst = false;
    const auto id = store.write([&](Tx &tx) { return Queries(tx).save(query); });
    const auto found = store.read([&](Tx &tx) { return Queries(tx).get(id); });
    CHECK(std::tie(found.name, found.source, found.role, found.column, found.order, found.newestFirst)
          == std::tie(query.name, query.source, query.role, query.column, query.order, query.newestFirst));
    CHECK(found.version == 1);
    CHECK_FALSE(found.deskDependent);
    const auto codeOf = [&](const std::string &name, const std::string &source, QueryId of = {}) {
        const auto saved = store->writeNow<QueryId>([&](Tx &tx) {
            SavedQuery wrong;
            wrong.id = of;
            wrong.name = name;
            wrong.source = source;
            return Queries(tx).save(wrong);
        });
        return saved ? std::string("saved") : std::string(errcName(saved.error().code));
    };
    CHECK(codeOf("Brand", "x") == errcName(Errc::Duplicate));
    CHECK(codeOf("Broken", "(velora") == errcName(Errc::InvalidInput));
    CHECK(codeOf("", "velora") == errcName(Errc::InvalidInput));
    CHECK(codeOf("Ghost", "velora", QueryId{77}) == errcName(Errc::NotFound));
    const auto desk = save(store, "Desk", "sla:late");
    CHECK(store.read([&](Tx &tx) { return Queries(tx).get(desk); }).deskDependent);
    store.write([&](Tx &tx) -> Result<int> {
        VIGIE_CHECK(Queries(tx).remove(desk));
        return 0;
    });
    CHECK(store.read([](Tx &tx) { return Queries(tx).all(); }).size() == 1);
    CHECK(store->readNow<SavedQuery>([&](Tx &tx) { return Queries(tx).get(desk); }).error().code == Errc::NotFound);
}

TEST_CASE("a column holds what a search finds, whatever the slices", "[store][property]")
{
    Sequence random(5);
    TempStore store;
    fill(store, random, 0, 250);
    for (int round = 0; round < 25; ++round) {
        const auto source = randomQuery(random, 2, round % 3 == 0);
        INFO(source);
        const auto id = save(store, "q" + std::to_string(round), source);
        const auto slice = 1 + static_cast<int>(random.below(200));
        rematch(store, id, slice);
        CHECK(spine(store, id) == search(store, source));
    }
    // Everything that happens to items afterwards keeps the columns right.
    const auto ids = search(store, "");
    store.write([&](Tx &tx) -> Result<int> {
        std::vector<AnalysedItem> again;
        for (int i = 0; i < 50; ++i) {
            auto edited = randomItem(random, static_cast<int>(random.below(250)));
            edited.fetchedAt += std::chrono::minutes(1);
            again.push_back(analysed(std::move(edited)));
        }
        VIGIE_TRY(const auto stored, Items(tx).store(again));
        for (int i = 0; i < 30; ++i) {
            VIGIE_CHECK(Items(tx).setState(ids[random.below(ids.size())], static_cast<ItemState>(random.below(8))));
            VIGIE_CHECK(Items(tx).setTone(ids[random.below(ids.size())], static_cast<int>(random.below(3)) - 1));
        }
        return static_cast<int>(stored.size());
    });
    for (const auto &query : store.read([](Tx &tx) { return Queries(tx).all(); })) {
        INFO(query.source);
        CHECK(spine(store, query.id) == search(store, query.source));
    }
}

TEST_CASE("a tone by hand moves an item between columns and tells who listens", "[store]")
{
    TempStore store;
    const auto negative = save(store, "Complaints", "velora sentiment:negative"), brand = save(store, "Brand", "velora");
    const auto id = store.write([&](Tx &tx) {
        const std::vector<AnalysedItem> batch{analysed(toned(item("1", "velora again"), 1))};
        return Items(tx).store(batch);
    }).front().id;
    CHECK(spine(store, negative).empty());
    CHECK(spine(store, brand) == std::vector{id});
    ManualExecutor reply;
    std::vector<Change> changes;
    const auto listening = store->subscribe(reply, [&](const Change &change) { changes.push_back(change); });
    store.write([&](Tx &tx) -> Result<int> {
        VIGIE_CHECK(Items(tx).setTone(id, -1));
        return 0;
    });
    reply.runPending();
    CHECK(spine(store, negative) == std::vector{id});
    CHECK(spine(store, brand) == std::vector{id});
    REQUIRE(changes.size() == 1);
    REQUIRE(changes[0].matches.size() == 1);
    CHECK(changes[0].matches[0].query == negative);
    CHECK(changes[0].matches[0].added == std::vector{id});
    CHECK(changes[0].itemsChanged == std::vector{id});
    CHECK(store.read([&](Tx &tx) { return Queries(tx).matching(id); }) == std::vector{negative, brand});
}

TEST_CASE("counts tell all, new and languages", "[store]")
{
    TempStore store;
    const auto id = save(store, "Brand", "velora");
    std::vector<AnalysedItem> batch;
    for (int i = 0; i < 10; ++i) {
        auto one = item("n" + std::to_string(i), "velora", kNoon + std::chrono::minutes(i));
        one.lang = i < 7 ? "fr" : "en";
        batch.push_back(analysed(std::move(one)));
    }
    auto ours = item("ours", "velora", kNoon + std::chrono::minutes(20));
    store.write([&](Tx &tx) -> Result<int> {
        return tx.session().guard([&] {
            ours.ours = AccountId{tx.session().insert("INSERT INTO account(connector, instance, native_id) VALUES('mastodon', 'i', '1')")};
            return 0;
        });
    });
    batch.push_back(analysed(ours));
    const auto stored = store.write([&](Tx &tx) { return Items(tx).store(batch); });
    const auto counts = [&] { return store.read([&](Tx &tx) { return Queries(tx).counts(id); }); };
    CHECK(counts().total == 10); // ours is shown, but is not a mention
    CHECK(spine(store, id).size() == 11);
    CHECK(counts().unread == 10);
    store.write([&](Tx &tx) -> Result<int> {
        VIGIE_CHECK(Queries(tx).markRead(id, stored[7].id));
        return 0;
    });
    CHECK(counts().unread == 2);
    REQUIRE(counts().languages.size() == 2);
    CHECK(counts().languages[0] == std::pair<std::string, int>("fr", 64));
    const auto desk = save(store, "Desk", "status:none velora"), live = save(store, "Live", "velora since:9000d");
    rematch(store, desk, 100);
    CHECK(store.read([&](Tx &tx) { return Queries(tx).counts(desk); }).total == 10);
    CHECK(store.read([&](Tx &tx) { return Queries(tx).counts(live); }).total == 11);
}

TEST_CASE("a changed source raises the version and empties the column until it is judged again", "[store]")
{
    TempStore store;
    Sequence random(3);
    fill(store, random, 0, 60);
    const auto id = save(store, "q", "velora");
    CHECK(rematch(store, id, 25) >= 3);
    const auto before = spine(store, id);
    REQUIRE_FALSE(before.empty());
    save(store, "renamed", "velora", id);
    CHECK(spine(store, id) == before);
    save(store, "renamed", "bon", id);
    CHECK(spine(store, id).empty());
    CHECK(store.read([&](Tx &tx) { return Queries(tx).get(id); }).version == 2);
    CHECK(store.read([&](Tx &tx) { return Queries(tx).counts(id); }).total == 0);
    rematch(store, id, 1000);
    CHECK(spine(store, id) == search(store, "bon"));
}

TEST_CASE("judging history goes on where it was stopped, in the next run of the program too", "[store]")
{
    TempStore store;
    Sequence random(5);
    fill(store, random, 0, 100);
    const auto id = save(store, "q", "velora"), desk = save(store, "desk", "sla:late");
    const auto unfinished = [&] { return store.read([](Tx &tx) { return Queries(tx).unfinished(); }); };
    const auto judged = [&] { return store.read([&](Tx &tx) { return Queries(tx).counts(id); }).judged; };
    CHECK(unfinished() == std::vector{id}); // what depends on the clock is never judged ahead
    CHECK(judged() == 0);
    const auto step = store.write([&](Tx &tx) { return Queries(tx).rematch(id, 40); });
    CHECK_FALSE(step.done);
    CHECK(step.share == Approx(0.4));
    const auto newest = spine(store, id);
    store.reopen();
    CHECK(judged() == Approx(0.4));
    fill(store, random, 100, 120); // some of it older than where judging stopped
    rematch(store, id, 40);
    CHECK(unfinished().empty());
    CHECK(judged() == 1);
    CHECK(spine(store, id) == search(store, "velora"));
    CHECK(spine(store, id).size() > newest.size());
    CHECK(rematch(store, id, 40) == 1); // nothing left to do
    save(store, "q", "velora service", id);
    store.write([&](Tx &tx) { return Queries(tx).rematch(id, 40); });
    store.write([&](Tx &tx) { return Queries(tx).remove(id); });
    CHECK(unfinished().empty());
    store.write([&](Tx &tx) { return Queries(tx).remove(desk); });
}

TEST_CASE("tags are one whatever their writing", "[store]")
{
    TempStore store;
    const auto ensure = [&](const std::string &name) { return store.write([&](Tx &tx) { return Queries(tx).ensureTag(name); }); };
    const auto tag = ensure(" Apr\xC3\xA8s-vente ");
    CHECK(ensure("APRES VENTE") == tag);
    CHECK(ensure("vip") != tag);
    CHECK_FALSE(store->writeNow<TagId>([](Tx &tx) { return Queries(tx).ensureTag(" - "); }));
    const auto tags = store.read([](Tx &tx) { return Queries(tx).tags(); });
    REQUIRE(tags.size() == 2);
    CHECK(tags[0].name == "Apr\xC3\xA8s-vente");
    CHECK(tags[0].colour != tags[1].colour);
    const auto id = store.write([&](Tx &tx) { return Items(tx).store(std::vector{analysed(item("1", "a"))}); }).front().id;
    const auto set = [&](bool on) {
        store.write([&](Tx &tx) -> Result<int> {
            VIGIE_CHECK(Queries(tx).setTag(id, tag, on));
            return 0;
        });
    };
    set(true);
    set(true);
    CHECK(search(store, "tag:\"apres vente\"") == std::vector{id});
    set(false);
    CHECK(search(store, "tag:\"apres vente\"").empty());
}

namespace {

/// Counted from the rows themselves, of every query that is kept.
void checkCounts(TempStore &store)
{
    const auto queries = store.read([](Tx &tx) { return Queries(tx).all(); });
    std::vector<QueryId> ids;
    for (const auto &query : queries)
        ids.push_back(query.id);
    const auto counts = store.read([&](Tx &tx) { return Queries(tx).counts(ids); });
    REQUIRE(counts.size() == queries.size());
    for (std::size_t i = 0; i < queries.size(); ++i) {
        if (queries[i].deskDependent)
            continue;
        INFO(queries[i].source << ", read up to " << queries[i].readUpTo.value);
        const auto counted = store.read([&](Tx &tx) -> Result<std::pair<int, int>> {
            return tx.session().guard([&] {
                const auto of = [&](ItemId above) {
                    return tx.session().one<int>("SELECT count(*) FROM query_match m JOIN item i ON i.id=m.item_id WHERE m.query_id=? AND m.item_id>?"
                                                 " AND i.ours IS NULL AND i.state=0",
                                                 queries[i].id, above).value_or(0);
                };
                return std::pair(of(ItemId{}), of(queries[i].readUpTo));
            });
        });
        REQUIRE(counts[i].first == queries[i].id);
        CHECK(counts[i].second.total == counted.first);
        CHECK(counts[i].second.unread == counted.second);
    }
}

} // namespace

TEST_CASE("the counts of columns equal a count of their rows, whatever happens", "[store][property]")
{
    const auto seed = GENERATE(1, 2, 3, 4);
    Sequence random(static_cast<std::uint64_t>(seed));
    TempStore store;
    fill(store, random, 0, 120);
    std::vector<QueryId> ids;
    const auto any = [&] { return ids[random.below(ids.size())]; };
    int made = 0, items = 120;
    const auto make = [&] { ids.push_back(save(store, "q" + std::to_string(made++), randomQuery(random, 2, false))); };
    for (int i = 0; i < 6; ++i)
        make();
    for (int step = 0; step < 60; ++step) {
        const auto all = search(store, "");
        switch (random.below(9)) {
        case 0:
        case 1: fill(store, random, items, 10); items += 10; break;
        case 2: fill(store, random, static_cast<int>(random.below(static_cast<std::uint64_t>(items))), 5); break; // edits, where they are later
        case 3:
            store.write([&](Tx &tx) -> Result<int> {
                for (int i = 0; i < 5; ++i)
                    VIGIE_CHECK(Items(tx).setState(all[random.below(all.size())], static_cast<ItemState>(random.below(8))));
                return 0;
            });
            break;
        case 4:
            store.write([&](Tx &tx) -> Result<int> {
                VIGIE_CHECK(Items(tx).setTone(all[random.below(all.size())], static_cast<int>(random.below(3)) - 1));
                return 0;
            });
            break;
        case 5: // forwards and backwards
            store.write([&, id = any()](Tx &tx) -> Result<int> {
                VIGIE_CHECK(Queries(tx).markRead(id, all[random.below(all.size())]));
                return 0;
            });
            break;
        case 6: {
            const auto id = any();
            const auto name = store.read([&](Tx &tx) { return Queries(tx).get(id); }).name;
            save(store, name, randomQuery(random, 2, false), id);
            break;
        }
        case 7: {
            const auto id = any();
            store.write([&](Tx &tx) { return Queries(tx).rematch(id, 40); }); // often not to the end
            break;
        }
        default:
            if (ids.size() > 3) {
                const auto gone = static_cast<std::ptrdiff_t>(random.below(ids.size()));
                store.write([&](Tx &tx) -> Result<int> {
                    VIGIE_CHECK(Queries(tx).remove(ids[static_cast<std::size_t>(gone)]));
                    return 0;
                });
                ids.erase(ids.begin() + gone);
            }
            make();
        }
        INFO("step " << step);
        checkCounts(store);
    }
    CHECK(store.read([&](Tx &tx) { return Queries(tx).counts(ids); }).size() == ids.size());
    store.reopen();
    checkCounts(store);
}

TEST_CASE("a reading mark that jumps over thousands counts exactly", "[store]")
{
    TempStore store;
    const auto id = save(store, "Brand", "velora");
    std::vector<AnalysedItem> batch;
    for (int i = 0; i < 2600; ++i)
        batch.push_back(analysed(item("n" + std::to_string(i), "velora", kNoon + std::chrono::seconds(i))));
    const auto stored = store.write([&](Tx &tx) { return Items(tx).store(batch); });
    for (const std::size_t at : {std::size_t{2599}, std::size_t{0}, std::size_t{1700}, std::size_t{1690}, std::size_t{200}, std::size_t{2000}}) {
        store.write([&](Tx &tx) -> Result<int> {
            VIGIE_CHECK(Queries(tx).markRead(id, stored[at].id));
            return 0;
        });
        CHECK(store.read([&](Tx &tx) { return Queries(tx).counts(id); }).unread == static_cast<int>(2599 - at));
    }
}
