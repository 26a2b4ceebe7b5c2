// SPDX-License-Identifier: GPL-3.0-or-later
// An event of the calendar: when, where, for whom, and the posts around it.
// Thread: the window's. Errors: shown in place.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/calendar/calendar_data.hpp"

#include <vigie/store/calendar_steps.hpp>

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace vigie::ui {

class ErrorBar;

class EventDialog final : public QDialog {
    Q_OBJECT
public:
    EventDialog(Shell &shell, CalendarData &data, const CalendarEvent &event, QWidget *parent);
    /// As it stands in the fields.
    [[nodiscard]] CalendarEvent current() const;
    [[nodiscard]] QLineEdit &nameField() const { return *name_; }
    void save();
    void remove();

Q_SIGNALS:
    /// In words, and what takes it back.
    void doneWith(const QString &words, vigie::store::CalendarStepId step);

private:
    void build();
    void fill();
    void askPosts();
    void showHours();
    Shell &shell_;
    CalendarData &data_;
    CalendarEvent event_;
    QLineEdit *name_, *place_;
    QDateTimeEdit *starts_, *ends_;
    QCheckBox *allDay_, *locked_;
    QComboBox *campaign_;
    QSpinBox *expected_;
    QPlainTextEdit *note_;
    QLabel *posts_;
    ErrorBar *error_;
};

} // namespace vigie::ui
