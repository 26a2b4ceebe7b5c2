// SPDX-License-Identifier: GPL-3.0-or-later
// Says that this is practice, how fast its time runs, and where one's own accounts are connected.
// Thread: the window's.
#pragma once

#include "ui/bridge/bridge.hpp"

#include <QFrame>

class QLabel;
class QPushButton;
class QButtonGroup;

namespace vigie::ui {

class PracticeBanner final : public QFrame {
    Q_OBJECT
public:
    PracticeBanner(Bridge &bridge, QWidget *parent = nullptr);

Q_SIGNALS:
    void ownAccountsPressed();

private:
    void changeEvent(QEvent *event) override;
    void retranslate();
    void refresh();
    Bridge &bridge_;
    QLabel *words_, *speedLabel_;
    QButtonGroup *speeds_;
    QPushButton *own_;
};

} // namespace vigie::ui
