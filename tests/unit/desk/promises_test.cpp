// SPDX-License-Identifier: GPL-3.0-or-later
// Promises by the house's hours, in the order of the queue, and when they come due.
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include <vigie/desk/business_time.hpp>
#include <vigie/desk/desk.hpp>
#include <vigie/desk/promises.hpp>
#include <vigie/desk/ranking.hpp>
#include <vigie/desk/shift_sheet.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/promises.hpp>
#include <vigie/store/sla.hpp>
#include <vigie/store/tickets.hpp>

#include <algorithm>

using namespace vigie;
using namespace vigie::store;
using std::chrono::hours;

namespace {

constexpr const char *kZone = "Europe/Paris";

/// 2026-04-30, a Thursday, 10:00 in Paris; the first of May is a holiday there.
const Instant kBeforeMay = toInstant(*parseWallTime("2026-04-30T10:00"), kZone)->at;

struct House {
    explicit House(Instant now = kBeforeMay) : store(now) {}
    TicketId ask(const std::string &native, const std::string &text = "Where is my order?")
    {
        const std::vector<AnalysedItem> one{test::analysed(test::byAuthor(test::item(native, text, store.clock.now()), "m" + native, "user" + native + "@social.example"))};
        return store.write([&](Tx &tx) -> Result<TicketId> {
            VIGIE_TRY(const auto stored, Items(tx).store(one));
            Ticket made;
            made.root = made.latest = stored.front().id;
            VIGIE_TRY(const auto item, Items(tx).get(made.root));
            made.member = item->authorId;
            made.status = TicketStatus::Open;
            made.waitingSince = made.firstInboundAt = tx.now();
            return Tickets(tx).save(made, "intake");
        });
    }
    void openAt(const std::string &holidays, int from, int to, const std::string &zone = kZone)
    {
        auto calendar = desk::usualCalendar(zone, holidays);
        calendar.name = "House";
        for (std::size_t day = 0; day < 5; ++day)
            calendar.week[day] = {{static_cast<std::int16_t>(from * 60), static_cast<std::int16_t>(to * 60)}};
        store.write([&](Tx &tx) { return Sla(tx).save(calendar); });
    }
    std::string due(const std::string &words)
    {
        const auto found = store.read([&](Tx &tx) { return desk::promisesIn(tx, words, "", {}, tx.now(), kZone); });
        return found.empty() ? std::string() : toString(found.front().wall).substr(0, 16);
    }
    PromiseId promise(TicketId ticket, hours in)
    {
        return store.write([&](Tx &tx) {
            Promise one;
            one.ticket = ticket;
            one.text = "We come back to you";
            one.zone = kZone;
            one.due = tx.now() + in;
            one.wall = *toWall(one.due, kZone);
            one.madeBy = "nora";
            return Promises(tx).add(one);
        });
    }
    TicketStatus status(TicketId ticket)
    {
        return store.read([&](Tx &tx) { return Tickets(tx).get(ticket); }).status;
    }
    void close(TicketId ticket)
    {
        store.write([&](Tx &tx) { return desk::Desk(tx).setStatus({&ticket, 1}, TicketStatus::Done); });
    }
    std::vector<QueueEntry> queue()
    {
        return store.read([](Tx &tx) { return desk::ranked(tx, TicketFilter{}); });
    }
    test::TempStore store;
};

const ScoreTerm *termOf(const QueueEntry &entry)
{
    const auto found = std::find_if(entry.terms.begin(), entry.terms.end(), [](const ScoreTerm &term) { return term.key == "promise"; });
    return found == entry.terms.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("a promise in working days is due by the calendar of the house", "[desk][promise]")
{
    House house;
    CHECK(house.due("We will answer within two working days.") == "2026-05-04T18:00"); // Monday to Friday, without holidays
    house.openAt("FR", 9, 17);
    CHECK(house.due("We will answer within two working days.") == "2026-05-05T17:00");
    CHECK(house.due("Remboursement sous 2 jours ouvr\xC3\xA9s.") == "2026-05-05T17:00");
    CHECK(house.due("Nous revenons vers vous demain.") == "2026-05-01T18:00");      // the day that was said, though nobody works on it
    CHECK(house.due("We will reply before Monday.") == "2026-04-30T17:00");         // Friday is a holiday
    CHECK(house.due("Vous aurez une r\xC3\xA9ponse sous 48 h.") == "2026-05-02T10:00"); // hours are hours
    CHECK(house.due("Merci beaucoup !").empty());
}

TEST_CASE("a calendar of another place counts by its own clock", "[desk][promise]")
{
    House house;
    house.openAt("", 9, 17, "Europe/London");
    CHECK(house.due("We will come back to you tomorrow.") == "2026-05-01T18:00"); // five in London
}

TEST_CASE("what is promised and comes due moves its conversation up, and says why", "[desk][promise]")
{
    House house;
    const auto first = house.ask("1"), second = house.ask("2");
    REQUIRE(house.queue().front().ticket == first); // equal: the older one
    const auto promise = house.promise(second, hours{30});
    auto queue = house.queue();
    REQUIRE(queue.front().ticket == first);
    REQUIRE(termOf(queue.back()));
    CHECK(termOf(queue.back())->points == 0); // there is time; it is only said
    CHECK(termOf(queue.back())->value == Approx(30));
    house.store.clock.advance(hours{26}); // four of the eight hours before it is due
    queue = house.queue();
    REQUIRE(queue.front().ticket == second);
    CHECK(termOf(queue.front())->points == Approx(15));
    house.store.clock.advance(hours{8});
    queue = house.queue();
    CHECK(termOf(queue.front())->value == Approx(-4));
    CHECK(termOf(queue.front())->points == Approx(45));
    double sum = 0;
    for (const auto &term : queue.front().terms)
        sum += term.points;
    CHECK(queue.front().score == Approx(sum));
    house.store.write([&](Tx &tx) { return Promises(tx).settle(promise, PromiseState::Kept, "nora"); });
    CHECK(house.queue().front().ticket == first);
}

TEST_CASE("a conversation closed before its promise came due is open again, once", "[desk][promise]")
{
    House house;
    const auto ticket = house.ask("1");
    house.promise(ticket, hours{5});
    house.store.clock.advance(hours{1});
    house.close(ticket);
    const auto reopen = [&] { return house.store.write([](Tx &tx) { return desk::reopenPromised(tx); }); };
    CHECK(reopen().empty()); // not due yet
    house.store.clock.advance(hours{5});
    CHECK(reopen() == std::vector{ticket});
    CHECK(house.status(ticket) == TicketStatus::Open);
    house.close(ticket);
    house.store.clock.advance(hours{1});
    CHECK(reopen().empty());
    CHECK(house.status(ticket) == TicketStatus::Done);
}

TEST_CASE("the shift sheet says to whom something was promised, with a conversation or without", "[desk][promise]")
{
    House house;
    const auto ticket = house.ask("1");
    const auto member = house.store.read([&](Tx &tx) { return Tickets(tx).get(ticket); }).member;
    house.promise(ticket, hours{2});
    house.store.write([&](Tx &tx) {
        Promise one;
        one.member = member;
        one.text = "We call you";
        one.zone = kZone;
        one.due = tx.now() - hours{1};
        one.wall = *toWall(one.due, kZone);
        return Promises(tx).add(one);
    });
    const auto sheet = house.store.read([&](Tx &tx) { return desk::shiftSheet(tx, tx.now() - hours{8}, "nora"); });
    std::vector<desk::ShiftLine> promised;
    for (const auto &line : sheet.lines)
        if (line.part == desk::ShiftPart::Promised)
            promised.push_back(line);
    REQUIRE(promised.size() == 2);
    CHECK(promised[0].text == "We call you");
    CHECK(promised[0].late);
    CHECK(promised[0].who == "user1@social.example");
    CHECK_FALSE(promised[1].late);
    CHECK(promised[1].who == "user1@social.example");
    const auto text = desk::shiftText(sheet, "fr");
    CHECK(text.find("We call you") != std::string::npos);
}
