// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/plan/hand_over.hpp>

#include <vigie/store/outbox.hpp>

namespace vigie::plan {

bool canHandOver(const connect::Catalogue &networks, const Account &account)
{
    const auto *connector = networks.find(account.connector);
    return connector != nullptr && account.capabilities.has(Capability::ServerSchedule)
           && connector->describe().verificationOf(Capability::ServerSchedule) == connect::Verification::RealServer;
}

bool isForTheirClock(const Outbound &outbound, Instant now)
{
    return outbound.handOver && outbound.kind == OutboundKind::Post && outbound.parts.size() == 1 && outbound.dueAt && *outbound.dueAt >= now + kHandOverAtLeast
           && *outbound.dueAt <= now + kHandOverAtMost;
}

bool isHandedOver(const Outbound &outbound)
{
    return outbound.state == OutboundState::Accepted && outbound.handOver && outbound.dueAt.has_value();
}

Result<void> recall(store::Tx &tx, Outbound &outbound, OutboundState then)
{
    if (!isHandedOver(outbound) || *outbound.dueAt < tx.now() + kRecallAtLeast)
        return fail(Errc::Conflict, "the network publishes it now: it is too late to take it back");
    outbound.recall = then;
    outbound.nextCheckAt = outbound.changedAt = tx.now();
    return store::Outbox(tx).update(outbound, OutboundState::Accepted);
}

} // namespace vigie::plan
