// SPDX-License-Identifier: GPL-3.0-or-later
// Six weeks, a box per day, a line per post.
// Thread: the window's.
#pragma once

#include "ui/calendar/grid_view.hpp"

namespace vigie::ui {

class MonthView final : public GridView {
    Q_OBJECT
public:
    MonthView(CalendarData &data, QWidget *parent);
    [[nodiscard]] std::vector<Placed> placed() const override;
    [[nodiscard]] std::optional<Place> placeAt(const QPoint &point) const override;
    void ensureCursorVisible() override {}
    /// The month in the middle; days of its neighbours are dimmed.
    void setMonth(const QDate &day);
    [[nodiscard]] QRect boxOf(const QDate &day) const;
    [[nodiscard]] std::optional<EventId> eventUnder(const QPoint &point) const override;

Q_SIGNALS:
    /// "+3 more" was pressed: show that day's week.
    void dayWanted(const QDate &day);

private:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void arrow(int key) override;
    [[nodiscard]] QString viewName() const override { return tr("Month"); }

    [[nodiscard]] int headHeight() const;
    [[nodiscard]] int lineHeight() const;
    /// How many lines a box holds below its number.
    [[nodiscard]] int capacity(const QRect &box) const;
    [[nodiscard]] QRect lineOf(const QRect &box, int line) const;
    void paintDay(QPainter &painter, const QDate &day) const;
    void paintBehind(QPainter &painter, const QDate &day, QRect rest) const;
    QDate month_;
};

} // namespace vigie::ui
