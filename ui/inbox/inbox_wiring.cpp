// SPDX-License-Identifier: GPL-3.0-or-later
// Who hears whom in the inbox.
#include "ui/inbox/inbox_panel.hpp"

#include "ui/answers/answer_helper.hpp"
#include "ui/handover/claim_strip.hpp"
#include "ui/handover/handover_desk.hpp"
#include "ui/inbox/conversation_view.hpp"
#include "ui/inbox/desk_actions.hpp"
#include "ui/inbox/note_box.hpp"
#include "ui/inbox/person_pane.hpp"
#include "ui/inbox/queue_pane.hpp"
#include "ui/inbox/reply_box.hpp"
#include "ui/inbox/reply_sender.hpp"
#include "ui/members/promise_keeper.hpp"
#include "ui/passing/passing_desk.hpp"
#include "ui/passing/passing_strip.hpp"
#include "ui/passing/slip_box.hpp"

namespace vigie::ui {

void InboxPanel::wire()
{
    connect(&reloadTimer_, &QTimer::timeout, this, [this] {
        if (asked_)
            load(asked_);
    });
    connect(&loadTimer_, &QTimer::timeout, this, [this] {
        if (asked_)
            load(asked_);
    });
    connect(&bridge(), &Bridge::changed, this, &InboxPanel::onChange);
    connect(queue_, &QueuePane::focusedChanged, this, &InboxPanel::onFocused);
    connect(queue_, &QueuePane::selectionSizeChanged, this, &InboxPanel::onSelection);
    connect(queue_, &QueuePane::openCountChanged, this, &Panel::badgeChanged);
    connect(queue_, &QueuePane::viewsRequested, this, &InboxPanel::showViews);
    connect(queue_, &QueuePane::openRequested, this, [this] {
        if (hasOne())
            conversation_->scroll().setFocus(Qt::ShortcutFocusReason);
    });
    connect(&shell(), &Shell::openTicket, this, &InboxPanel::openFromElsewhere);
    connect(conversation_, &ConversationView::undoRequested, sender_, &ReplySender::takeBack);
    connect(conversation_, &ConversationView::discardRequested, sender_, &ReplySender::takeBack);
    connect(conversation_, &ConversationView::retryRequested, sender_, &ReplySender::retry);
    connect(conversation_, &ConversationView::checkRequested, sender_, &ReplySender::checkNow);
    connect(conversation_, &ConversationView::fetchRequested, this, [this] { fetchMissing(true); });
    connect(conversation_, &ConversationView::reloadRequested, this, [this] {
        if (asked_)
            load(asked_);
    });
    connect(person_, &PersonPane::itemRequested, &shell(), &Shell::openItem);
    connect(person_, &PersonPane::ticketRequested, &shell(), &Shell::openTicket);
    connect(sender_, &ReplySender::sent, promises_, &PromiseKeeper::sent);
    connect(sender_, &ReplySender::takenBack, promises_, &PromiseKeeper::takenBack);
    connect(actions_, &DeskActions::replyTakenBack, promises_, &PromiseKeeper::takenBack);
}

void InboxPanel::wireComposer()
{
    connect(reply_, &ReplyBox::sendRequested, this, &InboxPanel::sendReply);
    connect(&reply_->editor(), &QPlainTextEdit::textChanged, this, [this] {
        if (reply_->editor().hasFocus() && !reply_->editor().toPlainText().isEmpty())
            handover_->claim().typing();
    });
    connect(answers_, &AnswerHelper::openRequested, this, &InboxPanel::openAnswers);
    connect(reply_, &ReplyBox::left, this, &InboxPanel::backToQueue);
    connect(reply_, &ReplyBox::noteRequested, this, &InboxPanel::startNote);
    connect(note_, &NoteBox::saveRequested, this, &InboxPanel::keepNote);
    connect(note_, &NoteBox::left, this, &InboxPanel::backToQueue);
    connect(note_, &NoteBox::replyRequested, this, &InboxPanel::startReply);
    connect(&passing_->slip(), &SlipBox::left, this, &InboxPanel::backToQueue);
    connect(&passing_->slip(), &SlipBox::passed, this, &InboxPanel::backToQueue);
    connect(&passing_->strip(), &PassingStrip::turning, reply_, &ReplyBox::flush);
    connect(&passing_->strip(), &PassingStrip::turned, this, [this](TicketId ticket, const QString &draft) {
        if (ticket == reply_->ticket()) {
            reply_->setText(draft);
            startReply();
        }
    });
    connect(sender_, &ReplySender::sent, this, [this](TicketId ticket) {
        handover_->claim().leave();
        if (ticket == asked_)
            backToQueue();
    });
    connect(sender_, &ReplySender::takenBack, this, &InboxPanel::takenBack);
    connect(sender_, &ReplySender::outdated, this, [this] { load(asked_); });
    connect(actions_, &DeskActions::replyTakenBack, this, &InboxPanel::takenBack);
}

} // namespace vigie::ui
