// SPDX-License-Identifier: GPL-3.0-or-later
// The state of things in words, at the foot of the window.
// Thread: the window's.
#pragma once

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/generation.hpp"

#include <QFrame>

class QLabel;
class QPushButton;

namespace vigie::ui {

class StatusLine final : public QFrame {
    Q_OBJECT
public:
    StatusLine(Bridge &bridge, QWidget *parent = nullptr);
    /// All of it as one text, for tests and screen readers.
    [[nodiscard]] QString words() const;
    /// How many wait for an answer: what the inbox counts, so that the two never differ. Negative: not known yet.
    void setToAnswer(int count);

Q_SIGNALS:
    void gapPressed();
    void outboxPressed();

private:
    void changeEvent(QEvent *event) override;
    void refresh();
    void readMentions();
    void wantMentions();
    Bridge &bridge_;
    QLabel *seen_, *onTheWay_, *counts_;
    QPushButton *gap_, *trouble_;
    QTimer countTimer_;
    QElapsedTimer sinceCount_;
    int mentions_ = -1, toAnswer_ = -1;
};

} // namespace vigie::ui
