// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/note_box.hpp"

#include "ui/theme/theme.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QKeySequence>
#include <QVBoxLayout>

namespace vigie::ui {

NoteBox::NoteBox(QWidget *parent)
    : QFrame(parent), title_(roleLabel(QStringLiteral("strong"), {}, this)), never_(roleLabel(QStringLiteral("warn"), {}, this)), save_(new QPushButton(this)),
      reply_(roleButton(QStringLiteral("link"), this)), editor_(new QPlainTextEdit(this))
{
    setProperty("role", "note");
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, kMargin, 18, kMargin);
    layout->setSpacing(6);
    auto *head = new QHBoxLayout;
    head->setSpacing(kGap);
    head->addWidget(title_);
    head->addWidget(never_);
    head->addStretch(1);
    layout->addLayout(head);
    editor_->setTabChangesFocus(true);
    editor_->setMinimumHeight(72);
    editor_->setObjectName(QStringLiteral("noteEditor"));
    editor_->installEventFilter(this);
    layout->addWidget(editor_, 1);
    auto *foot = new QHBoxLayout;
    foot->addWidget(reply_);
    foot->addStretch(1);
    foot->addWidget(save_);
    layout->addLayout(foot);
    connect(editor_, &QPlainTextEdit::textChanged, this, [this] {
        if (ticket_)
            begun_[ticket_.value] = editor_->toPlainText();
        save_->setEnabled(!editor_->toPlainText().trimmed().isEmpty());
    });
    connect(save_, &QPushButton::clicked, this, &NoteBox::saveRequested);
    connect(reply_, &QPushButton::clicked, this, &NoteBox::replyRequested);
    save_->setEnabled(false);
    retranslate();
}

void NoteBox::setTicket(TicketId ticket)
{
    if (ticket == ticket_)
        return;
    ticket_ = {}; // the change of text below is not typing
    editor_->setPlainText(begun_.value(ticket.value));
    ticket_ = ticket;
}

void NoteBox::setText(const QString &text)
{
    editor_->setPlainText(text);
    if (text.isEmpty())
        begun_.remove(ticket_.value);
}

bool NoteBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == editor_ && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            Q_EMIT left();
            return true;
        }
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers().testFlag(Qt::ControlModifier)) {
            if (save_->isEnabled())
                Q_EMIT saveRequested();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
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
}

void NoteBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

QJsonObject NoteBox::saveState() const
{
    QJsonObject state;
    for (auto it = begun_.begin(); it != begun_.end(); ++it)
        if (!it.value().trimmed().isEmpty())
            state.insert(QString::number(it.key()), it.value());
    return state;
}

void NoteBox::restoreState(const QJsonObject &state)
{
    for (auto it = state.begin(); it != state.end(); ++it)
        begun_.insert(it.key().toLongLong(), it.value().toString());
}

} // namespace vigie::ui
