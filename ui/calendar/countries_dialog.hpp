// SPDX-License-Identifier: GPL-3.0-or-later
// Whose holidays and days of the year the calendar shows, and a second time zone beside its hours.
// Thread: the window's. Errors: shown in place.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/calendar/calendar_data.hpp"

#include <QDialog>

class QComboBox;
class QListWidget;

namespace vigie::ui {

class ErrorBar;

class CountriesDialog final : public QDialog {
    Q_OBJECT
public:
    CountriesDialog(Shell &shell, CalendarData &data, QWidget *parent);
    [[nodiscard]] QListWidget &list() const { return *list_; }
    [[nodiscard]] QComboBox &zone() const { return *zone_; }
    void save();

private:
    Shell &shell_;
    CalendarData &data_;
    QListWidget *list_;
    QComboBox *zone_;
    ErrorBar *error_;
};

} // namespace vigie::ui
