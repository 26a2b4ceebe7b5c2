// SPDX-License-Identifier: GPL-3.0-or-later
// Every count of a post at every age, with the reason where there is none, a mark where it went down, and what the network means by it.
// Thread: the window's. Errors: shown in place.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/calendar/after_reading.hpp"

#include <QDialog>

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

private:
    void show(const std::vector<AfterOne> &read);
    void saveTable();

    Shell &shell_;
    bool ready_ = false;
    QTableWidget *table_;
    EmptyState *empty_;
    QLabel *words_;
    ErrorBar *error_;
};

} // namespace vigie::ui
