// SPDX-License-Identifier: GPL-3.0-or-later
// Curves of many points, stretch by stretch. Qt strokes a polyline wider than a pixel as one outline, whose cost grows with the square
// of its crossings (74 ms for five years of days); lines by themselves it draws at once, and on an opaque colour they look the same.
// Thread: the one that paints. Errors: none.
#pragma once

#include "ui/dashboard/chart_frame.hpp"

#include <QPen>
#include <QPolygonF>

#include <span>

class QPainter;

namespace vigie::ui {

/// The dashes that tell lines apart besides their colours.
[[nodiscard]] Qt::PenStyle strokeOf(const ChartLine &line);
/// Draws `curve` (pixels) with the width, colour and dashes of `pen`. A curve of one point draws nothing.
void drawCurve(QPainter &painter, const QPolygonF &curve, QPen pen);

/// Points that all have a value, the first of them at place `from`, many to a pixel: each pixel is a column from the least to the most of
/// its points, joined to the column before it.
void drawDense(QPainter &painter, std::span<const ChartPoint> points, std::size_t from, const ChartFrame &frame, const QPen &pen);

/// The parts of `curve` that dashes cover; `pattern` is on, off, on, ... in pixels, begun at the first point. Empty or not positive: all of it.
[[nodiscard]] QList<QLineF> dashesOf(const QPolygonF &curve, const QList<double> &pattern);

} // namespace vigie::ui
