// SPDX-License-Identifier: GPL-3.0-or-later
// "On 12 March we said 48 h; here it says 5 days", with a way to look at it and one to leave it be. It blocks nothing.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"

#include <vigie/desk/answers.hpp>

#include <QFrame>
#include <QSet>

class QLabel;
class QPushButton;

namespace vigie::ui {

class HintBar final : public QFrame {
    Q_OBJECT
public:
    HintBar(Shell &shell, QWidget *parent);
    /// The first that was not left be is shown; none: the bar goes.
    void setHints(std::vector<desk::AnswerHint> hints, const QString &draft);
    [[nodiscard]] QString text() const;

private:
    void look();
    void leaveBe();
    void showNext();
    void changeEvent(QEvent *event) override;

    Shell &shell_;
    std::vector<desk::AnswerHint> hints_;
    QString draft_;
    QSet<QString> meant_;  ///< sentences that were left be
    QLabel *text_;
    QPushButton *look_, *leave_;
};

} // namespace vigie::ui
