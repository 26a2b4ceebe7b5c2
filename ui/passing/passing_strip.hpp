// SPDX-License-Identifier: GPL-3.0-or-later
// What became of the questions about the open ticket: one line for each, with what can be done about it. Hidden where nothing
// was passed on.
// Thread: the window's. Errors: shown in place.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/bridge/generation.hpp"
#include "ui/passing/passing_words.hpp"

#include <QTimer>
#include <QWidget>

#include <vector>

namespace vigie::ui {

class PassingStrip final : public QWidget {
    Q_OBJECT
public:
    explicit PassingStrip(Shell &shell, QWidget *parent = nullptr);
    void setTicket(TicketId ticket);
    /// By key: reminds the service that waits longest.
    void remind();
    /// By key: the newest answer becomes the draft of a reply.
    void turn();
    [[nodiscard]] const std::vector<PassedRow> &rows() const { return rows_; }
    [[nodiscard]] bool canRemind() const;
    [[nodiscard]] bool canTurn() const;

Q_SIGNALS:
    /// What is being written is to be saved first.
    void turning();
    /// The ticket's draft is this text now.
    void turned(vigie::TicketId ticket, const QString &draft);

private:
    static Result<std::vector<PassedRow>> read(store::Tx &tx, TicketId ticket);
    void ask();
    void present();
    void addLine(const PassedRow &row);
    void remindOf(QuestionId question);
    void takeBack(QuestionId question);
    void turnReply(std::int64_t reply);
    void changeEvent(QEvent *event) override;

    Shell &shell_;
    TicketId ticket_;
    Generation generation_;
    std::vector<PassedRow> rows_;
    QTimer clock_; ///< what is in time becomes late
};

} // namespace vigie::ui
