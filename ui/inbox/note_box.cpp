// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/note_box.hpp"

#include "ui/inbox/conversation_data.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/flow_layout.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QKeySequence>
#include <QVBoxLayout>

namespace vigie::ui {

NoteBox::NoteBox(Bridge &bridge, QWidget *parent)
    : WritingFrame(parent), title_(roleLabel(QStringLiteral("strong"), {}, this)), never_(roleLabel(QStringLiteral("warn"), {}, this)),
      state_(roleLabel(QStringLiteral("small"), {}, this)), save_(new QPushButton(this)),
      reply_(roleButton(QStringLiteral("link"), this)), editor_(new QPlainTextEdit(this)), saver_(new DraftSaver(bridge, *editor_, [] { return DraftSaver::Write(saveNoteDraft); }, this))
{
    setProperty("role", "note");
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, kMargin, 18, kMargin);
    layout->setSpacing(6);
    auto *head = new FlowLayout(nullptr, kGap);
    head->addWidget(title_);
    head->addWidget(never_);
    layout->addLayout(head);
    editor_->setTabChangesFocus(true);
    growWith(*editor_);
    editor_->setObjectName(QStringLiteral("noteEditor"));
    editor_->installEventFilter(this);
    layout->addWidget(editor_, 1);
    auto *foot = new QHBoxLayout;
    auto *others = new FlowLayout(nullptr, kGap);
    others->addWidget(reply_);
    others->addWidget(state_);
    foot->addLayout(others, 1);
    foot->addWidget(save_, 0, Qt::AlignBottom);
    layout->addLayout(foot);
    connect(editor_, &QPlainTextEdit::textChanged, this, [this] {
        save_->setEnabled(!editor_->toPlainText().trimmed().isEmpty());
    });
    connect(saver_, &DraftSaver::stateChanged, this, &NoteBox::showState);
    connect(save_, &QPushButton::clicked, this, &NoteBox::saveRequested);
    connect(reply_, &QPushButton::clicked, this, &NoteBox::replyRequested);
    save_->setEnabled(false);
    retranslate();
}

void NoteBox::setTicket(TicketId ticket, const std::string &begun)
{
    if (ticket != saver_->ticket())
        saver_->open(ticket, begun);
}

void NoteBox::setText(const QString &text)
{
    editor_->setPlainText(text);
}

void NoteBox::discardText()
{
    saver_->discard();
}

void NoteBox::flush()
{
    saver_->flush();
}

void NoteBox::showState()
{
    switch (saver_->state()) {
    case DraftSaver::State::Nothing: state_->clear(); break;
    case DraftSaver::State::Pending: state_->setText(tr("Draft")); break;
    case DraftSaver::State::Saved: state_->setText(tr("Draft saved")); break;
    case DraftSaver::State::Failed: state_->setText(tr("The draft could not be saved")); break;
    }
}

bool NoteBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == editor_ && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            flush();
            Q_EMIT left();
            return true;
        }
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers().testFlag(Qt::ControlModifier)) {
            if (save_->isEnabled())
                Q_EMIT saveRequested();
            return true;
        }
    }
    if (watched == editor_ && event->type() == QEvent::FocusOut)
        flush();
    return WritingFrame::eventFilter(watched, event);
}

void NoteBox::retranslate()
{
    title_->setText(tr("Note"));
    never_->setText(tr("internal, never sent"));
    save_->setText(tr("Keep the note  %1").arg(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText)));
    save_->setAccessibleName(tr("Keep the note"));
    reply_->setText(tr("Write an answer instead"));
    reply_->setAccessibleName(reply_->text());
    editor_->setPlaceholderText(tr("What colleagues should know"));
    editor_->setAccessibleName(tr("Internal note, never sent"));
    showState();
}

} // namespace vigie::ui
