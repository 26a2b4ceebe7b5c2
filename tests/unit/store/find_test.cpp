// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/session.hpp"
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include <vigie/store/find.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>
#include <vigie/store/recheck.hpp>
#include <vigie/store/tickets.hpp>

#include <fstream>
#include <map>
#include <thread>

using namespace vigie;
using namespace vigie::store;
using test::kNoon;

namespace {

using std::chrono::hours;

struct House {
    explicit House(const Policy &policy = {})
    {
        account = store.write([&](Tx &tx) {
            Account us;
            us.connector = "mastodon";
            us.instance = "https://social.example";
            us.nativeId = "us";
            us.handle = "bac@social.example";
            us.name = "Le bac";
            us.policy = policy;
            return Accounts(tx).save(us);
        });
        auto first = test::item("1", "Le bac de la baie est en retard", kNoon - hours(5));
        first.lang = "fr";
        first.author.bio = "Photographe de bateaux";
        mention = put(first);
        first.text = "Le bac de la baie est enfin parti";
        first.fetchedAt += hours(1);
        put(first); // the earlier text is a revision now
        ticket = store.write([&](Tx &tx) -> Result<TicketId> {
            Ticket made;
            made.root = made.latest = mention;
            VIGIE_TRY(const auto item, Items(tx).get(mention));
            made.member = item->authorId;
            made.account = account;
            made.createdAt = made.changedAt = tx.now();
            return Tickets(tx).save(made, "anne");
        });
        note = addNote("Rappeler la capitainerie avant midi");
        answer = store.write([&](Tx &tx) {
            Outbound out;
            out.account = account;
            out.kind = OutboundKind::Reply;
            out.state = OutboundState::Sent;
            out.ticket = ticket;
            out.target = mention;
            out.lang = "fr";
            out.createdAt = out.changedAt = kNoon - hours(2);
            out.parts.resize(1);
            out.parts[0].text = "Toutes nos excuses pour le retard du bac";
            return Outbox(tx).add(out);
        });
        plan = store.write([&](Tx &tx) {
            PlanItem post;
            post.text = "Horaires d'hiver du bac";
            post.lang = "fr";
            post.createdAt = post.changedAt = kNoon - hours(1);
            return Plans(tx).save(post);
        });
    }
    ItemId put(const Item &item)
    {
        const std::vector<AnalysedItem> one{test::analysed(item)};
        return store.write([&](Tx &tx) { return Items(tx).store(one); }).front().id;
    }
    NoteId addNote(const std::string &text)
    {
        return store.write([&](Tx &tx) { return Tickets(tx).addNote({{}, ticket, NoteWords(text), "anne", tx.now()}); });
    }
    FindPage find(const std::string &source, FindScope scope, FindOrder order = FindOrder::Date, int limit = 50, std::optional<FindPlace> after = {})
    {
        const auto query = text::parseQuery(source);
        REQUIRE(query);
        return store.read([&](Tx &tx) { return Finder(tx).find({*query, scope, order, limit, after}); });
    }
    FindCount count(const std::string &source, FindScope scope)
    {
        const auto query = text::parseQuery(source);
        REQUIRE(query);
        return store.read([&](Tx &tx) { return Finder(tx).count(*query, scope, 100); });
    }
    long long number(const std::string &sql)
    {
        return store.read([&](Tx &tx) { return tx.session().guard([&] { return tx.session().one<long long>(sql).value_or(-1); }); });
    }
    /// The writer catches up by itself, behind everything else.
    void settle()
    {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        while (number("SELECT (SELECT count(*) FROM found_due) + (SELECT count(*) FROM meta WHERE key='found_scrub')") != 0) {
            REQUIRE(std::chrono::steady_clock::now() < end);
            std::this_thread::yield();
        }
    }
    bool fileHolds(const std::string &words)
    {
        store.close();
        std::ifstream file(store.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
        store.reopen();
        return bytes.find(words) != std::string::npos;
    }

    test::TempStore store{kNoon};
    AccountId account;
    ItemId mention;
    TicketId ticket;
    NoteId note;
    OutboundId answer;
    PlanId plan;
};

} // namespace

TEST_CASE("one query finds every kind of text, indexed or not yet", "[store][find]")
{
    House house;
    for (const bool indexed : {false, true}) {
        if (indexed)
            house.settle();
        const auto mentions = house.find("bac", FindScope::Items).things;
        REQUIRE(mentions.size() == 1);
        CHECK(mentions.front().item == house.mention);
        const auto revisions = house.find("\"en retard\"", FindScope::Revisions).things;
        REQUIRE(revisions.size() == 1);
        CHECK(revisions.front().item == house.mention);
        CHECK(revisions.front().handle == "ada@social.example");
        const auto notes = house.find("capitainerie", FindScope::Notes).things;
        REQUIRE(notes.size() == 1);
        CHECK(notes.front().ticket == house.ticket);
        CHECK(notes.front().name == "anne");
        const auto members = house.find("photograph*", FindScope::Members).things;
        REQUIRE(members.size() == 1);
        CHECK(members.front().ticket == house.ticket);
        CHECK(house.find("ada", FindScope::Members).things.size() == 1);
        const auto answers = house.find("excuses NEAR/3 retard", FindScope::Answers).things;
        REQUIRE(answers.size() == 1);
        CHECK(answers.front().answer == house.answer);
        CHECK(answers.front().ticket == house.ticket);
        const auto plans = house.find("horaires -été", FindScope::Plans).things;
        REQUIRE(plans.size() == 1);
        CHECK(plans.front().plan == house.plan);
        for (const auto scope : kFindScopes) {
            INFO(toString(scope));
            CHECK(house.find("zeppelin", scope).things.empty());
            CHECK(house.count("zeppelin", scope).count == 0);
            CHECK(findScopeFrom(toString(scope)) == scope);
        }
        CHECK(house.count("bac OR capitainerie", FindScope::Answers).count == 1);
        CHECK(house.count("bac OR capitainerie", FindScope::Notes).count == 1);
    }
}

TEST_CASE("what means nothing for a kind is said, not ignored", "[store][find]")
{
    House house;
    CHECK(house.count("bac sentiment:negative", FindScope::Notes).senseless == std::vector<std::string>{"sentiment"});
    CHECK(house.find("bac sentiment:negative", FindScope::Answers).things.empty());
    CHECK(house.count("tag:urgent network:mastodon", FindScope::Plans).senseless == std::vector<std::string>{"tag", "network"});
    CHECK(house.count("bac network:mastodon lang:fr", FindScope::Answers).senseless.empty());
    CHECK(house.count("bac network:mastodon lang:fr", FindScope::Answers).count == 1);
    CHECK(house.count("bac lang:en", FindScope::Answers).count == 0);
    CHECK(house.count("author:anne", FindScope::Notes).count == 1);
    CHECK(house.count("author:bruno", FindScope::Notes).count == 0);
    CHECK(house.count("bac since:2026-03-02T10:30", FindScope::Plans).count == 1);
    CHECK(house.count("bac until:2026-03-01", FindScope::Plans).count == 0);
}

TEST_CASE("changes follow at once, whoever makes them", "[store][find]")
{
    House house;
    house.settle();
    const auto second = house.addNote("La capitainerie a rappelé");
    CHECK(house.find("capitainerie", FindScope::Notes).things.size() == 2);
    house.settle();
    CHECK(house.find("capitainerie", FindScope::Notes).things.size() == 2);
    house.store.write([&](Tx &tx) -> Result<bool> {
        VIGIE_CHECK(Tickets(tx).removeNote(second));
        return true;
    });
    CHECK(house.find("capitainerie", FindScope::Notes).things.size() == 1);
    house.store.write([&](Tx &tx) -> Result<bool> {
        VIGIE_TRY(auto post, Plans(tx).get(house.plan));
        post.text = "Horaires d'été";
        VIGIE_CHECK(Plans(tx).save(post));
        return true;
    });
    house.settle();
    CHECK(house.count("hiver", FindScope::Plans).count == 0);
    CHECK(house.count("été", FindScope::Plans).count == 1);
}

TEST_CASE("the newest first, page by page, or the best first", "[store][find]")
{
    House house;
    for (int i = 0; i < 25; ++i) {
        house.store.clock.advance(std::chrono::minutes(1));
        house.addNote("Le quai " + std::to_string(i) + (i == 7 ? " quai quai" : " est vu et revu par tout le monde ce matin"));
        if (i == 12)
            house.settle(); // some are indexed, some are not
    }
    std::vector<std::int64_t> seen;
    std::optional<FindPlace> after;
    for (;;) {
        const auto page = house.find("quai", FindScope::Notes, FindOrder::Date, 10, after);
        for (const auto &thing : page.things)
            seen.push_back(thing.place.ref);
        if (!page.more)
            break;
        REQUIRE(page.things.size() == 10);
        after = page.things.back().place;
    }
    REQUIRE(seen.size() == 25);
    CHECK(std::is_sorted(seen.rbegin(), seen.rend()));
    CHECK(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
    house.settle();
    const auto best = house.find("quai", FindScope::Notes, FindOrder::Relevance);
    REQUIRE(best.things.size() == 25);
    CHECK(best.things.front().text == "Le quai 7 quai quai");
    CHECK(best.things.front().score > best.things[1].score);
}

TEST_CASE("mentions by relevance: who says it more often comes first", "[store][find]")
{
    House house;
    house.put(test::item("r1", "quai du port et encore beaucoup d'autres mots qui ne disent rien du sujet", kNoon - hours(1)));
    const auto most = house.put(test::item("r2", "quai, quai et quai", kNoon - hours(9)));
    house.put(test::item("r3", "le quai", kNoon - std::chrono::minutes(5)));
    const auto page = house.find("quai -navire", FindScope::Items, FindOrder::Relevance);
    REQUIRE(page.things.size() == 3);
    CHECK(page.things.front().item == most);
    CHECK_FALSE(page.among);
    CHECK(house.find("quai", FindScope::Items, FindOrder::Relevance, 2).things.size() == 2);
    CHECK(house.find("count(quai)>=2", FindScope::Items, FindOrder::Relevance).things.size() == 1);
    // nothing to weigh: by date
    CHECK(house.find("lang:en", FindScope::Items, FindOrder::Relevance).things.size() == 3);
}

TEST_CASE("the index goes on where it was stopped", "[store][find]")
{
    House house;
    house.settle();
    house.store.write([&](Tx &tx) -> Result<bool> {
        auto &session = tx.session();
        return session.guard([&] {
            session.exec("DELETE FROM found");
            session.script("INSERT INTO found_due SELECT 2, id, 0 FROM note; INSERT INTO found_due SELECT 3, id, 0 FROM member;");
            return true;
        });
    });
    house.store.reopen();
    CHECK(house.find("capitainerie", FindScope::Notes).things.size() == 1);
    house.settle();
    CHECK(house.number("SELECT count(*) FROM found WHERE kind=2") == 1);
    CHECK(house.find("capitainerie", FindScope::Notes).things.size() == 1);
}

TEST_CASE("what may not be kept leaves the index and the file", "[store][find][policy]")
{
    Policy policy;
    policy.refreshOrDrop = hours(24 * 30);
    House house(policy);
    auto item = test::item("9", "quetzalcoatl first");
    item = test::byAuthor(std::move(item), "m9", "bob@social.example");
    item.author.bio = "Devotee of Xochiquetzal"; // words that no mention holds
    house.put(item);
    item.text = "quetzalcoatl second";
    item.fetchedAt += hours(1);
    house.put(item);
    house.settle();
    CHECK(house.count("quetzalcoatl", FindScope::Revisions).count == 1);
    CHECK(house.count("xochiquetzal", FindScope::Members).count == 1);
    CHECK(house.fileHolds("xochiquetzal"));
    house.store.clock.advance(hours(24 * 40));
    house.store.write([](Tx &tx) { return Retention(tx).dropOverdue(100); });
    CHECK(house.count("quetzalcoatl", FindScope::Revisions).count == 0);
    CHECK(house.count("xochiquetzal", FindScope::Members).count == 0);
    house.settle();
    CHECK(house.count("xochiquetzal", FindScope::Members).count == 0);
    // Folded, as the index holds it; no other table holds it so.
    CHECK_FALSE(house.fileHolds("xochiquetzal"));
}
