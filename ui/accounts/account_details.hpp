// SPDX-License-Identifier: GPL-3.0-or-later
// What one account is, how it is, what it may do, what its network's terms ask, and its actions as buttons.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"

#include <QStringList>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace vigie::ui {

class AbilityView;
class PlaceRow;

class AccountDetails final : public QWidget {
    Q_OBJECT
public:
    explicit AccountDetails(Shell &shell, QWidget *parent = nullptr);
    /// After the panel registered its commands.
    void bindCommands();
    void setStatus(const app::AccountStatus &status);
    /// The same account, later: what is not about its health stays as it is.
    void follow(const app::AccountStatus &status);

private:
    void changeEvent(QEvent *event) override;
    void refresh();
    void refreshHealth();
    [[nodiscard]] QStringList facts() const;

    Shell &shell_;
    app::AccountStatus status_;
    QLabel *title_, *facts_, *healthTitle_, *policyTitle_, *policy_;
    QWidget *healthBox_, *health_ = nullptr;
    QStringList shown_; ///< of the health, to leave alone what has not changed
    QPushButton *fill_;
    PlaceRow *place_;
    AbilityView *abilities_;
    QVBoxLayout *layout_;
    std::vector<std::pair<QPushButton *, QString>> buttons_;
};

} // namespace vigie::ui
