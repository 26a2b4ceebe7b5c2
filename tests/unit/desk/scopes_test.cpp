// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include <vigie/base/random.hpp>
#include <vigie/desk/desk.hpp>
#include <vigie/desk/scopes.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/scopes.hpp>

#include <span>

using namespace vigie;
using vigie::test::TempStore;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

Scope scope(const std::string &name, const std::string &owner)
{
    Scope out;
    out.name = name;
    out.owner = owner;
    return out;
}

TicketId ticket(TempStore &store, const std::string &native, const std::string &handle, const std::string &lang)
{
    return store.write([&](store::Tx &tx) -> Result<TicketId> {
        auto item = test::byAuthor(test::item(native, "Bonjour"), native, handle);
        item.lang = lang;
        const auto analysed = test::analysed(item);
        VIGIE_TRY(const auto stored, store::Items(tx).store(std::span(&analysed, 1)));
        return desk::Desk(tx).toInbox(stored.front().id, AccountId{1});
    });
}

} // namespace

TEST_CASE("an item can be in several scopes; the first with somebody present decides", "[desk][scopes]")
{
    auto france = scope("France", "Emma"), french = scope("French", "Hugo"), vip = scope("VIP", "Zoe"), all = scope("All", "Ann");
    france.countries = {"FR"};
    french.languages = {"fr"};
    vip.segments = {"vip", "press"};
    const std::vector<Scope> scopes{vip, france, french, all};
    const Instant now{};
    desk::ScopeFacts facts{"fr", "brand@x", "FR", {}};
    CHECK(desk::scopesOf(facts, scopes) == std::vector<Scope>{france, french, all});
    CHECK(desk::ownerFor(facts, scopes, {}, now) == "Emma");
    facts.tags = {"press"};
    CHECK(desk::ownerFor(facts, scopes, {}, now) == "Zoe");
    facts = {"de", "", "", {}}; // country not known: no scope that asks for one
    CHECK(desk::ownerFor(facts, scopes, {}, now) == "Ann");
}

TEST_CASE("somebody who is away is replaced, through any number of absences, and never in a circle", "[desk][scopes]")
{
    const Instant now{hours{100}};
    const auto away = [&](const std::string &who, const std::string &by) { return Absence{{}, who, now - hours{1}, now + hours{1}, by}; };
    CHECK(desk::presentFor("Emma", {away("Emma", "Hugo"), away("Hugo", "Ann")}, now) == "Ann");
    CHECK(desk::presentFor("Emma", {away("Emma", "Hugo"), away("Hugo", "Emma")}, now).empty());
    CHECK(desk::presentFor("Emma", {away("Emma", "")}, now).empty());
    CHECK(desk::presentFor("Emma", {away("Emma", "Hugo")}, now + hours{1}) == "Emma"); // back at the end
    const std::vector<Scope> scopes{scope("A", "Emma"), scope("B", "Zoe")};
    CHECK(desk::ownerFor({}, scopes, {away("Emma", "")}, now) == "Zoe"); // nobody stands in: the next scope
}

TEST_CASE("tickets without an owner get theirs, those of people away are handed on, and one undo takes it all back", "[desk][scopes]")
{
    TempStore store;
    const auto french = ticket(store, "a", "claire@rive.fr", "fr"), english = ticket(store, "b", "bob@server.social", "en"), owned = ticket(store, "c", "d@x.de", "de");
    store.write([&](store::Tx &tx) -> Result<bool> {
        VIGIE_CHECK(desk::Desk(tx).assign({&owned, 1}, "Hugo"));
        auto one = scope("France", "Emma");
        one.countries = {"FR"};
        VIGIE_CHECK(store::Scopes(tx).save(one));
        VIGIE_CHECK(store::Scopes(tx).addAbsence({{}, "Hugo", tx.now() - hours{1}, tx.now() + hours{1}, "Ann"}));
        return true;
    });
    const auto owner = [&](TicketId id) { return store.read([id](store::Tx &tx) { return store::Tickets(tx).get(id); }).owner; };
    const auto done = store.write([](store::Tx &tx) { return desk::distribute(tx); });
    CHECK(done.assigned == 1);
    CHECK(done.handedOn == 1);
    CHECK(done.left == 1);
    CHECK(owner(french) == "Emma");
    CHECK(owner(english).empty());
    CHECK(owner(owned) == "Ann");
    store.write([](store::Tx &tx) { return desk::Desk(tx).undo(); });
    CHECK(owner(french).empty());
    CHECK(owner(owned) == "Hugo");
    store.write([&](store::Tx &tx) -> Result<bool> { // a tag of a person goes before the server's name
        const auto all = store::Tickets(tx).get(english);
        VIGIE_TRY(const auto tag, store::Queries(tx).ensureTag("country:fr"));
        VIGIE_CHECK(store::Queries(tx).setTag(all->latest, tag, true));
        return true;
    });
    CHECK(store.read([&](store::Tx &tx) { return desk::scopeFacts(tx, english); }).country == "FR");
}

TEST_CASE("a claim is refused with a name while another holds it, expires, and is renewed by whoever holds it", "[desk][scopes]")
{
    TempStore store;
    const auto id = ticket(store, "a", "claire@rive.fr", "fr");
    const auto take = [&](const std::string &who) { return store.write([&](store::Tx &tx) { return desk::claim(tx, id, who, minutes{10}); }); };
    CHECK(take("Emma").granted);
    store.clock.advance(minutes{6});
    const auto refused = take("Hugo");
    CHECK_FALSE(refused.granted);
    CHECK(refused.claim.person == "Emma");
    CHECK(refused.claim.until == store.clock.now() + minutes{4});
    CHECK(take("Emma").claim.until == store.clock.now() + minutes{10}); // typing renews it
    const auto given = store->writeNow<bool>([&](store::Tx &tx) -> Result<bool> {
        VIGIE_CHECK(desk::release(tx, id, "Hugo"));
        return true;
    });
    CHECK(given.error().code == Errc::Conflict);
    store.clock.advance(minutes{10});
    CHECK(take("Hugo").granted); // nobody gave it back: it ran out
}

TEST_CASE("93 pairs who answer the same ticket at once: no draft is overwritten without a word", "[desk][scopes]")
{
    TempStore store;
    Sequence chance(20261122);
    int refusals = 0, silent = 0;
    for (int pair = 0; pair < 93; ++pair) {
        const auto id = ticket(store, "p" + std::to_string(pair), "claire@rive.fr", "fr");
        std::string words; // what the person who is on it wrote last
        std::string writer;
        for (int step = 0; step < 12; ++step) {
            const std::string who = chance.below(2) == 0 ? "Emma" : "Hugo";
            const auto text = who + " writes " + std::to_string(step);
            const auto before = store.read([id](store::Tx &tx) { return store::Tickets(tx).draft(id); });
            const auto saved = store->writeNow<bool>([&](store::Tx &tx) -> Result<bool> {
                VIGIE_CHECK(desk::saveDraftAs(tx, id, who, text));
                return true;
            });
            const auto after = store.read([id](store::Tx &tx) { return store::Tickets(tx).draft(id); });
            if (!writer.empty() && who != writer) {
                CHECK_FALSE(saved);
                if (!saved) {
                    ++refusals;
                    CHECK(saved.error().code == Errc::Conflict);
                    CHECK(saved.error().detail.rfind(writer, 0) == 0); // it names who is on it
                }
                silent += after == before ? 0 : 1;
                continue;
            }
            CHECK(saved);
            writer = who;
            words = text;
            CHECK(after == words);
        }
    }
    CHECK(refusals > 93);
    CHECK(silent == 0);
}
