// SPDX-License-Identifier: GPL-3.0-or-later
// Workspace, the box that opens the palette, the person.
// Thread: the window's.
#pragma once

#include "ui/bridge/bridge.hpp"

#include <QAbstractButton>
#include <QFrame>

class QLabel;
class QPushButton;

namespace vigie::ui {

/// Looks like a search field and opens the palette.
class FindBox final : public QAbstractButton {
    Q_OBJECT
public:
    explicit FindBox(QWidget *parent);
    void setKeys(const QString &keys);
    [[nodiscard]] QSize sizeHint() const override;

private:
    void paintEvent(QPaintEvent *event) override;
    QString keys_;
};

class TopBar final : public QFrame {
    Q_OBJECT
public:
    TopBar(Bridge &bridge, QWidget *parent = nullptr);
    [[nodiscard]] FindBox *findBox() const { return find_; }
    void refresh();
    [[nodiscard]] QPushButton *bell() const { return bell_; }

Q_SIGNALS:
    void alertsPressed();

private:
    void changeEvent(QEvent *event) override;
    void retranslate();
    void readName();
    void readAlerts();
    void showAlerts();
    Bridge &bridge_;
    QLabel *name_, *practice_, *person_, *duty_;
    FindBox *find_;
    QPushButton *bell_;
    int alerts_ = 0;
    QString workspaceName_;
};

} // namespace vigie::ui
