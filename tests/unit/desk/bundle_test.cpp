// SPDX-License-Identifier: GPL-3.0-or-later
// Two machines that tell one another what was decided, by files that may be late or come twice.
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include <vigie/base/random.hpp>
#include <vigie/desk/bundle.hpp>
#include <vigie/desk/desk.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/queries.hpp>

#include <map>
#include <set>
#include <span>

using namespace vigie;
using vigie::test::TempStore;

namespace {

struct Machine {
    TempStore store;
    desk::Exchanger here;
    std::vector<TicketId> tickets; ///< by number of the message, the same on both

    Machine(std::string name, std::string person) : here{std::move(name), std::move(person)} {}
    void receive(int from, int to)
    {
        store.write([&](store::Tx &tx) -> Result<bool> {
            for (int n = from; n < to; ++n) {
                const auto analysed = test::analysed(test::byAuthor(test::item("m" + std::to_string(n), "Bonjour"), std::to_string(n), "p" + std::to_string(n) + "@x"));
                VIGIE_TRY(const auto stored, store::Items(tx).store(std::span(&analysed, 1)));
                VIGIE_TRY(const auto id, desk::Desk(tx).toInbox(stored.front().id, AccountId{1}));
                tickets.push_back(id);
            }
            return true;
        });
    }
    std::string bundle()
    {
        return store.write([&](store::Tx &tx) { return desk::exportBundle(tx, here); });
    }
    desk::BundleOutcome take(const std::string &bytes)
    {
        return store.write([&](store::Tx &tx) { return desk::importBundle(tx, bytes, here); });
    }
    std::vector<store::ExchangeConflict> conflicts()
    {
        return store.read([](store::Tx &tx) { return desk::bundleConflicts(tx); });
    }
    /// What can be seen of a ticket.
    std::map<std::string, std::string> seen(std::size_t number)
    {
        return store.read([&](store::Tx &tx) -> Result<std::map<std::string, std::string>> {
            const auto id = tickets[number];
            VIGIE_TRY(const auto rows, store::Tickets(tx).rows({&id, 1}));
            VIGIE_TRY(const auto notes, store::Tickets(tx).notes(id));
            const auto &row = rows.front();
            std::map<std::string, std::string> out{{"status", toString(row.ticket.status)}, {"owner", row.ticket.owner}};
            for (const auto &tag : row.tags)
                out["tag:" + tag] = "1";
            for (const auto &note : notes)
                out["note:" + note.text.inside()] = note.author;
            return out;
        });
    }
    void decide(std::size_t number, std::uint64_t what, const std::string &word)
    {
        store.write([&](store::Tx &tx) -> Result<bool> {
            desk::Desk desk(tx);
            const std::span<const TicketId> one(&tickets[number], 1);
            if (what == 0)
                VIGIE_CHECK(desk.assign(one, word));
            else if (what == 1)
                VIGIE_CHECK(desk.setStatus(one, word.size() % 2 == 0 ? TicketStatus::Done : TicketStatus::WaitingInside));
            else if (what == 2)
                VIGIE_CHECK(desk.tag(one, word, true));
            else
                VIGIE_CHECK(desk.note(tickets[number], word, here.person));
            return true;
        });
    }
};

} // namespace

TEST_CASE("two people's decisions on 1,000 items merge with no loss, and every conflict is listed field by field", "[desk][bundle]")
{
    Machine a("machine-a", "Emma"), b("machine-b", "Hugo");
    a.receive(0, 1000);
    b.receive(0, 1000);
    Sequence chance(GENERATE(1, 2, 3));
    using Field = std::pair<std::size_t, std::string>;
    std::map<Field, std::string> byA, byB; // what each one decided, field by field, kept by the test
    for (int deed = 0; deed < 1500; ++deed) {
        auto &machine = deed % 2 == 0 ? a : b;
        auto &decided = deed % 2 == 0 ? byA : byB;
        const auto number = static_cast<std::size_t>(chance.below(1000));
        const auto what = chance.below(4);
        const std::string word = what == 3 ? machine.here.person + std::to_string(deed) : chance.below(2) == 0 ? "ada" : "alan";
        machine.decide(number, what, word);
        if (what == 0) {
            decided[{number, "owner"}] = word;
            decided.emplace(Field{number, "status"}, "open"); // who takes a new ticket opens it
        } else if (what == 1) {
            decided[{number, "status"}] = word.size() % 2 == 0 ? "done" : "waiting_inside";
        } else {
            decided[{number, (what == 2 ? "tag:" : "note:") + word}] = what == 2 ? "1" : machine.here.person;
        }
    }
    const auto first = a.bundle(), second = b.bundle();
    b.take(first);
    a.take(second);
    std::set<Field> apart;
    for (const auto &[field, value] : byA)
        if (const auto other = byB.find(field); other != byB.end() && other->second != value)
            apart.insert(field);
    REQUIRE_FALSE(apart.empty());
    CHECK(a.conflicts().size() == apart.size());
    CHECK(b.conflicts().size() == apart.size());
    for (std::size_t number = 0; number < 1000; ++number) {
        const auto atA = a.seen(number), atB = b.seen(number);
        for (const auto *decided : {&byA, &byB})
            for (auto at = decided->lower_bound({number, ""}); at != decided->end() && at->first.first == number; ++at) {
                const auto &field = at->first.second;
                if (apart.count(at->first) > 0) { // each keeps its own until somebody decides
                    CHECK(atA.at(field) == byA.at(at->first));
                    CHECK(atB.at(field) == byB.at(at->first));
                } else {
                    CHECK(atA.at(field) == at->second);
                    CHECK(atB.at(field) == at->second);
                }
            }
    }
    for (const auto &one : a.conflicts()) {
        CHECK(one.theirs.author == "Hugo");
        CHECK(one.oursBy == "Emma");
        a.store.write([&](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(desk::resolveConflict(tx, one.theirs.ticket, one.theirs.field, one.theirs.value.size() % 2 == 0, a.here));
            return true;
        });
    }
    CHECK(a.conflicts().empty());
    b.take(a.bundle());
    CHECK(b.conflicts().empty()); // decided once, for both
    a.take(b.bundle());
    for (std::size_t number = 0; number < 1000; ++number)
        CHECK(a.seen(number) == b.seen(number));
}

TEST_CASE("a bundle that comes late or twice changes nothing that is newer", "[desk][bundle]")
{
    Machine a("machine-a", "Emma"), b("machine-b", "Hugo");
    a.receive(0, 1);
    b.receive(0, 1);
    a.decide(0, 0, "Emma");
    const auto old = a.bundle();
    a.decide(0, 0, "Zoe");
    const auto fresh = a.bundle();
    CHECK(b.take(fresh).taken == 2); // owner and status
    CHECK(b.take(fresh).taken == 0);
    CHECK(b.take(old).taken == 0);
    CHECK(b.seen(0).at("owner") == "Zoe");
    b.store.write([](store::Tx &tx) { return desk::Desk(tx).undo(); }); // what a bundle did can be taken back
    CHECK(b.seen(0).at("owner").empty());
}

TEST_CASE("what is said of a ticket that has not arrived waits for it; a note that was taken away goes", "[desk][bundle]")
{
    Machine a("machine-a", "Emma"), b("machine-b", "Hugo");
    a.receive(0, 2);
    b.receive(0, 1);
    a.decide(1, 2, "urgent");
    a.decide(1, 0, "Emma");
    a.decide(0, 3, "une note");
    const auto outcome = b.take(a.bundle());
    CHECK(outcome.waiting == 3); // tag, owner, status
    CHECK(outcome.person == "Emma");
    CHECK(b.seen(0).count("note:une note") == 1);
    b.receive(1, 2);
    b.decide(1, 0, "Hugo"); // before anybody looked: both decided
    b.bundle(); // any look applies it
    REQUIRE(b.conflicts().size() == 1);
    CHECK(b.conflicts().front().ours == "Hugo");
    CHECK(b.conflicts().front().theirs.value == "Emma");
    CHECK(b.seen(1).at("owner") == "Hugo");
    CHECK(b.seen(1).count("tag:urgent") == 1);
    a.store.write([](store::Tx &tx) { return desk::Desk(tx).undo(); });
    b.take(a.bundle());
    CHECK(b.seen(0).count("note:une note") == 0);
    a.take(b.bundle());
    CHECK(a.seen(0).count("note:une note") == 0); // and does not come back
}

TEST_CASE("a file that is no bundle, or was changed on its way, is refused and changes nothing", "[desk][bundle]")
{
    Machine a("machine-a", "Emma");
    a.receive(0, 1);
    a.decide(0, 0, "Emma");
    auto bytes = a.bundle();
    const auto refused = [&](const std::string &text) {
        const auto done = a.store->writeNow<desk::BundleOutcome>([&](store::Tx &tx) { return desk::importBundle(tx, text, a.here); });
        REQUIRE_FALSE(done);
        return done.error().code;
    };
    CHECK(refused("{}") == Errc::InvalidInput);
    CHECK(refused("not json") == Errc::InvalidInput);
    CHECK(refused(R"({"kind":"vigie-bundle","format":99,"payload":"","sha256":""})") == Errc::SchemaTooNew);
    const auto at = bytes.find("Emma");
    REQUIRE(at != std::string::npos);
    bytes.replace(at, 4, "Hugo");
    CHECK(refused(bytes) == Errc::Protocol);
}
