// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/plan/planner.hpp>

#include "plan/belonging.hpp"
#include "plan/preflight.hpp"

#include <vigie/base/random.hpp>
#include <vigie/plan/hand_over.hpp>
#include <vigie/plan/pausing.hpp>
#include <vigie/store/drafts.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/text/placeholders.hpp>

#include <algorithm>

namespace vigie::plan {

namespace {

OutboundPart makePart(std::string text)
{
    OutboundPart part;
    part.text = std::move(text);
    part.idempotencyKey = randomKey(); // stored before anything is sent, so that a repeat is recognised across restarts
    return part;
}

Result<void> refuseBlocking(const std::vector<Finding> &findings)
{
    for (const auto &finding : findings) {
        if (!finding.blocking)
            continue;
        if (finding.what == Finding::What::TooLong)
            return fail(Errc::InvalidInput, "the text is too long: " + std::to_string(finding.used) + " of " + std::to_string(finding.limit));
        if (finding.what == Finding::What::AccountPaused || finding.what == Finding::What::ReconnectNeeded)
            return fail(Errc::PolicyRefused, "the account is paused or must be signed in again");
        return fail(Errc::InvalidInput, "the check before sending found something that would fail");
    }
    return {};
}

/// "{{order number}}" never leaves: what stands between braces is still to be said.
Result<void> refuseOpenVariables(const std::string &text)
{
    const auto open = text::placeholders(text);
    if (open.empty())
        return {};
    Error error{Errc::InvalidInput, "a variable has no value: " + open.front().name, 0, {}, {}};
    error.position = open.front().begin;
    return fail(std::move(error));
}

Visibility narrower(Visibility asked, Visibility of)
{
    // A reply never widens what it answers: an answer to a private message stays private.
    if (of == Visibility::Unknown)
        return asked;
    return std::max(asked, of);
}

/// Answers of ours that the person can see now do not hold this one back later.
Result<void> noteSeen(store::Tx &tx, OutboundId id, TicketId ticket)
{
    if (!ticket)
        return {};
    store::Drafts drafts(tx);
    VIGIE_TRY(const auto known, drafts.knownNow(ticket, {}));
    return drafts.noteSeen(id, known.ours);
}

/// What no opposite act takes back leaves a moment for second thoughts first.
constexpr std::chrono::seconds kSecondThoughts{8};

Capability capabilityFor(OutboundKind kind)
{
    switch (kind) {
    case OutboundKind::Post: return Capability::Publish;
    case OutboundKind::Reply: return Capability::Reply;
    case OutboundKind::Edit: return Capability::Edit;
    case OutboundKind::Delete: return Capability::Delete;
    case OutboundKind::Favourite:
    case OutboundKind::Unfavourite: return Capability::Favourite;
    case OutboundKind::Boost:
    case OutboundKind::Unboost: return Capability::Boost;
    case OutboundKind::MuteMember:
    case OutboundKind::UnmuteMember: return Capability::Mute;
    case OutboundKind::BlockMember:
    case OutboundKind::UnblockMember: return Capability::Block;
    case OutboundKind::Report: return Capability::Report;
    case OutboundKind::HideReply:
    case OutboundKind::UnhideReply: return Capability::HideReply;
    case OutboundKind::ApproveItem:
    case OutboundKind::HoldItem:
    case OutboundKind::MarkSpam: return Capability::Moderate;
    case OutboundKind::RemoveItem:
    case OutboundKind::RestoreItem: return Capability::RemoveOthers;
    case OutboundKind::BanMember: return Capability::BanMember;
    }
    return Capability::Publish;
}

} // namespace

std::vector<std::string> threadParts(const std::string &text)
{
    std::vector<std::string> parts;
    std::string current;
    const auto flush = [&] {
        const auto begin = current.find_first_not_of(" \t\r\n");
        if (begin != std::string::npos)
            parts.push_back(current.substr(begin, current.find_last_not_of(" \t\r\n") - begin + 1));
        current.clear();
    };
    for (std::size_t at = 0; at <= text.size();) {
        auto end = text.find('\n', at);
        if (end == std::string::npos)
            end = text.size();
        auto line = text.substr(at, end - at);
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        if (line == "---")
            flush();
        else
            current += (current.empty() ? "" : "\n") + line;
        at = end + 1;
    }
    flush();
    if (parts.empty())
        parts.emplace_back();
    return parts;
}

Result<OutboundId> Planner::reply(const ReplyDraft &draft)
{
    VIGIE_TRY(const auto account, store::Accounts(tx_).get(draft.account));
    VIGIE_TRY(const auto target, store::Items(tx_).get(draft.target));
    if (!target)
        return fail(Errc::NotFound, "the message to answer is no longer here");
    if (target->state == ItemState::DeletedByAuthor || target->state == ItemState::AccountGone)
        return fail(Errc::Gone, "the message to answer was deleted by its author");
    VIGIE_CHECK(refuseBlocking(checkAccount(account)));
    if (!account.capabilities.has(Capability::Reply))
        return fail(Errc::Unsupported, "this network takes no answers");
    VIGIE_CHECK(refuseOpenVariables(draft.text));
    VIGIE_CHECK(refuseBlocking(checkText(networks_, draft.text, draft.warning, 0, account, target->author.handle)));
    Outbound outbound;
    outbound.account = draft.account;
    outbound.kind = OutboundKind::Reply;
    outbound.state = OutboundState::Planned;
    for (auto &part : threadParts(draft.text))
        outbound.parts.push_back(makePart(std::move(part)));
    outbound.warning = draft.warning;
    outbound.lang = draft.lang;
    outbound.visibility = narrower(draft.visibility, target->visibility);
    outbound.target = draft.target;
    outbound.targetNative = target->nativeId;
    outbound.ticket = draft.ticket;
    outbound.createdAt = outbound.changedAt = tx_.now();
    outbound.dueAt = tx_.now() + draft.undoWindow;
    outbound.clientToken = draft.clientToken;
    VIGIE_TRY(const auto added, store::Outbox(tx_).add(outbound));
    VIGIE_CHECK(noteSeen(tx_, added, draft.ticket));
    return added;
}

Result<OutboundId> Planner::act(AccountId accountId, OutboundKind kind, ItemId target, const std::string &clientToken, const std::string &comment)
{
    VIGIE_TRY(const auto account, store::Accounts(tx_).get(accountId));
    VIGIE_CHECK(refuseBlocking(checkAccount(account)));
    if (const auto needed = capabilityFor(kind); !account.capabilities.has(needed))
        return fail(Errc::Unsupported, std::string(toString(needed)) + ": " + toString(account.capabilities.why(needed)));
    VIGIE_TRY(const auto item, store::Items(tx_).get(target));
    if (!item)
        return fail(Errc::NotFound, "the mention is no longer here");
    const bool onMember = kind == OutboundKind::MuteMember || kind == OutboundKind::UnmuteMember || kind == OutboundKind::BlockMember
                          || kind == OutboundKind::UnblockMember || kind == OutboundKind::BanMember;
    const bool noWayBack = kind == OutboundKind::BanMember || kind == OutboundKind::RemoveItem || kind == OutboundKind::Report;
    Outbound outbound;
    outbound.account = accountId;
    outbound.kind = kind;
    outbound.state = OutboundState::Planned;
    outbound.parts.push_back(makePart({}));
    outbound.target = target;
    outbound.targetNative = onMember ? item->author.nativeId : item->nativeId;
    outbound.createdAt = outbound.changedAt = tx_.now();
    outbound.dueAt = tx_.now() + (noWayBack ? kSecondThoughts : std::chrono::seconds{0});
    outbound.comment = comment;
    outbound.clientToken = clientToken;
    return store::Outbox(tx_).add(outbound);
}

Result<OutboundId> Planner::edit(ItemId ours, const std::string &text, const std::string &clientToken)
{
    VIGIE_TRY(const auto item, store::Items(tx_).get(ours));
    if (!item || !item->ours)
        return fail(Errc::InvalidInput, "only a post of ours can be edited");
    VIGIE_TRY(const auto account, store::Accounts(tx_).get(item->ours));
    VIGIE_CHECK(refuseBlocking(checkText(networks_, text, item->warning, item->media.size(), account)));
    Outbound outbound;
    outbound.account = item->ours;
    outbound.kind = OutboundKind::Edit;
    outbound.state = OutboundState::Planned;
    outbound.parts.push_back(makePart(text));
    outbound.warning = item->warning;
    outbound.sensitive = item->sensitive;
    outbound.lang = item->lang;
    outbound.visibility = item->visibility;
    outbound.target = ours;
    outbound.targetNative = item->nativeId;
    outbound.createdAt = outbound.changedAt = tx_.now();
    outbound.dueAt = tx_.now();
    outbound.clientToken = clientToken;
    return store::Outbox(tx_).add(outbound);
}

Result<void> Planner::cancel(OutboundId id)
{
    store::Outbox outbox(tx_);
    VIGIE_TRY(auto outbound, outbox.get(id));
    if (isHandedOver(outbound))
        return recall(tx_, outbound, OutboundState::Cancelled);
    if (outbound.state != OutboundState::Planned && outbound.state != OutboundState::Held && outbound.state != OutboundState::WaitingApproval
        && outbound.state != OutboundState::Missed && outbound.state != OutboundState::Failed)
        return fail(Errc::Conflict, std::string("it can no longer be taken back: ") + toString(outbound.state));
    const auto before = outbound.state;
    outbound.state = OutboundState::Cancelled;
    outbound.changedAt = tx_.now();
    VIGIE_CHECK(outbox.update(outbound, before));
    if (!outbound.plan || outbound.after)
        return {};
    VIGIE_TRY(const auto others, outbox.ofPlan(outbound.plan));
    for (const auto other : others) { // what was to be said under it has no place any more
        VIGIE_TRY(const auto row, outbox.get(other));
        if (row.after == id && row.state != OutboundState::Cancelled)
            VIGIE_CHECK(cancel(other));
    }
    return {};
}

Result<void> Planner::retry(OutboundId id)
{
    store::Outbox outbox(tx_);
    VIGIE_TRY(auto outbound, outbox.get(id));
    if (outbound.state != OutboundState::Failed && outbound.state != OutboundState::Missed)
        return fail(Errc::Conflict, std::string("only what failed or was missed is tried again, not: ") + toString(outbound.state));
    if (outbound.plan) {
        VIGIE_TRY(const auto plan, store::Plans(tx_).get(outbound.plan));
        VIGIE_CHECK(refuseEmbargo(tx_, plan, tx_.now()));
    }
    VIGIE_TRY(const auto pause, store::Pauses(tx_).covering(outbound));
    if (pause)
        return fail(Errc::PolicyRefused, std::string(kPaused) + ": " + pause->reason);
    const auto before = outbound.state;
    for (auto &part : outbound.parts)
        if (part.state == OutboundPart::State::Failed)
            part.state = OutboundPart::State::Waiting; // parts already sent keep their native ids and are not sent again
    outbound.state = OutboundState::Planned;
    outbound.dueAt = outbound.changedAt = tx_.now();
    outbound.error.reset();
    if (outbound.kind == OutboundKind::Reply)
        VIGIE_CHECK(noteSeen(tx_, id, outbound.ticket));
    return outbox.update(outbound, before);
}

Result<void> Planner::checkNow(OutboundId id)
{
    store::Outbox outbox(tx_);
    VIGIE_TRY(auto outbound, outbox.get(id));
    if (outbound.state != OutboundState::Unknown)
        return fail(Errc::Conflict, "its outcome is known");
    outbound.nextCheckAt = outbound.changedAt = tx_.now();
    return outbox.update(outbound, OutboundState::Unknown);
}

} // namespace vigie::plan
