// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/first_comment.hpp"

#include <vigie/base/random.hpp>
#include <vigie/plan/planner.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>

#include <functional>

namespace vigie::plan {

namespace {

/// Not sent, and nothing of it on its way.
bool open(OutboundState state)
{
    return state == OutboundState::Planned || state == OutboundState::Held || state == OutboundState::WaitingApproval || state == OutboundState::Failed
           || state == OutboundState::Missed || state == OutboundState::Draft;
}

/// Each first comment of the post that is still open, as `how` makes it.
Result<void> changeComments(store::Tx &tx, const PlanItem &plan, const std::function<void(Outbound &)> &how)
{
    store::Outbox outbox(tx);
    VIGIE_TRY(const auto rows, outbox.ofPlan(plan.id));
    for (const auto id : rows) {
        VIGIE_TRY(auto row, outbox.get(id));
        if (!row.after || !open(row.state))
            continue;
        const auto before = row.state;
        how(row);
        row.changedAt = tx.now();
        VIGIE_CHECK(outbox.update(row, before));
    }
    return {};
}

} // namespace

Result<void> addFirstComment(store::Tx &tx, const PlanItem &plan, const Outbound &post, OutboundId after)
{
    VIGIE_TRY(const auto account, store::Accounts(tx).get(post.account));
    if (plan.firstComment.find_first_not_of(" \t\r\n") == std::string::npos || !account.capabilities.has(Capability::Reply))
        return {};
    Outbound comment = post;
    comment.id = {};
    comment.kind = OutboundKind::Reply;
    comment.after = after;
    comment.warning.clear();
    comment.sensitive = comment.handOver = false;
    comment.lateBy.reset(); // it belongs under its post, however late that left
    comment.parts.clear();
    for (auto &text : threadParts(plan.firstComment)) {
        OutboundPart part;
        part.text = std::move(text);
        part.idempotencyKey = randomKey();
        comment.parts.push_back(std::move(part));
    }
    VIGIE_CHECK(store::Outbox(tx).add(comment));
    return {};
}

Result<void> withdrawComments(store::Tx &tx, const PlanItem &plan)
{
    return changeComments(tx, plan, [](Outbound &row) { row.state = OutboundState::Cancelled; });
}

Result<void> moveComments(store::Tx &tx, const PlanItem &plan)
{
    return changeComments(tx, plan, [&](Outbound &row) { row.dueAt = plan.due; });
}

} // namespace vigie::plan
