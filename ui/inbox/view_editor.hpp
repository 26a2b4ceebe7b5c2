// SPDX-License-Identifier: GPL-3.0-or-later
// One saved view of the queue: its name, what it lets through, its order. Nothing is written here.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"

#include <vigie/model/account.hpp>
#include <vigie/model/desk_view.hpp>
#include <vigie/store/tags.hpp>

#include <QDialog>

#include <vector>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace vigie::ui {

class QueryEditor;

class ViewEditor final : public QDialog {
    Q_OBJECT
public:
    ViewEditor(Shell &shell, const DeskView &view, QWidget *parent = nullptr);
    /// As the fields say now.
    [[nodiscard]] DeskView view() const;
    [[nodiscard]] QueryEditor &query() const { return *query_; }

Q_SIGNALS:
    void saveWanted(const vigie::DeskView &view);

private:
    void build();
    void readChoices();
    void fillTags(const std::vector<store::TagNode> &tags);
    void fillAccounts(const std::vector<Account> &accounts);
    void check();

    Shell &shell_;
    DeskView view_;
    QLineEdit *name_, *lang_;
    QueryEditor *query_;
    QComboBox *states_, *owner_, *tag_, *account_, *order_;
    QCheckBox *snoozed_;
    QPushButton *save_;
};

} // namespace vigie::ui
