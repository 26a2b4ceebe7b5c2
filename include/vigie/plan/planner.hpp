// SPDX-License-Identifier: GPL-3.0-or-later
// From what a person wants to say to rows in the outbox. Nothing leaves from here.
// Thread: inside a store job. Errors: InvalidInput (empty, too long, no account), Duplicate (same press twice), Conflict,
// PolicyRefused (account paused or disconnected), NotFound.
#pragma once

#include <vigie/connect/connector.hpp>
#include <vigie/model/account.hpp>
#include <vigie/model/plan.hpp>
#include <vigie/plan/finding.hpp>
#include <vigie/store/outbox.hpp>
#include <vigie/text/length.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace vigie::plan {

struct ReplyDraft {
    TicketId ticket;
    ItemId target;                   ///< the message that is answered
    AccountId account;
    std::string text, warning, lang;
    Visibility visibility = Visibility::Public;
    std::string clientToken;         ///< one per press of Send
    std::chrono::seconds undoWindow{10};
};

class Planner {
public:
    /// `networks`: those of the workspace, with the ones the person described; how a network counts is asked of it.
    Planner(store::Tx &tx, const connect::Catalogue &networks) : tx_(tx), networks_(networks) {}

    /// Puts an answer into the outbox; it leaves when the undo window has passed. A reply inherits the visibility of what
    /// it answers when that is narrower.
    Result<OutboundId> reply(const ReplyDraft &draft);
    /// A single action on an item or member: favourite, boost, delete, mute, block, report.
    Result<OutboundId> act(AccountId account, OutboundKind kind, ItemId target, const std::string &clientToken, const std::string &comment = {});
    Result<OutboundId> edit(ItemId ours, const std::string &text, const std::string &clientToken);
    /// Takes a Planned row back (undo window included). Conflict once it is being sent.
    Result<void> cancel(OutboundId id);
    /// Failed or Missed, by decision of the person: leaves now.
    Result<void> retry(OutboundId id);
    /// Unknown: check at once instead of waiting for the next read-back.
    Result<void> checkNow(OutboundId id);

    Result<std::vector<Finding>> preflight(const PlanItem &plan);
    Result<PlanId> save(const PlanItem &plan);
    /// Turns a draft into intents, one per account, bound to its wall time. Blocking findings refuse it (InvalidInput).
    Result<void> approve(PlanId id);
    /// Back to draft: intents not yet sent are cancelled.
    Result<void> unapprove(PlanId id);
    Result<void> move(PlanId id, const WallTime &wall, const std::string &zone);
    Result<void> remove(PlanId id);
    /// At start and after a time-zone update: wall times become instants again.
    Result<int> resolveInstants();
    /// A post that leaves at once to these accounts.
    Result<PlanId> publishNow(const PlanItem &plan);

private:
    store::Tx &tx_;
    const connect::Catalogue &networks_;
};

/// How this account's network counts, with the limits its server announced.
[[nodiscard]] text::LengthProfile lengthProfile(const connect::Catalogue &networks, const Account &account);
/// The parts of a post as they leave. `answered`: handle of who is answered, which some networks put before the first part
/// of an answer; empty for a post of one's own.
[[nodiscard]] std::vector<std::string> sentParts(const connect::Catalogue &networks, const Account &account, const std::string &answered, const std::string &text);
/// How long each of them is as its network counts: what the check before sending judges and a composer shows.
[[nodiscard]] std::vector<text::Length> sentLengths(const connect::Catalogue &networks, const Account &account, const std::string &answered, const std::string &text,
                                                    const std::string &warning = {});
/// Splits a base text into the parts of a thread at lines of three hyphens.
[[nodiscard]] std::vector<std::string> threadParts(const std::string &text);

} // namespace vigie::plan
