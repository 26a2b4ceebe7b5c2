// SPDX-License-Identifier: GPL-3.0-or-later
// One alert of the list: what happened, what is usual, and what can be done. Enter opens what caused it.
// Thread: the window's.
#pragma once

#include "ui/alerts/alert_text.hpp"

#include <QFrame>

class QLabel;
class QPushButton;

namespace vigie::ui {

class AlertCard final : public QFrame {
    Q_OBJECT
public:
    explicit AlertCard(QWidget *parent = nullptr);
    void show(const AlertView &view, const std::string &zone, Instant now);
    [[nodiscard]] const AlertView &view() const { return view_; }

Q_SIGNALS:
    void openWanted(const vigie::ui::AlertView &view);
    void doneWanted(const vigie::ui::AlertView &view);
    void snoozeWanted(const vigie::ui::AlertView &view);
    void muteWanted(const vigie::ui::AlertView &view);

private:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void retranslate();

    AlertView view_;
    std::string zone_;
    Instant now_;
    QLabel *kind_, *fresh_, *headline_, *usual_, *when_, *gaps_;
    QPushButton *open_, *done_, *snooze_, *mute_;
};

} // namespace vigie::ui
