// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temp_store.hpp"

#include <vigie/store/leaving.hpp>
#include <vigie/store/outbox.hpp>

using namespace vigie;
using namespace vigie::store;
using namespace std::chrono_literals;

namespace {

struct Row {
    OutboundState state = OutboundState::Planned;
    Micros in{0};                        ///< its hour, from now
    std::optional<Micros> checkIn = {};  ///< when it is looked up
    bool handOver = false;
};

OutboundId add(test::TempStore &store, AccountId account, const Row &what)
{
    Outbound row;
    row.account = account;
    row.kind = OutboundKind::Post;
    row.state = what.state;
    row.parts.resize(1);
    row.createdAt = row.changedAt = store.clock.now();
    row.dueAt = store.clock.now() + what.in;
    row.handOver = what.handOver;
    if (what.checkIn)
        row.nextCheckAt = store.clock.now() + *what.checkIn;
    return store.write([&](Tx &tx) { return Outbox(tx).add(row); });
}

using Found = std::vector<std::pair<OutboundId, AccountId>>;
Found pairs(const std::vector<LeavingRow> &rows)
{
    Found out;
    for (const auto &row : rows)
        out.emplace_back(row.id, row.account);
    return out;
}

} // namespace

TEST_CASE("what is to be sent comes by its hours with the lane it belongs to; what its network publishes comes behind", "[store][outbox]")
{
    test::TempStore store;
    const AccountId one{1}, two{2};
    const auto second = add(store, two, {OutboundState::Planned, -1min});
    const auto first = add(store, one, {OutboundState::Planned, -5min});
    const auto theirs = add(store, two, {OutboundState::Planned, 48h, {}, true});
    add(store, one, {OutboundState::Planned, 1h});
    add(store, one, {OutboundState::Planned, 10min, {}, true}); // too near to its hour to be left to them
    add(store, one, {OutboundState::Held, -1min});
    const auto rows = store.read([](Tx &tx) { return toSend(tx, tx.now() + 20min, tx.now() + 28 * 24h); });
    CHECK(pairs(rows) == Found{{first, one}, {second, two}, {theirs, two}});
    CHECK(store.read([](Tx &tx) { return Outbox(tx).nextDue(); }) == store.clock.now() + 10min);
}

TEST_CASE("what is to be looked up by now is found, also when it was judged by a clock that was ahead", "[store][outbox]")
{
    test::TempStore store;
    const AccountId one{1}, two{2};
    const auto unasked = add(store, two, {OutboundState::Unknown, -1h});
    const auto due = add(store, one, {OutboundState::Unknown, -1h, -1s});
    const auto later = add(store, one, {OutboundState::Unknown, -1h, 1min});
    const auto kept = add(store, two, {OutboundState::Accepted, 1h, -1s});
    add(store, two, {OutboundState::Accepted, 1h, 5min});
    CHECK(pairs(store.read([](Tx &tx) { return toReadBack(tx); })) == Found{{unasked, two}, {due, one}});
    CHECK(pairs(store.read([](Tx &tx) { return toWatch(tx); })) == Found{{kept, two}});
    CHECK(store.read([](Tx &tx) { return Outbox(tx).nextCheck(); }) == store.clock.now() + 1min);
    store.clock.advance(-2h);
    CHECK(pairs(store.read([](Tx &tx) { return toReadBack(tx); })) == Found{{unasked, two}, {due, one}, {later, one}});
}
