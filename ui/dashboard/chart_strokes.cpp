// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/chart_strokes.hpp"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace vigie::ui {

Qt::PenStyle strokeOf(const ChartLine &line)
{
    if (line.ink == ChartLine::Ink::Before)
        return Qt::DashLine;
    static constexpr std::array<Qt::PenStyle, 4> kStrokes{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};
    return line.ink == ChartLine::Ink::Series ? kStrokes[static_cast<std::size_t>(line.colour) % kStrokes.size()]
           : line.ink == ChartLine::Ink::Negative ? Qt::DashDotLine
                                                  : Qt::SolidLine;
}

QList<QLineF> dashesOf(const QPolygonF &curve, const QList<double> &pattern)
{
    QList<QLineF> out;
    const bool whole = pattern.isEmpty() || std::any_of(pattern.begin(), pattern.end(), [](double length) { return !(length > 0); });
    qsizetype turn = 0;
    double left = whole ? 0 : pattern.front(); // of the dash or gap one is in
    for (qsizetype i = 1; i < curve.size(); ++i) {
        const QLineF stretch(curve[i - 1], curve[i]);
        if (whole) {
            out.push_back(stretch);
            continue;
        }
        const double length = stretch.length();
        for (double at = 0; at < length;) {
            const double end = std::min(length, at + left);
            if (turn % 2 == 0)
                out.push_back({stretch.pointAt(at / length), stretch.pointAt(end / length)});
            left -= end - at;
            at = end;
            if (left <= 1e-9) {
                turn = (turn + 1) % pattern.size();
                left = pattern[turn];
            }
        }
    }
    return out;
}

void drawCurve(QPainter &painter, const QPolygonF &curve, QPen pen)
{
    QList<double> pattern = pen.style() == Qt::SolidLine ? QList<double>{} : pen.dashPattern();
    for (double &length : pattern)
        length *= pen.widthF(); // Qt counts them in widths of the pen
    pen.setStyle(Qt::SolidLine);
    pen.setCapStyle(pattern.isEmpty() ? Qt::SquareCap : Qt::FlatCap); // half a width more closes the corners; round caps would take the slow way
    painter.setPen(pen);
    painter.drawLines(dashesOf(curve, pattern));
}

void drawDense(QPainter &painter, std::span<const ChartPoint> points, std::size_t from, const ChartFrame &frame, const QPen &pen)
{
    const double first = frame.xOf(static_cast<double>(from)), slot = frame.slot();
    const auto pixelOf = [&](std::size_t i) { return std::floor(first + static_cast<double>(i) * slot); };
    QList<QRectF> columns;
    std::optional<std::pair<double, double>> before;
    for (std::size_t i = 0; i < points.size();) {
        const double pixel = pixelOf(i);
        const auto begin = i;
        while (i < points.size() && pixelOf(i) <= pixel)
            ++i;
        const auto [low, high] = std::minmax_element(points.begin() + static_cast<std::ptrdiff_t>(begin), points.begin() + static_cast<std::ptrdiff_t>(i),
                                                     [](const ChartPoint &a, const ChartPoint &b) { return *a.value < *b.value; });
        const std::pair<double, double> here(*low->value, *high->value);
        const double top = frame.yOf(before ? std::max(here.second, before->first) : here.second);
        const double bottom = frame.yOf(before ? std::min(here.first, before->second) : here.first);
        columns << QRectF(pixel, top - pen.widthF() / 2, 1, bottom - top + pen.widthF());
        before = here;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    painter.setBrush(pen.color());
    painter.drawRects(columns);
    painter.restore();
}

} // namespace vigie::ui
