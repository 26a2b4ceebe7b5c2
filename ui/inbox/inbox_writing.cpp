// SPDX-License-Identifier: GPL-3.0-or-later
// The keys that begin, send and leave an answer, a note or a slip.
#include "ui/inbox/inbox_panel.hpp"

#include "ui/answers/answer_helper.hpp"
#include "ui/bridge/text.hpp"
#include "ui/handover/claim_strip.hpp"
#include "ui/handover/handover_desk.hpp"
#include "ui/inbox/desk_actions.hpp"
#include "ui/inbox/note_box.hpp"
#include "ui/inbox/queue_pane.hpp"
#include "ui/inbox/reply_box.hpp"
#include "ui/inbox/reply_sender.hpp"
#include "ui/inbox/writing_split.hpp"
#include "ui/passing/passing_desk.hpp"
#include "ui/passing/slip_box.hpp"

namespace vigie::ui {

bool InboxPanel::waitsFor(Writing writing)
{
    // What is typed now must never go to the person of before.
    const bool here = open_ && open_->ticket.ticket.id == queue_->focused();
    wanted_ = here ? Writing::None : writing;
    return !here;
}

void InboxPanel::startReply()
{
    if (!hasOne() || waitsFor(Writing::Reply))
        return;
    composer_->setCurrentWidget(reply_);
    composer_->show();
    reply_->editor().setFocus(Qt::ShortcutFocusReason);
    handover_->claim().starting();
}

void InboxPanel::startNote()
{
    if (!hasOne() || waitsFor(Writing::Note))
        return;
    composer_->setCurrentWidget(note_);
    composer_->show();
    note_->editor().setFocus(Qt::ShortcutFocusReason);
}

void InboxPanel::openAnswers()
{
    startReply();
    if (wanted_ == Writing::None && open_)
        answers_->open(open_->latest.item);
}

void InboxPanel::startSlip()
{
    if (!hasOne() || waitsFor(Writing::Slip))
        return;
    composer_->setCurrentWidget(&passing_->slip());
    composer_->show();
    passing_->slip().start();
}

void InboxPanel::sendReply()
{
    if (handover_->claim().mayWrite())
        sender_->send();
}

void InboxPanel::backToQueue()
{
    composer_->setCurrentWidget(reply_);
    queue_->list().setFocus(Qt::ShortcutFocusReason);
}

void InboxPanel::keepNote()
{
    const NoteText note = note_->note();
    const auto ticket = note_->ticket();
    if (!ticket || note.text.trimmed().isEmpty())
        return;
    actions_->keepNote(ticket, utf8(note.text), [this, ticket](bool kept) {
        if (!kept || note_->ticket() != ticket)
            return;
        note_->discardText();
        if (ticket == asked_ && noteMode())
            backToQueue();
    });
}

void InboxPanel::takenBack(TicketId ticket, const QString &text)
{
    if (reply_->ticket() != ticket) {
        openFromElsewhere(ticket); // its draft holds the text
        return;
    }
    const auto begun = reply_->reply().text;
    reply_->setText(begun.trimmed().isEmpty() ? text : text + QLatin1Char('\n') + begun);
    startReply();
}

} // namespace vigie::ui
