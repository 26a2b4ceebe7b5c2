// SPDX-License-Identifier: GPL-3.0-or-later
// Days across, a row for each account, campaign or person: who says what when, and where nobody says anything.
// Thread: the window's.
#pragma once

#include "ui/calendar/grid_view.hpp"
#include "ui/calendar/lanes.hpp"

namespace vigie::ui {

class LaneView final : public GridView {
    Q_OBJECT
public:
    LaneView(CalendarData &data, QWidget *parent);
    void setBy(calendar::LaneBy by);
    [[nodiscard]] calendar::LaneBy by() const { return by_; }
    [[nodiscard]] std::vector<Placed> placed() const override;
    [[nodiscard]] std::optional<Place> placeAt(const QPoint &point) const override;
    void ensureCursorVisible() override;
    /// Of lanes in view, as drawn.
    [[nodiscard]] const std::vector<calendar::LaneRow> &lanes() const { return lanes_; }

private:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void arrow(int key) override;
    [[nodiscard]] QString viewName() const override { return calendar::laneWord(by_); }

    /// Lanes, and how high each is for the fullest of its days.
    void layoutLanes();
    [[nodiscard]] int dayCount() const;
    [[nodiscard]] int headHeight() const;
    [[nodiscard]] int nameWidth() const;
    [[nodiscard]] int lineHeight() const;
    [[nodiscard]] int columnX(int column) const;
    [[nodiscard]] int laneTop(std::size_t lane) const;
    [[nodiscard]] std::vector<const calendar::Post *> cell(std::size_t lane, const QDate &day) const;
    void paintHead(QPainter &painter) const;

    calendar::LaneBy by_ = calendar::LaneBy::Campaign;
    std::vector<calendar::LaneRow> lanes_;
    std::vector<int> lines_;   ///< of each lane, at least one
};

} // namespace vigie::ui
