// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/chart_paint.hpp"

#include "ui/bridge/text.hpp"
#include "ui/dashboard/chart_strokes.hpp"
#include "ui/dashboard/figure_text.hpp"
#include "ui/theme/theme.hpp"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <span>

namespace vigie::ui {

namespace {

using Shape = ChartData::Shape;

constexpr double kStroke = 1.6;
constexpr float kBandAlpha = 0.16F;

void paintGrid(QPainter &painter, const ChartData &data, const ChartFrame &frame, const ChartInk &ink)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const double tick : frame.ticks) {
        const double y = std::round(frame.yOf(tick));
        painter.setPen(ink.line);
        painter.drawLine(QPointF(frame.plot.left(), y), QPointF(frame.plot.right(), y));
        painter.setPen(ink.muted);
        painter.drawText(QRectF(frame.plot.left() - 300, y - 20, 300 - kGrid, 40), Qt::AlignRight | Qt::AlignVCenter, tickText(tick, frame, data));
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

/// How wide the widest name is, as good as: of an axis of days hundreds are equally long, and a few of them are measured.
double widestName(const QStringList &names, const QFontMetricsF &metrics)
{
    constexpr int kMeasured = 12;
    qsizetype longest = 0;
    for (const auto &name : names)
        longest = std::max(longest, name.size());
    double widest = 1;
    int measured = 0;
    for (auto name = names.begin(); name != names.end() && measured < kMeasured; ++name)
        if (name->size() == longest) {
            widest = std::max(widest, metrics.horizontalAdvance(*name));
            ++measured;
        }
    return widest;
}

/// As many names below as have room beside each other, always at even steps.
void paintPlaces(QPainter &painter, const ChartData &data, const ChartFrame &frame, const ChartInk &ink)
{
    const QFontMetricsF metrics(ink.font);
    const int step = std::max(1, static_cast<int>(std::ceil((widestName(data.axis, metrics) + kMargin) / frame.slot())));
    painter.setPen(ink.muted);
    const int first = std::max(0, static_cast<int>(std::ceil(frame.range.first)));
    for (int place = (first + step - 1) / step * step; place < std::min<int>(data.size(), static_cast<int>(frame.range.last)); place += step) {
        const double wide = metrics.horizontalAdvance(data.axis.value(place));
        const double x = std::clamp(frame.xOf(place) - wide / 2, frame.plot.left() - kGap, std::max(frame.plot.left(), frame.plot.right() - wide + 2));
        painter.drawText(QRectF(x, frame.plot.bottom() + kGrid, wide + 2, metrics.height()), Qt::AlignLeft | Qt::AlignTop, data.axis.value(place));
    }
}

void paintBand(QPainter &painter, const ChartLine &line, const ChartFrame &frame, const QColor &color)
{
    QPolygonF upper, lower;
    const auto flush = [&] {
        std::reverse(lower.begin(), lower.end());
        if (upper.size() > 1)
            painter.drawPolygon(upper + lower);
        upper.clear();
        lower.clear();
    };
    auto wash = color;
    wash.setAlphaF(kBandAlpha);
    painter.setPen(Qt::NoPen);
    painter.setBrush(wash);
    for (std::size_t i = 0; i < line.points.size(); ++i) {
        const auto &band = line.points[i].band;
        if (!band || !line.points[i].value) {
            flush();
            continue;
        }
        upper << QPointF(frame.xOf(static_cast<double>(i)), frame.yOf(band->second));
        lower << QPointF(frame.xOf(static_cast<double>(i)), frame.yOf(band->first));
    }
    flush();
    painter.setBrush(Qt::NoBrush);
}

void paintLine(QPainter &painter, const ChartLine &line, const ChartFrame &frame, const QColor &color)
{
    const QPen pen(color, line.ink == ChartLine::Ink::Before ? 1.1 : kStroke, strokeOf(line));
    const auto &points = line.points;
    for (std::size_t from = 0; from < points.size();) {
        if (!points[from].value) {
            ++from;
            continue;
        }
        auto to = from;
        while (to < points.size() && points[to].value)
            ++to;
        if (to - from > 1 && frame.slot() < 0.5) {
            drawDense(painter, std::span(points).subspan(from, to - from), from, frame, pen);
            from = to;
            continue;
        }
        QPolygonF polygon;
        for (auto i = from; i < to; ++i)
            polygon << QPointF(frame.xOf(static_cast<double>(i)), frame.yOf(*points[i].value));
        if (polygon.size() == 1) {
            painter.setPen(pen);
            painter.setBrush(color);
            painter.drawEllipse(polygon.front(), 2, 2); // a day between two without data is a point, not nothing
            painter.setBrush(Qt::NoBrush);
        } else {
            drawCurve(painter, polygon, pen);
        }
        from = to;
    }
}

void paintLines(QPainter &painter, const ChartData &data, const ChartFrame &frame, const ChartInk &ink)
{
    painter.save();
    painter.setClipRect(frame.plot.adjusted(-3, -3, 3, 3));
    if (!data.lines.empty())
        paintBand(painter, data.lines.front(), frame, ink.of(data.lines.front()));
    for (auto line = data.lines.rbegin(); line != data.lines.rend(); ++line) // the first is on top
        paintLine(painter, *line, frame, ink.of(*line));
    painter.restore();
}

Qt::BrushStyle hatchOf(const ChartLine &line)
{
    if (line.ink == ChartLine::Ink::Negative)
        return Qt::BDiagPattern;
    if (line.ink != ChartLine::Ink::Series)
        return Qt::NoBrush;
    static constexpr std::array<Qt::BrushStyle, 6> kHatches{Qt::NoBrush, Qt::BDiagPattern, Qt::NoBrush, Qt::Dense6Pattern, Qt::FDiagPattern, Qt::NoBrush};
    return kHatches[static_cast<std::size_t>(line.colour) % kHatches.size()];
}

void paintBars(QPainter &painter, const ChartData &data, const ChartFrame &frame, const ChartInk &ink)
{
    painter.save();
    painter.setClipRect(frame.plot.adjusted(-1, -1, 1, 1));
    painter.setPen(Qt::NoPen);
    for (int line = 0; line < static_cast<int>(data.lines.size()); ++line) {
        const auto &one = data.lines[static_cast<std::size_t>(line)];
        const auto color = ink.of(one);
        auto light = ink.ground;
        light.setAlphaF(0.35F);
        const auto hatch = data.lines.size() > 1 ? hatchOf(one) : Qt::NoBrush;
        for (int place = 0; place < data.size(); ++place) {
            const auto rect = spotRect(data, frame, {line, place});
            if (rect.isNull() || rect.right() < frame.plot.left() || rect.left() > frame.plot.right())
                continue;
            const auto bar = rect.height() > 3 ? rect.adjusted(0, 0.5, 0, -0.5) : rect; // a thread of ground between two parts
            painter.fillRect(bar, color);
            if (hatch != Qt::NoBrush && bar.width() > 5)
                painter.fillRect(bar, QBrush(light, hatch));
        }
    }
    painter.restore();
}

void paintHeat(QPainter &painter, const ChartData &data, const ChartFrame &frame, const ChartInk &ink)
{
    const double tall = frame.plot.height() / std::max<double>(1, static_cast<double>(data.lines.size()));
    for (int line = 0; line < static_cast<int>(data.lines.size()); ++line) {
        const auto &one = data.lines[static_cast<std::size_t>(line)];
        painter.setPen(ink.muted);
        painter.drawText(QRectF(0, frame.plot.top() + tall * line, frame.plot.left() - kGrid, tall), Qt::AlignLeft | Qt::AlignVCenter,
                         one.name.left(3));
        painter.setPen(Qt::NoPen);
        for (int place = 0; place < data.size(); ++place) {
            const auto rect = spotRect(data, frame, {line, place});
            if (rect.isNull())
                continue;
            painter.setBrush(ink.shade(frame.high > 0 ? *data.at(line, place)->value / frame.high : 0));
            painter.drawRoundedRect(rect, 2, 2);
        }
    }
    painter.setBrush(Qt::NoBrush);
}

void paintFunnel(QPainter &painter, const ChartData &data, const ChartFrame &frame, const ChartInk &ink)
{
    const QFontMetricsF metrics(ink.font);
    const double tall = frame.plot.height() / std::max(1, data.size());
    const auto *first = data.at(0, 0);
    for (int place = 0; place < data.size(); ++place) {
        const double top = frame.plot.top() + tall * place;
        painter.setPen(ink.fg);
        painter.drawText(QRectF(0, top, frame.plot.left() - kGap, tall), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(data.places.value(place), Qt::ElideRight, frame.plot.left() - kGap));
        const auto rect = spotRect(data, frame, {0, place});
        if (rect.isNull())
            continue;
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink.shade(0.95 - 0.14 * place));
        painter.drawRoundedRect(rect, 3, 3);
        const double value = *data.at(0, place)->value;
        auto words = FigureText::value(value, data.unit);
        if (place > 0 && first != nullptr && first->value && *first->value > 0)
            words += QStringLiteral(" (%1)").arg(format::percent(value / *first->value));
        painter.setPen(ink.muted);
        painter.drawText(QRectF(rect.right() + kGrid, top, 400, tall), Qt::AlignLeft | Qt::AlignVCenter, words);
    }
    painter.setBrush(Qt::NoBrush);
}

void paintLegend(QPainter &painter, const ChartData &data, const ChartFrame &frame, const ChartInk &ink)
{
    for (const auto &entry : frame.legend) {
        const auto &line = data.lines[static_cast<std::size_t>(entry.line)];
        const auto middle = entry.rect.center().y();
        const auto color = ink.of(line);
        if (data.shape == Shape::Lines) {
            painter.setPen(QPen(color, 2, strokeOf(line)));
            painter.drawLine(QPointF(entry.rect.left(), middle), QPointF(entry.rect.left() + 14, middle));
        } else {
            const QRectF box(entry.rect.left() + 2, middle - 5, 10, 10);
            painter.fillRect(box, color);
            if (const auto hatch = hatchOf(line); hatch != Qt::NoBrush) {
                auto light = ink.ground;
                light.setAlphaF(0.35F);
                painter.fillRect(box, QBrush(light, hatch));
            }
        }
        painter.setPen(ink.muted);
        painter.drawText(entry.rect.adjusted(18, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(ink.font).elidedText(line.name, Qt::ElideRight, entry.rect.width() - 18));
    }
}

} // namespace

void paintChart(QPainter &painter, const ChartData &data, const ChartFrame &frame, const ChartInk &ink)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(ink.font);
    paintLegend(painter, data, frame, ink);
    if (data.shape == Shape::Funnel) {
        paintFunnel(painter, data, frame, ink);
        return;
    }
    paintPlaces(painter, data, frame, ink);
    if (data.shape == Shape::Heat) {
        paintHeat(painter, data, frame, ink);
        return;
    }
    paintGrid(painter, data, frame, ink);
    if (data.shape == Shape::Lines)
        paintLines(painter, data, frame, ink);
    else
        paintBars(painter, data, frame, ink);
    paintMarks(painter, data, frame, ink);
}

void paintSpot(QPainter &painter, const ChartData &data, const ChartFrame &frame, const ChartInk &ink, const ChartSpot &spot)
{
    const auto rect = spotRect(data, frame, spot);
    if (rect.isNull())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    if (data.shape == Shape::Lines) {
        painter.setPen(QPen(ink.line, 1));
        painter.drawLine(QPointF(rect.center().x(), frame.plot.top()), QPointF(rect.center().x(), frame.plot.bottom()));
        painter.setPen(QPen(ink.ground, 1.5));
        painter.setBrush(ink.of(data.lines[static_cast<std::size_t>(spot.line)]));
        painter.drawEllipse(rect);
        painter.setBrush(Qt::NoBrush);
        return;
    }
    painter.setPen(QPen(ink.fg, 1.6));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect.adjusted(-1, -1, 1, 1));
}

} // namespace vigie::ui
