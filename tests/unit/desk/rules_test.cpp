// SPDX-License-Identifier: GPL-3.0-or-later
// Rules: what they change and sign, what cuts their loops, and a trial that is the run without the writing.
#include "store/session.hpp"
#include "support/builders.hpp"
#include "support/must.hpp"
#include "support/temp_store.hpp"

#include <vigie/base/digest.hpp>
#include <vigie/desk/desk.hpp>
#include <vigie/desk/rules.hpp>
#include <vigie/desk/shift_sheet.hpp>
#include <vigie/desk/sla.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/queue.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>

using namespace vigie;
using namespace vigie::store;
using desk::RuleRun;

namespace {

RuleAction tag(const std::string &name) { return {RuleAction::Kind::Tag, name, {}, 0}; }
RuleAction status(TicketStatus to) { return {RuleAction::Kind::Status, {}, to, 0}; }
RuleAction with(RuleAction::Kind kind, const std::string &text, double number = 0) { return {kind, text, {}, number}; }

Rule rule(const std::string &name, const std::string &source, std::vector<RuleAction> actions, RuleMoment moment = RuleMoment::Arrives)
{
    Rule out;
    out.name = name;
    out.source = source;
    out.actions = std::move(actions);
    out.moment = moment;
    return out;
}

struct Place {
    test::TempStore store;
    AccountId account;

    Place()
    {
        Account ours;
        ours.connector = "mastodon";
        ours.instance = "https://social.example";
        ours.nativeId = "us";
        account = store.write([&](Tx &tx) -> Result<AccountId> {
            VIGIE_CHECK(Settings(tx).set("workspace.zone", "Europe/Paris"));
            return Accounts(tx).save(ours);
        });
    }
    RuleId save(const Rule &given)
    {
        return store.write([&](Tx &tx) { return desk::saveRule(tx, given, true); });
    }
    /// As a page of intake does: stored, absorbed, shown to the rules, in one transaction.
    ItemId arrives(const std::string &native, const std::string &text, const std::string &reason = "mention", Instant at = test::kNoon)
    {
        const std::vector<AnalysedItem> given{test::analysed(test::item(native, text, at))};
        return store.write([&](Tx &tx) -> Result<ItemId> {
            VIGIE_TRY(const auto stored, Items(tx).store(given));
            const auto id = stored.front().id;
            if (!reason.empty())
                VIGIE_CHECK(desk::Desk(tx).absorb(id, account, reason));
            VIGIE_CHECK(RuleRun(tx).arrived({&id, 1}, account, false));
            return id;
        });
    }
    std::optional<TicketRow> row(ItemId item)
    {
        return store.read([&](Tx &tx) -> Result<std::optional<TicketRow>> {
            VIGIE_TRY(const auto ticket, Tickets(tx).forItem(item));
            if (!ticket)
                return std::optional<TicketRow>{};
            VIGIE_TRY(auto rows, Tickets(tx).rows({&*ticket, 1}));
            return std::optional(std::move(rows.front()));
        });
    }
    double bump(ItemId item)
    {
        return store.read([&](Tx &tx) { return Rules(tx).subjects({&item, 1}); }).front().bump;
    }
    std::vector<TicketEvent> history(ItemId item)
    {
        const auto ticket = row(item)->ticket.id;
        return store.read([&](Tx &tx) { return Tickets(tx).history(ticket); });
    }
    std::vector<RuleLogLine> log()
    {
        return store.read([](Tx &tx) { return Rules(tx).logged({}, 10'000); });
    }
    desk::RuleTrial trial(const Rule &given, int slice = 7)
    {
        desk::RuleTrial out;
        while (!out.done)
            store.read([&](Tx &tx) -> Result<int> {
                VIGIE_CHECK(desk::tryRule(tx, given, test::kNoon - std::chrono::hours{24 * 90}, slice, out));
                return 0;
            });
        return out;
    }
    void undo()
    {
        store.write([](Tx &tx) { return Tickets(tx).undoLast(); });
    }
};

using Tags = std::vector<std::string>;

} // namespace

TEST_CASE("what arrives is ruled in the transaction that stores it, and every change names its rule")
{
    Place place;
    place.save(rule("Colis", "colis OR parcel", {tag("Livraison"), with(RuleAction::Kind::Assign, "Ines"), with(RuleAction::Kind::Bump, {}, 30),
                                                 with(RuleAction::Kind::Note, "Demander le numero")}));
    const auto hit = place.arrives("1", "Where is my PARCEL?"), other = place.arrives("2", "Thank you");
    const auto found = *place.row(hit);
    CHECK(found.tags == Tags{"Livraison"});
    CHECK(found.ticket.owner == "Ines");
    CHECK(place.bump(hit) == 30);
    CHECK(found.notes == 1);
    CHECK(place.row(other)->tags.empty());
    const auto history = place.history(hit);
    for (const auto *what : {"owner", "tag", "note"})
        CHECK(std::any_of(history.begin(), history.end(), [&](const TicketEvent &line) { return line.what == what && line.actor == "rule:Colis"; }));
    const auto log = place.log();
    REQUIRE(log.size() == 1);
    CHECK(log.front().name == "Colis");
    CHECK(log.front().item == hit);
    CHECK(log.front().done == "tag Livraison; owner Ines; points 30; note Demander le numero");
}

TEST_CASE("rules know every script, accents and signs")
{
    Place place;
    place.save(rule("\xd9\x82\xd8\xa7\xd8\xb9\xd8\xaf\xd8\xa9", "\xd8\xaa\xd8\xa3\xd8\xae\xd9\x8a\xd8\xb1", {tag("\xd8\xaa\xd8\xa3\xd8\xae\xd9\x8a\xd8\xb1")}));
    place.save(rule("Feu", "\xf0\x9f\x94\xa5", {tag("\xf0\x9f\x94\xa5")}));
    place.save(rule("D\xc3\xa9" "faut", "defaut", {tag("D\xc3\xa9" "faut")}));
    const auto arabic = place.arrives("1", "\xd9\x87\xd9\x86\xd8\xa7\xd9\x83 \xd8\xaa\xd8\xa3\xd8\xae\xd9\x8a\xd8\xb1"), fire = place.arrives("2", "Wow \xf0\x9f\x94\xa5"),
               accent = place.arrives("3", "Un d\xc3\xa9" "faut de fabrication");
    CHECK(place.row(arabic)->tags == Tags{"\xd8\xaa\xd8\xa3\xd8\xae\xd9\x8a\xd8\xb1"});
    CHECK(place.row(fire)->tags == Tags{"\xf0\x9f\x94\xa5"});
    CHECK(place.row(accent)->tags == Tags{"D\xc3\xa9" "faut"});
}

TEST_CASE("rules run in their order, see what the ones before did, and may be the last word")
{
    Place place;
    place.save(rule("first", "bus", {tag("Bus")}));
    auto last = rule("second", "tag:bus", {with(RuleAction::Kind::Assign, "Lou")});
    last.stopAfter = true;
    place.save(last);
    const auto third = place.save(rule("third", "bus", {tag("Never")}));
    const auto item = place.arrives("1", "The bus");
    CHECK(place.row(item)->ticket.owner == "Lou");
    CHECK(place.row(item)->tags == Tags{"Bus"});
    place.store.write([&](Tx &tx) { return Rules(tx).move(third, 0); });
    CHECK(place.row(place.arrives("2", "The bus"))->tags == Tags{"Bus", "Never"});
    auto off = place.store.read([&](Tx &tx) { return Rules(tx).get(third); });
    off.on = false;
    place.save(off);
    CHECK(place.row(place.arrives("3", "The bus"))->tags == Tags{"Bus"});
}

TEST_CASE("what nobody asked about may be brought to the inbox, but old news calls nobody")
{
    Place place;
    place.save(rule("crisis", "scandal", {with(RuleAction::Kind::ToInbox, {}), with(RuleAction::Kind::Assign, "Ines"), tag("Crise")}));
    const auto now = place.arrives("1", "A scandal", {}), other = place.arrives("2", "Sun", {});
    REQUIRE(place.row(now));
    CHECK(place.row(now)->ticket.owner == "Ines");
    CHECK(place.row(now)->ticket.account == place.account);
    CHECK_FALSE(place.row(other));
    const auto old = place.arrives("3", "A scandal", {}, test::kNoon - std::chrono::hours{24 * 30});
    CHECK_FALSE(place.row(old));
    CHECK(place.store.read([&](Tx &tx) { return Rules(tx).subjects({&old, 1}); }).front().tags == Tags{"Crise"});
}

TEST_CASE("rules that answer one another come to an end")
{
    Place place;
    place.save(rule("open it", "status:done", {status(TicketStatus::Open)}, RuleMoment::Changes));
    place.save(rule("close it", "status:open", {status(TicketStatus::Done)}, RuleMoment::Changes));
    place.save(rule("own change", "tag:seen OR bus", {tag("seen"), with(RuleAction::Kind::Note, "once")}, RuleMoment::Changes));
    const auto item = place.arrives("1", "The bus");
    const auto ticket = place.row(item)->ticket.id;
    place.store.write([&](Tx &tx) { return desk::Desk(tx).assign({{ticket}}, "Lou"); });
    const auto log = place.log();
    CHECK(log.size() == 3); // each once, and not again for what the others did
    CHECK(place.row(item)->notes == 1);
    const auto before = place.row(item)->ticket.status;
    // Taking the decision back takes what the rules made of it back as well.
    place.undo();
    CHECK(place.row(item)->ticket.owner.empty());
    CHECK(place.row(item)->ticket.status == TicketStatus::New);
    CHECK(place.row(item)->tags.empty());
    CHECK(place.row(item)->notes == 0);
    CHECK(before != TicketStatus::New);
}

TEST_CASE("a note is not written again for the same message")
{
    Place place;
    place.save(rule("note", "bus", {with(RuleAction::Kind::Note, "careful")}, RuleMoment::Changes));
    const auto item = place.arrives("1", "The bus");
    const auto ticket = place.row(item)->ticket.id;
    for (const auto *owner : {"a", "b", "c"})
        place.store.write([&](Tx &tx) { return desk::Desk(tx).assign({{ticket}}, owner); });
    CHECK(place.row(item)->notes == 1);
}

TEST_CASE("somebody who waits too long is seen once for each wait")
{
    Place place;
    place.save(rule("late", "", {with(RuleAction::Kind::Bump, {}, 50), with(RuleAction::Kind::Note, "late")}, RuleMoment::Late));
    const auto item = place.arrives("1", "Hello?");
    const auto clock = [&] { return place.store.write([](Tx &tx) { return RuleRun(tx).clock(); }); };
    CHECK(clock() == 0);
    place.store.clock.advance(std::chrono::hours{25}); // an answer may take 24 hours unless said otherwise
    CHECK(clock() == 1);
    CHECK(clock() == 0);
    CHECK(place.bump(item) == 50);
    CHECK(place.row(item)->notes == 1);
}

TEST_CASE("late is what the service levels say, and the answer time where they promise nothing")
{
    Place place; // Monday noon, UTC
    place.store.write([](Tx &tx) -> Result<ChangeSetId> {
        desk::SlaSetup setup;
        setup.calendars = {desk::usualCalendar("UTC")};
        setup.calendars[0].id = CalendarId{-1};
        setup.calendars[0].name = "Office";
        SlaPolicy buses;
        buses.id = SlaPolicyId{-1};
        buses.name = "Buses";
        buses.calendar = CalendarId{-1};
        buses.scope.tags = {"bus"};
        buses.first = 2 * 3600;
        setup.policies = {buses};
        return desk::SlaDesk(tx).apply(setup);
    });
    place.save(rule("late", "", {with(RuleAction::Kind::Bump, {}, 50)}, RuleMoment::Late));
    const auto promised = place.arrives("1", "Where is the bus?"), other = place.arrives("2", "Hello?");
    place.store.write([&](Tx &tx) { return desk::Desk(tx).tagItems({{promised}}, "bus", true); });
    const auto clock = [&] { return place.store.write([](Tx &tx) { return RuleRun(tx).clock(); }); };
    place.store.clock.advance(std::chrono::minutes{119});
    CHECK(clock() == 0);
    place.store.clock.advance(std::chrono::minutes{2});
    CHECK(clock() == 1);
    CHECK(place.bump(promised) == 50);
    CHECK(place.bump(other) == 0); // a day, as nothing is promised
    CHECK(clock() == 0);
    const auto sheet = place.store.read([](Tx &tx) { return desk::shiftSheet(tx, tx.now() - std::chrono::hours{8}, "Lou"); });
    const auto late = std::count_if(sheet.lines.begin(), sheet.lines.end(), [](const auto &line) { return line.part == desk::ShiftPart::Late; });
    CHECK(late == 1);
    CHECK(sheet.lines[0].promise == SlaTarget::First);
    CHECK(toRfc3339(sheet.lines[0].at) == "2026-03-02T14:00:00Z");
    CHECK(desk::shiftText(sheet, "en").find("first answer due 2 March 2026") != std::string::npos);
    place.store.clock.advance(std::chrono::hours{24});
    CHECK(clock() == 1);
    CHECK(place.bump(other) == 50);
}

TEST_CASE("a daily rule runs once a day at its local time, across a change of the clocks and after sleep")
{
    // 2026-03-28 is a Saturday; on Sunday the clocks of Paris go from 2 to 3.
    Place place;
    place.store.clock.set(Instant{std::chrono::seconds{1774688400}}); // 2026-03-28 09:00 UTC, 10:00 in Paris
    auto daily = rule("morning", "", {with(RuleAction::Kind::Note, "morning")}, RuleMoment::Daily);
    daily.atMinute = 9 * 60;
    place.save(daily);
    const auto item = place.arrives("1", "bus", "mention", place.store.clock.now());
    const auto clock = [&] { return place.store.write([](Tx &tx) { return RuleRun(tx).clock(); }); };
    CHECK(clock() == 1); // it is past nine
    CHECK(clock() == 0);
    place.store.clock.set(Instant{std::chrono::seconds{1774767540}}); // Sunday 06:59 UTC, 08:59 in Paris: not yet
    CHECK(clock() == 0);
    place.store.clock.advance(std::chrono::minutes{1});
    place.arrives("2", "bus again", "mention", place.store.clock.now());
    CHECK(clock() >= 1);
    place.store.clock.advance(std::chrono::hours{48}); // the machine slept a day
    place.arrives("3", "bus thrice", "mention", place.store.clock.now());
    CHECK(clock() >= 1);
    CHECK(place.row(item)->notes == 1); // the same message is not noted anew
}

TEST_CASE("a trial says what would change and writes nothing at all")
{
    Place place;
    for (int i = 0; i < 40; ++i)
        place.arrives(std::to_string(i), i % 2 == 0 ? "bus" : "tram", i % 4 == 0 ? "mention" : "", test::kNoon - std::chrono::hours{i});
    place.store.write([&](Tx &tx) -> Result<int> { // one carries the tag already
        VIGIE_TRY(const auto id, Queries(tx).ensureTag("Bus"));
        VIGIE_CHECK(Queries(tx).setTag(store::firstItemIdAt(test::kNoon), id, true));
        return 0;
    });
    const auto wanted = rule("bus", "bus", {tag("Bus"), with(RuleAction::Kind::Assign, "Lou"), with(RuleAction::Kind::Answer, "Bonjour", 10)});
    const auto digest = [&] {
        std::string all;
        for (const auto *ending : {"", "-wal"}) {
            std::ifstream file(place.store.path() + ending, std::ios::binary);
            all.append(std::istreambuf_iterator<char>(file), {});
        }
        return sha256(all);
    };
    const auto upkeep = [&] { return place.store.read([](Tx &tx) { return tx.session().guard([&] { return tx.session().one<int>("SELECT count(*) FROM queue_stale").value_or(0); }); }); };
    REQUIRE(test::until([&] { return upkeep() == 0; }));
    const auto before = digest();
    const auto trial = place.trial(wanted);
    CHECK(digest() == before);
    CHECK(trial.items == 40);
    CHECK(trial.judged == 40);
    CHECK(trial.matched == 20);
    CHECK(trial.changed == 20); // the one that carries the tag gets an owner
    CHECK(trial.changes == std::map<std::string, std::int64_t>{{"tag", 19}, {"owner", 10}});
    REQUIRE(trial.rows.size() == 20);
    CHECK(trial.rows.front().steps == std::vector<RuleStep>{{"owner", "", "Lou"}});

    // What the trial showed is what happens, as one action that goes back as one.
    const auto done = place.store.write([&](Tx &tx) { return desk::applyRule(tx, wanted, trial.toChange); });
    CHECK(done == 20);
    const auto again = place.trial(wanted);
    CHECK(again.matched == 20);
    CHECK(again.changed == 0);
    CHECK(place.store.read([](Tx &tx) { return Rules(tx).prepared(); }).empty()); // history is not answered
    place.undo();
    CHECK(place.trial(wanted).changes == trial.changes);
}

TEST_CASE("a rule that would close everything asks first")
{
    Place place;
    const auto refused = [&](const Rule &given) {
        const auto saved = place.store->writeNow<RuleId>([&](Tx &tx) { return desk::saveRule(tx, given, false); });
        if (!saved)
            CHECK(saved.error().code == Errc::PolicyRefused);
        return !saved;
    };
    CHECK(refused(rule("all", "", {status(TicketStatus::Ignored)})));
    CHECK_FALSE(refused(rule("tag all", "", {tag("x")})));
    for (int i = 0; i < 30; ++i)
        place.arrives(std::to_string(i), i == 0 ? "tram" : "the bus", "mention", test::kNoon + std::chrono::seconds{i});
    CHECK(refused(rule("nearly all", "bus", {status(TicketStatus::Done)})));
    CHECK_FALSE(refused(rule("few", "tram", {status(TicketStatus::Done)})));
    place.save(rule("meant so", "bus", {status(TicketStatus::Done)}));
}

TEST_CASE("an answer of a rule waits to be taken into the outbox, once for each message, and never over a person's draft")
{
    Place place;
    const auto answers = [&] { return place.store.read([](Tx &tx) { return Rules(tx).prepared(); }).size(); };
    CHECK_FALSE(place.store->writeNow<RuleId>([](Tx &tx) { return Rules(tx).save(rule("quick", "x", {with(RuleAction::Kind::Answer, "Hi", 1)})); }));
    place.save(rule("hours", "open", {with(RuleAction::Kind::Answer, "We open at nine.", 10)}));
    place.save(rule("again", "open", {with(RuleAction::Kind::Answer, "We open at nine.", 10), tag("Hours")}, RuleMoment::Changes));
    const auto item = place.arrives("1", "When do you open?");
    CHECK(answers() == 2); // one of each rule: the second was shown what the first changed
    const auto ticket = place.row(item)->ticket.id;
    place.store.write([&](Tx &tx) { return desk::Desk(tx).assign({{ticket}}, "Lou"); });
    CHECK(answers() == 2);
    place.store.write([](Tx &tx) -> Result<int> {
        VIGIE_TRY(const auto all, Rules(tx).prepared());
        for (const auto &one : all)
            VIGIE_CHECK(Rules(tx).forget(one.id));
        return 0;
    });
    const auto begun = place.store.write([&](Tx &tx) -> Result<ItemId> {
        const std::vector<AnalysedItem> given{test::analysed(test::item("2", "Are you open now?"))};
        VIGIE_TRY(const auto stored, Items(tx).store(given));
        const auto id = stored.front().id;
        VIGIE_CHECK(desk::Desk(tx).absorb(id, place.account, "mention"));
        VIGIE_TRY(const auto own, Tickets(tx).forItem(id));
        VIGIE_CHECK(Tickets(tx).saveDraft(*own, "Mine"));
        VIGIE_CHECK(RuleRun(tx).arrived({&id, 1}, place.account, false));
        return id;
    });
    CHECK(answers() == 0);
    CHECK(place.row(begun)->ticket.status == TicketStatus::New);
}

TEST_CASE("what goes on and on is stopped, and says so")
{
    Place place;
    place.save(rule("note", "", {with(RuleAction::Kind::Bump, {}, 1)}, RuleMoment::Changes));
    place.save(rule("note 2", "", {with(RuleAction::Kind::Assign, "Lou")}, RuleMoment::Changes));
    place.save(rule("note 3", "", {tag("x")}, RuleMoment::Changes));
    std::vector<AnalysedItem> given;
    for (int i = 0; i < 2500; ++i)
        given.push_back(test::analysed(test::item(std::to_string(i), "bus", test::kNoon + std::chrono::seconds{i})));
    const auto tickets = place.store.write([&](Tx &tx) -> Result<std::vector<TicketId>> {
        VIGIE_TRY(const auto stored, Items(tx).store(given));
        std::vector<TicketId> out;
        for (const auto &one : stored) {
            VIGIE_CHECK(desk::Desk(tx).absorb(one.id, place.account, "mention"));
            VIGIE_TRY(const auto id, Tickets(tx).forItem(one.id));
            out.push_back(*id);
        }
        return out;
    });
    place.store.write([&](Tx &tx) { return desk::Desk(tx).setStatus(tickets, TicketStatus::Open); });
    const auto log = place.log();
    CHECK(std::count_if(log.begin(), log.end(), [](const RuleLogLine &line) { return line.outcome == "capped"; }) == 1);
    CHECK(std::count_if(log.begin(), log.end(), [](const RuleLogLine &line) { return line.outcome == "done"; }) == 4500);
    place.undo();
    CHECK(place.row(store::firstItemIdAt(test::kNoon))->ticket.status == TicketStatus::New);
}

TEST_CASE("rules are changed, moved and removed, and all of it is undone")
{
    Place place;
    const auto make = [&](const std::string &name) {
        return place.store.write([&](Tx &tx) -> Result<RuleId> {
            VIGIE_CHECK(Tickets(tx).beginChangeSet("rule_saved"));
            return desk::saveRule(tx, rule(name, "bus", {tag(name)}), false);
        });
    };
    const auto a = make("a"), b = make("b");
    place.store.write([&](Tx &tx) -> Result<int> {
        VIGIE_CHECK(Tickets(tx).beginChangeSet("rule_removed"));
        VIGIE_CHECK(Rules(tx).remove(a));
        return 0;
    });
    CHECK(place.store.read([](Tx &tx) { return Rules(tx).all(); }).size() == 1);
    place.undo();
    const auto all = place.store.read([](Tx &tx) { return Rules(tx).all(); });
    REQUIRE(all.size() == 2);
    CHECK(all.front().id == a);
    CHECK(all.front().actions == std::vector<RuleAction>{tag("a")});
    CHECK(all.back().id == b);
    CHECK_FALSE(place.store->writeNow<RuleId>([](Tx &tx) { return Rules(tx).save(rule("a", "x", {tag("y")})); }));
    CHECK_FALSE(place.store->writeNow<RuleId>([](Tx &tx) { return Rules(tx).save(rule("c", "(x", {tag("y")})); }));
    CHECK_FALSE(place.store->writeNow<RuleId>([](Tx &tx) { return Rules(tx).save(rule("c", "x", {})); }));
}
