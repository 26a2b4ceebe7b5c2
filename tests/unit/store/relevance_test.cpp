// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/relevance.hpp>

#include "support/homonym.hpp"
#include "support/temp_store.hpp"

#include "store/session.hpp"

#include <vigie/store/figures.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/relays.hpp>
#include <vigie/store/tickets.hpp>

#include <algorithm>

using namespace vigie;
using namespace vigie::store;
using namespace vigie::test;

namespace {

/// A query "orange" over the operator and the fruit.
struct House {
    TempStore store;
    QueryId query;
    std::vector<ItemId> operators, fruits;
    int minute = 0;

    explicit House(bool filled = true)
    {
        query = store.write([](Tx &tx) {
            SavedQuery saved;
            saved.name = "Orange";
            saved.source = "orange";
            return Queries(tx).save(saved);
        });
        for (std::size_t i = 0; filled && i < kFruit.size(); ++i) {
            operators.push_back(put(saidOf(kOperator[i], "o" + std::to_string(i), later())));
            fruits.push_back(put(saidOf(kFruit[i], "f" + std::to_string(i), later())));
        }
    }
    Instant later() { return kNoon - std::chrono::hours{2} + std::chrono::minutes{++minute}; }
    ItemId put(Item item)
    {
        return store.write([&](Tx &tx) -> Result<ItemId> {
            const std::vector<AnalysedItem> one{analysed(std::move(item))};
            VIGIE_TRY(const auto stored, Items(tx).store(one));
            return stored.front().id;
        });
    }
    void mark(ItemId item, std::optional<bool> about)
    {
        store.clock.advance(std::chrono::seconds{1});
        store.write([&](Tx &tx) -> Result<int> {
            VIGIE_CHECK(Tickets(tx).beginChangeSet("relevance"));
            VIGIE_CHECK(Relevance(tx).mark(query, item, about, "Ada"));
            return 0;
        });
    }
    void markSome(std::size_t each)
    {
        for (std::size_t i = 0; i < each; ++i) {
            mark(operators[i], true);
            mark(fruits[i], false);
        }
    }
    /// Behind the window, in small slices.
    int judge()
    {
        int steps = 0;
        while (!store.read([](Tx &tx) { return Relevance(tx).unfinished(); }).empty()) {
            store.write([&](Tx &tx) { return Relevance(tx).judge(query, 7); });
            ++steps;
        }
        return steps;
    }
    void undo()
    {
        store.write([](Tx &tx) { return Tickets(tx).undoLast(); });
    }
    std::vector<ItemId> shown(int limit = 1000)
    {
        SearchPage page;
        page.limit = limit;
        return store.read([&](Tx &tx) { return Queries(tx).spine(query, page); });
    }
    std::vector<ItemId> aside()
    {
        SearchPage page;
        page.limit = 1000;
        return store.read([&](Tx &tx) { return Relevance(tx).aside(query, page); });
    }
    RelevanceState state() { return store.read([&](Tx &tx) { return Relevance(tx).state(query); }); }
    int counted() { return store.read([&](Tx &tx) { return Queries(tx).counts(query); }).total; }
    /// Sums that are kept and those made anew from the items are the same, whatever was put aside.
    void checkFigures()
    {
        FigureFilter filter;
        filter.query = query;
        filter.fromDay = 0;
        filter.toDay = 40'000;
        const auto kept = store.read([&](Tx &tx) { return Figures(tx).days(filter); });
        const auto anew = store.read([&](Tx &tx) { return Figures(tx).recount(filter); });
        REQUIRE(kept.size() == anew.size());
        for (std::size_t i = 0; i < kept.size(); ++i)
            CHECK(kept[i].total() == anew[i].total());
    }
    bool has(const std::vector<ItemId> &list, ItemId item) { return std::find(list.begin(), list.end(), item) != list.end(); }
};

} // namespace

TEST_CASE("one mark puts that mention aside and nothing else; it stays counted, listed, and can be taken back")
{
    House house;
    const auto all = house.shown().size();
    REQUIRE(all == 44);
    house.mark(house.fruits[0], false);
    CHECK(house.judge() == 0); // too few marks for the filter: nothing to judge
    CHECK(house.shown().size() == 43);
    CHECK(house.counted() == 43);
    CHECK(house.aside() == std::vector<ItemId>{house.fruits[0]});
    CHECK(house.state().aside == 1);
    CHECK(house.state().byHand == 1);
    CHECK_FALSE(house.state().acts());
    house.checkFigures();
    const auto marks = house.store.read([&](Tx &tx) { return Relevance(tx).marks(house.query, 10); });
    REQUIRE(marks.size() == 1);
    CHECK(marks[0].who == "Ada");
    CHECK(marks[0].at == house.store.clock.now());
    house.undo();
    CHECK(house.shown().size() == 44);
    CHECK(house.counted() == 44);
    CHECK(house.store.read([&](Tx &tx) { return Relevance(tx).marks(house.query, 10); }).empty());
    house.mark(house.fruits[0], false);
    house.mark(house.fruits[0], true); // another mind
    CHECK(house.shown().size() == 44);
    house.mark(house.fruits[0], std::nullopt);
    CHECK(house.state().about == 0);
    house.checkFigures();
}

TEST_CASE("without enough marks of both kinds nothing is put aside by itself")
{
    House house;
    for (std::size_t i = 0; i < 16; ++i)
        house.mark(house.fruits[i], false);
    for (std::size_t i = 0; i < static_cast<std::size_t>(text::kLeastMarks) - 1; ++i)
        house.mark(house.operators[i], true);
    house.judge();
    CHECK(house.aside().size() == 16); // the marked ones alone
    CHECK(house.state().byHand == 16);
    house.mark(house.operators[text::kLeastMarks - 1], true);
    CHECK(house.state().judged < 1);
    CHECK(house.judge() > 1);
    CHECK(house.aside().size() > 16);
    CHECK(house.state().judged == 1);
    house.checkFigures();
}

TEST_CASE("what was learned holds for what is there and for what arrives, and reset brings all back")
{
    House house;
    house.markSome(kToLearn);
    house.judge();
    const auto aside = house.aside();
    for (std::size_t i = kToLearn; i < house.fruits.size(); ++i)
        CHECK_FALSE(house.has(aside, house.operators[i]));
    CHECK(house.state().aside > house.state().byHand);
    CHECK(house.shown().size() + aside.size() == 44);
    CHECK(house.counted() == static_cast<int>(house.shown().size()));

    const auto juice = house.put(saidOf("fresh orange juice and marmalade", "new1", house.later()));
    const auto network = house.put(saidOf("panne de réseau mobile Orange", "new2", house.later()));
    CHECK(house.has(house.aside(), juice));
    CHECK_FALSE(house.has(house.shown(), juice));
    CHECK(house.has(house.shown(), network));
    house.checkFigures();

    const auto why = house.store.read([&](Tx &tx) { return Relevance(tx).why(house.query, juice); });
    CHECK(why.aside);
    CHECK_FALSE(why.mark);
    CHECK(why.verdict.other >= why.state.threshold);
    REQUIRE_FALSE(why.verdict.reasons.empty());
    CHECK(why.verdict.reasons.front().weight < 0); // the heaviest speaks against
    CHECK(std::any_of(why.verdict.reasons.begin(), why.verdict.reasons.end(), [](const text::RelevanceReason &one) { return one.name == "juice" && one.about == 0 && one.other >= 3; }));

    // One is brought back by hand: a mark is stronger than the filter, and stays so.
    house.mark(juice, true);
    house.judge();
    CHECK(house.has(house.shown(), juice));

    const int marks = house.store.write([&](Tx &tx) -> Result<int> {
        VIGIE_CHECK(Tickets(tx).beginChangeSet("relevance.reset"));
        return Relevance(tx).reset(house.query);
    });
    CHECK(marks == 33);
    CHECK(house.aside().empty());
    CHECK(house.shown().size() == 46);
    CHECK(house.counted() == 46);
    house.checkFigures();
    house.undo();
    house.judge();
    CHECK(house.state().about == 17);
    CHECK(house.aside().size() >= aside.size());
    house.checkFigures();
}

TEST_CASE("an edit is judged by its new words")
{
    House house;
    house.markSome(kToLearn);
    house.judge();
    auto said = saidOf("Orange mobile network outage", "edited", house.later());
    const auto id = house.put(said);
    CHECK(house.has(house.shown(), id));
    said.text = "orange juice, zest, sugar: the cake recipe";
    said.fetchedAt = kNoon + std::chrono::hours{1};
    CHECK(house.put(said) == id);
    CHECK(house.has(house.aside(), id));
    house.checkFigures();
}

TEST_CASE("a cluster of relays is one mark, and follows it as a whole, also what joins it later")
{
    House house;
    const auto original = house.put(saidOf("win an orange this week", "r0", house.later()));
    std::vector<ItemId> relays;
    for (int i = 1; i <= 4; ++i)
        relays.push_back(house.put(saidOf("win an orange this week", "r" + std::to_string(i), house.later())));
    const auto tie = [&](ItemId relay) {
        house.store.write([&](Tx &tx) {
            const RelayLink link{relay, original, RelayHow::Copy, 1.0};
            return Relays(tx).assign(std::span(&link, 1));
        });
    };
    for (int i = 0; i < 3; ++i)
        tie(relays[static_cast<std::size_t>(i)]);
    house.mark(relays[1], false);
    CHECK(house.aside().size() == 4);
    CHECK(house.state().other == 1);
    house.mark(original, false);
    CHECK(house.state().other == 1); // still one
    CHECK_FALSE(house.has(house.aside(), relays[3]));
    tie(relays[3]);
    CHECK(house.has(house.aside(), relays[3]));
    house.mark(relays[3], true); // the last word counts for all... that were not marked themselves
    CHECK(house.state().about == 1);
    CHECK(house.state().other == 0);
    house.checkFigures();
}

TEST_CASE("switched off, everything is back and the marks stay; another threshold judges anew")
{
    House house;
    house.markSome(kToLearn);
    house.judge();
    const auto usual = house.aside().size();
    const auto set = [&](bool on, double threshold) {
        house.store.write([&](Tx &tx) -> Result<int> {
            VIGIE_CHECK(Relevance(tx).set(house.query, on, threshold));
            return 0;
        });
        house.judge();
    };
    set(false, 0.9);
    CHECK(house.aside().size() == kToLearn); // those marked by hand
    CHECK(house.state().other == static_cast<int>(kToLearn));
    set(true, 0.9);
    CHECK(house.aside().size() == usual);
    set(true, 0.999);
    CHECK(house.aside().size() <= usual);
    set(true, 0.5);
    CHECK(house.aside().size() >= usual);
    CHECK_FALSE(house.store->writeNow<void>([&](Tx &tx) { return Relevance(tx).set(house.query, true, 0.2); }));
    house.checkFigures();
}

TEST_CASE("switch and threshold are taken back like a mark, unless they were moved since")
{
    House house;
    house.markSome(kToLearn);
    house.judge();
    const auto usual = house.aside();
    REQUIRE(usual.size() > kToLearn);
    const auto set = [&](bool on, double threshold, bool recorded = true) {
        house.store.write([&](Tx &tx) -> Result<int> {
            if (recorded)
                VIGIE_CHECK(Tickets(tx).beginChangeSet("relevance"));
            VIGIE_CHECK(Relevance(tx).set(house.query, on, threshold));
            return 0;
        });
        house.judge();
    };
    set(false, 0.9);
    CHECK(house.aside().size() == kToLearn);
    house.undo();
    house.judge();
    CHECK(house.state().on);
    CHECK(house.aside() == usual);
    set(true, 0.6);
    set(true, 0.7, false);
    CHECK_FALSE(house.store->writeNow<ChangeSet>([](Tx &tx) { return Tickets(tx).undoLast(); }));
    CHECK(house.state().threshold == 0.7);
    set(true, 0.6, false);
    house.undo();
    CHECK(house.state().threshold == 0.9);
    house.judge();
    house.checkFigures();
}

TEST_CASE("marks outlive a change of the query and go with it")
{
    House house;
    house.markSome(kToLearn);
    house.judge();
    const auto before = house.aside();
    house.store.write([&](Tx &tx) -> Result<int> {
        VIGIE_TRY(auto query, Queries(tx).get(house.query));
        query.source = "orange OR marmalade";
        VIGIE_CHECK(Queries(tx).save(query));
        for (Rematch step{0, false}; !step.done;) {
            VIGIE_TRY(step, Queries(tx).rematch(house.query, 10));
        }
        return 0;
    });
    house.judge();
    CHECK(house.aside() .size() >= before.size());
    house.checkFigures();
    house.store.write([&](Tx &tx) -> Result<int> {
        VIGIE_CHECK(Queries(tx).remove(house.query));
        return 0;
    });
    for (const auto *table : {"relevance_mark", "relevance_filter", "relevance_aside", "relevance_backlog"})
        CHECK(house.store.read([&](Tx &tx) { return tx.session().guard([&] { return tx.session().one<int>(std::string("SELECT count(*) FROM ") + table).value_or(-1); }); }) == 0);
}

TEST_CASE("a query that is searched for anew each time learns nothing, and says so; a mention of another query cannot be marked")
{
    House house(false);
    const auto desk = house.store.write([](Tx &tx) {
        SavedQuery saved;
        saved.name = "Recent";
        saved.source = "since:7d";
        return Queries(tx).save(saved);
    });
    const auto item = house.put(saidOf("nothing of the kind", "x", house.later()));
    const auto codeOf = [&](QueryId query) {
        const auto marked = house.store->writeNow<void>([&](Tx &tx) { return Relevance(tx).mark(query, item, false, "Ada"); });
        return marked ? std::string() : std::string(errcName(marked.error().code));
    };
    CHECK(codeOf(desk) == errcName(Errc::InvalidInput));
    CHECK(codeOf(QueryId{77}) == errcName(Errc::NotFound));
    CHECK(codeOf(house.query) == errcName(Errc::NotFound));
}
