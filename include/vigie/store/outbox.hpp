// SPDX-License-Identifier: GPL-3.0-or-later
// Intents to send, their attempts, and the posts of the calendar.
// Thread: inside a store job; writes here are Durability::Full. Errors: Storage..., NotFound, Duplicate (same client
// token), Conflict (state moved meanwhile).
#pragma once

#include <vigie/model/outbound.hpp>
#include <vigie/model/plan.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <span>
#include <vector>

namespace vigie::store {

struct OutboxFilter {
    std::vector<OutboundState> states;  ///< empty: all
    std::optional<AccountId> account;
    std::optional<TicketId> ticket;
    std::optional<Instant> from, to;    ///< of due or creation
    int limit = 1000;
};

class Outbox {
public:
    explicit Outbox(Tx &tx) : tx_(tx) {}

    /// A second row with the same non-empty client token is Duplicate.
    Result<OutboundId> add(const Outbound &outbound);
    Result<Outbound> get(OutboundId id);
    Result<std::vector<Outbound>> list(const OutboxFilter &filter);
    /// Planned, next first.
    Result<std::vector<Outbound>> upcoming(int limit);
    /// Sent at or after this, newest first.
    Result<std::vector<Outbound>> sentSince(Instant since, int limit);
    /// Every intent of a post of the calendar, first comments included, oldest first.
    Result<std::vector<OutboundId>> ofPlan(PlanId plan);
    /// Writes the row if it is still in state `expected`, else Conflict: the only way a state moves.
    Result<void> update(const Outbound &outbound, OutboundState expected);
    /// Planned rows whose time has come, oldest first.
    Result<std::vector<OutboundId>> due(Instant now, int limit);
    Result<std::optional<Instant>> nextDue();
    /// When the next post of unknown outcome is to be looked for on its network.
    Result<std::optional<Instant>> nextCheck();
    /// Rows whose files stand at a place of ours and will not be fetched any more: sent, cancelled, or failed before `failedBefore`.
    Result<std::vector<OutboundId>> placed(Instant failedBefore, int limit);
    Result<void> addAttempt(const Attempt &attempt);
    Result<std::vector<Attempt>> attempts(OutboundId id);
    /// The outbound that made this post, if one of ours did: how echoes are recognised.
    Result<std::optional<OutboundId>> byNative(AccountId account, const std::string &nativeId);

private:
    Tx &tx_;
};

class Plans {
public:
    explicit Plans(Tx &tx) : tx_(tx) {}
    Result<PlanId> save(const PlanItem &plan);
    Result<PlanItem> get(PlanId id);
    /// With a wall time inside [from, to) by instant.
    Result<std::vector<PlanItem>> between(Instant from, Instant to);
    Result<std::vector<PlanItem>> unplanned();
    Result<std::vector<PlanItem>> withOpenIntent(); ///< planned and not yet sent: their instants are resolved again at start
    Result<void> remove(PlanId id);                 ///< tombstone; Conflict when something of it is being sent

private:
    Tx &tx_;
};

} // namespace vigie::store
