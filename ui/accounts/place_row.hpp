// SPDX-License-Identifier: GPL-3.0-or-later
// Where the pictures of an account are put whose network fetches them itself: a choice among the accounts that take files.
// There only for such accounts.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/bridge/generation.hpp"

#include <vigie/model/account.hpp>

#include <QWidget>

class QComboBox;
class QLabel;

namespace vigie::ui {

class PlaceRow final : public QWidget {
    Q_OBJECT
public:
    PlaceRow(Shell &shell, QWidget *parent);
    void setAccount(const Account &account);
    [[nodiscard]] QComboBox *places() const { return places_; }

private:
    void changeEvent(QEvent *event) override;
    void fill(const std::vector<Account> &places);
    void choose(AccountId place);
    void retranslate();

    Shell &shell_;
    Account account_;
    Generation generation_;
    QLabel *title_, *hint_;
    QComboBox *places_;
};

} // namespace vigie::ui
