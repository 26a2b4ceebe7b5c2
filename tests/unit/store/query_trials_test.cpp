// SPDX-License-Identifier: GPL-3.0-or-later
// A changed query tried over history, put in place and taken back; its examples.
#include "support/random_items.hpp"
#include "support/temp_store.hpp"

#include "store/session.hpp"

#include <vigie/store/queries.hpp>
#include <vigie/store/query_examples.hpp>
#include <vigie/store/query_trials.hpp>
#include <vigie/store/tickets.hpp>
#include <vigie/text/fts_expression.hpp>

#include <algorithm>
#include <map>

using namespace vigie;
using namespace vigie::store;
using namespace vigie::test;

namespace {

struct House {
    TempStore store;
    std::vector<ItemId> ids; ///< newest first

    explicit House(int count, std::uint64_t seed = 5)
    {
        Sequence random(seed);
        store.write([&](Tx &tx) {
            std::vector<AnalysedItem> batch;
            for (int i = 0; i < count; ++i)
                batch.push_back(analysed(randomItem(random, i)));
            return Items(tx).store(batch);
        });
        SearchPage all;
        all.limit = count + 1;
        ids = store.read([&](Tx &tx) { return Items(tx).search(*text::parseQuery(""), all); });
    }
    QueryId save(const std::string &name, const std::string &source, QueryId id = {})
    {
        return store.write([&](Tx &tx) { return Queries(tx).save(named(name, source, id)); });
    }
    static SavedQuery named(const std::string &name, const std::string &source, QueryId id)
    {
        SavedQuery query;
        query.id = id;
        query.name = name;
        query.source = source;
        return query;
    }
    /// As one undoable action.
    void change(const std::string &name, const std::string &source, QueryId id)
    {
        store.write([&](Tx &tx) -> Result<QueryId> {
            VIGIE_CHECK(Tickets(tx).beginChangeSet("query"));
            return Queries(tx).save(named(name, source, id));
        });
    }
    void judge(QueryId id, int slice = 37)
    {
        for (Rematch step{0, false}; !step.done;)
            step = store.write([&](Tx &tx) { return Queries(tx).rematch(id, slice); });
    }
    std::vector<ItemId> column(QueryId id)
    {
        SearchPage page;
        page.limit = 100'000;
        return store.read([&](Tx &tx) { return Queries(tx).spine(id, page); });
    }
    QueryDifference differ(const DifferenceRequest &request, int slice)
    {
        QueryDifference out;
        while (!out.done)
            store.read([&](Tx &tx) { return QueryTrials(tx).differ(request, slice, out); });
        return out;
    }
    /// What a source finds, judged one by one by the matcher.
    std::vector<ItemId> byHand(const std::string &source, std::optional<Instant> since = {})
    {
        const auto query = *text::parseQuery(source);
        const auto rows = store.read([&](Tx &tx) { return Items(tx).rows(ids); });
        std::vector<ItemId> out;
        std::vector<std::string> words;
        for (const auto &row : rows) {
            text::splitWords(text::foldedText(row.item), words);
            if ((!since || row.item.publishedAt >= *since) && text::matches(query, text::subjectOf(row.item, words)))
                out.push_back(row.item.id);
        }
        return out;
    }
    /// As the head of the column counts: without ours, and what is gone.
    std::int64_t mentions(const std::vector<ItemId> &among)
    {
        const auto rows = store.read([&](Tx &tx) { return Items(tx).rows(among); });
        return std::count_if(rows.begin(), rows.end(), [](const ItemRow &row) { return !row.item.ours && row.item.state == ItemState::Visible; });
    }
    /// Figures of a query by day, network and language.
    std::map<std::string, std::int64_t> sums(QueryId id)
    {
        return store.read([&](Tx &tx) -> Result<std::map<std::string, std::int64_t>> {
            std::map<std::string, std::int64_t> out;
            tx.session().each<std::string, std::int64_t>("SELECT day || ' ' || connector || ' ' || lang, positive+neutral*1000+negative*1000000+relays*1000000000 FROM rollup_day"
                                                         " WHERE query_id=? AND (positive<>0 OR neutral<>0 OR negative<>0)",
                                                         binds(id), [&](const std::string &cell, std::int64_t sum) { out[cell] = sum; });
            return out;
        });
    }
};

std::vector<ItemId> without(const std::vector<ItemId> &from, const std::vector<ItemId> &taken)
{
    std::vector<ItemId> out;
    for (const auto id : from)
        if (std::find(taken.begin(), taken.end(), id) == taken.end())
            out.push_back(id);
    return out;
}

} // namespace

TEST_CASE("what a change adds and takes is what the matcher says one by one, whatever the slices", "[store][property]")
{
    House house(220);
    Sequence random(19);
    for (int round = 0; round < 30; ++round) {
        const auto from = randomQuery(random, 2, false), to = randomQuery(random, 2, false);
        INFO(from << " -> " << to);
        const auto id = house.save("q" + std::to_string(round), from);
        if (round % 4 != 0)
            house.judge(id); // else what it holds is not known yet, and is worked out
        std::optional<Instant> since;
        if (round % 3 == 0)
            since = kNoon - std::chrono::hours(random.below(40));
        const auto before = house.byHand(from, since), after = house.byHand(to, since);
        const auto found = house.differ({id, to, since}, 1 + static_cast<int>(random.below(250)));
        CHECK(found.before == house.mentions(before));
        CHECK(found.after == house.mentions(after));
        if (round % 4 != 0 && !since) {
            const auto head = house.store.read([&](Tx &tx) { return Queries(tx).counts(id); });
            CHECK(found.before == head.total);
        }
        CHECK(found.added == without(after, before));
        CHECK(found.lost == without(before, after));
        CHECK(found.judged == found.items);
        CHECK(found.share() == 1);
    }
}

TEST_CASE("a query that does not exist yet adds what it finds; a wrong one says so", "[store]")
{
    House house(60);
    const auto found = house.differ({{}, "velora", {}}, 25);
    CHECK(found.before == 0);
    CHECK(found.added == house.byHand("velora"));
    CHECK(found.lost.empty());
    CHECK(found.items == 60);
    QueryDifference so;
    const auto asked = [&](const DifferenceRequest &request) {
        const auto done = house.store->readNow<void>([&](Tx &tx) { return QueryTrials(tx).differ(request, 10, so); });
        return done ? std::string("fine") : std::string(errcName(done.error().code));
    };
    CHECK(asked({{}, "(velora", {}}) == errcName(Errc::InvalidInput));
    CHECK(asked({QueryId{77}, "velora", {}}) == errcName(Errc::NotFound));
}

TEST_CASE("a change is put in place, column and figures, and taken back as one, after a restart too", "[store][property]")
{
    House house(200);
    const auto id = house.save("Brand", "velora"), other = house.save("Fresh", "bon OR service");
    house.judge(id);
    house.judge(other);
    const auto before = house.column(id);
    const auto sums = house.sums(id);
    REQUIRE_FALSE(before.empty());
    house.change("Brand", "bon OR service", id);
    CHECK(house.column(id) == before); // until it is judged it stays as it was
    house.store.write([&](Tx &tx) { return Queries(tx).rematch(id, 50); });
    house.store.reopen();
    house.judge(id);
    CHECK(house.column(id) == house.byHand("bon OR service"));
    CHECK(house.sums(id) == house.sums(other));
    const auto undo = [&] { return house.store.write([](Tx &tx) { return Tickets(tx).undoLast(); }); };
    house.store.reopen();
    CHECK(undo().action == "query");
    CHECK(house.store.read([&](Tx &tx) { return Queries(tx).get(id); }).source == "velora");
    house.judge(id, 60);
    CHECK(house.column(id) == before);
    CHECK(house.sums(id) == sums);
    CHECK(house.store->writeNow<ChangeSet>([](Tx &tx) { return Tickets(tx).undoLast(); }).error().code == Errc::NotFound);
}

TEST_CASE("a change that was changed again is not taken back behind the person's back", "[store]")
{
    House house(20);
    const auto id = house.save("Brand", "velora");
    house.change("Brand", "bon", id);
    house.save("Brand", "service", id);
    CHECK(house.store->writeNow<ChangeSet>([](Tx &tx) { return Tickets(tx).undoLast(); }).error().code == Errc::Conflict);
    house.save("Brand", "bon", id);
    house.change("Marque", "bon", id); // a name alone is a change as well
    CHECK(house.store.write([](Tx &tx) { return Tickets(tx).undoLast(); }).action == "query");
    CHECK(house.store.read([&](Tx &tx) { return Queries(tx).get(id); }).name == "Brand");
}

TEST_CASE("near misses come from different parts, newest first, with what keeps them out", "[store]")
{
    TempStore store;
    const auto ids = store.write([](Tx &tx) -> Result<std::vector<StoredItem>> {
        std::vector<AnalysedItem> batch;
        int second = 0;
        for (const char *text : {"velora en retard", "velora en solde en retard", "en retard", "velora hier", "velora demain"})
            batch.push_back(analysed(item(std::to_string(second), text, kNoon + std::chrono::seconds(second)))), ++second;
        return Items(tx).store(batch);
    });
    const auto found = store.read([](Tx &tx) { return QueryTrials(tx).nearMisses(*text::parseQuery("velora retard NOT solde"), 3); });
    REQUIRE(found.size() == 3);
    CHECK(found[0].item == ids[2].id); // lacks velora
    CHECK(found[0].why == std::vector<text::QueryPart>{{0, 6, false}});
    CHECK(found[1].item == ids[4].id); // lacks retard, the newest of two
    CHECK(found[1].why == std::vector<text::QueryPart>{{7, 13, false}});
    CHECK(found[2].item == ids[1].id);
    CHECK(found[2].why == std::vector<text::QueryPart>{{18, 23, true}});
    const auto other = store.read([](Tx &tx) { return QueryTrials(tx).nearMisses(*text::parseQuery("zzz OR (solde demain)"), 1); });
    REQUIRE(other.size() == 1);
    CHECK(other[0].item == ids[4].id);
    CHECK(other[0].why == std::vector<text::QueryPart>{{8, 13, false}}); // of the alternatives that fail, what would have been enough
    CHECK(store.read([](Tx &tx) { return QueryTrials(tx).nearMisses(*text::parseQuery("velora"), 3); }).empty());
    CHECK(store.read([](Tx &tx) { return QueryTrials(tx).nearMisses(*text::parseQuery("velora zzz"), 0); }).empty());
}

TEST_CASE("examples are kept with their query and say why they pass or fail", "[store]")
{
    House house(40);
    const auto id = house.save("Brand", "velora NOT bon");
    const auto add = [&](const QueryExample &example) { return house.store.write([&](Tx &tx) { return QueryExamples(tx).add(id, example); }); };
    const auto first = add({0, true, {}, "La Velora est l\xC3\xA0"});
    add({0, false, {}, "velora bon"});
    add({0, true, {}, "un bon velo"});
    const auto mention = add({0, true, house.ids[3], "is not kept"});
    CHECK(add({0, false, house.ids[3], {}}) == mention); // changes sides
    const auto kept = house.store.read([&](Tx &tx) { return QueryExamples(tx).of(id); });
    REQUIRE(kept.size() == 4);
    CHECK(kept[3] == QueryExample{mention, false, house.ids[3], {}});
    const auto run = [&](const char *source) { return house.store.read([&](Tx &tx) { return QueryExamples(tx).run(*text::parseQuery(source), kept); }); };
    auto outcomes = run("velora NOT bon");
    REQUIRE(outcomes.size() == 4);
    CHECK(outcomes[0].passes);
    CHECK(outcomes[1].passes);
    CHECK(outcomes[1].why == std::vector<text::QueryPart>{{11, 14, true}});
    CHECK(outcomes[2].fails());
    CHECK(outcomes[2].why == std::vector<text::QueryPart>{{0, 6, false}, {11, 14, true}});
    CHECK_FALSE(outcomes[3].text.empty());
    const auto matched = house.byHand("velora NOT bon");
    CHECK(outcomes[3].passes == (std::find(matched.begin(), matched.end(), house.ids[3]) == matched.end()));
    CHECK(run("velora")[1].fails());
    // An example whose mention lost its words says neither yes nor no.
    house.store.write([&](Tx &tx) { return tx.session().guard([&] { return tx.session().exec("UPDATE item SET text='', title=NULL WHERE id=?", house.ids[3]); }); });
    CHECK(run("velora")[3].gone);
    CHECK_FALSE(run("velora")[3].fails());
    house.store.write([&](Tx &tx) { return QueryExamples(tx).remove(first); });
    CHECK(house.store->writeNow<void>([&](Tx &tx) { return QueryExamples(tx).remove(first); }).error().code == Errc::NotFound);
    const auto refused = [&](const QueryExample &example) {
        return house.store->writeNow<std::int64_t>([&](Tx &tx) { return QueryExamples(tx).add(id, example); }).error().code;
    };
    CHECK(refused({0, true, {}, "  "}) == Errc::InvalidInput);
    CHECK(refused({0, true, {}, std::string(kMaxExampleBytes + 1, 'x')}) == Errc::InvalidInput);
    CHECK(refused({0, true, ItemId{9}, {}}) == Errc::NotFound);
    const auto copied = house.save("Copy", "velora");
    house.store.write([&](Tx &tx) { return QueryExamples(tx).keep(copied, std::vector<QueryExample>{{0, true, ItemId{9}, {}}, {0, false, {}, "bon"}}); });
    CHECK(house.store.read([&](Tx &tx) { return QueryExamples(tx).of(copied); }).size() == 1); // a mention that is gone is left out
    house.store.write([&](Tx &tx) { return Queries(tx).remove(id); });
    CHECK(house.store.read([&](Tx &tx) { return QueryExamples(tx).of(id); }).empty());
}
