// SPDX-License-Identifier: GPL-3.0-or-later
// What the library does in the composer: ";" opens it, what is chosen is put in at the caret as one step, and a figure that
// differs from what we said before is pointed at above the text. Nothing here ever blocks a reply.
// Thread: the window's.
#pragma once

#include "ui/answers/answer_picker.hpp"
#include "ui/inbox/reply_box.hpp"

#include <QTimer>

namespace vigie::ui {

class HintBar;

class AnswerHelper final : public QObject {
    Q_OBJECT
public:
    /// The picker appears over `host`.
    AnswerHelper(Shell &shell, ReplyBox &box, QWidget *host);

    /// Over this message; where the focus was, it goes back to.
    void open(const Item &message);
    void dismiss() { picker_->dismiss(); }
    /// The newest reply of this ticket that was sent, as a new answer.
    void keepReply(TicketId ticket);
    [[nodiscard]] AnswerPicker &picker() const { return *picker_; }
    [[nodiscard]] HintBar &hints() const { return *hints_; }

Q_SIGNALS:
    /// ";" at the beginning of a line of the reply.
    void openRequested();

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    [[nodiscard]] bool atLineStart() const;
    void insert(const AnswerPicker::Taken &taken);
    void lookForHints();

    Shell &shell_;
    ReplyBox &box_;
    AnswerPicker *picker_;
    HintBar *hints_;
    QTimer timer_;
    Generation looked_;
};

} // namespace vigie::ui
