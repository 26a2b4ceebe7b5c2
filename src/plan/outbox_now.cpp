// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/plan/outbox_now.hpp>

#include <vigie/store/outbox.hpp>

#include <algorithm>

namespace vigie::plan {

namespace {

constexpr std::chrono::minutes kSoon{1};

bool sooner(const Outbound &a, const Outbound &b)
{
    const auto at = a.dueAt.value_or(a.createdAt), other = b.dueAt.value_or(b.createdAt);
    return at != other ? at < other : a.id < b.id;
}

Result<std::vector<Outbound>> rows(store::Tx &tx, std::vector<OutboundState> states, int limit)
{
    store::OutboxFilter filter;
    filter.states = std::move(states);
    filter.limit = limit;
    return store::Outbox(tx).list(filter);
}

} // namespace

Result<OutboxNow> outboxNow(store::Tx &tx, Instant since, int limit)
{
    OutboxNow out;
    VIGIE_TRY(out.asks, rows(tx, {OutboundState::Unknown, OutboundState::Failed, OutboundState::Missed, OutboundState::Held}, limit));
    VIGIE_TRY(out.approval, rows(tx, {OutboundState::WaitingApproval}, limit));
    std::sort(out.approval.begin(), out.approval.end(), sooner);
    VIGIE_TRY(out.onTheWay, rows(tx, {OutboundState::Sending}, limit));
    VIGIE_TRY(auto planned, store::Outbox(tx).upcoming(limit));
    for (auto &row : planned)
        (row.dueAt.value_or(row.createdAt) <= tx.now() + kSoon ? out.onTheWay : out.next).push_back(std::move(row));
    VIGIE_TRY(out.byNetwork, rows(tx, {OutboundState::Accepted}, limit));
    std::sort(out.byNetwork.begin(), out.byNetwork.end(), sooner);
    VIGIE_TRY(out.left, store::Outbox(tx).sentSince(since, limit));
    return out;
}

} // namespace vigie::plan
