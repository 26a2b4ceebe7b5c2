// SPDX-License-Identifier: GPL-3.0-or-later
// Saved queries that ask for one another, for lists, and for what changes: what is kept stays what a search finds.
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include "store/session.hpp"

#include <vigie/store/queries.hpp>
#include <vigie/text/query_library.hpp>

using namespace vigie;
using namespace vigie::store;
using namespace vigie::test;

namespace {

SavedQuery named(const std::string &name, const std::string &source, QueryId id = {})
{
    SavedQuery query;
    query.id = id;
    query.name = name;
    query.source = source;
    return query;
}

QueryId save(TempStore &store, const SavedQuery &query)
{
    return store.write([&](Tx &tx) { return Queries(tx).save(query); });
}

void judgeAll(TempStore &store)
{
    for (const auto id : store.read([](Tx &tx) { return Queries(tx).unfinished(); }))
        for (Rematch step{0, false}; !step.done;)
            step = store.write([&](Tx &tx) { return Queries(tx).rematch(id, 100); });
}

std::size_t held(TempStore &store, QueryId id)
{
    return store.read([&](Tx &tx) { return Queries(tx).spine(id, {}); }).size();
}

std::string sourceOf(TempStore &store, QueryId id)
{
    return store.read([&](Tx &tx) { return Queries(tx).get(id); }).source;
}

void add(TempStore &store, std::vector<Item> items)
{
    store.write([&](Tx &tx) {
        std::vector<AnalysedItem> batch;
        for (auto &one : items)
            batch.push_back(AnalysedItem(std::move(one)));
        return Items(tx).store(batch);
    });
}

Item liked(Item item, double likes)
{
    item.metrics = {{"likes", likes, ValueStatus::Ok}};
    return item;
}

} // namespace

TEST_CASE("saved queries inside others: changes, renames and removals reach those that ask", "[store][query]")
{
    TempStore store;
    add(store, {item("1", "velora en retard"), item("2", "dubreuil en retard"), item("3", "velora superbe")});
    const auto brand = save(store, named("Marque", "velora"));
    const auto complaints = save(store, named("Plaintes", "@marque retard # suivi"));
    const auto deep = save(store, named("Graves", "@plaintes -superbe"));
    judgeAll(store);
    CHECK(held(store, brand) == 2);
    CHECK(held(store, complaints) == 1);
    CHECK(held(store, deep) == 1);

    // What comes in is judged through all of them.
    add(store, {item("4", "encore un retard de velora")});
    CHECK(held(store, deep) == 2);

    // Another meaning of one is another meaning of all.
    save(store, named("Marque", "velora OR dubreuil", brand));
    judgeAll(store);
    CHECK(held(store, complaints) == 3);
    CHECK(held(store, deep) == 3);

    save(store, named("Nos marques", "velora OR dubreuil", brand));
    CHECK(sourceOf(store, complaints) == "@\"Nos marques\" retard # suivi");
    CHECK(held(store, complaints) == 3);
    add(store, {item("5", "dubreuil, le retard")});
    CHECK(held(store, deep) == 4);

    store.write([&](Tx &tx) -> Result<int> {
        VIGIE_CHECK(Queries(tx).remove(brand));
        return 0;
    });
    CHECK(sourceOf(store, complaints) == "(velora OR dubreuil) retard # suivi");
    add(store, {item("6", "velora, un retard")});
    CHECK(held(store, deep) == 5);
}

TEST_CASE("saved queries inside others: what cannot be is refused with its place", "[store][query]")
{
    TempStore store;
    const auto a = save(store, named("a", "velora"));
    const auto b = save(store, named("b", "@a service"));
    const auto tried = [&](const SavedQuery &query) { return store->writeNow<QueryId>([&](Tx &tx) { return Queries(tx).save(query); }); };
    const auto unknown = tried(named("c", "x @inconnu"));
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == Errc::InvalidInput);
    CHECK(unknown.error().position == std::size_t{2});
    const auto circle = tried(named("a", "@b", a));
    REQUIRE_FALSE(circle);
    CHECK(circle.error().code == Errc::InvalidInput);
    CHECK_FALSE(tried(named("moi", "@moi")));
    // Renamed so that the circle would close over the new name.
    CHECK_FALSE(tried(named("z", "@b", a)));
    CHECK(sourceOf(store, b) == "@a service");
    const auto searched = store->readNow<std::vector<ItemId>>([](Tx &tx) { return Items(tx).search(*text::parseQuery("@rien"), {}); });
    REQUIRE_FALSE(searched);
    CHECK(searched.error().code == Errc::InvalidInput);
}

TEST_CASE("lists of authors: another list, other matches", "[store][query]")
{
    TempStore store;
    add(store, {byAuthor(item("1", "a"), "m1", "ada@social.example"), byAuthor(item("2", "b"), "m2", "bob@social.example")});
    const auto put = [&](const std::vector<std::string> &authors) {
        store.write([&](Tx &tx) -> Result<int> {
            VIGIE_CHECK(Queries(tx).saveAuthorList("Presse", authors));
            return 0;
        });
        judgeAll(store);
    };
    put({"ada@social.example"});
    const auto press = save(store, named("p", "list:presse"));
    judgeAll(store);
    CHECK(held(store, press) == 1);
    put({"ada", "@bob@social.example"});
    CHECK(held(store, press) == 2);
    CHECK(store.read([](Tx &tx) { return Queries(tx).authorLists(); }).size() == 1);
    CHECK_FALSE(store->writeNow<void>([](Tx &tx) { return Queries(tx).saveAuthorList("!", {"x"}); }));
}

TEST_CASE("counts that change move an item in and out of a column", "[store][query]")
{
    TempStore store;
    add(store, {liked(item("1", "velora"), 3), liked(item("2", "velora"), 30), item("3", "velora")});
    const auto loud = save(store, named("loud", "velora likes:>10")), quiet = save(store, named("quiet", "velora likes:<=10"));
    judgeAll(store);
    CHECK(held(store, loud) == 1);
    CHECK(held(store, quiet) == 1);
    auto seen = liked(item("1", "velora"), 12);
    seen.fetchedAt += std::chrono::hours(1);
    add(store, {seen});
    CHECK(held(store, loud) == 2);
    CHECK(held(store, quiet) == 0);
    seen.metrics[0].value = 2;
    seen.fetchedAt += std::chrono::hours(1);
    add(store, {seen});
    CHECK(held(store, loud) == 1);
    CHECK(held(store, quiet) == 1);
    CHECK(store.read([&](Tx &tx) { return Queries(tx).counts(loud); }).total == 1);
}

TEST_CASE("a time counted from now is another stretch tomorrow", "[store][query]")
{
    TempStore store;
    add(store, {item("1", "velora", kNoon - std::chrono::hours(20)), item("2", "velora", kNoon - std::chrono::hours(40))});
    const auto recent = save(store, named("recent", "velora since:24h"));
    CHECK(store.read([&](Tx &tx) { return Queries(tx).get(recent); }).deskDependent);
    CHECK(held(store, recent) == 1);
    store.clock.advance(std::chrono::hours(10));
    CHECK(held(store, recent) == 0);
}

TEST_CASE("what a query costs is counted here", "[store][query]")
{
    TempStore store;
    std::vector<Item> items;
    for (int i = 0; i < 200; ++i)
        items.push_back(item("n" + std::to_string(i), i % 50 == 0 ? "velora rare" : "velora"));
    add(store, std::move(items));
    const auto cost = [&](const char *source) { return store.read([&](Tx &tx) { return Queries(tx).cost(*text::parseQuery(source)); }); };
    CHECK(cost("velora").share == Approx(1));
    CHECK(cost("rare").share == Approx(0.02));
    CHECK(cost("rare NEAR/2 velora").share == Approx(0.02));
    CHECK(cost("*lora").level == text::QueryCost::Level::Heavy);
}
