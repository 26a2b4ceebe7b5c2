// SPDX-License-Identifier: GPL-3.0-or-later
// Clocks as tickets live: kept behind the writer, right before they are kept, by the rules of their time.
#include "support/temp_store.hpp"

#include <vigie/desk/desk.hpp>
#include <vigie/desk/sla.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>
#include <vigie/text/query.hpp>

#include <algorithm>

using namespace vigie;
using namespace vigie::test;

namespace {

constexpr std::int64_t kHour = 3600;

struct Place {
    Place()
    {
        Account account;
        account.connector = "mastodon";
        account.nativeId = "1";
        account.handle = "@us";
        ours = store.write([&](store::Tx &tx) { return store::Accounts(tx).save(account); });
    }
    /// Seen now, written at that time.
    ItemId see(const std::string &native, Instant at, const std::string &answers = {}, bool byUs = false, bool bot = false)
    {
        Item item;
        item.connector = "mastodon";
        item.nativeId = native;
        item.text = "Bonjour, quand ouvrez-vous ?";
        item.publishedAt = item.fetchedAt = at;
        item.author.nativeId = byUs ? "1" : bot ? "robot" : "ana";
        item.author.bot = bot;
        if (!answers.empty())
            item.refs = {{Relation::ReplyTo, answers, {}}};
        if (byUs)
            item.ours = ours;
        return store.write([&](store::Tx &tx) -> Result<ItemId> {
            const std::vector<store::AnalysedItem> items{store::AnalysedItem(item)};
            VIGIE_TRY(const auto stored, store::Items(tx).store(items));
            VIGIE_CHECK(desk::Desk(tx).absorb(stored.front().id, ours, byUs ? "" : "mention"));
            return stored.front().id;
        });
    }
    TicketId ticketOf(ItemId item)
    {
        return store.read([&](store::Tx &tx) -> Result<TicketId> {
            VIGIE_TRY(const auto ticket, store::Tickets(tx).forItem(item));
            return ticket.value_or(TicketId{});
        });
    }
    void decide(TicketId ticket, TicketStatus status)
    {
        store.write([&](store::Tx &tx) { return desk::Desk(tx).setStatus({&ticket, 1}, status); });
    }
    int catchUp()
    {
        return store.write([](store::Tx &tx) { return desk::SlaDesk(tx).catchUp(1000); });
    }
    std::vector<SlaEvent> kept(TicketId ticket)
    {
        return store.read([&](store::Tx &tx) -> Result<std::vector<SlaEvent>> {
            VIGIE_TRY(auto all, store::Sla(tx).events({&ticket, 1}));
            return all[ticket];
        });
    }
    SlaEvent kept(TicketId ticket, SlaTarget target)
    {
        for (const auto &event : kept(ticket))
            if (event.target == target)
                return event;
        FAIL("no such clock");
        return {};
    }
    desk::SlaSetup setup()
    {
        return store.read([](store::Tx &tx) { return desk::SlaDesk(tx).setup(); });
    }
    void apply(const desk::SlaSetup &setup)
    {
        store.write([&](store::Tx &tx) { return desk::SlaDesk(tx).apply(setup); });
    }
    /// Four open hours for a first answer, Monday to Friday, nine to six in Paris.
    void promise(std::int64_t first = 4 * kHour)
    {
        desk::SlaSetup setup;
        setup.calendars.push_back(desk::usualCalendar("Europe/Paris", "FR"));
        setup.calendars.front().id = CalendarId{-1};
        setup.calendars.front().name = "Office";
        SlaPolicy policy;
        policy.id = SlaPolicyId{-1};
        policy.name = "Everybody";
        policy.calendar = CalendarId{-1};
        policy.first = first;
        policy.resolution = 16 * kHour;
        setup.policies.push_back(policy);
        apply(setup);
    }
    [[nodiscard]] Instant now() const { return store.clock.now(); }

    TempStore store; ///< 2026-03-02, a Monday, 12:00 UTC: 13:00 in Paris
    AccountId ours;
};

} // namespace

TEST_CASE("clocks are kept behind the writer, and right before that", "[service]")
{
    Place place;
    place.promise();
    const auto ticket = place.ticketOf(place.see("a", place.now() - std::chrono::hours{1}));
    const auto live = place.store.read([](store::Tx &tx) { return desk::SlaDesk(tx).clocks(); });
    REQUIRE(live.count(ticket) == 1);
    CHECK(toRfc3339(*live.at(ticket).dueAt) == "2026-03-02T15:00:00Z"); // noon in Paris and four hours
    CHECK(place.kept(ticket).empty());
    CHECK(place.catchUp() == 1);
    CHECK(place.catchUp() == 0);
    CHECK(place.kept(ticket, SlaTarget::First).dueAt == live.at(ticket).dueAt);
    CHECK(place.kept(ticket, SlaTarget::Resolution).state == SlaState::Running);
}

TEST_CASE("a change is shown on what came a moment ago, too", "[service]")
{
    Place place;
    const auto ticket = place.ticketOf(place.see("a", place.now() - std::chrono::hours{1}));
    desk::SlaSetup wanted;
    wanted.calendars.push_back(desk::usualCalendar("Europe/Paris", "FR"));
    wanted.calendars.front().id = CalendarId{-1};
    wanted.calendars.front().name = "Office";
    SlaPolicy policy;
    policy.id = SlaPolicyId{-1};
    policy.name = "Everybody";
    policy.calendar = CalendarId{-1};
    policy.first = 4 * kHour;
    wanted.policies.push_back(policy);
    const auto before = place.store.read([&](store::Tx &tx) { return desk::SlaDesk(tx).preview(wanted); });
    CHECK(place.kept(ticket).empty()); // nothing was caught up with yet
    REQUIRE(before.shifts.size() == 1);
    CHECK(before.shifts.front().ticket == ticket);
    place.catchUp();
    const auto after = place.store.read([&](store::Tx &tx) { return desk::SlaDesk(tx).preview(wanted); });
    CHECK(after.open == before.open);
    CHECK(after.begin == before.begin);
}

TEST_CASE("an answer that a colleague gave on the network counts at its own time", "[service]")
{
    Place place;
    place.promise();
    const auto ticket = place.ticketOf(place.see("a", place.now()));
    place.store.clock.advance(std::chrono::hours{9});
    place.see("r", place.now() - std::chrono::hours{6}, "a", true);
    place.catchUp();
    const auto event = place.kept(ticket, SlaTarget::First);
    CHECK(event.state == SlaState::Hit);
    CHECK(event.used == 3 * kHour);
    CHECK(event.policy);
}

TEST_CASE("what machines write stops and starts no clock", "[service]")
{
    Place place;
    place.promise();
    const auto ticket = place.ticketOf(place.see("a", place.now()));
    const OutboundId sent = place.store.write([&](store::Tx &tx) -> Result<OutboundId> {
        Outbound outbound;
        outbound.account = place.ours;
        outbound.kind = OutboundKind::Reply;
        outbound.ticket = ticket;
        outbound.state = OutboundState::Sent;
        outbound.parts.resize(1);
        outbound.parts.front().text = "We have received your message";
        outbound.parts.front().nativeId = "auto";
        VIGIE_TRY(const auto id, store::Outbox(tx).add(outbound));
        VIGIE_CHECK(store::Sla(tx).setAutomatic(id));
        return id;
    });
    CHECK(sent);
    place.see("auto", place.now() + std::chrono::minutes{1}, "a", true);
    place.catchUp();
    CHECK(place.kept(ticket, SlaTarget::First).state != SlaState::Hit);
    const auto robot = place.ticketOf(place.see("b", place.now(), {}, false, true));
    place.catchUp();
    CHECK(place.kept(robot).empty());
}

TEST_CASE("an action that is undone never was, for the clock either", "[service]")
{
    Place place;
    place.promise();
    const auto ticket = place.ticketOf(place.see("a", place.now()));
    place.store.clock.advance(std::chrono::minutes{30});
    place.decide(ticket, TicketStatus::WaitingMember);
    place.catchUp();
    CHECK(place.kept(ticket, SlaTarget::First).state == SlaState::Stopped);
    place.store.clock.advance(std::chrono::hours{1});
    place.store.write([](store::Tx &tx) { return desk::Desk(tx).undo(); });
    place.catchUp();
    CHECK(toRfc3339(*place.kept(ticket, SlaTarget::First).dueAt) == "2026-03-02T16:00:00Z");
}

TEST_CASE("a change of hours is shown before it is applied, and rewrites no past result", "[service]")
{
    Place place;
    place.promise();
    const auto answered = place.ticketOf(place.see("a", place.now()));
    place.store.clock.advance(std::chrono::hours{1});
    place.see("r", place.now(), "a", true);
    const auto waits = place.ticketOf(place.see("b", place.now()));
    place.catchUp();
    const auto past = place.kept(answered, SlaTarget::First);
    const auto before = place.kept(waits, SlaTarget::First).dueAt;

    auto wanted = place.setup();
    wanted.calendars.front().week[0] = {{9 * 60, 15 * 60}}; // Mondays end at three
    place.store.clock.advance(std::chrono::hours{4});       // 18:00 in Paris
    const auto preview = place.store.read([&](store::Tx &tx) { return desk::SlaDesk(tx).preview(wanted); });
    CHECK(preview.open == 3); // two that run, and a resolution that stands still: the member has the word
    REQUIRE_FALSE(preview.shifts.empty());
    const auto shift = std::find_if(preview.shifts.begin(), preview.shifts.end(), [&](const auto &one) { return one.ticket == waits && one.target == SlaTarget::First; });
    REQUIRE(shift != preview.shifts.end());
    CHECK(shift->before == before);
    CHECK(toRfc3339(*shift->after) == "2026-03-03T11:00:00Z"); // an hour on Monday, three on Tuesday
    CHECK(preview.gain == 2);
    CHECK(preview.becomeLate == 0);
    CHECK(place.kept(waits, SlaTarget::First).dueAt == before); // looking changes nothing

    place.apply(wanted);
    place.catchUp();
    CHECK(place.kept(waits, SlaTarget::First).dueAt == shift->after);
    CHECK(place.kept(waits, SlaTarget::First).calendarVersion == 2);
    CHECK(place.kept(answered, SlaTarget::First) == past);

    // Worked out again for another reason, it is still judged by the hours of its time.
    place.decide(answered, TicketStatus::Done);
    place.catchUp();
    CHECK(place.kept(answered, SlaTarget::First) == past);

    // One key takes the change back.
    place.store.write([](store::Tx &tx) { return desk::Desk(tx).undo(); });
    place.store.write([](store::Tx &tx) { return desk::Desk(tx).undo(); });
    place.catchUp();
    CHECK(place.kept(waits, SlaTarget::First).dueAt == before);
    CHECK(place.setup().calendars.front().week[0] == DayHours{{9 * 60, 18 * 60}});
}

TEST_CASE("a shorter promise makes late, a removed one ends", "[service]")
{
    Place place;
    place.promise();
    place.see("a", place.now());
    place.catchUp();
    place.store.clock.advance(std::chrono::hours{3});
    auto wanted = place.setup();
    wanted.policies.front().first = kHour;
    auto preview = place.store.read([&](store::Tx &tx) { return desk::SlaDesk(tx).preview(wanted); });
    CHECK(preview.becomeLate == 1);
    CHECK(preview.shifts.front().lateAfter);
    wanted.policies.clear();
    preview = place.store.read([&](store::Tx &tx) { return desk::SlaDesk(tx).preview(wanted); });
    CHECK(preview.end == 2);
    place.apply(wanted);
    place.catchUp();
    CHECK(place.store.read([](store::Tx &tx) { return desk::SlaDesk(tx).clocks(); }).empty());
}

TEST_CASE("what had ended before anything was promised was promised nothing", "[service]")
{
    Place place;
    const auto ticket = place.ticketOf(place.see("a", place.now()));
    place.see("r", place.now() + std::chrono::minutes{5}, "a", true);
    place.store.clock.advance(std::chrono::hours{1});
    place.promise();
    place.catchUp();
    CHECK(place.kept(ticket, SlaTarget::First).state == SlaState::Nothing);
    CHECK(place.kept(ticket, SlaTarget::First).wall == 300);
}

TEST_CASE("the nearest promise weighs in the queue", "[service]")
{
    Place place;
    place.promise();
    const auto late = place.ticketOf(place.see("a", place.now() - std::chrono::hours{4}));
    const auto entries = place.store.read([](store::Tx &tx) { return desk::Desk(tx).queue({}); });
    REQUIRE(entries.size() == 1);
    CHECK(entries.front().ticket == late);
    const auto term = std::find_if(entries.front().terms.begin(), entries.front().terms.end(), [](const auto &one) { return one.key == "deadline"; });
    REQUIRE(term != entries.front().terms.end());
    CHECK(term->value == Approx(0).margin(0.01)); // it is due this very moment: all its points
    CHECK(term->points == Approx(30).margin(0.1));
}

TEST_CASE("why a clock stands where it stands", "[service]")
{
    Place place;
    place.promise(8 * kHour);
    place.store.clock.advance(std::chrono::hours{24 * 31}); // Thursday 2 April, before Easter
    const auto ticket = place.ticketOf(place.see("a", place.now()));
    const auto why = place.store.read([&](store::Tx &tx) { return desk::SlaDesk(tx).explain(ticket); });
    REQUIRE(why.size() == 2);
    CHECK(why.front().policy == "Everybody");
    CHECK(why.front().secondsLeft == 8 * kHour);
    place.store.clock.advance(std::chrono::hours{24 * 5});
    const auto later = place.store.read([&](store::Tx &tx) { return desk::SlaDesk(tx).explain(ticket); });
    REQUIRE(later.front().daysOff.size() == 1);
    CHECK(later.front().daysOff.front().reason == "easter_monday");
    std::int64_t counted = 0;
    for (const auto &stretch : later.front().counted)
        counted += std::chrono::floor<std::chrono::seconds>(stretch.to - stretch.from).count();
    CHECK(counted == 4 * kHour + 9 * kHour + 5 * kHour); // Thursday from two, Friday, Tuesday until two
}

TEST_CASE("a setup that cannot be kept is refused with the reason", "[service]")
{
    Place place;
    place.promise();
    auto wanted = place.setup();
    wanted.policies.front().name = " ";
    CHECK(desk::setupFault(wanted).has_value());
    wanted = place.setup();
    wanted.calendars.clear(); // a policy still names it
    CHECK(desk::setupFault(wanted).has_value());
    wanted = place.setup();
    wanted.policies.front().first = 10;
    CHECK(desk::setupFault(wanted).has_value());
    wanted = place.setup();
    wanted.policies.front().scope.kinds = {"odd"};
    CHECK(desk::setupFault(wanted).has_value());
    CHECK_FALSE(desk::setupFault(place.setup()).has_value());
}

TEST_CASE("a clock that stands still is shown as such, late or not", "[service]")
{
    Place place;
    place.promise();
    const auto ticket = place.ticketOf(place.see("a", place.now() - std::chrono::hours{72}));
    REQUIRE(place.store.read([](store::Tx &tx) { return desk::SlaDesk(tx).clocks(); }).at(ticket).dueAt);
    place.decide(ticket, TicketStatus::WaitingMember);
    const auto clock = place.store.read([](store::Tx &tx) { return desk::SlaDesk(tx).clocks(); }).at(ticket);
    CHECK_FALSE(clock.dueAt);
    CHECK(clock.secondsLeft < 0); // it had been late when it was stopped
}

TEST_CASE("a query for deadlines asks the clock that the ticket shows", "[service]")
{
    Place place;
    place.promise();
    const auto item = place.see("a", place.now()); // due at 17:00 in Paris
    const auto ticket = place.ticketOf(item);
    place.catchUp();
    const auto answer = [&] {
        std::string found;
        for (const auto *value : {"late", "soon", "ok"}) {
            const auto query = text::parseQuery(std::string("sla:") + value);
            REQUIRE(query);
            if (place.store.read([&](store::Tx &tx) { return store::Items(tx).search(*query, {}); }) == std::vector<ItemId>{item})
                found += value;
        }
        return found;
    };
    CHECK(answer() == "ok");
    place.store.clock.advance(std::chrono::minutes{190});
    CHECK(answer() == "soon");
    place.store.clock.advance(std::chrono::hours{1});
    CHECK(answer() == "late"); // four hours are over; the answer time of the workspace, a day, is not
    place.decide(ticket, TicketStatus::WaitingMember);
    place.catchUp();
    CHECK(answer().empty()); // it stands still
    place.store.write([](store::Tx &tx) { return desk::Desk(tx).undo(); });
    place.catchUp();
    CHECK(answer() == "late");
    place.decide(ticket, TicketStatus::Done);
    CHECK(answer().empty()); // before the clock is worked out again
}
