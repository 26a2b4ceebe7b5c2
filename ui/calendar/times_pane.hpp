// SPDX-License-Identifier: GPL-3.0-or-later
// When to post: the hours of the week by one's own history, of an account or of all, as a map and as a table; a draft at an hour by Enter.
// Thread: the window's.
#pragma once

#include "ui/calendar/calendar_data.hpp"
#include "ui/calendar/posting_reading.hpp"

#include <QWidget>

class QComboBox;
class QLabel;
class QTableWidget;

namespace vigie::ui {

class EmptyState;
class HourMap;

class TimesPane final : public QWidget {
    Q_OBJECT
public:
    TimesPane(CalendarData &data, QWidget *parent);
    void setReading(const PostingReading &reading);
    [[nodiscard]] QTableWidget &table() const { return *table_; }
    [[nodiscard]] QString basis() const;
    /// The next such hour from now on that the chosen row stands for; none without a row.
    [[nodiscard]] std::optional<QDateTime> nextHour() const;

Q_SIGNALS:
    void draftWanted();

private:
    void show();
    CalendarData &data_;
    PostingReading reading_;
    QComboBox *account_;
    QLabel *basis_, *legend_;
    HourMap *map_;
    QTableWidget *table_;
    EmptyState *empty_;
};

} // namespace vigie::ui
