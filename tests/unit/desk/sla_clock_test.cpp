// SPDX-License-Identifier: GPL-3.0-or-later
// Wednesday 16 September 2026, Paris, nine to six: 09:00 there is 07:00 UTC.
#include <vigie/desk/sla_clock.hpp>

#include "support/must.hpp"

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::desk;
using vigie::test::must;

namespace {

constexpr std::int64_t kHour = 3600;

Instant at(const std::string &text)
{
    return must(parseRfc3339(text));
}
/// A time of that Wednesday, in Paris.
Instant wed(int hour, int minute = 0)
{
    return at("2026-09-15T22:00:00Z") + std::chrono::hours{hour} + std::chrono::minutes{minute};
}
SlaMoment in(Instant when) { return {when, SlaMoment::Kind::Inbound, {}, {}, false}; }
SlaMoment out(Instant when) { return {when, SlaMoment::Kind::Answer, {}, {}, false}; }
SlaMoment state(Instant when, TicketStatus status, std::optional<Instant> until = {}) { return {when, SlaMoment::Kind::State, status, until, false}; }

BusinessTime paris()
{
    return must(BusinessTime::of(usualCalendar("Europe/Paris", "FR")));
}
std::vector<SlaSpell> of(const std::vector<SlaSpell> &spells, SlaTarget target)
{
    std::vector<SlaSpell> found;
    for (const auto &spell : spells)
        if (spell.target == target)
            found.push_back(spell);
    return found;
}
SlaEvent first(std::vector<SlaMoment> moments, Instant now, std::int64_t promised = 4 * kHour)
{
    auto time = paris();
    const auto spells = of(spellsOf(std::move(moments), now), SlaTarget::First);
    REQUIRE(spells.size() == 1);
    return judge(spells.front(), promised, time);
}

} // namespace

TEST_CASE("a first answer in time, late, and late on the next morning", "[service]")
{
    auto event = first({in(wed(10)), out(wed(13, 59))}, wed(15));
    CHECK(event.state == SlaState::Hit);
    CHECK(event.dueAt == wed(14));
    CHECK(event.used == 3 * kHour + 59 * 60);
    CHECK(event.wall == event.used);
    CHECK(first({in(wed(10)), out(wed(14))}, wed(15)).state == SlaState::Hit);
    CHECK(first({in(wed(10)), out(wed(14, 1))}, wed(15)).state == SlaState::Miss);
    event = first({in(wed(17)), out(wed(24 + 9, 30))}, wed(48)); // an hour today, half an hour tomorrow
    CHECK(event.state == SlaState::Hit);
    CHECK(event.used == kHour + 30 * 60);
    CHECK(event.wall == 16 * kHour + 30 * 60);
    CHECK(event.dueAt == wed(24 + 12));
}

TEST_CASE("a running clock is neither hit nor miss, however late", "[service]")
{
    const auto event = first({in(wed(10))}, wed(48));
    CHECK(event.state == SlaState::Running);
    CHECK(event.dueAt == wed(14));
    SlaClock clock;
    clock.dueAt = event.dueAt;
    auto time = paris();
    CHECK(secondsLeft(clock, time, wed(12)) == 2 * kHour);
    CHECK(secondsLeft(clock, time, wed(14, 35)) == -35 * 60);
    CHECK(secondsLeft(clock, time, wed(24 + 10)) == -5 * kHour); // the night does not count
}

TEST_CASE("several messages in a row wait from the first unanswered one", "[service]")
{
    const auto spells = spellsOf({in(wed(9)), in(wed(9, 30)), out(wed(10)), in(wed(11)), in(wed(12)), in(wed(13)), out(wed(14)), in(wed(15))}, wed(16));
    CHECK(of(spells, SlaTarget::First).size() == 1);
    const auto next = of(spells, SlaTarget::Next);
    REQUIRE(next.size() == 2);
    CHECK(next[0].from == wed(11));
    CHECK(next[0].until == wed(14));
    CHECK(next[1].from == wed(15));
    CHECK_FALSE(next[1].until);
    CHECK(next[1].sequence == 1);
}

TEST_CASE("a thread that we began starts with the member's first answer", "[service]")
{
    const auto spells = spellsOf({out(wed(8)), in(wed(10)), out(wed(11))}, wed(12));
    REQUIRE(of(spells, SlaTarget::First).size() == 1);
    CHECK(of(spells, SlaTarget::First).front().from == wed(10));
    CHECK(of(spells, SlaTarget::Next).empty());
}

TEST_CASE("waiting for the member and snoozing stop the clock", "[service]")
{
    // An hour counts, four stand still, one counts.
    auto event = first({in(wed(9)), state(wed(10), TicketStatus::WaitingMember), state(wed(14), TicketStatus::Open), out(wed(15))}, wed(16), 2 * kHour);
    CHECK(event.used == 2 * kHour);
    CHECK(event.state == SlaState::Hit);
    CHECK(event.dueAt == wed(15));
    event = first({in(wed(9)), state(wed(10), TicketStatus::WaitingMember)}, wed(16), 2 * kHour);
    CHECK(event.state == SlaState::Stopped);
    CHECK_FALSE(event.dueAt);
    CHECK(event.promised - event.used == kHour);
    // A snooze that is over by itself, though the machine was off and nobody said so.
    event = first({in(wed(9)), state(wed(10), TicketStatus::Open, wed(13))}, wed(16), 2 * kHour);
    CHECK(event.state == SlaState::Running);
    CHECK(event.dueAt == wed(14));
    // Their next word ends the waiting at the time it was written.
    event = first({in(wed(9)), state(wed(10), TicketStatus::WaitingMember), in(wed(12)), state(wed(12, 5), TicketStatus::Open)}, wed(16), 2 * kHour);
    CHECK(event.dueAt == wed(13));
}

TEST_CASE("waiting for a colleague does not stop it: the member waits on", "[service]")
{
    CHECK(first({in(wed(9)), state(wed(10), TicketStatus::WaitingInside)}, wed(11)).dueAt == wed(13));
}

TEST_CASE("a case closed without an answer is neither hit nor miss; opened again, it waits on", "[service]")
{
    auto event = first({in(wed(9)), state(wed(10), TicketStatus::Done)}, wed(16));
    CHECK(event.state == SlaState::Unanswered);
    event = first({in(wed(9)), state(wed(10), TicketStatus::Done), state(wed(12), TicketStatus::Open)}, wed(16));
    CHECK(event.state == SlaState::Running);
    CHECK(event.dueAt == wed(15)); // an hour was used
    CHECK(first({in(wed(9)), state(wed(10), TicketStatus::Ignored)}, wed(16)).state == SlaState::Cancelled);
}

TEST_CASE("late but resolved is a miss; a case opened again keeps both resolutions", "[service]")
{
    auto time = paris();
    auto spells = of(spellsOf({in(wed(9)), out(wed(10)), state(wed(17), TicketStatus::Done)}, wed(20)), SlaTarget::Resolution);
    REQUIRE(spells.size() == 1);
    // From the answer on the member has the word.
    auto event = judge(spells[0], kHour / 2, time);
    CHECK(event.used == kHour);
    CHECK(event.state == SlaState::Miss);
    CHECK(event.dueAt == wed(9, 30));
    spells = of(spellsOf({in(wed(9)), state(wed(11), TicketStatus::Done), in(wed(14)), state(wed(15), TicketStatus::Done)}, wed(20)), SlaTarget::Resolution);
    REQUIRE(spells.size() == 2);
    CHECK(judge(spells[0], 4 * kHour, time).used == 2 * kHour);
    event = judge(spells[1], 4 * kHour, time);
    CHECK(event.used == 3 * kHour); // the time it was closed does not count
    CHECK(event.sequence == 1);
    CHECK(event.wall == 6 * kHour);
    CHECK(event.state == SlaState::Hit);
}

TEST_CASE("an answer at the time of its question is at once", "[service]")
{
    const auto event = first({{wed(10), SlaMoment::Kind::Answer, {}, {}, true}, in(wed(10))}, wed(11));
    CHECK(event.used == 0);
    CHECK(event.skewed);
    CHECK(event.state == SlaState::Hit);
}

TEST_CASE("a promise in a calendar that never opens is never due", "[service]")
{
    BusinessCalendar never;
    never.zone = "UTC";
    auto time = must(BusinessTime::of(never));
    const auto spells = spellsOf({in(wed(10))}, wed(11));
    const auto event = judge(spells.front(), kHour, time);
    CHECK_FALSE(event.dueAt);
    CHECK(event.state == SlaState::Running);
}

TEST_CASE("the first policy whose scope holds decides", "[service]")
{
    SlaPolicy vip, press, all;
    vip.scope.tags = {"VIP"};
    vip.scope.kinds = {"direct"};
    vip.first = kHour;
    press.scope.tags = {"press"}; // holds, and promises nothing
    all.first = 8 * kHour;
    all.next = kHour;
    const std::vector<SlaPolicy> policies{vip, press, all};
    SlaFacts facts;
    facts.tags = {"vip"};
    CHECK(policyFor(policies, facts, SlaTarget::First)->first == 8 * kHour); // not a private message
    facts.direct = true;
    CHECK(policyFor(policies, facts, SlaTarget::First)->first == kHour);
    CHECK(policyFor(policies, facts, SlaTarget::Next) == nullptr);
    facts.tags = {"press/TV"};
    CHECK(policyFor(policies, facts, SlaTarget::First) == nullptr);
    facts.tags = {"pressing"};
    CHECK(policyFor(policies, facts, SlaTarget::First)->first == 8 * kHour);
}

TEST_CASE("each part of a scope can exclude", "[service]")
{
    SlaFacts facts;
    facts.account = AccountId{2};
    facts.network = "mastodon";
    facts.lang = "fr";
    facts.review = true;
    facts.points = 30;
    SlaScope scope;
    CHECK(holds(scope, facts));
    scope.accounts = {AccountId{1}};
    CHECK_FALSE(holds(scope, facts));
    scope.accounts.push_back(AccountId{2});
    scope.networks = {"bluesky"};
    CHECK_FALSE(holds(scope, facts));
    scope.networks = {"mastodon"};
    scope.languages = {"en"};
    CHECK_FALSE(holds(scope, facts));
    scope.languages = {"en", "fr"};
    scope.kinds = {"complaint"};
    CHECK_FALSE(holds(scope, facts));
    scope.kinds = {"complaint", "review"};
    scope.points = 31;
    CHECK_FALSE(holds(scope, facts));
    scope.points = 30;
    CHECK(holds(scope, facts));
}
