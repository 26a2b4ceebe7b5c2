// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/desk_actions.hpp"

#include "ui/bridge/text.hpp"
#include "ui/inbox/conversation_data.hpp"
#include "ui/inbox/reply_sender.hpp"

#include <vigie/app/moderation.hpp>
#include <vigie/base/random.hpp>

#include <algorithm>
#include <span>

namespace vigie::ui {

DeskActions::DeskActions(Shell &shell, QueuePane &queue, QObject *parent) : QObject(parent), shell_(shell), queue_(queue) {}

void DeskActions::decide(Job job, After after, std::function<QString(int)> sentence)
{
    const auto tickets = queue_.selected();
    if (tickets.empty())
        return;
    if (after == After::Leave)
        queue_.takeAway(tickets);
    else if (after == After::Next && tickets.size() == 1)
        queue_.move(1);
    shell_.bridge.write<ChangeSetId>(
        this, [job = std::move(job), tickets](store::Tx &tx) { return job(tx, tickets); },
        [this, tickets, sentence = std::move(sentence)](Result<ChangeSetId> result) {
            queue_.model().settle(tickets);
            if (!result) {
                shell_.toasts.showError(result.error());
                return;
            }
            shell_.toasts.showUndo(sentence(static_cast<int>(tickets.size())), [this, set = *result] { undoOnly(set); }, 6000);
        });
}

void DeskActions::setStatus(TicketStatus status)
{
    const bool closes = status == TicketStatus::Done || status == TicketStatus::Ignored;
    const bool inDone = queue_.view() == QueueView::Done;
    const auto after = closes != inDone ? After::Leave : closes ? After::Stay : After::Next;
    decide([status](store::Tx &tx, const std::vector<TicketId> &tickets) { return desk::Desk(tx).setStatus(tickets, status); }, after,
           [status](int count) {
               switch (status) {
               case TicketStatus::Done: return tr("%n ticket(s) done", nullptr, count);
               case TicketStatus::Ignored: return tr("%n ticket(s) ignored", nullptr, count);
               case TicketStatus::WaitingInside: return tr("%n ticket(s) waiting for a colleague", nullptr, count);
               case TicketStatus::WaitingMember: return tr("%n ticket(s) waiting for the member", nullptr, count);
               default: break;
               }
               return tr("%n ticket(s) opened again", nullptr, count);
           });
}

void DeskActions::assign(const std::string &owner)
{
    const bool leaves = (queue_.view() == QueueView::Unassigned && !owner.empty())
                        || (queue_.view() == QueueView::Mine && owner != personAtDesk(shell_.bridge));
    decide([owner](store::Tx &tx, const std::vector<TicketId> &tickets) { return desk::Desk(tx).assign(tickets, owner); },
           leaves ? After::Leave : After::Stay, [owner](int count) {
               return owner.empty() ? tr("%n ticket(s) without an owner", nullptr, count) : tr("%n ticket(s) assigned to %1", nullptr, count).arg(qs(owner));
           });
}

void DeskActions::snooze(const WallTime &wall)
{
    const auto zone = shell_.bridge.zone();
    const auto at = toInstant(wall, zone);
    const auto when = at ? format::dateTime(at->at, zone) : QString();
    decide([wall, zone](store::Tx &tx, const std::vector<TicketId> &tickets) { return desk::Desk(tx).snooze(tickets, wall, zone); },
           queue_.view() == QueueView::Snoozed ? After::Stay : After::Leave,
           [when](int count) { return tr("%n ticket(s) snoozed until %1", nullptr, count).arg(when); });
}

void DeskActions::tag(const std::string &tag, bool on)
{
    decide([tag, on](store::Tx &tx, const std::vector<TicketId> &tickets) { return desk::Desk(tx).tag(tickets, tag, on); }, After::Stay,
           [tag, on](int count) {
               return on ? tr("%n ticket(s) tagged %1", nullptr, count).arg(qs(tag)) : tr("Tag %1 taken off %n ticket(s)", nullptr, count).arg(qs(tag));
           });
}

void DeskActions::togglePin()
{
    const auto ticket = queue_.focused();
    const auto &pinned = queue_.model().counts().pinned;
    const bool on = std::find(pinned.begin(), pinned.end(), ticket) == pinned.end();
    decide(
        [ticket, on](store::Tx &tx, const std::vector<TicketId> &) -> Result<ChangeSetId> {
            VIGIE_TRY(const auto set, store::Tickets(tx).beginChangeSet("pin"));
            store::Queue queue(tx);
            if (!on) {
                VIGIE_CHECK(queue.unpin(ticket));
                return set;
            }
            VIGIE_TRY(const auto entries, desk::Desk(tx).queue({}));
            std::vector<TicketId> first;
            for (std::size_t i = 0; i < entries.size() && i < store::kPinDepth; ++i)
                first.push_back(entries[i].ticket);
            VIGIE_CHECK(queue.pin(ticket, first));
            return set;
        },
        After::Stay, [on](int) { return on ? tr("Pinned") : tr("No longer pinned"); });
}

void DeskActions::keepNote(TicketId ticket, const std::string &text, std::function<void(bool)> done)
{
    shell_.bridge.write<NoteId>(
        this,
        [ticket, text, person = shell_.bridge.person()](store::Tx &tx) -> Result<NoteId> {
            VIGIE_TRY(const auto note, desk::Desk(tx).note(ticket, text, person));
            VIGIE_CHECK(saveNoteDraft(tx, ticket, {})); // with the note or not at all
            return note;
        },
        [this, done = std::move(done)](Result<NoteId> result) {
            if (!result)
                shell_.toasts.showError(result.error());
            else
                shell_.toasts.showAction(tr("Note kept. It stays inside."), tr("Undo"), [this] { undo(); }, 6000);
            done(result.has_value());
        });
}

void DeskActions::act(OutboundKind kind, std::optional<OutboundKind> opposite, const QString &done)
{
    const auto ticket = queue_.focused();
    if (!ticket)
        return;
    struct Target {
        AccountId account;
        ItemId item;
    };
    const auto request = [this, ticket](OutboundKind what, std::function<void()> then) {
        shell_.bridge.write<OutboundId>(
            this,
            [ticket, what, person = shell_.bridge.person(), token = randomKey(), &networks = shell_.bridge.networks()](store::Tx &tx) -> Result<OutboundId> {
                VIGIE_TRY(const auto row, store::Tickets(tx).get(ticket));
                return app::actBack(tx, networks, row.account, what, row.latest, person, token); // shown again: the log says so
            },
            [this, then = std::move(then)](Result<OutboundId> result) {
                if (!result)
                    shell_.toasts.showError(result.error());
                else if (then)
                    then();
            });
    };
    request(kind, [this, request, opposite, done] {
        if (opposite)
            shell_.toasts.showUndo(done, [request, back = *opposite] { request(back, {}); }, 6000);
        else
            shell_.toasts.show(done);
    });
}

QString DeskActions::undoneText(const store::ChangeSet &set)
{
    const auto &action = set.action;
    if (action == "done")
        return tr("Taken back: done");
    if (action == "ignore")
        return tr("Taken back: ignored");
    if (action == "snooze")
        return tr("Taken back: snoozed");
    if (action == "assign")
        return tr("Taken back: assigned");
    if (action == "tag" || action == "untag")
        return tr("Taken back: tag");
    if (action == "note")
        return tr("Taken back: note");
    if (action == "member_note")
        return tr("Taken back: note about a person");
    if (action == "member_step")
        return tr("Taken back: next step");
    if (action == "member_consent")
        return tr("Taken back: consent");
    if (action == "member_fact")
        return tr("Taken back: what they gave us");
    if (action == "promise")
        return tr("Taken back: promise");
    if (action == "tone")
        return tr("Taken back: tone");
    if (action == "goals")
        return tr("Taken back: visits and goals");
    if (action == "surveys")
        return tr("Taken back: answers to surveys");
    if (action == "forget_tones")
        return tr("Taken back: what was learned about tones is there again");
    if (action == "own_numbers")
        return tr("Taken back: numbers entered by hand");
    if (action == "to_inbox")
        return tr("Taken back: sent to the inbox");
    if (action == "waiting_inside" || action == "waiting_member" || action == "reopen")
        return tr("Taken back: status");
    return tr("Taken back");
}

void DeskActions::undo()
{
    struct Undone {
        std::optional<Outbound> reply;
        store::ChangeSet set;
    };
    shell_.bridge.write<Undone>(
        this,
        [&networks = shell_.bridge.networks()](store::Tx &tx) -> Result<Undone> {
            Undone undone;
            store::OutboxFilter filter;
            filter.states = {OutboundState::Planned};
            VIGIE_TRY(const auto planned, store::Outbox(tx).list(filter));
            const Outbound *newest = nullptr;
            for (const auto &row : planned)
                if (row.kind == OutboundKind::Reply && row.ticket && row.dueAt && *row.dueAt > tx.now() && (newest == nullptr || row.createdAt > newest->createdAt))
                    newest = &row;
            VIGIE_TRY(const auto last, store::Tickets(tx).lastUndoable());
            if (newest != nullptr && (!last || last->at <= newest->createdAt)) {
                VIGIE_TRY(undone.reply, ReplySender::cancelIntoDraft(tx, networks, newest->id));
                return undone;
            }
            if (!last)
                return fail(Errc::NotFound, "nothing to undo");
            VIGIE_TRY(undone.set, desk::Desk(tx).undo());
            return undone;
        },
        [this](Result<Undone> result) {
            if (!result) {
                if (result.error().code == Errc::NotFound)
                    shell_.toasts.show(tr("There is nothing to take back."));
                else
                    shell_.toasts.showError(result.error());
                return;
            }
            if (result->reply) {
                QString text;
                for (const auto &part : result->reply->parts)
                    text += (text.isEmpty() ? QString() : QStringLiteral("\n---\n")) + qs(part.text);
                shell_.toasts.show(tr("The answer was not sent. Its text is back in the composer."), 4000);
                Q_EMIT replyTakenBack(result->reply->ticket, text);
                return;
            }
            shell_.toasts.show(undoneText(result->set), 3000);
            queue_.model().reload(false);
        });
}

void DeskActions::undoOnly(ChangeSetId set)
{
    shell_.bridge.write<store::ChangeSet>(
        this,
        [set](store::Tx &tx) -> Result<store::ChangeSet> {
            VIGIE_TRY(const auto last, store::Tickets(tx).lastUndoable());
            if (!last || last->id != set)
                return fail(Errc::Conflict, "other decisions came after it");
            return desk::Desk(tx).undo();
        },
        [this](Result<store::ChangeSet> result) {
            if (result) {
                shell_.toasts.show(undoneText(*result), 3000);
                queue_.model().reload(false);
            } else if (result.error().code == Errc::Conflict) {
                shell_.toasts.show(tr("Other decisions were made since. Take them back one by one with the undo key."));
            } else {
                shell_.toasts.showError(result.error());
            }
        });
}

} // namespace vigie::ui
