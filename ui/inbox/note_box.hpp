// SPDX-License-Identifier: GPL-3.0-or-later
// Where an internal note is written. It has its own editor, its own colour and its own type; it cannot send.
// Thread: the window's.
#pragma once

#include "ui/inbox/draft_saver.hpp"
#include "ui/inbox/writing_frame.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/base/id.hpp>

#include <QPlainTextEdit>

#include <string>

namespace vigie::ui {

/// What a person wrote for colleagues.
struct NoteText {
    QString text;
};

class NoteBox final : public WritingFrame {
    Q_OBJECT
public:
    explicit NoteBox(Bridge &bridge, QWidget *parent = nullptr);
    /// `begun`: what was begun for this ticket, as the workspace keeps it.
    void setTicket(TicketId ticket, const std::string &begun);
    [[nodiscard]] TicketId ticket() const { return saver_->ticket(); }
    [[nodiscard]] NoteText note() const { return {editor_->toPlainText()}; }
    void setText(const QString &text);
    [[nodiscard]] QPlainTextEdit &editor() const { return *editor_; }
    /// What was kept as a note is no longer being written.
    void discardText();
    /// Writes what was typed since the last save into the workspace.
    void flush();

Q_SIGNALS:
    void saveRequested();
    void left();
    void replyRequested();

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void retranslate() override;

    void showState();

    QLabel *title_, *never_, *state_;
    QPushButton *save_, *reply_;
    QPlainTextEdit *editor_;
    DraftSaver *saver_;
};

} // namespace vigie::ui
