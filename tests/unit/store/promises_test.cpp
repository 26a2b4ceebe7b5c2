// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/promises.hpp>
#include <vigie/store/tickets.hpp>

using namespace vigie;
using namespace vigie::store;
using std::chrono::hours;

namespace {

struct House {
    House()
    {
        const std::vector<AnalysedItem> one{test::analysed(test::item("1", "Where is my order?"))};
        item = store.write([&](Tx &tx) { return Items(tx).store(one); }).front().id;
        member = store.read([&](Tx &tx) { return Items(tx).get(item); })->authorId;
        ticket = store.write([&](Tx &tx) {
            Ticket made;
            made.root = made.latest = item;
            made.member = member;
            return Tickets(tx).save(made, "intake");
        });
    }
    Promise promise(const std::string &text, hours in)
    {
        Promise out;
        out.ticket = ticket;
        out.text = text;
        out.zone = "Europe/Paris";
        out.due = store.clock.now() + in;
        out.wall = *toWall(out.due, out.zone);
        out.madeBy = "nora";
        return out;
    }
    PromiseId add(const Promise &promise)
    {
        return store.write([&](Tx &tx) { return Promises(tx).add(promise); });
    }
    test::TempStore store;
    ItemId item;
    MemberId member;
    TicketId ticket;
};

} // namespace

TEST_CASE("a promise is open until a person says what became of it", "[store][promises]")
{
    House house;
    const auto late = house.add(house.promise("We call you tomorrow", hours(30))), soon = house.add(house.promise("Answer before noon", hours(1)));
    CHECK(house.add(house.promise("Answer before noon", hours(1))) == soon); // pressed twice
    auto open = house.store.read([&](Tx &tx) { return Promises(tx).open(); });
    REQUIRE(open.size() == 2);
    CHECK(open[0].id == soon);
    CHECK(open[1].id == late);
    CHECK(open[0].member == house.member);
    CHECK(open[0].madeBy == "nora");
    CHECK(house.store.read([&](Tx &tx) { return Promises(tx).open(house.store.clock.now() + hours(2)); }).size() == 1);
    CHECK(house.store.read([&](Tx &tx) { return Promises(tx).dueByTicket(std::vector{house.ticket}); }).at(house.ticket) == open[0].due);

    CHECK_FALSE(open[0].isLate(house.store.clock.now()));
    house.store.clock.advance(hours(2));
    CHECK(open[0].isLate(house.store.clock.now()));
    house.store.write([&](Tx &tx) { return Promises(tx).settle(soon, PromiseState::Kept, "nora"); });
    const auto kept = house.store.read([&](Tx &tx) { return Promises(tx).get(soon); });
    CHECK(kept.state == PromiseState::Kept);
    CHECK(kept.isLate(house.store.clock.now())); // kept, but after its time
    CHECK(house.store->writeNow<void>([&](Tx &tx) { return Promises(tx).settle(soon, PromiseState::Released, "nora"); }).error().code == Errc::Conflict);
    CHECK(house.store.read([&](Tx &tx) { return Promises(tx).ofMembers(std::vector{house.member}, 10); }).front().id == late);
    house.store.write([&](Tx &tx) { return Promises(tx).reopen(soon); });
    CHECK(house.store.read([&](Tx &tx) { return Promises(tx).open(); }).size() == 2);
    house.store.write([&](Tx &tx) { return Promises(tx).settle(late, PromiseState::Broken, "nora"); });
    CHECK(house.store.read([&](Tx &tx) { return Promises(tx).list(PromiseState::Broken, 10); }).size() == 1);
    CHECK(house.store.read([&](Tx &tx) { return Promises(tx).ofTicket(house.ticket); }).size() == 2);
}

TEST_CASE("what is no promise is refused", "[store][promises]")
{
    House house;
    const auto refused = [&](const Promise &promise) { return house.store->writeNow<PromiseId>([&](Tx &tx) { return Promises(tx).add(promise); }).error().code; };
    CHECK(refused(house.promise("  ", hours(1))) == Errc::InvalidInput);
    auto timeless = house.promise("soon", hours(1));
    timeless.due = {};
    CHECK(refused(timeless) == Errc::InvalidInput);
    auto nowhere = house.promise("soon", hours(1));
    nowhere.ticket = TicketId{99};
    CHECK(refused(nowhere) == Errc::NotFound);
    CHECK(house.store->writeNow<void>([](Tx &tx) { return Promises(tx).settle(PromiseId{9}, PromiseState::Kept, ""); }).error().code == Errc::NotFound);
}

TEST_CASE("a promise that was noted by mistake is as if it had never been", "[store][promises]")
{
    House house;
    const auto id = house.add(house.promise("We will call you", hours(4)));
    house.store.write([&](Tx &tx) { return Promises(tx).remove(id); });
    CHECK(house.store.read([](Tx &tx) { return Promises(tx).list({}, 10); }).empty());
    const auto again = house.store->writeNow<bool>([&](Tx &tx) -> Result<bool> {
        VIGIE_CHECK(Promises(tx).remove(id));
        return true;
    });
    REQUIRE_FALSE(again);
    CHECK(again.error().code == Errc::NotFound);
}

TEST_CASE("what was decided about the promises of a draft is kept with it", "[store]")
{
    House house;
    const auto choices = [&] { return house.store.read([&](Tx &tx) { return Promises(tx).choices(house.ticket); }); };
    const auto keep = [&](const std::vector<PromiseChoice> &all) {
        house.store.write([&](Tx &tx) -> Result<int> {
            VIGIE_CHECK(Promises(tx).keepChoices(house.ticket, all));
            return 0;
        });
    };
    CHECK(choices().empty());
    keep({{"we call you tomorrow", true}, {"soon", false}});
    house.store.reopen();
    REQUIRE(choices().size() == 2);
    CHECK(choices().front().text == "we call you tomorrow");
    CHECK(choices().front().wanted);
    CHECK_FALSE(choices().back().wanted);
    keep({});
    CHECK(choices().empty());
}
