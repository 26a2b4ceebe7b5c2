// SPDX-License-Identifier: GPL-3.0-or-later
// What a pause kept back, a row for each post: keep its hour, move it, or cancel it. One by one or several at once, by keys.
// Thread: the window's. Errors: shown in place.
#pragma once

#include "ui/app/shell.hpp"

#include <vigie/plan/pausing.hpp>

#include <QDialog>

#include <vector>

class QDateTimeEdit;
class QLabel;
class QPushButton;
class QTableWidget;
class QVBoxLayout;

namespace vigie::ui {

class ErrorBar;

class HeldDialog final : public QDialog {
    Q_OBJECT
public:
    HeldDialog(Shell &shell, QWidget *parent);
    [[nodiscard]] QTableWidget &table() const { return *table_; }
    [[nodiscard]] QDateTimeEdit &when() const { return *when_; }
    /// About the chosen rows. Moved ones keep their distances: the first goes to the hour of the field.
    void decide(plan::HeldDecision decision);

private:
    struct Row {
        plan::HeldPost post;
        QString where;
    };
    void buildButtons(QVBoxLayout *layout);
    void ask();
    void show(std::vector<Row> rows);
    void follow();
    [[nodiscard]] QString ifKept(const plan::HeldPost &post) const;

    Shell &shell_;
    std::vector<Row> rows_;
    QLabel *words_, *moveLabel_;
    QTableWidget *table_;
    QDateTimeEdit *when_;
    QPushButton *keep_, *move_, *cancel_;
    ErrorBar *error_;
};

} // namespace vigie::ui
