// SPDX-License-Identifier: GPL-3.0-or-later
// People: identities put together and apart again, what is held of them, the card and its timeline.
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include <vigie/store/identities.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/person_facts.hpp>
#include <vigie/store/persons.hpp>
#include <vigie/store/promises.hpp>
#include <vigie/store/questions.hpp>
#include <vigie/store/tickets.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace vigie;
using namespace vigie::store;
using std::chrono::hours;
using test::kNoon;

namespace {

struct House {
    ItemId say(int who, const std::string &text, Instant at = kNoon)
    {
        auto item = test::byAuthor(test::item(std::to_string(++count), text, at), "m" + std::to_string(who), "user" + std::to_string(who) + "@social.example");
        item.author.bio = bios[who];
        item.fetchedAt = at;
        return put(item);
    }
    ItemId put(const Item &item)
    {
        const std::vector<AnalysedItem> one{test::analysed(item)};
        const auto id = store.write([&](Tx &tx) { return Items(tx).store(one); }).front().id;
        last = store.read([&](Tx &tx) { return Items(tx).get(id); })->authorId;
        return id;
    }
    MemberId member(int who, const std::string &bio = {})
    {
        bios[who] = bio;
        say(who, "hello");
        return last;
    }
    TicketId ticket(MemberId of, ItemId item, int outbound = 0)
    {
        return store.write([&](Tx &tx) {
            Ticket made;
            made.root = made.latest = item;
            made.member = of;
            made.outbound = outbound;
            made.firstInboundAt = kNoon;
            if (outbound > 0)
                made.firstReplyAt = kNoon + std::chrono::minutes(41);
            return Tickets(tx).save(made, "intake");
        });
    }
    MergeId merge(MemberId one, MemberId other)
    {
        return store.write([&](Tx &tx) { return Identities(tx).merge(one, other, {{SameWhy::Email, "a@b.example"}}, "nora"); });
    }
    void unmerge(MergeId id)
    {
        store.write([&](Tx &tx) { return Identities(tx).unmerge(id, "nora"); });
    }
    std::vector<MemberId> identities(MemberId of)
    {
        return store.read([&](Tx &tx) { return Persons(tx).identities(of); });
    }
    PersonCard card(MemberId of)
    {
        return store.read([&](Tx &tx) { return Persons(tx).card(of); });
    }
    std::vector<TimelineEntry> timeline(MemberId of, const TimelinePage &page = {})
    {
        return store.read([&](Tx &tx) { return Persons(tx).timeline(of, page); });
    }
    Errc refused(MemberId one, MemberId other)
    {
        const auto answer = store->writeNow<MergeId>([&](Tx &tx) { return Identities(tx).merge(one, other, {}, "nora"); });
        REQUIRE_FALSE(answer);
        return answer.error().code;
    }
    test::TempStore store;
    int count = 0;
    MemberId last;
    std::map<int, std::string> bios;
};

/// All that a card says and what a merge must not change once it is taken back.
std::string image(House &house, MemberId of)
{
    const auto card = house.card(of);
    std::string out = std::to_string(card.person.value) + '|' + std::to_string(card.mentions) + '|' + std::to_string(card.exchanges) + '|' + std::to_string(card.meanTone) + '|';
    for (const auto &one : card.identities)
        out += one.profile.handle + ',';
    for (const auto &one : card.notes)
        out += "n" + std::to_string(one.id);
    for (const auto &one : card.promises)
        out += "p" + std::to_string(one.id.value);
    for (const auto &one : card.held)
        out += one.key + '=' + one.value + ';';
    for (const auto &one : house.timeline(of, {{}, 1000, {}}))
        out += std::string(toString(one.event)) + std::to_string(one.id) + ' ';
    return out;
}

} // namespace

TEST_CASE("identities are put together by a person, and the card is of them all", "[store][persons]")
{
    House house;
    const auto one = house.member(1), other = house.member(2);
    const auto asked = house.say(1, "Where is my order?", kNoon + hours(1));
    const auto ticket = house.ticket(one, asked, 2);
    house.ticket(other, house.say(2, "Thanks", kNoon + hours(2)), 1);
    house.store.write([&](Tx &tx) -> Result<void> {
        VIGIE_CHECK(PersonFacts(tx).addNote(other, "Collects chairs", "nora"));
        VIGIE_CHECK(PersonFacts(tx).addStep(one, "Invite to the fair", "2026-03-09", "nora"));
        VIGIE_CHECK(PersonFacts(tx).addConsent(one, "newsletter", true, "form of 2 March", "nora"));
        VIGIE_CHECK(PersonFacts(tx).addFact(one, "email", " Ada@Mail.example ", "told in a message", "nora"));
        Question asked_;
        asked_.ticket = ticket;
        asked_.subject = "Order";
        asked_.text = "Where?";
        VIGIE_CHECK(Questions(tx).add(asked_));
        return {};
    });
    CHECK(house.card(one).mentions == 2);
    CHECK(house.card(one).exchanges == 2);
    const auto merge = house.merge(other, one);
    for (const auto of : {one, other}) {
        const auto card = house.card(of);
        CHECK(card.person == one);
        CHECK(card.identities.size() == 2);
        CHECK(card.mentions == 4);
        CHECK(card.exchanges == 3);
        CHECK(card.passes == 1);
        CHECK(card.usualDelay == std::chrono::minutes(41));
        CHECK(card.notes.size() == 1);
        CHECK(card.steps.front().day == "2026-03-09");
        CHECK(card.consents.front().source == "form of 2 March");
        CHECK(card.facts.front().value == "ada@mail.example");
        REQUIRE(card.merges.size() == 1);
        CHECK(card.merges.front().reasons == std::vector<SameReason>{{SameWhy::Email, "a@b.example"}});
        for (const auto &held : card.held) {
            INFO(held.key);
            CHECK_FALSE(held.origin.empty());
            CHECK(held.since != Instant{});
        }
        const auto holds = [&](const std::string &key) { return std::any_of(card.held.begin(), card.held.end(), [&](const HeldDatum &datum) { return datum.key == key; }); };
        for (const auto *key : {"handle", "name", "messages", "tone", "tickets", "answers", "questions", "notes", "steps", "consent", "email"}) {
            INFO(key);
            CHECK(holds(key));
        }
    }
    CHECK(house.refused(one, other) == Errc::Duplicate);
    house.unmerge(merge);
    CHECK(house.card(one).exchanges == 2);
    CHECK(house.card(other).exchanges == 1);
    CHECK(house.card(one).notes.empty());
    CHECK(house.store->writeNow<Merge>([&](Tx &tx) { return Identities(tx).unmerge(merge, "nora"); }).error().code == Errc::Duplicate);
    CHECK(house.store->readNow<PersonCard>([](Tx &tx) { return Persons(tx).card(MemberId{999}); }).error().code == Errc::NotFound);
}

TEST_CASE("two people stay two people once somebody said so", "[store][persons]")
{
    House house;
    const auto one = house.member(1), other = house.member(2), third = house.member(3);
    house.store.write([&](Tx &tx) { return Identities(tx).keepApart(other, one, "nora"); });
    CHECK(house.refused(one, other) == Errc::Conflict);
    house.merge(third, other);
    CHECK(house.refused(one, third) == Errc::Conflict); // through the third one, too
    CHECK(house.store.read([&](Tx &tx) { return Identities(tx).apart(one); }).size() == 1);
    house.store.write([&](Tx &tx) { return Identities(tx).forgetApart(one, other); });
    house.merge(one, third);
    CHECK(house.identities(other).size() == 3);
}

TEST_CASE("any merges, taken back in any order, leave each identity what is its own", "[store][persons][property]")
{
    for (unsigned seed = 1; seed <= 12; ++seed) {
        INFO("seed " << seed);
        House house;
        std::mt19937 random(seed);
        const auto pick = [&](std::size_t below) { return std::uniform_int_distribution<std::size_t>(0, below - 1)(random); };
        std::vector<MemberId> people;
        for (int who = 0; who < 7; ++who)
            people.push_back(house.member(who));
        std::map<std::int64_t, std::pair<std::size_t, std::size_t>> live; // merges in force
        std::map<std::size_t, int> said;
        // Who is one person, worked out here from the merges alone.
        const auto group = [&](std::size_t of) {
            std::set<std::size_t> tree{of};
            for (bool grew = true; grew;) {
                grew = false;
                for (const auto &[id, pair] : live) {
                    const bool first = tree.count(pair.first) > 0, second = tree.count(pair.second) > 0;
                    if (first != second)
                        grew = tree.insert(first ? pair.second : pair.first).second;
                }
            }
            return tree;
        };
        for (int step = 0; step < 60; ++step) {
            const auto what = pick(4);
            if (what == 0) {
                const auto a = pick(people.size()), b = pick(people.size());
                if (group(a).count(b) == 0)
                    live.emplace(house.merge(people[a], people[b]).value, std::pair(a, b));
            } else if (what == 1 && !live.empty()) {
                auto it = live.begin();
                std::advance(it, static_cast<long>(pick(live.size())));
                house.unmerge(MergeId{it->first});
                live.erase(it);
            } else {
                const auto who = pick(people.size());
                house.say(static_cast<int>(who), "message " + std::to_string(step), kNoon + std::chrono::minutes(step + 1));
                ++said[who];
            }
            const auto who = pick(people.size());
            const auto expected = group(who);
            std::vector<MemberId> ids;
            int mentions = 0;
            for (const auto one : expected) {
                ids.push_back(people[one]);
                mentions += 1 + said[one];
            }
            std::sort(ids.begin(), ids.end());
            CHECK(house.identities(people[who]) == ids);
            CHECK(house.card(people[who]).mentions == mentions);
        }
        // One more merge and back: the state is the very same.
        for (std::size_t a = 0; a < people.size(); ++a)
            for (std::size_t b = a + 1; b < people.size(); ++b)
                if (group(a).count(b) == 0) {
                    const auto before = image(house, people[a]) + image(house, people[b]);
                    const auto id = house.merge(people[a], people[b]);
                    house.unmerge(id);
                    CHECK(image(house, people[a]) + image(house, people[b]) == before);
                }
    }
}

TEST_CASE("suggestions say why, and nothing is put together by itself", "[store][persons]")
{
    House house;
    const auto blog = house.member(1, "Woodworker. https://claire-wood.example/about/"), same = house.member(2, "see www.claire-wood.example/about"), mail = house.member(3, "write to me: Claire@Mail.example");
    const auto named = house.member(4, "also @user1@social.example"), home = house.member(5, "https://twitter.com"), home2 = house.member(6, "https://twitter.com");
    house.store.write([&](Tx &tx) { return PersonFacts(tx).addFact(blog, "email", "claire@mail.example", "told", "nora"); });
    auto first = test::byAuthor(test::item("90", "x"), "m90", "c@other.example"), second = test::byAuthor(test::item("91", "y"), "m91", "d@other.example");
    first.author.name = second.author.name = "Claire Lemoine";
    first.author.avatarUrl = second.author.avatarUrl = "https://pictures.example/c.png";
    house.put(first);
    const auto face = house.last;
    second.author.avatarUrl = "https://elsewhere.example/d.png";
    house.put(second);
    const auto face2 = house.last;
    const auto suggested = [&](MemberId of) { return house.store.read([&](Tx &tx) { return Identities(tx).suggest(of); }); };
    const auto why = [&](MemberId a, MemberId b) -> std::vector<SameReason> {
        for (const auto &pair : suggested({}))
            if (pair.one == std::min(a, b) && pair.other == std::max(a, b))
                return pair.reasons;
        return {};
    };
    CHECK(why(blog, same) == std::vector<SameReason>{{SameWhy::Link, "claire-wood.example/about"}});
    CHECK(why(blog, mail) == std::vector<SameReason>{{SameWhy::Email, "claire@mail.example"}});
    CHECK(why(blog, named) == std::vector<SameReason>{{SameWhy::EachOther, "@user1@social.example"}});
    CHECK(why(home, home2).empty()); // everybody's front page
    CHECK(why(face, face2).empty()); // other pictures, as far as is known
    house.store.write([&](Tx &tx) -> Result<void> {
        VIGIE_CHECK(Identities(tx).noteAvatar(face, "https://pictures.example/c.png", std::string(64, 'a')));
        return Identities(tx).noteAvatar(face2, "https://elsewhere.example/d.png", std::string(64, 'a'));
    });
    REQUIRE(why(face, face2).size() == 1);
    CHECK(why(face, face2).front().why == SameWhy::NameAndAvatar);
    CHECK(suggested(named).size() == 1);
    for (const auto one : {blog, same, mail, named, face, face2})
        CHECK(house.identities(one).size() == 1);
    house.store.write([&](Tx &tx) { return Identities(tx).keepApart(blog, same, "nora"); });
    CHECK(why(blog, same).empty());
    house.merge(blog, mail);
    CHECK(why(blog, mail).empty());
}

TEST_CASE("a network whose terms forbid it is never linked with another", "[store][persons]")
{
    House house;
    house.store.write([](Tx &tx) {
        Account account;
        account.connector = "strict";
        account.instance = "https://strict.example";
        account.nativeId = "us";
        account.policy.crossNetworkMatch = false;
        return Accounts(tx).save(account);
    });
    const auto one = house.member(1, "https://claire-wood.example/x");
    auto item = test::item("7", "hi");
    item.connector = "strict";
    item.instance = "https://strict.example";
    item.author.bio = "https://claire-wood.example/x";
    house.put(item);
    const auto strict = house.last;
    CHECK(house.refused(one, strict) == Errc::PolicyRefused);
    CHECK(house.store.read([&](Tx &tx) { return Identities(tx).suggest(); }).empty());
}

TEST_CASE("the timeline comes in pages that neither repeat nor leave out", "[store][persons]")
{
    House house;
    const auto one = house.member(1), other = house.member(2);
    for (int i = 0; i < 40; ++i) {
        house.say(1 + i % 2, "message " + std::to_string(i), kNoon - std::chrono::minutes(i / 3)); // three at a time
        house.store.clock.advance(std::chrono::seconds(30));
        house.store.write([&](Tx &tx) { return PersonFacts(tx).addNote(i % 2 ? one : other, "note " + std::to_string(i), "nora"); });
    }
    house.merge(one, other);
    const auto whole = house.timeline(one, {{}, 10000, {}});
    CHECK(whole.size() == 2 + 40 + 40 + 1);
    CHECK(std::is_sorted(whole.begin(), whole.end(), [](const TimelineEntry &a, const TimelineEntry &b) { return a.at > b.at; }));
    std::set<std::pair<int, std::int64_t>> seen;
    std::optional<Instant> before;
    for (int page = 0; page < 100; ++page) {
        const auto entries = house.timeline(other, {before, 7, {}});
        if (entries.empty())
            break;
        for (const auto &entry : entries)
            CHECK(seen.emplace(static_cast<int>(entry.event), entry.id).second);
        before = entries.back().at;
    }
    CHECK(seen.size() == whole.size());
    for (const auto &entry : house.timeline(one, {{}, 5, PersonEvent::Said}))
        CHECK(entry.event == PersonEvent::Said);
}

TEST_CASE("the list shows each person once, by what the view asks for", "[store][persons]")
{
    House house;
    const auto now = house.store.clock.now();
    const auto one = house.member(1), other = house.member(2);
    house.say(3, "long ago", now - hours(24 * 200));
    const auto silent = house.last;
    house.ticket(silent, house.say(3, "again", now - hours(24 * 190)), 1);
    house.merge(one, other);
    const auto list = [&](const PersonFilter &filter) {
        std::vector<std::int64_t> out;
        for (const auto &line : house.store.read([&](Tx &tx) { return Persons(tx).list(filter); }))
            out.push_back(line.person.value);
        return out;
    };
    CHECK(list({}) == std::vector{one.value, silent.value});
    CHECK(list({{}, PersonView::Newcomers, 10}) == std::vector{one.value});
    CHECK(list({{}, PersonView::Silent, 10}) == std::vector{silent.value});
    CHECK(list({"USER2", PersonView::All, 10}) == std::vector{one.value}); // by any identity
    CHECK(list({"100%", PersonView::All, 10}).empty());
    auto old = test::byAuthor(test::item("old", "a month ago, read now", now - hours(24 * 30)), "m4", "user4@social.example");
    old.fetchedAt = now;
    house.put(old);
    const auto last = house.store.read([&](Tx &tx) { return Persons(tx).list({"user4", PersonView::All, 10}); });
    REQUIRE(last.size() == 1);
    CHECK(last[0].lastSeen == old.publishedAt); // when it was said, not when it was read
    CHECK(list({}) == std::vector{one.value, last[0].person.value, silent.value});
    CHECK(list({{}, PersonView::Promised, 10}).empty());
    house.store.write([&](Tx &tx) -> Result<void> {
        VIGIE_CHECK(PersonFacts(tx).addStep(other, "Later", "2026-04-01", "nora"));
        VIGIE_CHECK(PersonFacts(tx).addStep(one, "Soon", "2026-03-05", "nora"));
        Promise promise;
        promise.member = silent;
        promise.text = "We call back";
        promise.zone = "UTC";
        promise.due = now;
        VIGIE_CHECK(Promises(tx).add(promise));
        return {};
    });
    CHECK(list({{}, PersonView::Promised, 10}) == std::vector{silent.value});
    const auto steps = house.store.read([&](Tx &tx) { return Persons(tx).list({{}, PersonView::Steps, 10}); });
    REQUIRE(steps.size() == 1);
    CHECK(steps[0].stepText == "Soon");
    CHECK(steps[0].identities == 2);
    CHECK(steps[0].exchanges == 0);
}

TEST_CASE("what says nothing, or not where it comes from, is refused", "[store][persons]")
{
    House house;
    const auto one = house.member(1);
    const auto refused = [&](const std::function<Result<std::int64_t>(PersonFacts)> &job) { return house.store->writeNow<std::int64_t>([&](Tx &tx) { return job(PersonFacts(tx)); }).error().code; };
    CHECK(refused([&](PersonFacts facts) { return facts.addNote(one, " \n", "nora"); }) == Errc::InvalidInput);
    CHECK(refused([&](PersonFacts facts) { return facts.addNote(MemberId{99}, "x", "nora"); }) == Errc::NotFound);
    CHECK(refused([&](PersonFacts facts) { return facts.addConsent(one, "newsletter", true, "", "nora"); }) == Errc::InvalidInput);
    CHECK(refused([&](PersonFacts facts) { return facts.addFact(one, "email", "a@b.c", " ", "nora"); }) == Errc::InvalidInput);
    CHECK(refused([&](PersonFacts facts) { return facts.addFact(one, "shoe", "42", "told", "nora"); }) == Errc::InvalidInput);
    CHECK(refused([&](PersonFacts facts) { return facts.addStep(one, "call", "tomorrow", "nora"); }) == Errc::InvalidInput);
}

TEST_CASE("a step that was done by mistake is open again", "[store][persons]")
{
    House house;
    const auto member = house.member(1);
    const auto step = house.store.write([&](Tx &tx) { return PersonFacts(tx).addStep(member, "Invite", "2026-03-09", "nora"); });
    house.store.write([&](Tx &tx) { return PersonFacts(tx).finishStep(step); });
    CHECK(house.card(member).steps.empty());
    house.store.write([&](Tx &tx) { return PersonFacts(tx).reopenStep(step); });
    REQUIRE(house.card(member).steps.size() == 1);
    CHECK(house.card(member).steps.front().text == "Invite");
    CHECK_FALSE(house.store->writeNow<bool>([&](Tx &tx) -> Result<bool> {
        VIGIE_CHECK(PersonFacts(tx).reopenStep(step)); // it is not done
        return true;
    }));
}
