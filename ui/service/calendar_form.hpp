// SPDX-License-Identifier: GPL-3.0-or-later
// One calendar: the week, the place, the holidays of a year with those that are not kept, and days of one's own.
// Thread: the window's.
#pragma once

#include "ui/theme/theme.hpp"

#include <vigie/model/business_calendar.hpp>

#include <QWidget>

class QComboBox;
class QDateEdit;
class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace vigie::ui {

class WeekGrid;

class CalendarForm final : public QWidget {
    Q_OBJECT
public:
    explicit CalendarForm(QWidget *parent = nullptr);
    /// `year`: whose days are shown.
    void setCalendar(const BusinessCalendar &calendar, int year);
    [[nodiscard]] const BusinessCalendar &calendar() const { return calendar_; }
    [[nodiscard]] WeekGrid &grid() const { return *grid_; }
    [[nodiscard]] QListWidget &days() const { return *days_; }
    [[nodiscard]] QComboBox &region() const { return *region_; }

Q_SIGNALS:
    void edited();

private:
    void connectAll();
    void showDays();
    void changed();
    void keepHoliday(int row, bool kept);
    void addDay();
    void removeDay();

    BusinessCalendar calendar_;
    bool showing_ = false;
    QLineEdit *name_, *hours_, *dayName_;
    QComboBox *zone_, *region_;
    WeekGrid *grid_;
    QSpinBox *year_;
    QListWidget *days_;
    QDateEdit *date_;
    QCheckBox *everyYear_;
    QPushButton *add_, *remove_;
    QLabel *fault_;
};

/// "9:00-12:30, 14:00-18:00"; empty: closed. None when it cannot be read.
[[nodiscard]] std::optional<DayHours> hoursTyped(const QString &text);

} // namespace vigie::ui
