// SPDX-License-Identifier: GPL-3.0-or-later
// What one account is and may do, and its actions as buttons.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace vigie::ui {

class AccountDetails final : public QWidget {
    Q_OBJECT
public:
    explicit AccountDetails(Shell &shell, QWidget *parent = nullptr);
    /// After the panel registered its commands.
    void bindCommands();
    void setStatus(const app::AccountStatus &status);

private:
    void changeEvent(QEvent *event) override;
    void refresh();
    Shell &shell_;
    app::AccountStatus status_;
    QLabel *title_, *facts_;
    QWidget *table_ = nullptr;
    QVBoxLayout *layout_;
    std::vector<std::pair<QPushButton *, QString>> buttons_;
};

} // namespace vigie::ui
