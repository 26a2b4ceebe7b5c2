// SPDX-License-Identifier: GPL-3.0-or-later
// One account in the list: who, how it is, up to when it was read, what went wrong.
// Thread: the window's.
#pragma once

#include "ui/bridge/bridge.hpp"

#include <QFrame>

#include <vector>

class QLabel;
class QPushButton;

namespace vigie::ui {

class AvatarWidget;
class ErrorBar;

class AccountCard final : public QFrame {
    Q_OBJECT
public:
    AccountCard(Bridge &bridge, QWidget *parent = nullptr);
    void setStatus(const app::AccountStatus &status);
    [[nodiscard]] const app::AccountStatus &status() const { return status_; }
    /// Errors that are told once for several accounts, and not again here.
    void setTold(std::vector<Errc> told);
    void setSelected(bool selected);
    /// Something is being done for it (testing, filling): said in words.
    void setBusy(const QString &words);

Q_SIGNALS:
    void chosen();
    void fillPressed();
    void reconnectPressed();

private:
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void refresh();

    Bridge &bridge_;
    app::AccountStatus status_;
    AvatarWidget *avatar_;
    QLabel *name_, *handle_, *state_, *rhythm_;
    QPushButton *gaps_;
    ErrorBar *error_;
    std::vector<Errc> told_;
    QString busy_;
    bool selected_ = false;
};

} // namespace vigie::ui
