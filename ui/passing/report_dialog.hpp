// SPDX-License-Identifier: GPL-3.0-or-later
// How the services answer, as a table per period; and as a file for a spreadsheet.
// Thread: the window's. Errors: shown in place.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/bridge/generation.hpp"

#include <vigie/insight/passing_report.hpp>

#include <QDialog>

#include <vector>

class QComboBox;
class QLabel;
class QTableWidget;

namespace vigie::ui {

class ErrorBar;

class PassingReportDialog final : public QDialog {
    Q_OBJECT
public:
    explicit PassingReportDialog(Shell &shell, QWidget *parent);
    [[nodiscard]] bool isReady() const { return ready_; }
    [[nodiscard]] QTableWidget &table() const { return *table_; }

private:
    void ask();
    void show(const std::vector<insight::PassingFigures> &rows);
    void saveTable();

    Shell &shell_;
    Generation generation_;
    std::vector<insight::PassingFigures> rows_;
    bool ready_ = false;
    QComboBox *period_;
    QTableWidget *table_;
    QLabel *words_;
    ErrorBar *error_;
};

} // namespace vigie::ui
