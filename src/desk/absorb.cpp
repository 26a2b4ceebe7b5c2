// SPDX-License-Identifier: GPL-3.0-or-later
// How what arrives becomes work: new tickets, longer ones, reopened ones, and answers of ours that were seen coming back.
#include <vigie/desk/rules.hpp>

#include <vigie/desk/desk.hpp>

#include <vigie/desk/scopes.hpp>

#include <algorithm>

namespace vigie::desk {

namespace {

constexpr std::chrono::hours kOldNews{72};

/// The ticket that holds what `item` answers, looking up the thread as far as it is known.
Result<std::optional<TicketId>> ticketOfThread(store::Tx &tx, const Item &item)
{
    store::Items items(tx);
    store::Tickets tickets(tx);
    const Item *current = &item;
    std::optional<Item> held;
    for (int climbed = 0; climbed < 50; ++climbed) {
        const auto *parent = current->ref(Relation::ReplyTo);
        if (parent == nullptr || !parent->target)
            return std::optional<TicketId>{};
        VIGIE_TRY(const auto ticket, tickets.forItem(parent->target));
        if (ticket)
            return ticket;
        VIGIE_TRY(held, items.get(parent->target));
        if (!held)
            return std::optional<TicketId>{};
        current = &*held;
    }
    return std::optional<TicketId>{};
}

void countInbound(Ticket &ticket, const Item &item)
{
    ++ticket.inbound;
    if (!ticket.firstInboundAt || item.publishedAt < *ticket.firstInboundAt)
        ticket.firstInboundAt = item.publishedAt;
    if (item.id > ticket.latest)
        ticket.latest = item.id;
    if (ticket.status == TicketStatus::Ignored)
        return; // stays closed, and nobody waits: the person decided so
    if (!ticket.waitingSince)
        ticket.waitingSince = item.publishedAt;
    if (ticket.status == TicketStatus::Done || ticket.status == TicketStatus::WaitingMember)
        ticket.status = TicketStatus::Open;
    ticket.snooze.reset();
}

/// What was left unanswered before Vigie came is history, not this morning's work; the member's next word reopens it.
void retireOldNews(Ticket &ticket, const Item &item, store::Tx &tx)
{
    if (!tx.change().history || item.publishedAt >= tx.now() - kOldNews || ticket.status == TicketStatus::Ignored)
        return;
    ticket.status = TicketStatus::Done;
    ticket.waitingSince.reset();
}

void countReply(Ticket &ticket, const Item &item)
{
    ++ticket.outbound;
    if (ticket.firstInboundAt && item.publishedAt >= *ticket.firstInboundAt
        && (!ticket.firstReplyAt || item.publishedAt < *ticket.firstReplyAt))
        ticket.firstReplyAt = item.publishedAt;
    if (ticket.waitingSince && item.publishedAt >= *ticket.waitingSince) {
        ticket.waitingSince.reset();
        if (ticket.status == TicketStatus::New || ticket.status == TicketStatus::Open)
            ticket.status = TicketStatus::WaitingMember;
    }
}

/// When the case was last dealt with: our newest answer in it, else the last thing that was done to it.
Result<Instant> dealtWith(store::Tx &tx, const Ticket &ticket)
{
    std::optional<Instant> answered;
    VIGIE_TRY(const auto ids, store::Tickets(tx).items(ticket.id));
    for (const auto id : ids) {
        VIGIE_TRY(const auto item, store::Items(tx).get(id));
        if (item && item->ours) { // an answer that was replaced keeps its first time: when it was read again says more
            const auto seen = std::max(item->publishedAt, item->fetchedAt);
            answered = answered ? std::max(*answered, seen) : seen;
        }
    }
    return answered.value_or(ticket.changedAt);
}

/// A review is not answered by another message but changed in its place: changed after we were done with it, it waits anew.
Result<void> takeChange(store::Tx &tx, TicketId id, const Item &item)
{
    const auto &changed = tx.change().itemsChanged;
    if (item.kind != ItemKind::Review || item.ours || !item.editedAt || std::find(changed.begin(), changed.end(), item.id) == changed.end())
        return {};
    store::Tickets tickets(tx);
    VIGIE_TRY(auto ticket, tickets.get(id));
    if (ticket.status != TicketStatus::Done && ticket.status != TicketStatus::WaitingMember)
        return {};
    VIGIE_TRY(const auto last, dealtWith(tx, ticket));
    if (*item.editedAt <= last)
        return {};
    ticket.status = TicketStatus::Open;
    ticket.waitingSince = item.editedAt;
    ticket.snooze.reset();
    VIGIE_CHECK(tickets.save(ticket, "intake"));
    return {};
}

} // namespace

Result<void> Desk::absorb(ItemId id, AccountId account, const std::string &reason)
{
    store::Items items(tx_);
    store::Tickets tickets(tx_);
    VIGIE_TRY(const auto stored, items.get(id));
    if (!stored || stored->state == ItemState::DeletedByAuthor)
        return {};
    VIGIE_TRY(const auto known, tickets.forItem(id));
    if (known) // counted before: the same page may come twice
        return takeChange(tx_, *known, *stored);
    VIGIE_TRY(const auto thread, ticketOfThread(tx_, *stored));
    if (stored->ours) {
        if (!thread)
            return {}; // a post of ours that answers nobody is not the desk's
        VIGIE_TRY(auto ticket, tickets.get(*thread));
        VIGIE_CHECK(tickets.addItem(*thread, id));
        countReply(ticket, *stored);
        VIGIE_CHECK(tickets.save(ticket, "intake"));
        return {};
    }
    if (thread) {
        VIGIE_TRY(auto ticket, tickets.get(*thread));
        VIGIE_CHECK(tickets.addItem(*thread, id));
        if (ticket.member == stored->authorId || !reason.empty()) {
            countInbound(ticket, *stored);
            retireOldNews(ticket, *stored, tx_);
            VIGIE_CHECK(tickets.save(ticket, "intake"));
        }
        return {};
    }
    if (reason.empty())
        return {};
    Ticket ticket;
    ticket.root = ticket.latest = id;
    ticket.member = stored->authorId;
    ticket.account = account;
    ticket.createdAt = ticket.changedAt = tx_.now();
    ticket.reason = reason;
    countInbound(ticket, *stored);
    retireOldNews(ticket, *stored, tx_);
    VIGIE_TRY(const auto made, tickets.save(ticket, "intake"));
    VIGIE_CHECK(tickets.addItem(made, id));
    return ownByScope(tx_, made);
}

Result<TicketId> bringToInbox(store::Tx &tx, ItemId id, AccountId account, const std::string &actor)
{
    store::Items items(tx);
    store::Tickets tickets(tx);
    VIGIE_TRY(const auto stored, items.get(id));
    if (!stored)
        return fail(Errc::NotFound, "the mention is no longer here");
    if (stored->ours)
        return fail(Errc::InvalidInput, "a post of ours is not a mention to answer");
    VIGIE_TRY(auto known, tickets.forItem(id));
    if (!known) {
        VIGIE_TRY(known, ticketOfThread(tx, *stored));
    }
    if (known) {
        VIGIE_TRY(auto ticket, tickets.get(*known));
        ticket.status = TicketStatus::Open;
        ticket.snooze.reset();
        if (!ticket.waitingSince)
            ticket.waitingSince = stored->publishedAt;
        VIGIE_CHECK(tickets.save(ticket, actor));
        VIGIE_CHECK(tickets.addItem(*known, id));
        return *known;
    }
    Ticket ticket;
    ticket.root = ticket.latest = id;
    ticket.member = stored->authorId;
    ticket.account = account;
    ticket.createdAt = ticket.changedAt = tx.now();
    ticket.reason = actor == "person" ? "by-hand" : "rule";
    countInbound(ticket, *stored);
    VIGIE_TRY(const auto made, tickets.save(ticket, actor));
    VIGIE_CHECK(tickets.addItem(made, id));
    return made;
}

Result<TicketId> Desk::toInbox(ItemId id, AccountId account)
{
    VIGIE_CHECK(store::Tickets(tx_).beginChangeSet("to_inbox"));
    return bringToInbox(tx_, id, account, "person");
}

} // namespace vigie::desk
