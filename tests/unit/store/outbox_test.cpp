// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/session.hpp"
#include "support/temp_store.hpp"

#include <vigie/store/outbox.hpp>

using namespace vigie;
using namespace vigie::store;

namespace {

Outbound sample(Instant due, OutboundState state = OutboundState::Planned)
{
    Outbound out;
    out.account = AccountId{1};
    out.kind = OutboundKind::Reply;
    out.state = state;
    OutboundPart part;
    part.text = "Merci \xf0\x9f\x9a\xb2";
    part.media = {{"/tmp/a.png", "image/png", "a bike", "00ff", ""}};
    part.idempotencyKey = "k1";
    out.parts = {part, part};
    out.parts[1].text = "2/2";
    out.ticket = TicketId{9};
    out.targetNative = "116";
    out.createdAt = out.changedAt = due;
    out.dueAt = due;
    out.lateBy = std::chrono::minutes(15);
    return out;
}
OutboundId add(test::TempStore &store, const Outbound &out)
{
    return store.write([&](Tx &tx) { return Outbox(tx).add(out); });
}

} // namespace

TEST_CASE("an intent comes back whole", "[store][outbox]")
{
    test::TempStore store;
    auto given = sample(store.clock.now());
    given.error = Error{Errc::Timeout, "no answer", 0, std::nullopt, std::nullopt};
    const auto id = add(store, given);
    store.reopen();
    const auto back = store.read([&](Tx &tx) { return Outbox(tx).get(id); });
    CHECK(back.kind == OutboundKind::Reply);
    REQUIRE(back.parts.size() == 2);
    CHECK(back.parts[0].text == given.parts[0].text);
    CHECK(back.parts[0].media[0].alt == "a bike");
    CHECK(back.parts[1].idempotencyKey == "k1");
    CHECK(back.error == given.error);
    CHECK(back.lateBy == given.lateBy);
    CHECK(back.dueAt == given.dueAt);
    CHECK(back.ticket == given.ticket);
}

TEST_CASE("the same press of the button makes one row", "[store][outbox]")
{
    test::TempStore store;
    auto given = sample(store.clock.now());
    given.clientToken = "press-1";
    add(store, given);
    const auto again = store->writeNow<OutboundId>([&](Tx &tx) { return Outbox(tx).add(given); });
    REQUIRE_FALSE(again);
    CHECK(again.error().code == Errc::Duplicate);
    given.clientToken.clear();
    add(store, given);
    add(store, given);
    CHECK(store.read([](Tx &tx) { return Outbox(tx).list({}); }).size() == 3);
}

TEST_CASE("a state moves only from where it was believed to be", "[store][outbox]")
{
    test::TempStore store;
    const auto id = add(store, sample(store.clock.now()));
    auto row = store.read([&](Tx &tx) { return Outbox(tx).get(id); });
    row.state = OutboundState::Sending;
    row.parts[0].state = OutboundPart::State::Sending;
    store.write([&](Tx &tx) { return Outbox(tx).update(row, OutboundState::Planned); });
    // A second publisher that read the row before.
    row.state = OutboundState::Cancelled;
    row.parts.clear();
    auto late = store->writeNow<void>([&](Tx &tx) { return Outbox(tx).update(row, OutboundState::Planned); });
    REQUIRE_FALSE(late);
    CHECK(late.error().code == Errc::Conflict);
    const auto back = store.read([&](Tx &tx) { return Outbox(tx).get(id); });
    CHECK(back.state == OutboundState::Sending);
    CHECK(back.parts.size() == 2);
    row.id = OutboundId{777};
    late = store->writeNow<void>([&](Tx &tx) { return Outbox(tx).update(row, OutboundState::Planned); });
    REQUIRE_FALSE(late);
    CHECK(late.error().code == Errc::NotFound);
}

TEST_CASE("what is due comes oldest first, and nothing else", "[store][outbox]")
{
    test::TempStore store;
    const auto now = store.clock.now();
    const auto second = add(store, sample(now - std::chrono::minutes(1)));
    const auto first = add(store, sample(now - std::chrono::minutes(5)));
    const auto later = add(store, sample(now + std::chrono::minutes(5)));
    add(store, sample(now - std::chrono::minutes(9), OutboundState::Draft));
    CHECK_FALSE(store.read([](Tx &tx) { return Outbox(tx).nextCheck(); }));
    auto lost = sample(now - std::chrono::minutes(9), OutboundState::Unknown);
    for (const auto minutes : {7, 3, 11}) {
        lost.nextCheckAt = now + std::chrono::minutes(minutes);
        add(store, lost);
    }
    CHECK(store.read([](Tx &tx) { return Outbox(tx).nextCheck(); }) == now + std::chrono::minutes(3));
    CHECK(store.read([&](Tx &tx) { return Outbox(tx).due(now, 10); }) == std::vector{first, second});
    CHECK(store.read([&](Tx &tx) { return Outbox(tx).due(now, 1); }) == std::vector{first});
    CHECK(store.read([](Tx &tx) { return Outbox(tx).nextDue(); }) == now + std::chrono::minutes(5)); // what is due already is no next hour
    CHECK(store.read([&](Tx &tx) { return Outbox(tx).due(now + std::chrono::minutes(5), 10); }) == std::vector{first, second, later});
    auto undated = sample(now);
    undated.dueAt.reset();
    const auto atOnce = add(store, undated);
    CHECK(store.read([&](Tx &tx) { return Outbox(tx).due(now, 10); }).front() == atOnce);
}

TEST_CASE("lists are narrowed by state, account, ticket and time", "[store][outbox]")
{
    test::TempStore store;
    const auto now = store.clock.now();
    const auto mine = add(store, sample(now));
    auto other = sample(now + std::chrono::hours(1), OutboundState::Failed);
    other.account = AccountId{2};
    other.ticket = TicketId{};
    const auto failed = add(store, other);
    const auto ids = [&](const OutboxFilter &filter) {
        std::vector<OutboundId> out;
        for (const auto &row : store.read([&](Tx &tx) { return Outbox(tx).list(filter); }))
            out.push_back(row.id);
        return out;
    };
    OutboxFilter filter;
    CHECK(ids(filter) == std::vector{failed, mine});
    filter.states = {OutboundState::Failed, OutboundState::Unknown};
    CHECK(ids(filter) == std::vector{failed});
    filter = {};
    filter.ticket = TicketId{9};
    CHECK(ids(filter) == std::vector{mine});
    filter = {};
    filter.account = AccountId{2};
    CHECK(ids(filter) == std::vector{failed});
    filter = {};
    filter.to = now + std::chrono::hours(1);
    CHECK(ids(filter) == std::vector{mine});
}

TEST_CASE("an echo finds the part that made it, once per account", "[store][outbox]")
{
    test::TempStore store;
    const auto id = add(store, sample(store.clock.now(), OutboundState::Sending));
    auto row = store.read([&](Tx &tx) { return Outbox(tx).get(id); });
    row.state = OutboundState::Sent;
    row.parts[0].nativeId = "900";
    row.parts[1].nativeId = "901";
    store.write([&](Tx &tx) { return Outbox(tx).update(row, OutboundState::Sending); });
    const auto find = [&](AccountId account, const std::string &native) {
        return store.read([&](Tx &tx) { return Outbox(tx).byNative(account, native); });
    };
    CHECK(find(AccountId{1}, "901") == id);
    CHECK_FALSE(find(AccountId{2}, "901"));
    CHECK_FALSE(find(AccountId{1}, ""));
    auto edit = sample(store.clock.now());
    edit.kind = OutboundKind::Edit;
    edit.parts.resize(1);
    edit.parts[0].nativeId = "900";
    add(store, edit);
    CHECK(find(AccountId{1}, "900") == id);
    auto twin = sample(store.clock.now());
    twin.parts[0].nativeId = "900";
    const auto refused = store->writeNow<OutboundId>([&](Tx &tx) { return Outbox(tx).add(twin); });
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Errc::Duplicate);
}

TEST_CASE("attempts are kept in order", "[store][outbox]")
{
    test::TempStore store;
    const auto id = add(store, sample(store.clock.now()));
    for (int i = 1; i <= 3; ++i)
        store.write([&](Tx &tx) { return Outbox(tx).addAttempt({id, 0, i, "send", tx.now(), std::nullopt, 500 + i, "server"}); });
    const auto log = store.read([&](Tx &tx) { return Outbox(tx).attempts(id); });
    REQUIRE(log.size() == 3);
    CHECK(log[2].httpStatus == 503);
    CHECK_FALSE(log[0].endedAt);
    const auto orphan = store->writeNow<void>([](Tx &tx) { return Outbox(tx).addAttempt({OutboundId{99}, 0, 1, "send", tx.now(), std::nullopt, 0, "ok"}); });
    CHECK_FALSE(orphan);
}

TEST_CASE("a row that cannot be read is never sent", "[store][outbox]")
{
    test::TempStore store;
    const auto now = store.clock.now();
    const auto id = add(store, sample(now));
    store.write([&](Tx &tx) { return tx.session().guard([&] { tx.session().exec("UPDATE outbound SET state='flying' WHERE id=?", id);
                                                              tx.session().exec("UPDATE outbound_part SET state=50 WHERE outbound_id=?", id); }); });
    const auto back = store.read([&](Tx &tx) { return Outbox(tx).get(id); });
    CHECK(back.state == OutboundState::Unknown);
    CHECK(back.parts[0].state == OutboundPart::State::Unknown);
    CHECK(store.read([&](Tx &tx) { return Outbox(tx).due(now, 10); }).empty());
    store.write([&](Tx &tx) { return tx.session().guard([&] { tx.session().exec("UPDATE outbound_part SET media_json='[{' WHERE outbound_id=?", id); }); });
    const auto damaged = store->readNow<Outbound>([&](Tx &tx) { return Outbox(tx).get(id); });
    REQUIRE_FALSE(damaged);
    CHECK(damaged.error().code == Errc::StorageDamaged);
}

TEST_CASE("what is written to the outbox is told to listeners", "[store][outbox]")
{
    test::TempStore store;
    ManualExecutor reply;
    std::vector<OutboundId> told;
    const auto subscription = store->subscribe(reply, [&](const Change &change) { told = change.outbounds; });
    const auto id = add(store, sample(store.clock.now()));
    REQUIRE(reply.runUntil([&] { return !told.empty(); }, std::chrono::seconds(5)));
    CHECK(told == std::vector{id});
}
