// SPDX-License-Identifier: GPL-3.0-or-later
// Queries that ask for tags, or for the state or the owner of tickets, are kept like the others: what is kept is what a search
// finds, after each thing a person does.
#include "support/random_items.hpp"
#include "support/saved.hpp"
#include "support/temp_store.hpp"

#include "store/session.hpp"

#include <vigie/store/items.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/query_keeping.hpp>
#include <vigie/store/relevance.hpp>
#include <vigie/store/tickets.hpp>

using namespace vigie;
using namespace vigie::store;
using namespace vigie::test;

namespace {

std::vector<ItemId> kept(TempStore &store, QueryId query)
{
    return store.read([&](Tx &tx) {
        return tx.session().guard([&] { return tx.session().column<ItemId>("SELECT item_id FROM query_match WHERE query_id=? ORDER BY item_id DESC", query); });
    });
}

std::vector<ItemId> searched(TempStore &store, const std::string &source)
{
    return store.read([&](Tx &tx) {
        SearchPage page;
        page.limit = 10'000;
        return Items(tx).search(*text::parseQuery(source), page);
    });
}

ItemId put(TempStore &store, Item item)
{
    return store.write([&](Tx &tx) -> Result<ItemId> {
        const std::vector<AnalysedItem> one{analysed(std::move(item))};
        VIGIE_TRY(const auto stored, Items(tx).store(one));
        return stored.front().id;
    });
}

TicketId ticketOf(TempStore &store, ItemId item)
{
    return store.write([&](Tx &tx) -> Result<TicketId> {
        VIGIE_TRY(const auto there, Tickets(tx).forItem(item));
        if (there)
            return *there;
        Ticket ticket;
        ticket.root = ticket.latest = item;
        VIGIE_TRY(const auto id, Tickets(tx).save(ticket, "person"));
        VIGIE_CHECK(Tickets(tx).addItem(id, item));
        return id;
    });
}

Result<void> give(Tx &tx, TicketId id, const std::string &owner, TicketStatus status)
{
    VIGIE_TRY(auto ticket, Tickets(tx).get(id));
    ticket.owner = owner;
    ticket.status = status;
    VIGIE_TRY(const auto saved, Tickets(tx).save(ticket, "person"));
    return saved ? Result<void>() : fail(Errc::Internal);
}

template <class F>
void change(TempStore &store, F &&act)
{
    store.write([&](Tx &tx) -> Result<int> {
        VIGIE_CHECK(Tickets(tx).beginChangeSet("test"));
        VIGIE_CHECK(act(tx));
        return 0;
    });
}

} // namespace

TEST_CASE("a query for tags, states or owners is kept, counted and told of like any other", "[store][query]")
{
    TempStore store;
    const auto vip = save(store, "velora tag:vip", "velora tag:vip"), mine = save(store, "assignee:ada status:open", "assignee:ada status:open"), none = save(store, "velora status:none", "velora status:none");
    CHECK_FALSE(store.read([&](Tx &tx) { return Queries(tx).get(vip); }).deskDependent);
    const auto first = put(store, item("1", "velora is late", kNoon)), second = put(store, item("2", "velora is fine", kNoon + std::chrono::minutes(1)));
    CHECK(kept(store, none) == std::vector{second, first});
    CHECK(kept(store, vip).empty());

    std::vector<Change> told;
    InlineExecutor executor;
    const auto subscription = store->subscribe(executor, [&](const Change &change) { told.push_back(change); });
    const auto tag = store.write([](Tx &tx) { return Queries(tx).ensureTag("VIP"); });
    change(store, [&](Tx &tx) { return Queries(tx).setTag(first, tag, true); });
    CHECK(kept(store, vip) == std::vector{first});
    const auto counts = store.read([&](Tx &tx) { return Queries(tx).counts(vip); });
    CHECK(counts.total == 1);
    CHECK(counts.unread == 1);
    bool added = false;
    for (const auto &one : told)
        for (const auto &delta : one.matches)
            added = added || (delta.query == vip && delta.added == std::vector{first});
    CHECK(added);
    store.write([](Tx &tx) { return Tickets(tx).undoLast(); });
    CHECK(kept(store, vip).empty());
    CHECK(store.read([&](Tx &tx) { return Queries(tx).counts(vip); }).total == 0);

    const auto ticket = ticketOf(store, second);
    CHECK(kept(store, none) == std::vector{first});
    change(store, [&](Tx &tx) { return give(tx, ticket, "ada", TicketStatus::Open); });
    CHECK(kept(store, mine) == std::vector{second});
}

TEST_CASE("the filter of a query for the state of tickets learns and keeps aside", "[store][relevance]")
{
    TempStore store;
    const auto query = save(store, "orange status:none", "orange status:none");
    const auto fruit = put(store, item("1", "orange juice", kNoon)), other = put(store, item("2", "orange network", kNoon + std::chrono::minutes(1)));
    change(store, [&](Tx &tx) { return Relevance(tx).mark(query, fruit, false, "ada"); });
    CHECK(store.read([&](Tx &tx) { return Queries(tx).spine(query, {}); }) == std::vector{other});
    CHECK(store.read([&](Tx &tx) { return Queries(tx).counts(query); }).total == 1);
    CHECK(store.read([&](Tx &tx) { return Relevance(tx).asideCount(query, {}, 100); }) == 1);
    // In the hands of the desk it leaves the query, and what is kept aside of it; it comes back to where it was.
    const auto ticket = ticketOf(store, fruit);
    CHECK(store.read([&](Tx &tx) { return Relevance(tx).asideCount(query, {}, 100); }) == 0);
    CHECK(ticket);
    store.write([&](Tx &tx) { return Relevance(tx).reset(query); });
    CHECK(store.read([&](Tx &tx) { return Queries(tx).counts(query); }).total == 1);
}

TEST_CASE("what queries for the desk keep is what a search finds, whatever people do", "[store][query][property]")
{
    const auto seed = GENERATE(3, 4);
    Sequence random(static_cast<std::uint64_t>(seed));
    TempStore store;
    const std::vector<std::string> sources{"tag:vip", "velora -tag:vip", "status:open OR tag:late", "assignee:none bon", "assignee:ada", "status:snoozed", "NOT status:none velora"};
    std::vector<QueryId> queries;
    for (const auto &source : sources)
        queries.push_back(save(store, source, source));
    std::vector<ItemId> ids;
    std::vector<TicketId> tickets;
    const auto vip = store.write([](Tx &tx) { return Queries(tx).ensureTag("vip"); }), late = store.write([](Tx &tx) { return Queries(tx).ensureTag("late"); });
    for (int step = 0; step < 250; ++step) {
        const auto what = ids.size() < 30 ? 0 : random.below(8);
        if (what == 0) {
            ids.push_back(put(store, randomItem(random, static_cast<int>(random.below(200)))));
        } else if (what == 1) {
            tickets.push_back(ticketOf(store, ids[random.below(ids.size())]));
        } else if (what < 4) {
            const auto item = ids[random.below(ids.size())];
            const auto tag = random.below(2) == 0 ? vip : late;
            const bool on = random.below(3) > 0;
            change(store, [&](Tx &tx) { return Queries(tx).setTag(item, tag, on); });
        } else if (what == 7) {
            (void)store->writeNow<ChangeSet>([](Tx &tx) { return Tickets(tx).undoLast(); });
        } else if (!tickets.empty()) {
            const auto ticket = tickets[random.below(tickets.size())];
            const auto status = random.below(2) == 0 ? TicketStatus::Open : TicketStatus::Done;
            const std::string owner = random.below(2) == 0 ? "ada" : "";
            change(store, [&](Tx &tx) { return give(tx, ticket, owner, status); });
        }
        if (step % 10 == 0)
            for (std::size_t i = 0; i < queries.size(); ++i) {
                INFO(sources[i] << " after step " << step);
                CHECK(kept(store, queries[i]) == searched(store, sources[i]));
            }
    }
}

TEST_CASE("queries of older workspaces that were searched for anew are kept from now on", "[store][query]")
{
    TempStore store;
    const auto query = save(store, "velora status:none", "velora status:none"), clock = save(store, "velora since:7d", "velora since:7d");
    const auto one = put(store, item("1", "velora", kNoon));
    store.write([&](Tx &tx) {
        return tx.session().guard([&]() -> Result<int> {
            tx.session().exec("UPDATE saved_query SET desk_dependent=1");
            tx.session().exec("DELETE FROM query_match WHERE query_id=?", query);
            return 0;
        });
    });
    store.reopen();
    CHECK(store.write([](Tx &tx) { return keepDeskQueries(tx); }) == 1);
    CHECK(store.read([&](Tx &tx) { return Queries(tx).unfinished(); }) == std::vector{query});
    while (!store.write([&](Tx &tx) { return Queries(tx).rematch(query, 100); }).done) {
    }
    CHECK(kept(store, query) == std::vector{one});
    CHECK(store.read([&](Tx &tx) { return Queries(tx).get(clock); }).deskDependent);
    CHECK(store.write([](Tx &tx) { return keepDeskQueries(tx); }) == 0);
}
