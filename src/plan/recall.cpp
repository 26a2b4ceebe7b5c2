// SPDX-License-Identifier: GPL-3.0-or-later
// What a network holds for us is asked back: looked at first, because what is shown already is not taken back but Sent; then deleted
// there; and only then is it ours again. Nothing is sent from here.
#include "plan/publisher_impl.hpp"

#include <vigie/base/random.hpp>
#include <vigie/plan/hand_over.hpp>

namespace vigie::plan {

namespace {

constexpr std::chrono::seconds kTryAgain{30};
constexpr int kMostRecallSteps = 12;
constexpr const char *kPublishedBefore = "the earlier version was published before the network gave it back";

/// It was published: what was to replace it must not be published beside it.
Result<void> tooLate(store::Tx &tx, Outbound &outbound)
{
    store::Outbox outbox(tx);
    outbound.recall.reset();
    VIGIE_CHECK(outbox.update(outbound, OutboundState::Accepted));
    VIGIE_TRY(const auto rows, outbox.ofPlan(outbound.plan));
    for (const auto id : rows) {
        VIGIE_TRY(auto row, outbox.get(id));
        const bool waits = row.state == OutboundState::Planned || row.state == OutboundState::WaitingApproval || row.state == OutboundState::Held;
        if (row.id <= outbound.id || row.account != outbound.account || row.after || !waits)
            continue;
        const auto before = row.state;
        row.state = OutboundState::Failed;
        row.error = Error{Errc::Conflict, kPublishedBefore, 0, {}, {}};
        row.changedAt = tx.now();
        VIGIE_CHECK(outbox.update(row, before));
    }
    return {};
}

} // namespace

/// The connector's own steps of a deletion, one after the other.
Result<void> Lane::deleteThere(const connect::Connector &connector, const Account &account, const Outbound &outbound, std::stop_token stop)
{
    Outbound act;
    act.id = outbound.id;
    act.account = account.id;
    act.kind = OutboundKind::Delete;
    act.targetNative = outbound.parts.front().nativeId;
    act.parts.resize(1);
    act.attempts = outbound.attempts;
    const connect::PublishJob job{act, 0, {}, {}};
    connect::PublishState state;
    for (int number = 0; number < kMostRecallSteps; ++number) {
        bool finished = false;
        VIGIE_TRY(state, askBack<connect::PublishState>(
                             connector, account, {act, 0}, stop,
                             [&](const connect::Context &context) -> Result<net::Request> {
                                 VIGIE_TRY(auto step, connector.nextStep(context, job, state));
                                 return std::move(step.request);
                             },
                             [&](const connect::Context &context, const net::Response &response) -> Result<connect::PublishState> {
                                 VIGIE_TRY(auto outcome, connector.absorb(context, job, state, response));
                                 finished = std::holds_alternative<connect::PublishDone>(outcome);
                                 return finished ? connect::PublishState{} : std::get<connect::PublishState>(std::move(outcome));
                             }));
        if (finished)
            return {};
    }
    return fail(Errc::Timeout, "the network never finished");
}

Result<void> Lane::recallRow(OutboundId id, std::stop_token stop)
{
    VIGIE_TRY(auto outbound, load(id));
    if (outbound.state != OutboundState::Accepted || !outbound.recall || outbound.parts.empty())
        return {};
    VIGIE_TRY(const auto account, loadAccount(outbound.account));
    const auto *connector = parts.catalogue.find(account.connector);
    const auto now = parts.clock.now();
    const auto later = [&](const std::optional<Error> &error) {
        outbound.error = error;
        outbound.nextCheckAt = now + (error ? std::max<Micros>(error->retryAfter.value_or(kTryAgain), kTryAgain) : Micros(kTryAgain));
        return save(outbound, OutboundState::Accepted);
    };
    if (connector == nullptr || account.state != AccountState::Active)
        return later({});
    auto there = findAccepted(*connector, account, outbound, 0, stop);
    const bool gone = !there && there.error().code == Errc::Gone;
    if (!there && !gone)
        return later(there.error());
    if (there && *there && !(*there)->held) // its hour came first
        return parts.store.writeNow<void>([&](store::Tx &tx) { return tooLate(tx, outbound); }, store::Durability::Full);
    if (there && *there) {
        const auto deleted = deleteThere(*connector, account, outbound, stop);
        if (!deleted && deleted.error().code != Errc::NotFound && deleted.error().code != Errc::Gone)
            return later(deleted.error());
    }
    outbound.state = *outbound.recall;
    outbound.recall.reset();
    outbound.error.reset();
    outbound.nextCheckAt.reset();
    outbound.changedAt = parts.clock.now();
    auto &part = outbound.parts.front();
    part.state = OutboundPart::State::Waiting;
    part.startedAt.reset();
    part.nativeId.clear();
    part.permalink.clear();
    part.idempotencyKey = randomKey(); // another post, when it comes to that
    VIGIE_CHECK(save(outbound, OutboundState::Accepted));
    ++report.settled;
    return {};
}

} // namespace vigie::plan
