// SPDX-License-Identifier: GPL-3.0-or-later
// Where an internal note is written. It has its own editor, its own colour and its own type; it cannot send.
// Thread: the window's.
#pragma once

#include "ui/widget/pieces.hpp"

#include <vigie/base/id.hpp>

#include <QHash>
#include <QJsonObject>
#include <QPlainTextEdit>

namespace vigie::ui {

/// What a person wrote for colleagues.
struct NoteText {
    QString text;
};

class NoteBox final : public QFrame {
    Q_OBJECT
public:
    explicit NoteBox(QWidget *parent = nullptr);
    /// What was begun for this ticket is still there.
    void setTicket(TicketId ticket);
    [[nodiscard]] TicketId ticket() const { return ticket_; }
    [[nodiscard]] NoteText note() const { return {editor_->toPlainText()}; }
    void setText(const QString &text);
    [[nodiscard]] QPlainTextEdit &editor() const { return *editor_; }
    [[nodiscard]] QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

Q_SIGNALS:
    void saveRequested();
    void left();
    void replyRequested();

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void retranslate();

    TicketId ticket_;
    QHash<qint64, QString> begun_;
    QLabel *title_, *never_;
    QPushButton *save_, *reply_;
    QPlainTextEdit *editor_;
};

} // namespace vigie::ui
