// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/note_box.hpp"

#include "ui/bridge/text.hpp"
#include "ui/inbox/conversation_data.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/flow_layout.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QKeySequence>
#include <QPointer>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {
constexpr int kSaveAfterMs = 500;
} // namespace

NoteBox::NoteBox(Bridge &bridge, QWidget *parent)
    : WritingFrame(parent), bridge_(bridge), title_(roleLabel(QStringLiteral("strong"), {}, this)), never_(roleLabel(QStringLiteral("warn"), {}, this)),
      state_(roleLabel(QStringLiteral("small"), {}, this)), save_(new QPushButton(this)),
      reply_(roleButton(QStringLiteral("link"), this)), editor_(new QPlainTextEdit(this))
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
    editor_->setMinimumHeight(72);
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
        if (loading_ || !ticket_)
            return;
        dirty_ = true;
        setSaved(Saved::Pending);
        if (!saveTimer_.isActive()) // not restarted: steady typing is saved as it goes
            saveTimer_.start();
    });
    connect(save_, &QPushButton::clicked, this, &NoteBox::saveRequested);
    connect(reply_, &QPushButton::clicked, this, &NoteBox::replyRequested);
    saveTimer_.setSingleShot(true);
    saveTimer_.setInterval(kSaveAfterMs);
    connect(&saveTimer_, &QTimer::timeout, this, &NoteBox::flush);
    save_->setEnabled(false);
    retranslate();
}

void NoteBox::setTicket(TicketId ticket, const std::string &begun)
{
    if (ticket == ticket_)
        return;
    flush();
    ticket_ = ticket;
    const auto waiting = unsaved_.constFind(ticket.value);
    loading_ = true;
    editor_->setPlainText(waiting != unsaved_.constEnd() ? *waiting : qs(begun));
    editor_->moveCursor(QTextCursor::End);
    loading_ = false;
    setSaved(begun.empty() ? Saved::Nothing : Saved::Yes);
}

void NoteBox::setText(const QString &text)
{
    editor_->setPlainText(text);
}

void NoteBox::discardText()
{
    saveTimer_.stop();
    dirty_ = false;
    unsaved_.remove(ticket_.value);
    loading_ = true;
    editor_->clear();
    loading_ = false;
    setSaved(Saved::Nothing);
}

void NoteBox::flush()
{
    saveTimer_.stop();
    if (!dirty_ || !ticket_)
        return;
    dirty_ = false;
    const auto text = editor_->toPlainText();
    unsaved_.insert(ticket_.value, text);
    // Asked in the name of the bridge: it is carried out even when this panel goes meanwhile.
    bridge_.write<bool>(
        &bridge_,
        [id = ticket_, text = utf8(text)](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(saveNoteDraft(tx, id, text));
            return true;
        },
        [guard = QPointer<NoteBox>(this), id = ticket_, text](Result<bool> result) {
            if (guard)
                guard->written(id, text, result.has_value());
        });
}

void NoteBox::written(TicketId ticket, const QString &text, bool ok)
{
    if (ok && unsaved_.value(ticket.value) == text)
        unsaved_.remove(ticket.value);
    if (ticket != ticket_ || dirty_)
        return;
    dirty_ = !ok; // the next key or the next ticket tries again
    setSaved(!ok ? Saved::No : text.isEmpty() ? Saved::Nothing : Saved::Yes);
}

void NoteBox::setSaved(Saved saved)
{
    saved_ = saved;
    switch (saved) {
    case Saved::Nothing: state_->clear(); break;
    case Saved::Pending: state_->setText(tr("Draft")); break;
    case Saved::Yes: state_->setText(tr("Draft saved")); break;
    case Saved::No: state_->setText(tr("The draft could not be saved")); break;
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
    setSaved(saved_);
}

} // namespace vigie::ui
