// SPDX-License-Identifier: GPL-3.0-or-later
// What a network's terms forbid to keep is not in the file, whoever wrote it.
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include "store/session.hpp"

#include <vigie/store/figures.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/recheck.hpp>
#include <vigie/store/spending.hpp>
#include <vigie/store/top_members.hpp>

#include <chrono>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

using namespace vigie;
using namespace vigie::store;

namespace {

AccountId connectTo(test::TempStore &store, const Policy &policy)
{
    Account account;
    account.connector = "mastodon";
    account.instance = "https://social.example";
    account.nativeId = "us";
    account.policy = policy;
    account.capabilities.set(Capability::Lookup);
    return store.write([&](Tx &tx) { return Accounts(tx).save(account); });
}

std::vector<StoredItem> put(test::TempStore &store, const Item &item)
{
    const std::vector<AnalysedItem> items{test::analysed(item)};
    return store.write([&](Tx &tx) { return Items(tx).store(items); });
}

bool fileHolds(test::TempStore &store, const std::string &words)
{
    store.close(); // everything is in the one file
    std::ifstream file(store.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const bool holds = bytes.find(words) != std::string::npos;
    store.reopen();
    return holds;
}

} // namespace

TEST_CASE("a network that is for display only leaves no trace", "[store][policy]")
{
    test::TempStore store;
    Policy policy;
    policy.persist = PersistRule::DisplayOnly;
    connectTo(store, policy);
    const auto stored = put(store, test::item("1", "the quetzalcoatl review"));
    CHECK_FALSE(stored.front().id);
    CHECK_FALSE(fileHolds(store, "quetzalcoatl"));
    CHECK_FALSE(fileHolds(store, "ada@social.example"));
}

TEST_CASE("a network that allows ids alone keeps ids, times and counts", "[store][policy]")
{
    test::TempStore store;
    Policy policy;
    policy.persist = PersistRule::IdsOnly;
    connectTo(store, policy);
    auto item = test::item("1", "the quetzalcoatl review");
    item.metrics = {{"likes", 4, ValueStatus::Ok}};
    const auto id = put(store, item).front().id;
    const auto back = store.read([&](Tx &tx) { return Items(tx).get(id); });
    REQUIRE(back);
    CHECK(back->nativeId == "1");
    CHECK(back->text.empty());
    CHECK(back->author.handle.empty());
    CHECK(back->publishedAt == item.publishedAt);
    CHECK(back->metrics == item.metrics);
    CHECK_FALSE(fileHolds(store, "quetzalcoatl"));
    CHECK_FALSE(fileHolds(store, "ada@social"));
}

TEST_CASE("terms that grow stricter hold from the next item on, and a removed account still binds", "[store][policy]")
{
    test::TempStore store;
    const auto account = connectTo(store, {});
    CHECK(put(store, test::item("1", "first")).front().id);
    Policy policy;
    policy.persist = PersistRule::DisplayOnly;
    store.write([&](Tx &tx) { return Accounts(tx).setPolicy("mastodon", policy); });
    CHECK_FALSE(put(store, test::item("2", "second")).front().id);
    store.write([&](Tx &tx) { return Accounts(tx).setState(account, AccountState::Removed); });
    CHECK(store.read([](Tx &tx) { return Accounts(tx).policyOf("mastodon"); }).persist == PersistRule::DisplayOnly);
    CHECK(store.read([](Tx &tx) { return Accounts(tx).policyOf("elsewhere"); }).persist == PersistRule::Full);
}

TEST_CASE("policies come back as they were saved, and the stricter of two wins", "[store][policy]")
{
    test::TempStore store;
    Policy policy;
    policy.exports = ExportRule::Capped;
    policy.exportPerDay = 500;
    policy.keepFor = std::chrono::hours{48};
    policy.refreshOrDrop = std::chrono::hours{720};
    policy.deletionSync = std::chrono::hours{24};
    policy.crossNetworkMatch = false;
    policy.attribution = "CC BY-SA 4.0";
    const auto id = connectTo(store, policy);
    CHECK(store.read([&](Tx &tx) { return Accounts(tx).get(id); }).policy == policy);
    Policy other;
    other.persist = PersistRule::IdsOnly;
    other.keepFor = std::chrono::hours{24};
    const auto both = strictest(policy, other);
    CHECK(both.persist == PersistRule::IdsOnly);
    CHECK(both.exports == ExportRule::Capped);
    CHECK(both.exportPerDay == 500);
    CHECK(both.keepFor == std::chrono::hours{24});
    CHECK_FALSE(both.crossNetworkMatch);
}

TEST_CASE("words that may not be kept any longer go, with their earlier versions; ids and counts stay", "[store][policy]")
{
    test::TempStore store;
    Policy policy;
    policy.refreshOrDrop = std::chrono::hours{24 * 30};
    connectTo(store, policy);
    auto item = test::item("1", "quetzalcoatl first");
    item.metrics = {{"likes", 4, ValueStatus::Ok}};
    const auto id = put(store, item).front().id;
    item.text = "quetzalcoatl second";
    item.fetchedAt += std::chrono::hours{1};
    put(store, item);
    REQUIRE(store.read([&](Tx &tx) { return Items(tx).revisions(id); }).size() == 1);
    store.clock.advance(std::chrono::hours{24 * 29});
    CHECK(store.write([](Tx &tx) { return Retention(tx).dropOverdue(100); }) == 0);
    store.clock.advance(std::chrono::hours{48});
    CHECK(store.write([](Tx &tx) { return Retention(tx).dropOverdue(100); }) == 1);
    CHECK(store.write([](Tx &tx) { return Retention(tx).dropOverdue(100); }) == 0);
    const auto back = store.read([&](Tx &tx) { return Items(tx).get(id); });
    REQUIRE(back);
    CHECK(back->text.empty());
    CHECK(back->nativeId == "1");
    CHECK(store.read([&](Tx &tx) { return Items(tx).revisions(id); }).empty());
    CHECK(store.read([&](Tx &tx) { return Items(tx).latestMetrics(id); }) == item.metrics);
    CHECK(store->verify().value().empty());
}

TEST_CASE("words that had to go leave the bytes of the file, too, once a day", "[store][policy]")
{
    test::TempStore store;
    Policy policy;
    policy.refreshOrDrop = std::chrono::hours{24 * 30};
    connectTo(store, policy);
    const auto value = [&](const char *key) {
        return store.read([&](Tx &tx) { return tx.session().guard([&] { return tx.session().one<std::string>("SELECT value FROM meta WHERE key=?", key).value_or(""); }); });
    };
    const auto waitWhile = [&](const char *key) {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        while (!value(key).empty()) {
            REQUIRE(std::chrono::steady_clock::now() < end);
            std::this_thread::yield();
        }
    };
    const auto dropLater = [&](const char *number, const char *text) {
        auto item = test::item(number, text);
        item.fetchedAt = item.publishedAt = store.clock.now();
        put(store, item);
        REQUIRE(fileHolds(store, std::string(text).substr(0, 12)));
        store.clock.advance(std::chrono::hours{24 * 31});
        CHECK(store.write([](Tx &tx) { return Retention(tx).dropOverdue(100); }) == 1);
    };
    dropLater("1", "quetzalcoatl among others");
    waitWhile("item_scrub_due");
    waitWhile("item_scrub");
    CHECK_FALSE(fileHolds(store, "quetzalcoatl"));
    CHECK(store->verify().value().empty());

    const auto begun = value("item_scrub_at");
    CHECK(begun == std::to_string(toMicros(store.clock.now())));
    store.write([](Tx &tx) -> Result<int> { // another erasure of the same day
        auto item = test::item("2", "xochiquetzal as well");
        item.fetchedAt = item.publishedAt = tx.now() - std::chrono::hours{24 * 31};
        const std::vector<AnalysedItem> items{test::analysed(item)};
        VIGIE_CHECK(Items(tx).store(items));
        return Retention(tx).dropOverdue(100);
    });
    store.clock.advance(std::chrono::hours{23});
    put(store, test::item("3", "something else"));
    CHECK(value("item_scrub_at") == begun);
    CHECK(value("item_scrub_due") == "1");
    store.clock.advance(std::chrono::hours{1});
    put(store, test::item("4", "and more"));
    waitWhile("item_scrub_due");
    waitWhile("item_scrub");
    CHECK_FALSE(fileHolds(store, "xochiquetzal"));
    CHECK(store->verify().value().empty());
}

TEST_CASE("members of a network that keeps them out of files are marked", "[store][policy]")
{
    test::TempStore store;
    Policy policy;
    policy.exports = ExportRule::NoMemberData;
    connectTo(store, policy);
    put(store, test::item("1", "one"));
    auto elsewhere = test::item("2", "two");
    elsewhere.connector = "bluesky";
    put(store, elsewhere);
    MentionScope ever;
    ever.to = Instant{std::chrono::days{30000}};
    const auto top = store.read([&](Tx &tx) { return topMembers(tx, ever, 10); });
    REQUIRE(top.size() == 2);
    CHECK(top[0].exportable != top[1].exportable);
}

TEST_CASE("an export is cut at what the network allows in a day", "[store][policy]")
{
    test::TempStore store;
    Policy policy;
    policy.exports = ExportRule::Capped;
    policy.exportPerDay = 500;
    connectTo(store, policy);
    const auto take = [&](const std::string &network, const std::string &day, int wanted) {
        return store.write([&](Tx &tx) { return Exports(tx).take(network, day, wanted); });
    };
    CHECK(take("mastodon", "2026-03-02", 300) == 300);
    CHECK(take("mastodon", "2026-03-02", 300) == 200);
    CHECK(take("mastodon", "2026-03-02", 1) == 0);
    CHECK(take("mastodon", "2026-03-03", 1) == 1);
    CHECK(take("feed", "2026-03-02", 9000) == 9000);
    Policy closed;
    closed.exports = ExportRule::No;
    store.write([&](Tx &tx) { return Accounts(tx).setPolicy("mastodon", closed); });
    CHECK(take("mastodon", "2026-03-04", 1) == 0);
}

TEST_CASE("items are looked up again ever more rarely, and one silence is not a deletion", "[store][recheck]")
{
    test::TempStore store;
    const auto account = connectTo(store, {});
    const auto id = put(store, test::item("1", "one")).front().id;
    const std::vector<ItemId> ids{id};
    const auto due = [&] { return store.read([&](Tx &tx) { return Rechecks(tx).due(account, 10); }); };
    store.write([&](Tx &tx) { return Rechecks(tx).add(account, ids); });
    CHECK(due().empty());
    for (const auto age : {std::chrono::hours{1}, std::chrono::hours{24}, std::chrono::hours{24 * 7}, std::chrono::hours{24 * 30}}) {
        store.clock.set(test::kNoon + age - std::chrono::minutes{1});
        CHECK(due().empty());
        store.clock.set(test::kNoon + age);
        REQUIRE(due().size() == 1);
        store.write([&](Tx &tx) { return Rechecks(tx).seen(id); });
    }
    store.clock.advance(std::chrono::hours{24 * 365});
    CHECK(due().empty()); // it has grown old in peace
    store.write([&](Tx &tx) { return Rechecks(tx).add(account, ids); });
    CHECK(due().empty());

    const auto second = put(store, test::item("2", "two", store.clock.now())).front().id;
    const std::vector<ItemId> seconds{second};
    store.write([&](Tx &tx) { return Rechecks(tx).add(account, seconds); });
    store.clock.advance(std::chrono::hours{1});
    REQUIRE(due().size() == 1);
    CHECK_FALSE(store.write([&](Tx &tx) { return Rechecks(tx).missed(second); }));
    CHECK(due().empty());
    store.clock.advance(std::chrono::minutes{10});
    REQUIRE(due().size() == 1);
    CHECK(due()[0].missing == 1);
    CHECK(store.write([&](Tx &tx) { return Rechecks(tx).missed(second); }));
}

TEST_CASE("where the terms ask for deletions within a day, looking never ends", "[store][recheck]")
{
    test::TempStore store;
    Policy policy;
    policy.deletionSync = std::chrono::hours{24};
    const auto account = connectTo(store, policy);
    const auto id = put(store, test::item("1", "one")).front().id;
    const std::vector<ItemId> ids{id};
    store.clock.advance(std::chrono::hours{24 * 90});
    store.write([&](Tx &tx) { return Rechecks(tx).add(account, ids); });
    for (int day = 0; day < 3; ++day) {
        store.clock.advance(std::chrono::hours{24});
        REQUIRE(store.read([&](Tx &tx) { return Rechecks(tx).due(account, 10); }).size() == 1);
        store.write([&](Tx &tx) { return Rechecks(tx).seen(id); });
    }
}

TEST_CASE("what was spent adds up by bucket and period and never falls below nothing", "[store][spending]")
{
    test::TempStore store;
    const auto account = connectTo(store, {});
    store.write([&](Tx &tx) { return Spendings(tx).add(account, "units", "2026-03-02", {50, 0}); });
    store.write([&](Tx &tx) { return Spendings(tx).add(account, "units", "2026-03-02", {1, 0}); });
    store.write([&](Tx &tx) { return Spendings(tx).add(account, "money", "2026-03", {0, 700}); });
    store.write([&](Tx &tx) { return Spendings(tx).add(account, "money", "2026-03", {0, -200}); });
    CHECK(store.read([&](Tx &tx) { return Spendings(tx).of(account, "units", "2026-03-02"); }) == Spent{51, 0});
    CHECK(store.read([&](Tx &tx) { return Spendings(tx).of(account, "units", "2026-03-03"); }) == Spent{});
    CHECK(store.read([&](Tx &tx) { return Spendings(tx).total(account, "2026-03"); }) == Spent{0, 500});
    store.write([&](Tx &tx) { return Spendings(tx).add(account, "money", "2026-03", {0, -9000}); });
    CHECK(store.read([&](Tx &tx) { return Spendings(tx).total(account, "2026-03"); }) == Spent{});
}
