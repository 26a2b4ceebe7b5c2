// SPDX-License-Identifier: GPL-3.0-or-later
// One to seven days side by side, as many as are in view, hours downwards.
// Thread: the window's.
#pragma once

#include "ui/calendar/grid_view.hpp"
#include "ui/calendar/hour_axis.hpp"

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
    [[nodiscard]] const calendar::HourAxis &axis() const;
    [[nodiscard]] std::optional<EventId> eventUnder(const QPoint &point) const override;

private:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void arrow(int key) override;
    [[nodiscard]] QString viewName() const override { return dayCount() == 1 ? tr("Day") : tr("Week"); }

    struct Banner {
        const calendar::EventShown *event = nullptr;
        const calendar::DayMark *mark = nullptr;
    };
    [[nodiscard]] int dayCount() const;
    [[nodiscard]] int dayLine() const;
    [[nodiscard]] int markLine() const;
    [[nodiscard]] std::vector<Banner> banners(const QDate &day) const;
    [[nodiscard]] QRect eventRect(const calendar::EventShown &event, int column) const;
    [[nodiscard]] QString secondHour(const calendar::HourRow &row) const;

    [[nodiscard]] int headHeight() const;
    [[nodiscard]] int gutter() const;
    [[nodiscard]] int hourHeight() const;
    [[nodiscard]] int cardHeight() const;
    [[nodiscard]] int columnX(int column) const;
    [[nodiscard]] int contentWidth() const;
    [[nodiscard]] int yOf(const QTime &time, bool second = false) const;
    void adjustScroll();
    void paintHead(QPainter &painter) const;
    void paintHours(QPainter &painter) const;
    void paintBanners(QPainter &painter, int column) const;
    void paintClockChanges(QPainter &painter) const;
    void paintEvents(QPainter &painter) const;
    void paintPosts(QPainter &painter) const;
    void paintNow(QPainter &painter) const;
    void verticalArrow(int direction);
    bool scrolledOnce_ = false;
    mutable calendar::HourAxis axis_; ///< of the days below: asked for at every movement of the mouse
    mutable QDate axisFrom_;
    mutable int axisDays_ = 0;
    mutable std::string axisZone_;
};

} // namespace vigie::ui
