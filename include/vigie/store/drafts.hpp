// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that are being written, and what was known of the conversation meanwhile.
// Thread: inside a store job. Errors: Storage..., NotFound.
#pragma once

#include <vigie/model/item.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <string>
#include <vector>

namespace vigie::store {

/// What a person had seen of a conversation.
struct AnswerKnown {
    ItemId target;                ///< the message that is answered
    int revisions = 0;            ///< how often it had been edited
    ItemId ours;                  ///< newest answer of ours
    OutboundId outbound;          ///< newest answer in the outbox
    friend bool operator==(const AnswerKnown &, const AnswerKnown &) = default;
};

struct AnswerDraft {
    TicketId ticket;
    AccountId account;            ///< that would answer
    std::string text, lang;       ///< lines of three hyphens between the parts of a thread
    Visibility visibility = Visibility::Unknown;
    AnswerKnown known;
    Instant changedAt;
};

class Drafts {
public:
    explicit Drafts(Tx &tx) : tx_(tx) {}

    /// An empty text takes the draft away. changedAt is now.
    Result<void> save(const AnswerDraft &draft);
    Result<std::optional<AnswerDraft>> get(TicketId ticket, AccountId account);
    /// Of every account, the newest first.
    Result<std::vector<AnswerDraft>> of(TicketId ticket);

    /// What there is to know now, if `target` is answered.
    Result<AnswerKnown> knownNow(TicketId ticket, ItemId target);
    /// Answers of ours in the conversation that did not go through the outbox and are newer than `since`: a colleague wrote them on the
    /// network itself, or with another program.
    Result<std::vector<ItemId>> answersBesides(TicketId ticket, ItemId since);
    /// The answers of ours that were there when this one was put into the outbox (or was sent again).
    Result<void> noteSeen(OutboundId outbound, ItemId newestOurs);
    Result<std::optional<ItemId>> seen(OutboundId outbound);

private:
    Tx &tx_;
};

} // namespace vigie::store
