// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/publisher_impl.hpp"

#include <vigie/base/log.hpp>
#include <vigie/plan/hand_over.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/leaving.hpp>
#include <vigie/store/members.hpp>

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace vigie::plan {

namespace {

void waitOn(std::chrono::seconds span, const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    wake.wait_for(lock, stop, span, [] { return false; });
}

} // namespace

Publisher::Publisher(PublisherParts parts) : impl_(std::make_unique<Impl>(std::move(parts)))
{
    impl_->wait = [](std::chrono::seconds span, std::stop_token stop) { waitOn(span, stop); };
}

Publisher::~Publisher() = default;

void Publisher::onStep(std::function<void(std::string_view)> probe)
{
    impl_->probe = std::move(probe);
}

void Publisher::onWait(std::function<void(std::chrono::seconds, std::stop_token)> wait)
{
    impl_->wait = std::move(wait);
}

Result<Outbound> Publisher::Impl::load(OutboundId id)
{
    return parts.store.readNow<Outbound>([id](store::Tx &tx) { return store::Outbox(tx).get(id); });
}

Result<Account> Publisher::Impl::loadAccount(AccountId id)
{
    return parts.store.readNow<Account>([id](store::Tx &tx) { return store::Accounts(tx).get(id); });
}

Result<void> Publisher::Impl::save(const Outbound &outbound, OutboundState expected)
{
    return parts.store.writeNow<void>([&](store::Tx &tx) { return store::Outbox(tx).update(outbound, expected); },
                                      store::Durability::Full);
}

Result<void> Publisher::Impl::logAttempt(const Attempt &attempt)
{
    return parts.store.writeNow<void>([&](store::Tx &tx) { return store::Outbox(tx).addAttempt(attempt); });
}

void Publisher::Impl::tellSettled(const Outbound &outbound)
{
    notBefore.erase(outbound.id);
    tries.erase(outbound.id);
    if (!parts.settled)
        return;
    const auto told = parts.store.writeNow<void>([&](store::Tx &tx) { return parts.settled(tx, outbound); });
    if (!told) // a follower's trouble is its own: the row stays as it is
        log::warning("plan", "after outbound {}: {}", outbound.id.value, told.error().detail);
}

Result<Publisher::Impl::Target> Publisher::Impl::targetOf(const Outbound &outbound)
{
    if (!outbound.target)
        return Target{};
    VIGIE_TRY(const auto item, parts.store.readNow<std::optional<Item>>(
                                   [&](store::Tx &tx) { return store::Items(tx).get(outbound.target); }));
    return item ? Target{item->author.handle, item->nativeId} : Target{};
}

Result<int> Publisher::recover()
{
    return impl_->parts.store.writeNow<int>(
        [](store::Tx &tx) -> Result<int> {
            store::Outbox outbox(tx);
            store::OutboxFilter filter;
            filter.states = {OutboundState::Sending};
            VIGIE_TRY(auto rows, outbox.list(filter));
            for (auto &row : rows) {
                // A part that was marked before its first byte may have left; one that was not, has not.
                bool mayHaveLeft = false;
                for (auto &part : row.parts)
                    if (part.state == OutboundPart::State::Sending && part.startedAt) {
                        const bool again = repeatable(row.kind);
                        part.state = again ? OutboundPart::State::Waiting : OutboundPart::State::Unknown;
                        mayHaveLeft = mayHaveLeft || !again;
                    }
                row.state = mayHaveLeft ? OutboundState::Unknown : OutboundState::Planned;
                row.checks = 0;
                row.nextCheckAt = tx.now();
                row.changedAt = tx.now();
                VIGIE_CHECK(outbox.update(row, OutboundState::Sending));
            }
            return static_cast<int>(rows.size());
        },
        store::Durability::Full);
}

Result<PublishReport> Publisher::runDue(std::stop_token stop)
{
    auto &impl = *impl_;
    impl.report = {};
    VIGIE_CHECK(impl.parts.store.writeNow<int>([](store::Tx &tx) { return store::reviveMissed(tx); }, store::Durability::Full));
    for (bool again = true; again && !stop.stop_requested();) {
        again = false;
        // What is not known is read back before anything more is sent: newer posts would push it off the list that is read.
        store::OutboxFilter unknown;
        unknown.states = {OutboundState::Unknown};
        VIGIE_TRY(const auto rows, impl.parts.store.readNow<std::vector<Outbound>>(
                                       [&](store::Tx &tx) { return store::Outbox(tx).list(unknown); }));
        for (const auto &row : rows)
            if (!stop.stop_requested() && (!row.nextCheckAt || *row.nextCheckAt <= impl.parts.clock.now() || row.changedAt > impl.parts.clock.now()))
                VIGIE_CHECK(impl.settleRow(row.id, stop));
        store::OutboxFilter accepted;
        accepted.states = {OutboundState::Accepted};
        VIGIE_TRY(const auto waiting, impl.parts.store.readNow<std::vector<Outbound>>(
                                       [&](store::Tx &tx) { return store::Outbox(tx).list(accepted); }));
        for (const auto &row : waiting)
            if (!stop.stop_requested() && row.nextCheckAt && *row.nextCheckAt <= impl.parts.clock.now())
                VIGIE_CHECK(row.recall ? impl.recallRow(row.id, stop) : impl.watchAccepted(row.id, stop));
        const auto now = impl.parts.clock.now();
        VIGIE_TRY(const auto due, impl.parts.store.readNow<std::vector<OutboundId>>([now](store::Tx &tx) -> Result<std::vector<OutboundId>> {
                      VIGIE_TRY(auto ours, store::Outbox(tx).due(now, 200));
                      VIGIE_TRY(const auto theirs, store::toHandOver(tx, now + kHandOverAtLeast, now + kHandOverAtMost));
                      ours.insert(ours.end(), theirs.begin(), theirs.end());
                      return ours;
                  }));
        for (const auto id : due) {
            const auto held = impl.notBefore.find(id);
            if (stop.stop_requested() || (held != impl.notBefore.end() && !held->second.over(now)))
                continue;
            const auto before = impl.report.sent + impl.report.held;
            VIGIE_CHECK(impl.sendRow(id, stop));
            again = again || impl.report.sent + impl.report.held > before;
        }
    }
    VIGIE_CHECK(impl.clearPlaces(stop));
    VIGIE_TRY(impl.report.next, impl.parts.store.readNow<std::optional<Instant>>([&](store::Tx &tx) -> Result<std::optional<Instant>> {
                  store::Outbox outbox(tx);
                  VIGIE_TRY(auto next, outbox.nextDue());
                  VIGIE_TRY(const auto check, outbox.nextCheck());
                  VIGIE_TRY(const auto handing, store::nextHandOver(tx, tx.now() + kHandOverAtLeast));
                  for (const auto at : {check, handing ? std::optional(*handing - kHandOverAtMost) : std::nullopt})
                      if (at && (!next || *at < *next))
                          next = at;
                  return next;
              }));
    for (const auto &[id, wait] : impl.notBefore)
        if (impl.report.next && *impl.report.next < wait.until && *impl.report.next <= impl.parts.clock.now())
            impl.report.next = wait.until; // what is due now waits for its own reason
    return impl.report;
}

} // namespace vigie::plan
