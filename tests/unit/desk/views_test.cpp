// SPDX-License-Identifier: GPL-3.0-or-later
// Saved views, what they let through, and the facts of the queue that are kept ready.
#include "store/session.hpp"
#include "support/builders.hpp"
#include "support/must.hpp"
#include "support/temp_store.hpp"

#include <vigie/desk/ranking.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/tags.hpp>
#include <vigie/store/views.hpp>

#include <algorithm>

using namespace vigie;
using namespace vigie::store;

namespace {

struct Place {
    test::TempStore store;
    std::vector<TicketId> tickets;

    TicketId add(const std::string &native, const std::string &text, const std::string &lang = "en")
    {
        auto item = test::item(native, text, test::kNoon + std::chrono::minutes(tickets.size()));
        item.lang = lang;
        const std::vector<AnalysedItem> given{test::analysed(std::move(item))};
        tickets.push_back(store.write([&](Tx &tx) -> Result<TicketId> {
            VIGIE_TRY(const auto stored, Items(tx).store(given));
            Ticket ticket;
            ticket.root = ticket.latest = stored.front().id;
            ticket.waitingSince = tx.now();
            VIGIE_TRY(const auto id, Tickets(tx).save(ticket, "intake"));
            VIGIE_CHECK(Tickets(tx).addItem(id, stored.front().id));
            return id;
        }));
        return tickets.back();
    }
    DeskViewId save(const DeskView &view)
    {
        return store.write([&](Tx &tx) -> Result<DeskViewId> {
            VIGIE_CHECK(Tickets(tx).beginChangeSet("view"));
            return DeskViews(tx).save(view);
        });
    }
    void undo()
    {
        store.write([](Tx &tx) { return Tickets(tx).undoLast(); });
    }
    std::vector<TicketId> in(const DeskView &view)
    {
        return store.read([&](Tx &tx) -> Result<std::vector<TicketId>> {
            VIGIE_TRY(const auto filter, DeskViews(tx).filter(view, "Lou"));
            VIGIE_TRY(const auto entries, desk::ranked(tx, filter, view.order));
            std::vector<TicketId> out;
            for (const auto &entry : entries)
                out.push_back(entry.ticket);
            if (view.order == QueueOrder::Priority)
                std::sort(out.begin(), out.end());
            return out;
        });
    }
    std::vector<std::string> names()
    {
        std::vector<std::string> out;
        for (const auto &view : store.read([](Tx &tx) { return DeskViews(tx).all(); }))
            out.push_back(view.name);
        return out;
    }
};

DeskView view(const std::string &name, const std::string &source = {})
{
    DeskView out;
    out.name = name;
    out.source = source;
    return out;
}

using Ids = std::vector<TicketId>;

/// A row read whole does not know what rules added.
double byRule(const QueueEntry &entry)
{
    double points = 0;
    for (const auto &term : entry.terms)
        points += term.key == "rule" ? term.points : 0;
    return points;
}

} // namespace

TEST_CASE("a view lets through what its query, language, owner and tag say")
{
    Place place;
    const auto bus = place.add("1", "The bus is late"), fr = place.add("2", "Le bus est en retard", "fr"), other = place.add("3", "Thank you for the tram");
    CHECK(place.in(view("bus", "bus")) == Ids{bus, fr});
    CHECK(place.in(view("late", "bus -retard")) == Ids{bus});
    CHECK(place.in(view("two words near", "\"bus is\"")) == Ids{bus});
    auto french = view("fr");
    french.lang = "fr";
    CHECK(place.in(french) == Ids{fr});
    place.store.write([&](Tx &tx) { return desk::Desk(tx).assign(std::vector{bus}, "Lou"); });
    auto mine = view("mine");
    mine.owner = kOwnerMe;
    CHECK(place.in(mine) == Ids{bus});
    mine.owner = std::string();
    CHECK(place.in(mine) == Ids{fr, other});
    mine.order = QueueOrder::Newest;
    CHECK(place.in(mine) == Ids{other, fr});
    place.store.write([&](Tx &tx) { return desk::Desk(tx).tag(std::vector{other}, "Tram", true); });
    place.store.write([&](Tx &tx) -> Result<int> {
        VIGIE_TRY(const auto above, Queries(tx).ensureTag("Transport"));
        VIGIE_TRY(const auto tram, Tags(tx).named("tram"));
        VIGIE_CHECK(Tags(tx).move(tram.tag.id, above));
        return 0;
    });
    auto tagged = view("transport");
    tagged.tag = place.store.read([](Tx &tx) { return Tags(tx).named("transport"); }).tag.id;
    CHECK(place.in(tagged) == Ids{other});
    place.store.write([&](Tx &tx) { return desk::Desk(tx).setStatus(std::vector{other}, TicketStatus::Done); });
    CHECK(place.in(tagged).empty());
    tagged.statuses = {TicketStatus::Done, TicketStatus::Ignored};
    CHECK(place.in(tagged) == Ids{other});
}

TEST_CASE("views are counted, put in order, changed and removed, and all of it is undone")
{
    Place place;
    place.add("1", "bus one");
    place.add("2", "bus two");
    place.add("3", "tram");
    const auto bus = place.save(view("Bus", "bus")), tram = place.save(view("Tram", "tram")), all = place.save(view("Tout"));
    using Names = std::vector<std::string>;
    CHECK(place.names() == Names{"Bus", "Tram", "Tout"});
    const auto counts = place.store.read([](Tx &tx) { return DeskViews(tx).counts("Lou"); });
    CHECK(counts == std::vector<std::pair<DeskViewId, int>>{{bus, 2}, {tram, 1}, {all, 3}});
    CHECK_FALSE(place.store->writeNow<DeskViewId>([](Tx &tx) { return DeskViews(tx).save(view("Bus")); }));
    CHECK_FALSE(place.store->writeNow<DeskViewId>([](Tx &tx) { return DeskViews(tx).save(view("x", "(bus")); }));
    place.store.write([&](Tx &tx) -> Result<void> {
        VIGIE_CHECK(Tickets(tx).beginChangeSet("view"));
        return DeskViews(tx).move(all, 0);
    });
    CHECK(place.names() == Names{"Tout", "Bus", "Tram"});
    place.store.write([&](Tx &tx) -> Result<void> {
        VIGIE_CHECK(Tickets(tx).beginChangeSet("view"));
        return DeskViews(tx).remove(bus);
    });
    CHECK(place.names() == Names{"Tout", "Tram"});
    place.store.reopen();
    place.undo();
    CHECK(place.names() == Names{"Tout", "Bus", "Tram"});
    place.undo();
    CHECK(place.names() == Names{"Bus", "Tram", "Tout"});
    place.undo();
    CHECK(place.names() == Names{"Bus", "Tram"});
}

TEST_CASE("facts kept ready say what the rows say, whatever changes")
{
    Place place;
    for (int i = 0; i < 20; ++i)
        place.add(std::to_string(i), i % 3 == 0 ? "Where is my order?" : "This is a scandal");
    // Ready or not, and after every change, the order is that of rows read whole.
    const auto agree = [&] {
        const auto both = place.store.read([](Tx &tx) -> Result<std::pair<std::vector<QueueEntry>, std::vector<QueueEntry>>> {
            VIGIE_TRY(auto quick, desk::Desk(tx).queue({}));
            VIGIE_TRY(const auto rows, Tickets(tx).list({}));
            std::vector<QueueEntry> whole;
            for (const auto &row : rows)
                whole.push_back(desk::score(row, {}, tx.now()));
            return std::pair(std::move(quick), std::move(whole));
        });
        REQUIRE(both.first.size() == both.second.size());
        for (const auto &entry : both.first)
            for (const auto &other : both.second)
                if (entry.ticket == other.ticket)
                    CHECK(entry.score - byRule(entry) == Approx(other.score));
    };
    const auto ready = [&] {
        return test::until([&] {
            return place.store.read([](Tx &tx) { return tx.session().guard([&] { return tx.session().one<int>("SELECT count(*) FROM queue_stale").value_or(-1); }); }) == 0;
        });
    };
    agree();
    REQUIRE(ready());
    agree();
    const auto changes = std::vector<std::function<Result<void>(Tx &)>>{
        [&](Tx &tx) -> Result<void> { // answered: everyone of that member counts one exchange more
            VIGIE_TRY(auto ticket, Tickets(tx).get(place.tickets[3]));
            ++ticket.outbound;
            VIGIE_CHECK(Tickets(tx).save(ticket, "intake"));
            return {};
        },
        [&](Tx &tx) -> Result<void> {
            VIGIE_TRY(const auto ticket, Tickets(tx).get(place.tickets[4]));
            return Items(tx).setTone(ticket.latest, -1);
        },
        [&](Tx &tx) -> Result<void> { // edited into a question
            auto item = test::item("5", "Is that so?", test::kNoon + std::chrono::minutes(5));
            item.fetchedAt = tx.now() + std::chrono::hours{1};
            const std::vector<AnalysedItem> given{test::analysed(std::move(item))};
            VIGIE_CHECK(Items(tx).store(given));
            return {};
        },
        [&](Tx &tx) -> Result<void> { // relayed
            const std::vector<AnalysedItem> given{test::analysed(test::answering(test::item("r1", "RT"), "6", Relation::RepostOf))};
            VIGIE_CHECK(Items(tx).store(given));
            return {};
        },
        [&](Tx &tx) -> Result<void> { return Queue(tx).bump(place.tickets[7], 30, "r"); },
    };
    for (const auto &change : changes) {
        place.store.write([&](Tx &tx) { return change(tx); });
        agree();
        REQUIRE(ready());
        agree();
    }
    const auto first = place.store.read([](Tx &tx) { return desk::Desk(tx).queue({}); }).front();
    CHECK(first.ticket == place.tickets[7]);
    CHECK(first.terms.front().key == "rule");
}

TEST_CASE("a changed weight changes the order at once")
{
    Place place;
    const auto question = place.add("1", "Where is my order?"), complaint = place.add("2", "This is a scandal, I want a refund");
    const auto order = [&] {
        std::vector<TicketId> out;
        for (const auto &entry : place.store.read([](Tx &tx) { return desk::ranked(tx, {}); }))
            out.push_back(entry.ticket);
        return out;
    };
    place.store.write([](Tx &tx) -> Result<void> {
        desk::QueueWeights weights;
        weights.question = 100;
        weights.complaint = 1;
        return desk::Desk(tx).setWeights(weights);
    });
    CHECK(order().front() == question);
    place.store.write([](Tx &tx) -> Result<void> {
        desk::QueueWeights weights;
        weights.question = 1;
        weights.complaint = 100;
        return desk::Desk(tx).setWeights(weights);
    });
    CHECK(order().front() == complaint);
}

TEST_CASE("how good the order is, is said once there are enough pins")
{
    Place place;
    for (int i = 0; i < 60; ++i)
        place.add(std::to_string(i), "bus");
    const std::vector<TicketId> firstTwo{place.tickets[0], place.tickets[59]};
    place.store.write([&](Tx &tx) -> Result<void> {
        for (int i = 0; i < 49; ++i)
            VIGIE_CHECK(Queue(tx).pin(place.tickets[static_cast<std::size_t>(i)], firstTwo));
        return {};
    });
    CHECK_FALSE(place.store.read([](Tx &tx) { return Queue(tx).precision(); }).measured());
    place.store.write([&](Tx &tx) -> Result<void> {
        VIGIE_CHECK(Tickets(tx).beginChangeSet("pin"));
        return Queue(tx).pin(place.tickets[49], firstTwo);
    });
    const auto half = place.store.read([](Tx &tx) { return Queue(tx).precision(); });
    CHECK(half.measured());
    CHECK(half.precision == Approx(0.5)); // of the two that stood first each time, one is pinned
    place.undo();
    CHECK_FALSE(place.store.read([](Tx &tx) { return Queue(tx).precision(); }).measured());
}
