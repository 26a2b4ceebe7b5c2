// SPDX-License-Identifier: GPL-3.0-or-later
// What a calendar file or a table would do, line by line; nothing is written before the person says so, and then as one step.
// Thread: the window's. Errors: shown in place.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/bridge/generation.hpp"

#include <vigie/plan/calendar_import.hpp>

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace vigie::ui {

class ErrorBar;

/// Why a line is left out, or what is said of it.
[[nodiscard]] QString importReason(const plan::ImportEntry &entry);

class ImportCalendarDialog final : public QDialog {
    Q_OBJECT
public:
    ImportCalendarDialog(Shell &shell, const QString &path, const plan::ImportOptions &options, QWidget *parent);
    [[nodiscard]] const plan::CalendarImport &shown() const { return import_; }
    [[nodiscard]] bool isReady() const { return ready_; }
    [[nodiscard]] QTableWidget &table() const { return *table_; }
    [[nodiscard]] QLabel &words() const { return *words_; }
    void apply();

Q_SIGNALS:
    void doneWith(const QString &words, vigie::store::CalendarStepId step);

private:
    void build();
    /// Reads the file again with the choices made, and holds it against the calendar.
    void read();
    void judge(plan::CalendarImport import);
    void showEntries();
    [[nodiscard]] QString summary() const;
    Shell &shell_;
    QString path_;
    plan::ImportOptions options_;
    plan::CalendarImport import_;
    Generation generation_;
    bool ready_ = false;
    QLabel *words_;
    QComboBox *zone_, *order_;
    QCheckBox *asPosts_;
    QTableWidget *table_;
    QPushButton *go_ = nullptr;
    ErrorBar *error_;
};

} // namespace vigie::ui
