// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temp_store.hpp"

#include <vigie/store/audit.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>
#include <vigie/store/queries.hpp>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::store;
using namespace vigie::test;

TEST_CASE("the audit says what was done, by whom, and nothing of what was said", "[store]")
{
    TempStore store;
    const auto account = store.write([](Tx &tx) -> Result<AccountId> {
        Account one;
        one.connector = "mastodon";
        one.instance = "https://social.example";
        one.nativeId = "1";
        one.handle = "brand@social.example";
        VIGIE_TRY(const auto id, Accounts(tx).save(one));
        VIGIE_TRY([[maybe_unused]] const auto again, Accounts(tx).save(one)); // an update adds nobody
        VIGIE_CHECK(Accounts(tx).setState(id, AccountState::Paused));
        VIGIE_CHECK(Accounts(tx).setState(id, AccountState::Paused)); // nothing changed
        return id;
    });
    store.write([&](Tx &tx) -> Result<OutboundId> {
        Outbound post;
        post.account = account;
        post.kind = OutboundKind::Post;
        post.state = OutboundState::Planned;
        post.parts.push_back({});
        post.parts.front().text = "words of a post";
        VIGIE_TRY(const auto id, Outbox(tx).add(post));
        VIGIE_TRY(auto row, Outbox(tx).get(id));
        row.state = OutboundState::Cancelled;
        VIGIE_CHECK(Outbox(tx).update(row, OutboundState::Planned));
        return id;
    });
    const auto entries = store.read([](Tx &tx) { return Audit(tx).list(10); });
    REQUIRE(entries.size() == 4);
    CHECK(entries[0].action == "outbox.state");
    CHECK(entries[0].actor == "person");
    CHECK(entries[1].action == "outbox.added");
    CHECK(entries[2].action == "account.state");
    CHECK(entries[2].detail == toString(AccountState::Paused));
    CHECK(entries[3].action == "account.added");
    for (const auto &entry : entries)
        CHECK(entry.detail.find("words of a post") == std::string::npos);
    const auto older = store.read([&](Tx &tx) { return Audit(tx).list(10, entries[2].id); });
    REQUIRE(older.size() == 1);
    CHECK(older.front().id == entries[3].id);
}

TEST_CASE("what is rolled back was not done", "[store]")
{
    TempStore store;
    const auto refused = store->writeNow<QueryId>([](Tx &tx) -> Result<QueryId> {
        SavedQuery query;
        query.name = "Velo";
        query.source = "velo";
        VIGIE_TRY([[maybe_unused]] const auto id, Queries(tx).save(query));
        return fail(Errc::Cancelled);
    });
    REQUIRE_FALSE(refused);
    CHECK(store.read([](Tx &tx) { return Audit(tx).list(10); }).empty());
}
