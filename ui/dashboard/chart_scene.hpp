// SPDX-License-Identifier: GPL-3.0-or-later
// A chart as a scene of QCustomPlot: curves with bands, bars, cells, marks and legend, made from ChartData. The same scene is shown on the
// screen and drawn on paper or into a picture; where a point stands is asked of its axes. It is made anew when data, colours, view or
// size change, and what is under the pointer or the keys lies on a layer of its own above it.
// Thread: the window's. Errors: none; a scene without values is an empty grid.
#pragma once

#include "ui/dashboard/chart_ink.hpp"
#include "ui/dashboard/plot_scene.hpp"

#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace vigie::ui {

class ChartBars;
class ChartCells;

class ChartScene final : public PlotScene {
public:
    explicit ChartScene(QWidget *parent = nullptr);

    void setData(ChartData data);
    void setInk(ChartInk ink);
    void setRange(const ChartRange &range);
    /// Points that are looked at: by the pointer, by the keys.
    void setSpots(std::optional<ChartSpot> pointer, std::optional<ChartSpot> keys);
    [[nodiscard]] const ChartData &data() const { return data_; }
    [[nodiscard]] const ChartInk &ink() const { return ink_; }

    /// Where a point is drawn: a bar, a cell, or a small square around a point of a line; pixels of this widget. Empty: it has no value.
    [[nodiscard]] QRectF rectOf(const ChartSpot &spot);
    /// The nearest point with a value at the place under a pixel.
    [[nodiscard]] std::optional<ChartSpot> spotAt(const QPointF &at);
    /// The place under a pixel, with its fraction: 0 at the left edge of the first.
    [[nodiscard]] double placeAt(const QPointF &at);

private:
    /// A point that is looked at: framed where it is a bar or a cell, else a dot on an upright line.
    struct Look {
        QCPItemRect *frame;
        QCPItemLine *line;
        QCPItemTracer *dot;
    };
    using Names = std::vector<std::pair<QCPAbstractPlottable *, QString>>;

    void addLook(Look &look);
    void placeLooks();
    void place(const Look &look, const std::optional<ChartSpot> &spot);
    void build() override;
    [[nodiscard]] Names addCurves(double slot);
    QCPGraph *addCurve(const QVector<QCPGraphData> &points, const QPen &pen);
    void addBand(double slot);
    [[nodiscard]] Names addBars();
    void addFunnel();

    ChartData data_;
    ChartInk ink_;
    ChartRange range_;
    std::optional<ChartSpot> pointer_, keys_;
    std::array<Look, 2> looks_{};        ///< of the pointer, of the keys
    std::vector<ChartBars *> bars_;      ///< by line; of a funnel, by place
    ChartCells *cells_ = nullptr;
};

} // namespace vigie::ui
