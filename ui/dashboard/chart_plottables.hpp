// SPDX-License-Identifier: GPL-3.0-or-later
// QCustomPlot's graphs and bars with what Vigie asks of them besides: a curve that is whole at the edges, bars told apart by hatches, and
// the cells of a heat map, which it does not have with gaps between them.
// Thread: the window's. Errors: none. All of them belong to the plot of their axes.
#pragma once

#include "ui/dashboard/chart_ink.hpp"
#include "ui/dashboard/plot_library.hpp"

namespace vigie::ui {

/// The dashes that tell lines apart besides their colours.
[[nodiscard]] Qt::PenStyle strokeOf(const ChartLine &line);
/// The hatches that tell bars apart besides their colours; none for most.
[[nodiscard]] Qt::BrushStyle hatchOf(const ChartLine &line);

/// A line that is not cut in half where it runs along an edge of the plot.
class ChartCurve final : public QCPGraph {
public:
    using QCPGraph::QCPGraph;

protected:
    [[nodiscard]] QRect clipRect() const override;
};

class ChartBars final : public QCPBars {
public:
    ChartBars(QCPAxis *keyAxis, QCPAxis *valueAxis, const QColor &color);
    /// Over the colour, where bars are wide enough to show it.
    void setHatch(Qt::BrushStyle hatch, QColor ground);
    /// Where the bar of a key is drawn, pixels. Empty: it has none.
    [[nodiscard]] QRectF rectAt(double key) const;

protected:
    void draw(QCPPainter *painter) override;
    void drawLegendIcon(QCPPainter *painter, const QRectF &rect) const override;

private:
    QBrush hatch_;
};

/// Rows of cells: lines from top to bottom on the value axis, places on the key axis.
class ChartCells final : public QCPAbstractPlottable {
public:
    /// `most`: the value of the full shade. The data outlives this.
    ChartCells(QCPAxis *places, QCPAxis *rows, const ChartData &data, const ChartInk &ink, double most);
    [[nodiscard]] QRectF rectAt(const ChartSpot &spot) const;

    double selectTest(const QPointF &pos, bool onlySelectable, QVariant *details) const override;
    QCPRange getKeyRange(bool &found, QCP::SignDomain domain) const override;
    QCPRange getValueRange(bool &found, QCP::SignDomain domain, const QCPRange &keys) const override;

protected:
    void draw(QCPPainter *painter) override;
    void drawLegendIcon(QCPPainter *, const QRectF &) const override {}

private:
    const ChartData &data_;
    ChartInk ink_;
    double most_;
};

} // namespace vigie::ui
