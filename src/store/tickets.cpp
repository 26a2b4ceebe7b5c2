// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/tickets_many.hpp>

#include "store/hot_statement.hpp"
#include "store/session.hpp"
#include "store/tickets_row.hpp"
#include "store/undo.hpp"

#include <vigie/store/drafts.hpp>

#include <unordered_map>

namespace vigie::store {

namespace {

void event(Session &session, Instant at, TicketId ticket, const char *what, const std::string &from, const std::string &to, const std::string &actor)
{
    session.hot("INSERT INTO ticket_event(ticket_id, at, what, from_value, to_value, actor) VALUES(?,?,?,?,?,?)").bind(ticket, at, what, from, to, actor).run();
}

/// A line of history for each thing that differs.
void writeHistory(Session &session, Instant at, const Ticket &before, const Ticket &after, const std::string &actor)
{
    if (before.status != after.status)
        event(session, at, after.id, "status", toString(before.status), toString(after.status), actor);
    if (before.owner != after.owner)
        event(session, at, after.id, "owner", before.owner, after.owner, actor);
    if (!before.snooze && after.snooze)
        event(session, at, after.id, "snooze", {}, toString(after.snooze->wall) + " " + after.snooze->zone, actor);
    if (before.snooze && !after.snooze)
        event(session, at, after.id, "wake", toString(before.snooze->wall) + " " + before.snooze->zone, {}, actor);
    if (before.inbound < after.inbound)
        event(session, at, after.id, "inbound", {}, std::to_string(after.latest.value), actor);
    if (before.outbound < after.outbound)
        event(session, at, after.id, "reply", {}, {}, actor);
}

} // namespace

Result<Ticket> Tickets::get(TicketId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<Ticket> {
        auto found = loadTickets(session, " WHERE t.id=?", binds(id));
        if (found.empty())
            return fail(Errc::NotFound, "no such ticket");
        return std::move(found.front());
    });
}

Result<std::optional<TicketId>> Tickets::forItem(ItemId item)
{
    auto &session = tx_.session();
    return session.guard([&] { return session.one<TicketId>("SELECT ticket_id FROM ticket_item WHERE item_id=? ORDER BY ticket_id LIMIT 1", item); });
}

Result<TicketId> Tickets::save(const Ticket &given, const std::string &actor)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<TicketId> {
        Ticket ticket = given;
        ticket.changedAt = tx_.now();
        if (!ticket.id) {
            ticket.id = TicketId{session.one<std::int64_t>("SELECT coalesce(max(id), 0) + 1 FROM ticket").value_or(1)};
            if (ticket.createdAt == Instant{})
                ticket.createdAt = tx_.now();
            writeTicket(session, ticket);
            recordRow(tx_, RowChange{"ticket", ticket.id.value, 0, ticket.id, std::nullopt, ticketJson(ticket)});
            event(session, tx_.now(), ticket.id, "created", {}, ticket.reason, actor);
        } else {
            const auto before = loadTickets(session, " WHERE t.id=?", binds(ticket.id));
            if (before.empty())
                return fail(Errc::NotFound, "no such ticket");
            writeTicket(session, ticket);
            recordRow(tx_, RowChange{"ticket", ticket.id.value, 0, ticket.id, ticketJson(before.front()), ticketJson(ticket)});
            writeHistory(session, tx_.now(), before.front(), ticket, actor);
        }
        tx_.change().tickets.push_back(ticket.id);
        return ticket.id;
    });
}

Result<void> Tickets::addItem(TicketId ticket, ItemId item)
{
    auto &session = tx_.session();
    return session.guard([&] {
        if (session.exec("INSERT INTO ticket_item(ticket_id, item_id) VALUES(?,?) ON CONFLICT DO NOTHING", ticket, item) == 0)
            return;
        recordRow(tx_, RowChange{"link", ticket.value, item.value, ticket, std::nullopt, std::string("{}")});
        tx_.change().tickets.push_back(ticket);
        tx_.change().itemsChanged.push_back(item);
    });
}

Result<std::vector<ItemId>> Tickets::items(TicketId ticket)
{
    auto &session = tx_.session();
    return session.guard([&] { return session.column<ItemId>("SELECT item_id FROM ticket_item WHERE ticket_id=? ORDER BY item_id", ticket); });
}

Result<std::vector<TicketEvent>> Tickets::history(TicketId ticket)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<TicketEvent> out;
        session.each<Instant, std::string, std::string, std::string, std::string>(
            "SELECT at, what, from_value, to_value, actor FROM ticket_event WHERE ticket_id=? ORDER BY id", binds(ticket),
            [&](Instant at, std::string what, std::string from, std::string to, std::string actor) {
                out.push_back(TicketEvent{ticket, at, std::move(what), std::move(from), std::move(to), std::move(actor)});
            });
        return out;
    });
}

Result<std::vector<TicketId>> Tickets::due(Instant now)
{
    auto &session = tx_.session();
    return session.guard([&] {
        return session.column<TicketId>("SELECT id FROM ticket WHERE snooze_due_at IS NOT NULL AND snooze_due_at<=? ORDER BY snooze_due_at", now);
    });
}

Result<NoteId> Tickets::addNote(const Note &note)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<NoteId> {
        if (!session.one<int>("SELECT 1 FROM ticket WHERE id=?", note.ticket))
            return fail(Errc::NotFound, "no such ticket");
        const NoteId id{session.insert("INSERT INTO note(ticket_id, text, author, at) VALUES(?,?,?,?)", note.ticket, note.text.inside(), note.author, note.at)};
        recordRow(tx_, RowChange{"note", id.value, 0, note.ticket, std::nullopt, noteImage(session, id)});
        event(session, tx_.now(), note.ticket, "note", {}, {}, note.author);
        tx_.change().tickets.push_back(note.ticket);
        return id;
    });
}

Result<void> Tickets::removeNote(NoteId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        const auto ticket = session.one<TicketId>("SELECT ticket_id FROM note WHERE id=?", id);
        if (!ticket)
            return fail(Errc::NotFound, "no such note");
        recordRow(tx_, RowChange{"note", id.value, 0, *ticket, noteImage(session, id), std::nullopt});
        session.exec("DELETE FROM note WHERE id=?", id);
        tx_.change().tickets.push_back(*ticket);
        return {};
    });
}

Result<std::vector<Note>> Tickets::notes(TicketId ticket)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<Note> out;
        session.each<NoteId, std::string, std::string, Instant>(
            "SELECT id, text, author, at FROM note WHERE ticket_id=? ORDER BY at, id", binds(ticket),
            [&](NoteId id, std::string text, std::string author, Instant at) { out.push_back(Note{id, ticket, NoteWords(std::move(text)), std::move(author), at}); });
        return out;
    });
}

Result<void> Tickets::saveDraft(TicketId ticket, const std::string &text)
{
    VIGIE_TRY(const auto stored, get(ticket));
    AnswerDraft draft;
    draft.ticket = ticket;
    draft.account = stored.account;
    draft.text = text;
    VIGIE_TRY(draft.known, Drafts(tx_).knownNow(ticket, stored.latest));
    return Drafts(tx_).save(draft);
}

Result<std::string> Tickets::draft(TicketId ticket)
{
    VIGIE_TRY(const auto drafts, Drafts(tx_).of(ticket));
    return drafts.empty() ? std::string() : drafts.front().text;
}

Result<std::vector<Ticket>> loadAll(Tx &tx, std::span<const TicketId> ids)
{
    auto &session = tx.session();
    return session.guard([&]() -> Result<std::vector<Ticket>> {
        std::unordered_map<TicketId, Ticket> found;
        for (auto &ticket : loadTickets(session, " WHERE t.id IN (SELECT value FROM json_each(?))", binds(idList(ids))))
            found.emplace(ticket.id, std::move(ticket));
        std::vector<Ticket> out;
        out.reserve(ids.size());
        for (const auto id : ids) {
            const auto at = found.find(id);
            if (at == found.end())
                return fail(Errc::NotFound, "no such ticket");
            out.push_back(at->second);
        }
        return out;
    });
}

Result<void> saveAll(Tx &tx, std::span<const Ticket> before, std::span<const Ticket> after, const std::string &actor)
{
    auto &session = tx.session();
    return session.guard([&] {
        for (std::size_t i = 0; i < after.size(); ++i) {
            Ticket ticket = after[i];
            ticket.changedAt = tx.now();
            updateTicket(session, ticket);
            recordRow(tx, RowChange{"ticket", ticket.id.value, 0, ticket.id, ticketJson(before[i]), ticketJson(ticket)});
            writeHistory(session, tx.now(), before[i], ticket, actor);
            tx.change().tickets.push_back(ticket.id);
        }
    });
}

} // namespace vigie::store
