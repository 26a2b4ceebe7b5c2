// SPDX-License-Identifier: GPL-3.0-or-later
// What two people changed without knowing of one another, field by field, to be decided.
// Thread: the window's. Errors: shown in place.
#pragma once

#include "ui/app/shell.hpp"

#include <vigie/desk/bundle.hpp>

#include <QDialog>

#include <vector>

class QLabel;
class QPushButton;
class QTableWidget;

namespace vigie::ui {

class ErrorBar;

class ConflictsDialog final : public QDialog {
    Q_OBJECT
public:
    ConflictsDialog(Shell &shell, QWidget *parent);
    [[nodiscard]] QTableWidget &table() const { return *table_; }
    /// The chosen rows: theirs, or what stands here.
    void decide(bool takeTheirs);

private:
    void ask();
    void show(const std::vector<store::ExchangeConflict> &all);

    Shell &shell_;
    std::vector<store::ExchangeConflict> all_;
    QLabel *words_;
    QTableWidget *table_;
    QPushButton *ours_, *theirs_, *open_;
    ErrorBar *error_;
};

} // namespace vigie::ui
