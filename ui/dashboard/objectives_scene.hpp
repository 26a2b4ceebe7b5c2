// SPDX-License-Identifier: GPL-3.0-or-later
// The curve of an indicator as a scene of QCustomPlot: its value with the interval, target and path, what earlier formulas gave, and what
// was done to move it. Days are those of the epoch on the lower axis.
// Thread: the window's. Errors: none.
#pragma once

#include "ui/dashboard/plot_scene.hpp"

#include <vigie/insight/objectives.hpp>

#include <optional>

namespace vigie::ui {

class ObjectivesScene final : public PlotScene {
public:
    explicit ObjectivesScene(QWidget *parent = nullptr);
    void setCurve(const insight::IndicatorCurve &curve);
    /// The point that the keys stand on, an index; none: no line is drawn.
    void setPoint(std::optional<std::size_t> point);
    /// Colours and letters of the theme, anew.
    void restyle() { touch(); }
    /// The point next to a pixel's column, when there is one near.
    [[nodiscard]] std::optional<std::size_t> pointAt(const QPointF &pixel);

private:
    struct Range {
        double fromDay = 0, toDay = 1, low = 0, high = 1;
    };
    [[nodiscard]] Range rangeOf() const;
    void build() override;
    void dress();
    void addBand();
    void addPath();
    void addLine(const std::vector<insight::CurvePoint> &points, const QPen &pen);
    void addActions();
    void placePoint();
    QCPGraph *graph(const QVector<QCPGraphData> &points, const QPen &pen);

    insight::IndicatorCurve curve_;
    Range range_;
    std::optional<std::size_t> point_;
    QCPItemLine *upright_;
    QCPItemTracer *dot_;
};

} // namespace vigie::ui
