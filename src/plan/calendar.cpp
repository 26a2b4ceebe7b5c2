// SPDX-License-Identifier: GPL-3.0-or-later
// Posts of the calendar: drafts, intents bound to a wall time, moves.
#include <vigie/plan/planner.hpp>

#include "plan/belonging.hpp"
#include "plan/first_comment.hpp"
#include "plan/preflight.hpp"

#include <vigie/base/random.hpp>
#include <vigie/plan/approval.hpp>
#include <vigie/plan/hand_over.hpp>
#include <vigie/store/approvals.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/pauses.hpp>
#include <vigie/text/unseen.hpp>

#include <algorithm>

namespace vigie::plan {

namespace {

bool settled(OutboundState state)
{
    return state == OutboundState::Sent || state == OutboundState::Accepted || state == OutboundState::Cancelled;
}
bool movable(OutboundState state)
{
    return state == OutboundState::Planned || state == OutboundState::Missed || state == OutboundState::Failed || state == OutboundState::Held
           || state == OutboundState::WaitingApproval || state == OutboundState::Draft;
}

/// `text`: the words as they leave.
Outbound intentOf(const PlanItem &plan, const PlanVariant &variant, const std::string &text, Instant now)
{
    Outbound outbound;
    outbound.account = variant.account;
    outbound.kind = OutboundKind::Post;
    outbound.state = OutboundState::Planned;
    for (auto &words : threadParts(text)) {
        OutboundPart part;
        part.text = std::move(words);
        part.idempotencyKey = randomKey();
        outbound.parts.push_back(std::move(part));
    }
    outbound.parts.front().media = plan.media;
    outbound.warning = plan.warning;
    outbound.sensitive = !plan.warning.empty();
    outbound.lang = plan.lang;
    outbound.visibility = plan.visibility;
    outbound.plan = plan.id;
    outbound.createdAt = outbound.changedAt = now;
    outbound.dueAt = plan.due;
    outbound.lateBy = plan.lateBy;
    return outbound;
}

/// Moving in a pause decides nothing about leaving, and moving what waits for approval approves nothing.
Result<OutboundState> stateToMoveTo(store::Tx &tx, const Outbound &outbound)
{
    if (outbound.state == OutboundState::WaitingApproval)
        return outbound.state;
    if (outbound.state != OutboundState::Held)
        return OutboundState::Planned;
    VIGIE_TRY(const auto pause, store::Pauses(tx).covering(outbound));
    return pause ? OutboundState::Held : OutboundState::Planned;
}

/// Planned where nobody has to agree any more, else what waits for agreement; whoever sits here asks for it.
Result<OutboundState> stateAfterAsking(store::Tx &tx, PlanItem &plan)
{
    VIGIE_TRY(const int needed, store::Approvals(tx).stepsOf(plan.campaign));
    if (needed > 0)
        VIGIE_CHECK(fillDigests(plan));
    VIGIE_TRY(const auto standing, approvalOf(tx, plan));
    if (standing.complete())
        return OutboundState::Planned;
    if (standing.asker.empty()) {
        VIGIE_TRY(const auto person, store::Settings(tx).get("workspace.person"));
        VIGIE_CHECK(askApproval(tx, plan, person.value_or(std::string())));
    }
    return OutboundState::WaitingApproval;
}

Result<void> resolve(PlanItem &plan)
{
    if (!plan.wall)
        return {};
    VIGIE_TRY(const auto due, toInstant(*plan.wall, plan.zone));
    plan.due = due.at;
    plan.dueKind = due.kind;
    return {};
}

/// Takes back what is not sent yet; Conflict when something of it is on its way.
Result<void> withdraw(store::Tx &tx, PlanItem &plan)
{
    store::Outbox outbox(tx);
    for (auto &variant : plan.variants) {
        if (!variant.outbound)
            continue;
        VIGIE_TRY(auto outbound, outbox.get(variant.outbound));
        if (outbound.state == OutboundState::Sending || outbound.state == OutboundState::Unknown)
            return fail(Errc::Conflict, "a part of it is being sent");
        if (isHandedOver(outbound)) {
            VIGIE_CHECK(recall(tx, outbound, OutboundState::Cancelled));
            variant.outbound = {};
            variant.state = OutboundState::Draft;
            continue;
        }
        if (!movable(outbound.state))
            continue;
        const auto before = outbound.state;
        outbound.state = OutboundState::Cancelled;
        outbound.changedAt = tx.now();
        VIGIE_CHECK(outbox.update(outbound, before));
        variant.outbound = {};
        variant.state = OutboundState::Draft;
    }
    return withdrawComments(tx, plan);
}

} // namespace

Result<std::vector<Finding>> Planner::preflight(const PlanItem &plan)
{
    return checkPlan(tx_, networks_, plan);
}

Result<PlanId> Planner::save(const PlanItem &given)
{
    PlanItem plan = given;
    plan.text = text::normalised(plan.text);
    plan.warning = text::normalised(plan.warning);
    for (auto &variant : plan.variants)
        variant.text = text::normalised(variant.text);
    VIGIE_CHECK(resolve(plan));
    VIGIE_CHECK(settleBelonging(tx_, plan));
    plan.changedAt = tx_.now();
    if (!plan.id)
        plan.createdAt = tx_.now();
    VIGIE_TRY(plan.id, store::Plans(tx_).save(plan));
    if (!plan.approved)
        return plan.id;
    // An approved post that is edited keeps its place; the intents are made anew so that they say the new words.
    VIGIE_CHECK(withdraw(tx_, plan));
    plan.approved = false;
    VIGIE_CHECK(store::Plans(tx_).save(plan));
    VIGIE_CHECK(approve(plan.id));
    return plan.id;
}

Result<void> Planner::approve(PlanId id)
{
    store::Plans plans(tx_);
    VIGIE_TRY(auto plan, plans.get(id));
    if (plan.deletedAt)
        return fail(Errc::Gone, "the post was deleted from the calendar");
    if (!plan.wall)
        return fail(Errc::InvalidInput, "the post has no day and hour yet");
    VIGIE_CHECK(resolve(plan));
    VIGIE_CHECK(refuseEmbargo(tx_, plan, plan.due));
    VIGIE_TRY(const auto findings, checkPlan(tx_, networks_, plan));
    const auto blocking = std::find_if(findings.begin(), findings.end(), [](const Finding &one) { return one.blocking; });
    if (blocking != findings.end())
        return fail(Errc::InvalidInput, "the check before sending found something that would fail: " + blocking->detail);
    VIGIE_TRY(const auto rules, readComposeRules(tx_));
    VIGIE_TRY(const auto campaign, campaignName(tx_, plan));
    store::Outbox outbox(tx_);
    VIGIE_TRY(const auto state, stateAfterAsking(tx_, plan));
    for (auto &variant : plan.variants) {
        if (variant.outbound) {
            VIGIE_TRY(const auto existing, outbox.get(variant.outbound));
            if (existing.state != OutboundState::Cancelled)
                continue; // already an intent, or sent: never a second one for the same variant
        }
        VIGIE_TRY(const auto account, store::Accounts(tx_).get(variant.account));
        const auto leaving = leavingText(plan, variant, account, rules.tracking, campaign);
        auto intent = intentOf(plan, variant, leaving.text, tx_.now());
        intent.state = state;
        intent.handOver = plan.handOver && intent.parts.size() == 1 && canHandOver(networks_, account);
        VIGIE_TRY(variant.outbound, outbox.add(intent));
        VIGIE_CHECK(addFirstComment(tx_, plan, intent, variant.outbound));
        variant.state = state;
    }
    plan.approved = true;
    plan.changedAt = tx_.now();
    VIGIE_CHECK(plans.save(plan));
    return {};
}

Result<void> Planner::unapprove(PlanId id)
{
    store::Plans plans(tx_);
    VIGIE_TRY(auto plan, plans.get(id));
    VIGIE_CHECK(withdraw(tx_, plan));
    plan.approved = false;
    plan.changedAt = tx_.now();
    VIGIE_CHECK(plans.save(plan));
    return {};
}

Result<void> Planner::move(PlanId id, const WallTime &wall, const std::string &zone)
{
    store::Plans plans(tx_);
    store::Outbox outbox(tx_);
    VIGIE_TRY(auto plan, plans.get(id));
    if (plan.deletedAt)
        return fail(Errc::Gone, "the post was deleted from the calendar");
    plan.wall = wall;
    plan.zone = zone;
    VIGIE_CHECK(resolve(plan));
    if (plan.approved && plan.due + plan.lateBy < tx_.now())
        return fail(Errc::InvalidInput, "that time has already passed");
    if (plan.approved)
        VIGIE_CHECK(refuseEmbargo(tx_, plan, plan.due));
    VIGIE_CHECK(settleBelonging(tx_, plan));
    for (auto &variant : plan.variants) {
        if (!variant.outbound)
            continue;
        VIGIE_TRY(auto outbound, outbox.get(variant.outbound));
        if (isHandedOver(outbound)) { // comes back first, then leaves for its new hour
            VIGIE_CHECK(recall(tx_, outbound, OutboundState::Planned));
            outbound.dueAt = plan.due;
            VIGIE_CHECK(outbox.update(outbound, OutboundState::Accepted));
            continue;
        }
        if (settled(outbound.state))
            return fail(Errc::Conflict, "it was already sent");
        if (!movable(outbound.state))
            return fail(Errc::Conflict, "it is being sent");
        const auto before = outbound.state;
        VIGIE_TRY(outbound.state, stateToMoveTo(tx_, outbound));
        for (auto &part : outbound.parts)
            if (part.state == OutboundPart::State::Failed)
                part.state = OutboundPart::State::Waiting;
        outbound.dueAt = plan.due;
        outbound.changedAt = tx_.now();
        VIGIE_CHECK(outbox.update(outbound, before));
    }
    VIGIE_CHECK(moveComments(tx_, plan));
    plan.changedAt = tx_.now();
    VIGIE_CHECK(plans.save(plan));
    return {};
}

Result<void> Planner::remove(PlanId id)
{
    store::Plans plans(tx_);
    VIGIE_TRY(auto plan, plans.get(id));
    VIGIE_CHECK(withdraw(tx_, plan));
    VIGIE_CHECK(plans.save(plan));
    return plans.remove(id);
}

Result<int> Planner::resolveInstants()
{
    store::Plans plans(tx_);
    store::Outbox outbox(tx_);
    VIGIE_TRY(auto open, plans.withOpenIntent());
    int moved = 0;
    for (auto &plan : open) {
        const auto before = plan.due;
        if (auto resolved = resolve(plan); !resolved || plan.due == before)
            continue; // a zone that vanished from the database keeps its last known instant
        if (auto allowed = refuseEmbargo(tx_, plan, plan.due); !allowed) {
            if (allowed.error().code != Errc::PolicyRefused)
                return fail(allowed.error());
            continue; // a new time-zone table brings nothing out before its embargo
        }
        ++moved;
        VIGIE_CHECK(plans.save(plan));
        for (const auto &variant : plan.variants) {
            if (!variant.outbound)
                continue;
            VIGIE_TRY(auto outbound, outbox.get(variant.outbound));
            if (outbound.state != OutboundState::Planned && outbound.state != OutboundState::Held && outbound.state != OutboundState::WaitingApproval)
                continue;
            outbound.dueAt = plan.due;
            VIGIE_CHECK(outbox.update(outbound, outbound.state));
        }
    }
    return moved;
}

Result<PlanId> Planner::publishNow(const PlanItem &given)
{
    PlanItem plan = given;
    if (plan.zone.empty())
        plan.zone = systemZone();
    VIGIE_TRY(plan.wall, toWall(tx_.now(), plan.zone));
    VIGIE_TRY(const auto id, save(plan));
    VIGIE_CHECK(approve(id));
    return id;
}

} // namespace vigie::plan
