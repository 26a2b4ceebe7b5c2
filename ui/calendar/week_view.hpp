// SPDX-License-Identifier: GPL-3.0-or-later
// Seven days side by side, hours downwards.
// Thread: the window's.
#pragma once

#include "ui/calendar/grid_view.hpp"

namespace vigie::ui {

class WeekView final : public GridView {
    Q_OBJECT
public:
    WeekView(CalendarData &data, QWidget *parent);
    [[nodiscard]] std::vector<Placed> placed() const override;
    [[nodiscard]] std::optional<Place> placeAt(const QPoint &point) const override;
    void ensureCursorVisible() override;
    /// The middle of this place of the grid, in the viewport.
    [[nodiscard]] QPoint pointOf(const QDate &day, const QTime &time) const;

private:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void arrow(int key) override;
    [[nodiscard]] QString viewName() const override { return tr("Week"); }

    [[nodiscard]] int headHeight() const;
    [[nodiscard]] int gutter() const;
    [[nodiscard]] int hourHeight() const;
    [[nodiscard]] int cardHeight() const;
    [[nodiscard]] int columnX(int column) const;
    [[nodiscard]] int contentWidth() const;
    [[nodiscard]] int yOf(const QTime &time) const;
    void adjustScroll();
    void paintHead(QPainter &painter) const;
    void paintHours(QPainter &painter) const;
    void paintClockChanges(QPainter &painter) const;
    void paintPosts(QPainter &painter) const;
    void paintNow(QPainter &painter) const;
    void verticalArrow(int direction);
    bool scrolledOnce_ = false;
};

} // namespace vigie::ui
