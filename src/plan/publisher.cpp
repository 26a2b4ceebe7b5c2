// SPDX-License-Identifier: GPL-3.0-or-later
// The run: what is to be done is read, given to the lanes of its accounts, and read again whenever a lane has ended, the outbox has
// changed or an hour has come - so that an upload of an hour on one account keeps no post of another.
#include "plan/lanes.hpp"

#include <vigie/plan/hand_over.hpp>
#include <vigie/store/leaving.hpp>

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace vigie::plan {

namespace {

constexpr std::chrono::milliseconds kLongestWait{1000}; ///< for a lane, until the clock is looked at again
constexpr AccountId kPlaces{0};                         ///< the lane of no account: it takes files away

void waitOn(std::chrono::seconds span, const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    wake.wait_for(lock, stop, span, [] { return false; });
}

void sooner(std::optional<Instant> &next, std::optional<Instant> at)
{
    if (at && (!next || *at < *next))
        next = at;
}

} // namespace

struct Publisher::Impl {
    explicit Impl(PublisherParts given) : machine(std::move(given)), lanes(machine) {}

    Machine machine;
    Lanes lanes;
    std::mutex running; ///< held for the length of a run

    /// What can be done now by lanes that are free, and when the rest can.
    struct Todo {
        std::vector<AccountId> order; ///< whose hour came first
        std::map<AccountId, LaneWork> work;
        std::optional<Instant> next;
        LaneWork &of(AccountId account);
    };
    Result<Todo> look();
    Result<std::optional<Instant>> rounds(const std::stop_token &stop);
};

LaneWork &Publisher::Impl::Todo::of(AccountId account)
{
    const auto [entry, fresh] = work.try_emplace(account);
    if (fresh)
        order.push_back(account);
    return entry->second;
}

Publisher::Publisher(PublisherParts parts) : impl_(std::make_unique<Impl>(std::move(parts)))
{
    impl_->machine.wait = [](std::chrono::seconds span, std::stop_token stop) { waitOn(span, stop); };
}

Publisher::~Publisher() = default;

void Publisher::onStep(std::function<void(std::string_view)> probe)
{
    impl_->machine.probe = std::move(probe);
}

void Publisher::onWait(std::function<void(std::chrono::seconds, std::stop_token)> wait)
{
    impl_->machine.wait = std::move(wait);
}

Result<int> Publisher::recover()
{
    return impl_->machine.parts.store.writeNow<int>(
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

Result<Publisher::Impl::Todo> Publisher::Impl::look()
{
    struct Rows {
        std::vector<store::LeavingRow> unknown, accepted, due;
        std::optional<Instant> next;
    };
    const auto now = machine.parts.clock.now();
    VIGIE_TRY(const auto rows, machine.parts.store.readNow<Rows>([](store::Tx &tx) -> Result<Rows> {
                  Rows found;
                  store::Outbox outbox(tx);
                  VIGIE_TRY(found.unknown, store::toReadBack(tx));
                  VIGIE_TRY(found.accepted, store::toWatch(tx));
                  VIGIE_TRY(found.due, store::toSend(tx, tx.now() + kHandOverAtLeast, tx.now() + kHandOverAtMost));
                  VIGIE_TRY(found.next, outbox.nextDue());
                  VIGIE_TRY(const auto check, outbox.nextCheck());
                  VIGIE_TRY(const auto handing, store::nextHandOver(tx, tx.now() + kHandOverAtMost));
                  sooner(found.next, check);
                  sooner(found.next, handing ? std::optional(*handing - kHandOverAtMost) : std::nullopt);
                  return found;
              }));
    Todo todo;
    todo.next = rows.next;
    const auto give = [&](const std::vector<store::LeavingRow> &found, std::vector<OutboundId> LaneWork::*list, auto waits) {
        for (const auto &row : found) {
            if (lanes.busy(row.account))
                continue; // looked at again when it has ended
            if (const std::optional<Instant> until = waits(lanes.of(row.account), row.id))
                sooner(todo.next, until);
            else
                (todo.of(row.account).*list).push_back(row.id);
        }
    };
    const auto looked = [now](const Lane &lane, OutboundId id) {
        const auto at = lane.lookedAt.find(id);
        return at == lane.lookedAt.end() || at->second.over(now) ? std::optional<Instant>() : at->second.until;
    };
    give(rows.unknown, &LaneWork::unknown, looked);
    give(rows.accepted, &LaneWork::accepted, looked);
    give(rows.due, &LaneWork::due, [now](const Lane &lane, OutboundId id) { return lane.waitsUntil(id, now); });
    return todo;
}

/// Until nothing more can be done now; when it can again.
Result<std::optional<Instant>> Publisher::Impl::rounds(const std::stop_token &stop)
{
    bool placesLeft = true;
    for (;;) {
        VIGIE_CHECK(lanes.collect());
        if (stop.stop_requested())
            return std::nullopt;
        VIGIE_TRY(auto todo, look());
        for (const auto account : todo.order)
            if (!lanes.full())
                lanes.start(account, std::move(todo.work[account]), stop);
        if (!lanes.anyBusy() && !placesLeft)
            return todo.next;
        if (!lanes.anyBusy()) {
            placesLeft = false;
            lanes.start(kPlaces, LaneWork{{}, {}, {}, true}, stop);
        }
        const auto left = todo.next ? std::chrono::ceil<std::chrono::milliseconds>(*todo.next - machine.parts.clock.now()) : kLongestWait;
        lanes.wait(std::clamp(left, std::chrono::milliseconds{0}, kLongestWait));
    }
}

Result<PublishReport> Publisher::runDue(std::stop_token stop)
{
    auto &impl = *impl_;
    const std::lock_guard guard(impl.running);
    impl.machine.closing = false;
    auto &store = impl.machine.parts.store;
    VIGIE_CHECK(store.writeNow<int>([](store::Tx &tx) { return store::reviveMissed(tx); }, store::Durability::Full));
    static InlineExecutor here;
    const auto changes = store.subscribe(here, [bell = impl.lanes.bell()](const Change &change) {
        if (!change.outbounds.empty() || !change.accounts.empty())
            bell->ring();
    });
    auto next = impl.rounds(stop);
    if (auto rest = impl.lanes.collectAll(); next && !rest)
        next = fail(std::move(rest.error()));
    if (!next)
        return fail(std::move(next.error()));
    auto report = impl.lanes.takeReport();
    report.next = *next;
    return report;
}

} // namespace vigie::plan
