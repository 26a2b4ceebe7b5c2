// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/session.hpp"
#include "support/temp_store.hpp"

#include <vigie/store/members.hpp>

using namespace vigie;
using namespace vigie::store;

namespace {

Account sample(const std::string &native = "42")
{
    Account account;
    account.connector = "mastodon";
    account.instance = "https://social.example";
    account.nativeId = native;
    account.handle = "vigie@social.example";
    account.name = "Vigie \"the watch\"";
    account.settings = {{"tags", "velo,ville"}, {"tags", "encore"}, {"empty", ""}};
    account.capabilities.set(Capability::Reply).set(Capability::Edit, CapabilityReason::ServerTooOld).set(Capability::Lookup, CapabilityReason::SearchScopeLimited);
    account.limits.maxCharacters = 11000;
    account.limits.maxVideoBytes = 5'000'000'000;
    account.limits.mimeTypes = {"image/png", "image/webp"};
    account.limits.serverVersion = "4.3.0";
    return account;
}

} // namespace

TEST_CASE("an account comes back as it was saved", "[store][accounts]")
{
    test::TempStore store;
    const auto id = store.write([](Tx &tx) { return Accounts(tx).save(sample()); });
    const auto back = store.read([&](Tx &tx) { return Accounts(tx).get(id); });
    const auto given = sample();
    CHECK(back.settings == given.settings);
    CHECK(back.capabilities == given.capabilities);
    CHECK(back.limits == given.limits);
    CHECK(back.name == given.name);
    CHECK(back.addedAt == store.clock.now());
    CHECK_FALSE(back.lastError);
}

TEST_CASE("the same identity is one account, also after it was removed", "[store][accounts]")
{
    test::TempStore store;
    const auto id = store.write([](Tx &tx) { return Accounts(tx).save(sample()); });
    store.write([&](Tx &tx) { return Accounts(tx).setState(id, AccountState::Removed); });
    CHECK(store.read([](Tx &tx) { return Accounts(tx).all(); }).empty());
    CHECK(store.read([](Tx &tx) { return Accounts(tx).all(true); }).size() == 1);
    const auto added = store.read([&](Tx &tx) { return Accounts(tx).get(id); }).addedAt;
    store.clock.advance(std::chrono::hours(5));
    auto again = sample();
    again.handle = "renamed@social.example";
    CHECK(store.write([&](Tx &tx) { return Accounts(tx).save(again); }) == id);
    const auto back = store.read([&](Tx &tx) { return Accounts(tx).get(id); });
    CHECK(back.state == AccountState::Active);
    CHECK(back.handle == "renamed@social.example");
    CHECK(back.addedAt == added);
    store.write([](Tx &tx) { return Accounts(tx).save(sample("43")); });
    CHECK(store.read([](Tx &tx) { return Accounts(tx).all(); }).size() == 2);
}

TEST_CASE("an exchange leaves its error or clears the last one", "[store][accounts]")
{
    test::TempStore store;
    const auto id = store.write([](Tx &tx) { return Accounts(tx).save(sample()); });
    const Error error{Errc::RateLimited, "too many", 429, std::chrono::seconds(90), std::nullopt};
    store.write([&](Tx &tx) { return Accounts(tx).noteExchange(id, error); });
    auto back = store.read([&](Tx &tx) { return Accounts(tx).get(id); });
    CHECK(back.lastError == error);
    CHECK_FALSE(back.lastSeenAt);
    store.write([&](Tx &tx) { return Accounts(tx).noteExchange(id, {}); });
    back = store.read([&](Tx &tx) { return Accounts(tx).get(id); });
    CHECK_FALSE(back.lastError);
    CHECK(back.lastSeenAt == store.clock.now());
    const auto missing = store->writeNow<void>([](Tx &tx) { return Accounts(tx).noteExchange(AccountId{99}, {}); });
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == Errc::NotFound);
}

TEST_CASE("columns that cannot be read leave the defaults", "[store][accounts]")
{
    test::TempStore store;
    const auto id = store.write([](Tx &tx) { return Accounts(tx).save(sample()); });
    store.write([&](Tx &tx) {
        return tx.session().guard([&] {
            tx.session().exec("UPDATE account SET state=77, settings_json='[[1,2],\"x\",[\"k\",\"v\"]', capabilities_json='{\"fly\":\"offered\",\"reply\":\"maybe\",\"edit\":3}',"
                              " limits_json='{\"max_characters\":-4,\"url_cost\":\"x\",\"mime_types\":[1,\"a/b\"]}' WHERE id=?", id);
        });
    });
    const auto back = store.read([&](Tx &tx) { return Accounts(tx).get(id); });
    CHECK(back.state == AccountState::Paused);
    CHECK(back.settings.empty());
    CHECK(back.capabilities == Capabilities{});
    CHECK(back.limits.maxCharacters == 500);
    CHECK(back.limits.urlCost == 23);
    CHECK(back.limits.mimeTypes == std::vector<std::string>{"a/b"});
}

TEST_CASE("a setting is what was last written", "[store][settings]")
{
    test::TempStore store;
    CHECK_FALSE(store.read([](Tx &tx) { return Settings(tx).get("workspace.zone"); }));
    store.write([](Tx &tx) { return Settings(tx).set("workspace.zone", "Europe/Paris"); });
    store.write([](Tx &tx) { return Settings(tx).set("workspace.zone", "Asia/Tokyo"); });
    store.reopen();
    CHECK(store.read([](Tx &tx) { return Settings(tx).get("workspace.zone"); }) == std::string("Asia/Tokyo"));
    CHECK_FALSE(store->writeNow<void>([](Tx &tx) { return Settings(tx).set("", "x"); }));
}
