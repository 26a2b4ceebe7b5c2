// SPDX-License-Identifier: GPL-3.0-or-later
// What the planned posts will bring: comments hour by hour for a week, the stretches when nobody is on duty, each post with its share, and
// how far off such forecasts were.
// Thread: the window's.
#pragma once

#include "ui/calendar/calendar_data.hpp"
#include "ui/calendar/posting_reading.hpp"

#include <QWidget>

class QLabel;
class QTableWidget;

namespace vigie::ui {

class EmptyState;
class LoadChart;

class LoadPane final : public QWidget {
    Q_OBJECT
public:
    LoadPane(CalendarData &data, QWidget *parent);
    void setReading(const PostingReading &reading);
    [[nodiscard]] QTableWidget &table() const { return *table_; }
    [[nodiscard]] QString words() const;
    [[nodiscard]] PlanId chosen() const;

Q_SIGNALS:
    void postWanted(vigie::PlanId id);

private:
    void fill(app::LoadModel &model, const app::LoadForecast &forecast, const std::vector<app::LoadSource> &sources, Instant from, Instant to);
    CalendarData &data_;
    LoadChart *chart_;
    QLabel *words_, *test_;
    QTableWidget *table_;
    EmptyState *empty_;
};

} // namespace vigie::ui
