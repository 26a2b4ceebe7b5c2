// SPDX-License-Identifier: GPL-3.0-or-later
// The days to come of a post that repeats, those of which no post was made yet among them: one is left out and brought back.
// Thread: the window's. Errors: shown in place.
#pragma once

#include "ui/app/shell.hpp"

#include <vigie/plan/occurrences.hpp>

#include <QDialog>

#include <vector>

class QLabel;
class QPushButton;
class QTableWidget;

namespace vigie::ui {

class ErrorBar;

class OccurrencesDialog final : public QDialog {
    Q_OBJECT
public:
    OccurrencesDialog(Shell &shell, SeriesId series, QWidget *parent);
    [[nodiscard]] QTableWidget &table() const { return *table_; }
    /// Leaves the day in front out, or brings it back.
    void turn();

Q_SIGNALS:
    void doneWith(const QString &words, vigie::store::CalendarStepId step);

private:
    struct Reading {
        PostSeries series;
        std::vector<plan::Occurrence> days;
    };
    void ask();
    void show(Reading reading);
    void refresh();
    [[nodiscard]] const plan::Occurrence *current() const;
    Shell &shell_;
    SeriesId series_;
    std::vector<plan::Occurrence> days_;
    QLabel *words_;
    QTableWidget *table_;
    QPushButton *turn_;
    ErrorBar *error_;
};

} // namespace vigie::ui
