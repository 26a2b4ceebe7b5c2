// SPDX-License-Identifier: GPL-3.0-or-later
// Visits from networks and the goals they reached, for the value of a visit: an entry a network and stretch of days, a line of the table each.
// Thread: the window's.
#pragma once

#include "ui/numbers/entered_page.hpp"

#include <vigie/store/goals.hpp>

#include <vector>

class QComboBox;
class QDateEdit;
class QDoubleSpinBox;
class QLineEdit;
class QVBoxLayout;

namespace vigie::ui {

class GoalsPage final : public EnteredPage {
    Q_OBJECT
public:
    GoalsPage(Shell &shell, QWidget *parent);
    [[nodiscard]] QComboBox *networkBox() const { return network_; }
    [[nodiscard]] QDateEdit *fromBox() const { return from_; }
    [[nodiscard]] QDateEdit *toBox() const { return to_; }
    [[nodiscard]] QDoubleSpinBox *visitsBox() const { return visits_; }
    [[nodiscard]] QLineEdit *goalBox() const { return goal_; }
    [[nodiscard]] QDoubleSpinBox *completionsBox() const { return completions_; }
    [[nodiscard]] QDoubleSpinBox *valueBox() const { return value_; }
    [[nodiscard]] QLineEdit *currencyBox() const { return currency_; }
    void refresh() override;
    void takeFocus() override;
    void keep() override;
    void removeCurrent() override;

private:
    struct Found {
        std::vector<store::GoalEntry> entries;
        bool canUndo = false;
    };
    void buildFields(QVBoxLayout &column);
    void show(const Found &found);
    void showRow();
    [[nodiscard]] QString daysOf(const store::GoalEntry &entry) const;

    std::vector<store::GoalEntry> entries_;
    QComboBox *network_;
    QDateEdit *from_, *to_;
    QDoubleSpinBox *visits_, *completions_, *value_;
    QLineEdit *goal_, *currency_;
};

} // namespace vigie::ui
