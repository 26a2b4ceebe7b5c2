// SPDX-License-Identifier: GPL-3.0-or-later
// Tickets, notes, drafts and the undo log of the desk.
// Thread: inside a store job. Errors: Storage..., NotFound, Conflict (undo of something changed since).
#pragma once

#include <vigie/model/ticket.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vigie::store {

/// What the queue needs to know of a ticket, gathered in few statements.
struct TicketRow {
    Ticket ticket;
    std::vector<std::string> tags;
    int notes = 0;
    int memberExchanges = 0;      ///< answers ever given to this member
    int relays = 0;               ///< of the latest item
    double audience = -1;         ///< followers of the member, -1 when not known
    float tone = 0;               ///< of the latest item
    bool direct = false, review = false;
    std::string latestText, latestLang;
};

struct TicketFilter {
    std::vector<TicketStatus> statuses;      ///< empty: all that are not done or ignored
    std::optional<std::string> owner;        ///< "" means nobody
    std::optional<AccountId> account;
    std::string tag;
    bool withSnoozed = false;
    std::optional<ItemId> involving;         ///< the ticket that holds this item
    int limit = 5000;
};

/// One undoable action: what was done in words' key, and the rows as they were.
struct ChangeSet {
    ChangeSetId id;
    std::string action;           ///< "done", "ignore", "assign", "tag", "snooze", "status", "note", "send", ...
    Instant at;
    int tickets = 0;              ///< how many it touched
    bool undone = false;
};

class Tickets {
public:
    explicit Tickets(Tx &tx) : tx_(tx) {}

    Result<Ticket> get(TicketId id);
    Result<std::vector<TicketRow>> list(const TicketFilter &filter);
    Result<std::vector<TicketRow>> rows(std::span<const TicketId> ids);
    Result<std::optional<TicketId>> forItem(ItemId item);
    /// Inserts when the id is none. Writes history lines for what differs from the stored row; `actor` is "person",
    /// "intake", "clock" or the name of a rule.
    Result<TicketId> save(const Ticket &ticket, const std::string &actor);
    /// Links an item to a ticket (a member's message or our answer).
    Result<void> addItem(TicketId ticket, ItemId item);
    Result<std::vector<ItemId>> items(TicketId ticket);
    Result<std::vector<TicketEvent>> history(TicketId ticket);
    /// Snoozed tickets whose time has come.
    Result<std::vector<TicketId>> due(Instant now);

    Result<NoteId> addNote(const Note &note);
    Result<void> removeNote(NoteId id);
    Result<std::vector<Note>> notes(TicketId ticket);

    /// Drafts of answers: one per ticket, on disk as one types.
    Result<void> saveDraft(TicketId ticket, const std::string &text);
    Result<std::string> draft(TicketId ticket);

    /// Opens an undoable action: every ticket, tag and note change of this transaction is recorded under it.
    Result<ChangeSetId> beginChangeSet(const std::string &action);
    /// Puts rows back as they were before the newest action not yet undone (at most the last 50, also after a restart).
    Result<ChangeSet> undoLast();
    Result<std::optional<ChangeSet>> lastUndoable();

private:
    Tx &tx_;
};

} // namespace vigie::store
