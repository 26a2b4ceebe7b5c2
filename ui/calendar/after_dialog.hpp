// SPDX-License-Identifier: GPL-3.0-or-later
// Every count of a post at every age, with the reason where there is none, a mark where it went down, and what the network means by it.
// Thread: the window's. Errors: shown in place.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/calendar/after_reading.hpp"

#include <QDialog>

#include <set>
#include <string>
#include <vector>

class QLabel;
class QTableWidget;

namespace vigie::ui {

class EmptyState;
class ErrorBar;

class AfterDialog final : public QDialog {
    Q_OBJECT
public:
    AfterDialog(Shell &shell, const PlanItem &plan, QWidget *parent);
    [[nodiscard]] bool isReady() const { return ready_; }
    [[nodiscard]] QTableWidget &table() const { return *table_; }
    /// What the network means by the count in front.
    [[nodiscard]] QString meaning() const;

private:
    void show(const std::vector<AfterOne> &read);
    void addAccount(const AfterOne &one, const std::set<int> &ages);
    int addRow(const AfterOne &one, const std::string &key);
    void explain();
    void saveTable();

    Shell &shell_;
    bool ready_ = false;
    QTableWidget *table_;
    EmptyState *empty_;
    QLabel *meaning_, *words_;
    ErrorBar *error_;
};

} // namespace vigie::ui
