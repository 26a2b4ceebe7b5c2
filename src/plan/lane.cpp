// SPDX-License-Identifier: GPL-3.0-or-later
// What one account's lane does with its list, and what its rows wait for.
#include "plan/publisher_impl.hpp"

#include <vigie/base/log.hpp>
#include <vigie/store/members.hpp>

#include <algorithm>
#include <iterator>

namespace vigie::plan {

namespace {

/// A row that is still to be looked up right after it was: the other lanes do not wait for it to make up its mind.
constexpr std::chrono::seconds kLookRest{1};
constexpr std::chrono::minutes kChanged{1};

} // namespace

Result<void> Lane::work(const LaneWork &what, std::stop_token stop)
{
    const auto ends = [&] { return stop.stop_requested() || shared.closing; };
    forgetWaits(parts.clock.now());
    for (const auto id : what.unknown) {
        if (ends())
            return {};
        lookedAt[id] = {parts.clock.now(), parts.clock.now() + kLookRest};
        VIGIE_CHECK(settleRow(id, stop));
    }
    for (const auto id : what.accepted) {
        if (ends())
            return {};
        lookedAt[id] = {parts.clock.now(), parts.clock.now() + kLookRest};
        VIGIE_TRY(const auto row, load(id));
        VIGIE_CHECK(row.recall ? recallRow(id, stop) : watchAccepted(id, stop));
    }
    for (const auto id : what.due) {
        if (ends())
            return {};
        if (waitsUntil(id, parts.clock.now()))
            continue;
        const auto sent = sendRow(id, stop);
        if (sent || sent.error().code != Errc::Conflict) {
            VIGIE_CHECK(sent);
            continue;
        }
        log::warning("plan", "outbound {} was changed by somebody while it was sent: {}", id.value, sent.error().detail);
        waitFor(id, parts.clock.now() + kChanged); // its own trouble: what is behind it leaves
    }
    return what.places ? clearPlaces(stop) : Result<void>{};
}

std::optional<Instant> Lane::waitsUntil(OutboundId id, Instant now) const
{
    std::optional<Instant> until;
    if (resting && !resting->over(now))
        until = resting->until;
    if (const auto own = notBefore.find(id); own != notBefore.end() && !own->second.over(now))
        until = std::max(until.value_or(own->second.until), own->second.until);
    return until;
}

void Lane::forgetWaits(Instant now)
{
    for (auto *waits : {&notBefore, &lookedAt})
        for (auto one = waits->begin(); one != waits->end();)
            one = one->second.over(now) ? waits->erase(one) : std::next(one);
}

Result<Outbound> Lane::load(OutboundId id)
{
    return parts.store.readNow<Outbound>([id](store::Tx &tx) { return store::Outbox(tx).get(id); });
}

Result<Account> Lane::loadAccount(AccountId id)
{
    return parts.store.readNow<Account>([id](store::Tx &tx) { return store::Accounts(tx).get(id); });
}

Result<void> Lane::save(const Outbound &outbound, OutboundState expected)
{
    return parts.store.writeNow<void>([&](store::Tx &tx) { return store::Outbox(tx).update(outbound, expected); }, store::Durability::Full);
}

Result<void> Lane::logAttempt(const Attempt &attempt)
{
    return parts.store.writeNow<void>([&](store::Tx &tx) { return store::Outbox(tx).addAttempt(attempt); });
}

void Lane::tellSettled(const Outbound &outbound)
{
    notBefore.erase(outbound.id);
    tries.erase(outbound.id);
    if (!parts.settled)
        return;
    const auto told = parts.store.writeNow<void>([&](store::Tx &tx) { return parts.settled(tx, outbound); });
    if (!told) // a follower's trouble is its own: the row stays as it is
        log::warning("plan", "after outbound {}: {}", outbound.id.value, told.error().detail);
}

} // namespace vigie::plan
