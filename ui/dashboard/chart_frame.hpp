// SPDX-License-Identifier: GPL-3.0-or-later
// Where things of a chart stand: the plot inside its rectangle, its axes, and from a place to pixels and back.
// Thread: pure functions of their arguments.
#pragma once

#include "ui/dashboard/chart_ink.hpp"

#include <QPointF>
#include <QRectF>

#include <optional>
#include <vector>

namespace vigie::ui {

/// Places in view, [first, last); the whole chart while last is 0.
struct ChartRange {
    double first = 0, last = 0;
    friend bool operator==(const ChartRange &, const ChartRange &) = default;
};

/// A point: of which line, at which place.
struct ChartSpot {
    int line = 0, place = 0;
    friend bool operator==(const ChartSpot &, const ChartSpot &) = default;
};

struct LegendEntry {
    QRectF rect;
    int line = 0;
};

struct ChartFrame {
    QRectF plot;
    ChartRange range;
    double low = 0, high = 1;         ///< of the values
    std::vector<double> ticks;
    std::vector<LegendEntry> legend;

    /// Middle of a place.
    [[nodiscard]] double xOf(double place) const { return plot.left() + (place + 0.5 - range.first) * slot(); }
    [[nodiscard]] double yOf(double value) const { return plot.bottom() - (value - low) / (high - low) * plot.height(); }
    [[nodiscard]] double slot() const { return plot.width() / (range.last - range.first); }
};

[[nodiscard]] ChartFrame frameOf(const ChartData &data, const QRectF &rect, const ChartInk &ink, const ChartRange &range);
/// Where a point is drawn: a bar, a cell, or a small square around a point of a line. Empty: it has no value.
[[nodiscard]] QRectF spotRect(const ChartData &data, const ChartFrame &frame, const ChartSpot &spot);
/// The nearest point with a value at the place under the pointer.
[[nodiscard]] std::optional<ChartSpot> spotAt(const ChartData &data, const ChartFrame &frame, const QPointF &at);
/// Sum of what has a value at a place: of stacked bars.
[[nodiscard]] double stackOf(const ChartData &data, int place);
/// As its axis writes it: without decimals where steps are whole.
[[nodiscard]] QString tickText(double value, const ChartFrame &frame, const ChartData &data);

} // namespace vigie::ui
