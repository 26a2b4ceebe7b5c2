// SPDX-License-Identifier: GPL-3.0-or-later
// The decisions of the desk: one function per key of the inbox, each one undoable, each one a single transaction.
// Thread: inside a store job. Errors: NotFound, Conflict, InvalidInput, Storage...
#pragma once

#include <vigie/model/ticket.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/tickets.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vigie::desk {

/// Weights of the queue: points per unit of each term (docs/measures.md, "queue"). Kept in the workspace's settings.
struct QueueWeights {
    double question = 20, complaint = 15, direct = 15, review = 10; ///< once, when true
    double waitingHour = 2, waitingCap = 48;   ///< per hour unanswered, up to so many hours
    double negativeTone = 25;                  ///< times -tone where tone is negative
    double exchange = 1, exchangeCap = 10;     ///< per earlier answer to this member
    double relay = 3, relayCap = 15;           ///< per relay of the message
    double audience = 4;                       ///< times log10(1 + followers)
    double firstContact = 5;
    double serviceLate = 25;                   ///< once, when a service of the house that was asked is late
    double deadline = 30, deadlineHours = 8;   ///< grows from 0, so many open hours before a promise is due, to 1 when it is due and 2 as long after

    [[nodiscard]] std::string toJson() const;
    static Result<QueueWeights> fromJson(const std::string &json);
};

/// A pure sum of named terms; the same inputs always give the same order (ties: older first, then id).
/// `hoursLeft`: open hours until the nearest promise is due, negative when it is late; none: there is none, or it stands still.
[[nodiscard]] QueueEntry score(const store::TicketRow &row, const QueueWeights &weights, Instant now, std::optional<double> hoursLeft = std::nullopt);

class Desk {
public:
    explicit Desk(store::Tx &tx) : tx_(tx) {}

    /// A person sends a mention to the inbox; the ticket that already holds it is reopened and returned.
    Result<TicketId> toInbox(ItemId item, AccountId account);
    /// Intake found items addressed to us or answers of ours; makes, extends and reopens tickets (a member's reply reopens
    /// a done ticket, wakes a snoozed one; an ignored one stays closed but counts it). `history`: nobody is told.
    Result<void> absorb(ItemId item, AccountId account, const std::string &reason);

    Result<std::vector<QueueEntry>> queue(const store::TicketFilter &filter);
    Result<QueueWeights> weights();
    Result<void> setWeights(const QueueWeights &weights);

    Result<ChangeSetId> setStatus(std::span<const TicketId> tickets, TicketStatus status);
    Result<ChangeSetId> assign(std::span<const TicketId> tickets, const std::string &owner);
    Result<ChangeSetId> snooze(std::span<const TicketId> tickets, const WallTime &wall, const std::string &zone);
    Result<ChangeSetId> tag(std::span<const TicketId> tickets, const std::string &tag, bool on);
    Result<ChangeSetId> tagItems(std::span<const ItemId> items, const std::string &tag, bool on);
    Result<NoteId> note(TicketId ticket, const std::string &text, const std::string &author);
    Result<ChangeSetId> setTone(ItemId item, int label);
    Result<store::ChangeSet> undo();
    /// Snoozed tickets whose wall time has come are woken; also resolves wall times again after a zone update.
    Result<std::vector<TicketId>> wakeDue();

private:
    store::Tx &tx_;
};

} // namespace vigie::desk
