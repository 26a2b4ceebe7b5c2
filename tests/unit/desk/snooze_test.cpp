// SPDX-License-Identifier: GPL-3.0-or-later
// A ticket comes back at the time on the wall that was asked for: across changes of the clocks, and when the machine was off.
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include <vigie/desk/desk.hpp>
#include <vigie/store/items.hpp>

#include <span>

using namespace vigie;
using vigie::test::TempStore;

namespace {

Instant at(const char *text)
{
    return parseRfc3339(text).value();
}

struct Place {
    TempStore store;
    TicketId ticket;

    explicit Place(const char *now) : store(at(now))
    {
        ticket = store.write([](store::Tx &tx) -> Result<TicketId> {
            const auto given = test::analysed(test::item("1", "Hello?", tx.now()));
            VIGIE_TRY(const auto stored, store::Items(tx).store(std::span(&given, 1)));
            return desk::Desk(tx).toInbox(stored.front().id, AccountId{1});
        });
    }
    void snooze(const WallTime &wall, const std::string &zone)
    {
        store.write([&](store::Tx &tx) { return desk::Desk(tx).snooze({{ticket}}, wall, zone); });
    }
    bool wakes(const char *now)
    {
        store.clock.set(at(now));
        return !store.write([](store::Tx &tx) { return desk::Desk(tx).wakeDue(); }).empty();
    }
};

} // namespace

TEST_CASE("nine on Monday is nine on the wall on both sides of a change of the clocks", "[desk][snooze]")
{
    SECTION("Paris in spring: the clocks go from 2 to 3 on Sunday")
    {
        Place place("2026-03-27T16:00:00Z");
        place.snooze({2026, 3, 30, 9, 0, 0}, "Europe/Paris");
        CHECK_FALSE(place.wakes("2026-03-30T06:59:59Z"));
        CHECK(place.wakes("2026-03-30T07:00:00Z"));
    }
    SECTION("Paris in autumn: the clocks go from 3 to 2 on Sunday")
    {
        Place place("2026-10-23T16:00:00Z");
        place.snooze({2026, 10, 26, 9, 0, 0}, "Europe/Paris");
        CHECK_FALSE(place.wakes("2026-10-26T07:59:59Z"));
        CHECK(place.wakes("2026-10-26T08:00:00Z"));
    }
    SECTION("Montreal changes three weeks before Paris")
    {
        Place place("2026-03-06T20:00:00Z");
        place.snooze({2026, 3, 9, 9, 0, 0}, "America/Montreal");
        CHECK_FALSE(place.wakes("2026-03-09T12:59:59Z"));
        CHECK(place.wakes("2026-03-09T13:00:00Z"));
    }
}

TEST_CASE("an hour that the clocks leave out comes with the next, one that they repeat comes the first time", "[desk][snooze]")
{
    SECTION("half past two does not exist")
    {
        Place place("2026-03-28T16:00:00Z");
        place.snooze({2026, 3, 29, 2, 30, 0}, "Europe/Paris");
        CHECK_FALSE(place.wakes("2026-03-29T00:59:59Z"));
        CHECK(place.wakes("2026-03-29T01:30:00Z"));
    }
    SECTION("half past two exists twice")
    {
        Place place("2026-10-24T16:00:00Z");
        place.snooze({2026, 10, 25, 2, 30, 0}, "Europe/Paris");
        CHECK_FALSE(place.wakes("2026-10-25T00:29:59Z"));
        CHECK(place.wakes("2026-10-25T00:30:00Z"));
    }
}

TEST_CASE("whoever was to come back while the machine was off comes back when it is on, once", "[desk][snooze]")
{
    Place place("2026-03-27T16:00:00Z");
    place.snooze({2026, 3, 29, 9, 0, 0}, "Europe/Paris");
    place.store.close();
    place.store.reopen();
    CHECK(place.wakes("2026-04-02T12:00:00Z"));
    CHECK_FALSE(place.wakes("2026-04-02T12:00:01Z"));
    const auto past = (*place.store).writeNow<ChangeSetId>([&](store::Tx &tx) { return desk::Desk(tx).snooze({{place.ticket}}, {2026, 3, 29, 9, 0, 0}, "Europe/Paris"); });
    CHECK(past.error().code == Errc::InvalidInput); // it has passed
}
