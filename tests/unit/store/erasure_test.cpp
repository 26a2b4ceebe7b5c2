// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody is forgotten: no byte of the file says who it was, and every count is what it was.
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include <vigie/store/erasure.hpp>
#include <vigie/store/evidence.hpp>
#include <vigie/store/find.hpp>
#include <vigie/store/identities.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>
#include <vigie/store/person_facts.hpp>
#include <vigie/store/persons.hpp>
#include <vigie/store/promises.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/questions.hpp>
#include <vigie/store/tickets.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace vigie;
using namespace vigie::store;
using std::chrono::hours;
using test::kNoon;

namespace {

const std::vector<std::string> kSecrets{"zelphine", "quarrigan", "nid-48151623", "bergamotte", "chrysocale", "vibrequin", "passementerie", "escarpolette", "palissandre", "trousseau", "marqueterie",
                                        "tourterelle", "ocarina", "girandole", "clepsydre", "mandragore"};

Item theirs(int n, const std::string &text, hours ago)
{
    auto item = test::item("z" + std::to_string(n), text, kNoon - ago);
    item.author.nativeId = "nid-48151623";
    item.author.handle = "zelphine@mer.example";
    item.author.name = "Zelphine Quarrigan";
    item.author.bio = "Lives for bergamotte";
    item.author.avatarUrl = "https://mer.example/zelphine.png";
    item.author.profileUrl = "https://mer.example/@zelphine";
    item.uri = "https://mer.example/users/zelphine/" + std::to_string(n);
    item.permalink = "https://mer.example/@zelphine/" + std::to_string(n);
    item.fetchedAt = item.publishedAt;
    return item;
}

struct House {
    House()
    {
        account = store.write([](Tx &tx) {
            Account us;
            us.connector = "mastodon";
            us.instance = "https://social.example";
            us.nativeId = "us";
            us.handle = "dubreuil@social.example";
            return Accounts(tx).save(us);
        });
        first = put(theirs(1, "My chrysocale lamp, Dubreuil", hours(30)));
        auto edited = theirs(1, "My vibrequin lamp, Dubreuil", hours(30)); // the earlier text becomes a revision
        edited.fetchedAt += hours(1);
        put(edited);
        second = put(theirs(2, "The second word on Dubreuil: escarpolette", hours(20)));
        member = store.read([&](Tx &tx) { return Items(tx).get(first); })->authorId;
        auto about = test::byAuthor(test::item("b1", "Ask @zelphine about it. Regards, Zelphine Quarrigan is right", kNoon - hours(3)), "m2", "bob@social.example");
        about.spans = {{TextSpan::Kind::Mention, 4, 13, "zelphine@mer.example"}, {TextSpan::Kind::Mention, 33, 41, "other@mer.example"}};
        mention = put(about);
        ticket = store.write([&](Tx &tx) {
            Ticket made;
            made.root = first;
            made.latest = second;
            made.member = member;
            made.account = account;
            made.outbound = 1;
            return Tickets(tx).save(made, "intake");
        });
        write();
    }
    void write()
    {
        auto ours = test::answering(test::item("o1", "Dear Zelphine, your passementerie is ready", kNoon - hours(10)), "z2");
        ours.author = {};
        ours.author.nativeId = "us";
        ours.ours = account;
        answer = put(ours);
        store.write([&](Tx &tx) -> Result<void> {
            VIGIE_CHECK(Tickets(tx).addItem(ticket, answer));
            VIGIE_CHECK(Tickets(tx).beginChangeSet("note"));
            VIGIE_CHECK(Tickets(tx).addNote({{}, ticket, NoteWords("She likes palissandre"), "nora", tx.now()}));
            return Tickets(tx).saveDraft(ticket, "About the trousseau");
        });
        store.write([&](Tx &tx) -> Result<void> {
            Question question;
            question.ticket = ticket;
            question.subject = "marqueterie";
            question.text = "Where is the tourterelle of zelphine@mer.example?";
            VIGIE_CHECK(Questions(tx).add(question));
            Outbound out;
            out.account = account;
            out.kind = OutboundKind::Reply;
            out.state = OutboundState::Planned;
            out.ticket = ticket;
            out.target = second;
            out.targetNative = "z2";
            out.createdAt = out.changedAt = tx.now();
            out.parts.resize(1);
            out.parts[0].text = "The ocarina comes tomorrow";
            VIGIE_TRY(planned, Outbox(tx).add(out));
            VIGIE_CHECK(Tickets(tx).beginChangeSet("member_note")); // its images are words about them, too
            PersonFacts facts(tx);
            VIGIE_CHECK(facts.addNote(member, "Collects girandole", "nora"));
            VIGIE_CHECK(facts.addFact(member, "email", "clepsydre@mail.example", "told", "nora"));
            VIGIE_CHECK(facts.addConsent(member, "newsletter", true, "mandragore form", "nora"));
            Promise promise;
            promise.ticket = ticket;
            promise.text = "The ocarina comes tomorrow";
            promise.zone = "UTC";
            promise.due = tx.now() + hours(24);
            VIGIE_CHECK(Promises(tx).add(promise));
            VIGIE_CHECK(Evidence(tx).capture(second, {tx.now() + hours(24 * 365), "defence of claims", {}, "nora"}));
            return {};
        });
    }
    ItemId put(const Item &item)
    {
        const std::vector<AnalysedItem> one{test::analysed(item)};
        return store.write([&](Tx &tx) { return Items(tx).store(one); }).front().id;
    }
    ErasurePlan plan()
    {
        return store.read([&](Tx &tx) { return Erasure(tx).plan(member); });
    }
    int found(const std::string &words)
    {
        const auto query = text::parseQuery(words);
        REQUIRE(query);
        return store.read([&](Tx &tx) { return Items(tx).count(*query, 1000); });
    }
    /// Words that stand somewhere in the bytes of the workspace.
    std::vector<std::string> inTheFile()
    {
        std::vector<std::string> out;
        for (const auto *ending : {"", "-wal"}) {
            std::ifstream file(store.path() + ending, std::ios::binary);
            std::ostringstream bytes;
            bytes << file.rdbuf();
            auto all = bytes.str();
            std::transform(all.begin(), all.end(), all.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
            for (const auto &secret : kSecrets)
                if (all.find(secret) != std::string::npos)
                    out.push_back(secret + ending);
        }
        return out;
    }
    test::TempStore store;
    AccountId account;
    MemberId member;
    ItemId first, second, answer, mention;
    TicketId ticket;
    OutboundId planned;
};

} // namespace

TEST_CASE("after an erasure no byte of the workspace says who it was, and counts are what they were", "[store][erasure]")
{
    House house;
    const auto query = house.store.write([](Tx &tx) -> Result<QueryId> {
        SavedQuery brand;
        brand.name = "Brand";
        brand.source = "dubreuil";
        VIGIE_TRY(const auto id, Queries(tx).save(brand));
        VIGIE_CHECK(Queries(tx).rematch(id, 1000));
        return id;
    });
    const auto matched = [&] { return house.store.read([&](Tx &tx) { return Queries(tx).counts(query); }).total; };
    const auto before = matched();
    CHECK(before == 2);
    CHECK(house.inTheFile().size() >= kSecrets.size()); // the check can fail
    const auto plan = house.plan();
    CHECK(plan.items == 2);
    CHECK(plan.evidence == 1);
    CHECK(plan.notes == 2);
    CHECK(plan.mentions == std::vector{house.mention});
    CHECK_FALSE(house.store.read([&](Tx &tx) { return Erasure(tx).residue(plan); }).empty());

    const auto report = house.store.write([&](Tx &tx) { return Erasure(tx).erase(plan, {"letter 12", "nora", false, false}); });
    CHECK(report.items == 2);
    CHECK(report.answers == 1);
    CHECK(report.notes == 2);
    CHECK(report.mentions == 1);
    for (const auto &left : house.store.read([&](Tx &tx) { return Erasure(tx).residue(plan); }))
        FAIL(left.place << ": " << left.rows);
    REQUIRE(scrubFile(house.store.path()));
    CHECK(house.inTheFile().empty());
    for (const auto &left : house.inTheFile())
        WARN("still in the file: " << left);

    // Counts, times and tones stay; words do not.
    CHECK(matched() == before);
    const auto card = house.store.read([&](Tx &tx) { return Persons(tx).card(house.member); });
    CHECK(card.erased);
    CHECK(card.mentions == 2);
    CHECK(card.exchanges == 1);
    CHECK(house.store.read([&](Tx &tx) { return Items(tx).get(house.first); })->publishedAt == kNoon - hours(30));
    CHECK(house.found("vibrequin") == 0);
    CHECK(house.found("author:zelphine@mer.example") == 0);
    CHECK(house.store.read([&](Tx &tx) { return Outbox(tx).get(house.planned); }).state == OutboundState::Cancelled);
    CHECK(house.store.read([&](Tx &tx) { return Promises(tx).open(); }).empty());
    CHECK_FALSE(house.store.read([](Tx &tx) { return Tickets(tx).lastUndoable(); }));
    CHECK_FALSE(house.store.read([](Tx &tx) { return Evidence(tx).verify({}, {}); }).flaw);
    // What others said stays, without the name, and its other marks stand where they stood.
    const auto about = house.store.read([&](Tx &tx) { return Items(tx).get(house.mention); });
    CHECK(about->text == "Ask erased about it. Regards, erased is right");
    CHECK(house.found("regards") == 1);
    CHECK(house.store->verify()->empty());

    const auto log = house.store.read([](Tx &tx) { return Erasure(tx).log(10); });
    REQUIRE(log.size() == 1);
    CHECK(log[0].reason == "letter 12");
    CHECK(log[0].items == 2);
    // Nothing of theirs comes in again, and nothing says so but a digest.
    CHECK_FALSE(house.put(theirs(9, "I am back", hours(1))));
    CHECK(house.inTheFile().empty());
}

TEST_CASE("who may come back does, as somebody new", "[store][erasure]")
{
    House house;
    house.store.write([plan = house.plan()](Tx &tx) { return Erasure(tx).erase(plan, {"request", "nora", false, true}); });
    const auto again = house.put(theirs(9, "I am back", hours(1)));
    REQUIRE(again);
    CHECK(house.store.read([&](Tx &tx) { return Items(tx).get(again); })->authorId != house.member);
}

TEST_CASE("evidence for a legal claim may stay, and the recount says so", "[store][erasure]")
{
    House house;
    const auto plan = house.plan();
    house.store.write([&](Tx &tx) { return Erasure(tx).erase(plan, {"request", "nora", true, false}); });
    const auto left = house.store.read([&](Tx &tx) { return Erasure(tx).residue(plan); });
    REQUIRE(left.size() == 1);
    CHECK(left[0].place == "evidence.content");
}

TEST_CASE("nobody is erased while an answer to them is on its way", "[store][erasure]")
{
    House house;
    house.store.write([&](Tx &tx) -> Result<void> {
        VIGIE_TRY(auto out, Outbox(tx).get(house.planned));
        out.state = OutboundState::Sending;
        return Outbox(tx).update(out, OutboundState::Planned);
    });
    const auto answer = house.store->writeNow<ErasureReport>([plan = house.plan()](Tx &tx) { return Erasure(tx).erase(plan, {}); });
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code == Errc::Conflict);
    CHECK(house.found("vibrequin") == 1);
}

TEST_CASE("all identities of a person go together", "[store][erasure]")
{
    House house;
    auto item = theirs(5, "Elsewhere: vibrequin", hours(2));
    item.connector = "bluesky";
    item.instance = "https://bsky.example";
    item.author.nativeId = "did:plc:mandragore";
    item.author.handle = "zelphine.bsky.example";
    const auto elsewhere = house.store.read([&, id = house.put(item)](Tx &tx) { return Items(tx).get(id); })->authorId;
    house.store.write([&](Tx &tx) { return Identities(tx).merge(house.member, elsewhere, {{SameWhy::Email, "clepsydre@mail.example"}}, "nora"); });
    const auto report = house.store.write([plan = house.plan()](Tx &tx) { return Erasure(tx).erase(plan, {}); });
    CHECK(report.identities == 2);
    CHECK(report.items == 3);
    REQUIRE(scrubFile(house.store.path()));
    CHECK(house.inTheFile().empty());
    CHECK(house.store.read([&](Tx &tx) { return Persons(tx).identities(elsewhere); }).size() == 1);
}
