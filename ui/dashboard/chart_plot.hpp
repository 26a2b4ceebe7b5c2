// SPDX-License-Identifier: GPL-3.0-or-later
// A chart one reads: values under the pointer, a cursor for the keys, zoom, and each point opens what is behind it.
// Keys: Left, Right, Home, End along the points; Up, Down from line to line; Enter opens; +, - and 0 zoom; Ctrl+wheel as well.
// Thread: the window's.
#pragma once

#include "ui/dashboard/chart_data.hpp"

#include <QRectF>
#include <QWidget>

#include <optional>

namespace vigie::ui {

class ChartScene;

class ChartPlot final : public QWidget {
    Q_OBJECT
public:
    explicit ChartPlot(QWidget *parent = nullptr);
    void setData(ChartData data);
    [[nodiscard]] const ChartData &data() const;
    [[nodiscard]] std::optional<ChartSpot> cursor() const { return cursor_; }
    [[nodiscard]] ChartRange range() const { return range_; }
    /// Around the cursor, else around the middle; 1 shows everything.
    void zoom(double factor);
    void zoomReset();
    /// Where a point is drawn, in this widget's pixels.
    [[nodiscard]] QRectF rectOf(const ChartSpot &spot) const;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A point was pressed, or Enter on it.
    void opened(const vigie::ui::ChartSpot &spot);
    void cursorMoved();

private:
    void setCursorSpot(std::optional<ChartSpot> spot);
    void step(int places);
    void changeLine(int lines);
    void zoomAt(double place, double factor);
    void restyle();
    void setView(const ChartRange &range);
    void showSpots();
    void say(const QPoint &global, int place);
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

    ChartScene *scene_;
    ChartRange range_;
    std::optional<ChartSpot> cursor_, hover_;
    bool keys_ = false;
};

} // namespace vigie::ui
