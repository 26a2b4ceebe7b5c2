// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/chart_plottables.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace vigie::ui {

namespace {

constexpr int kOverEdge = 3;             ///< px of a stroke beyond the plot
constexpr double kHatched = 5;           ///< px from which on a hatch is seen
constexpr float kHatchAlpha = 0.35F;

} // namespace

Qt::PenStyle strokeOf(const ChartLine &line)
{
    if (line.ink == ChartLine::Ink::Before)
        return Qt::DashLine;
    static constexpr std::array<Qt::PenStyle, 4> kStrokes{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};
    return line.ink == ChartLine::Ink::Series ? kStrokes[static_cast<std::size_t>(line.colour) % kStrokes.size()]
           : line.ink == ChartLine::Ink::Negative ? Qt::DashDotLine
                                                  : Qt::SolidLine;
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

QRect ChartCurve::clipRect() const
{
    return QCPGraph::clipRect().adjusted(-kOverEdge, -kOverEdge, kOverEdge, kOverEdge);
}

ChartBars::ChartBars(QCPAxis *keyAxis, QCPAxis *valueAxis, const QColor &color) : QCPBars(keyAxis, valueAxis)
{
    setPen(Qt::NoPen);
    setBrush(color);
    setWidthType(wtPlotCoords);
    setStackingGap(1); // a thread of ground between two parts
    setSelectable(QCP::stNone);
}

void ChartBars::setHatch(Qt::BrushStyle hatch, QColor ground)
{
    ground.setAlphaF(kHatchAlpha);
    hatch_ = QBrush(ground, hatch);
}

QRectF ChartBars::rectAt(double key) const
{
    const auto found = data()->findBegin(key, false);
    return found == data()->constEnd() || found->key != key ? QRectF() : getBarRect(found->key, found->value).normalized();
}

void ChartBars::draw(QCPPainter *painter)
{
    QCPBars::draw(painter);
    double lower = 0, upper = 0;
    getPixelWidth(keyAxis()->range().center(), lower, upper);
    if (hatch_.style() == Qt::NoBrush || std::abs(upper - lower) < kHatched)
        return;
    const auto colour = brush();
    setBrush(hatch_);
    QCPBars::draw(painter);
    setBrush(colour);
}

void ChartBars::drawLegendIcon(QCPPainter *painter, const QRectF &rect) const
{
    QCPBars::drawLegendIcon(painter, rect);
    if (hatch_.style() == Qt::NoBrush)
        return;
    QRectF box(0, 0, rect.width() * 0.67, rect.height() * 0.67); // as QCPBars draws it
    box.moveCenter(rect.center());
    painter->setBrush(hatch_);
    painter->drawRect(box);
}

ChartCells::ChartCells(QCPAxis *places, QCPAxis *rows, const ChartData &data, const ChartInk &ink, double most)
    : QCPAbstractPlottable(places, rows), data_(data), ink_(ink), most_(most)
{
    setSelectable(QCP::stNone);
}

QRectF ChartCells::rectAt(const ChartSpot &spot) const
{
    const auto from = coordsToPixels(spot.place - 0.5, spot.line - 0.5), to = coordsToPixels(spot.place + 0.5, spot.line + 0.5);
    return QRectF(from, to).adjusted(1, 1, -1, -1);
}

void ChartCells::draw(QCPPainter *painter)
{
    applyFillAntialiasingHint(painter);
    painter->setPen(Qt::NoPen);
    for (int line = 0; line < static_cast<int>(data_.lines.size()); ++line)
        for (int place = 0; place < data_.size(); ++place)
            if (const auto *point = data_.at(line, place); point != nullptr && point->value) {
                painter->setBrush(ink_.shade(most_ > 0 ? *point->value / most_ : 0));
                painter->drawRoundedRect(rectAt({line, place}), 2, 2);
            }
}

double ChartCells::selectTest(const QPointF &, bool, QVariant *) const
{
    return -1; // pointers and keys are ChartPlot's
}

QCPRange ChartCells::getKeyRange(bool &found, QCP::SignDomain) const
{
    found = data_.size() > 0;
    return {-0.5, data_.size() - 0.5};
}

QCPRange ChartCells::getValueRange(bool &found, QCP::SignDomain, const QCPRange &) const
{
    found = !data_.lines.empty();
    return {-0.5, static_cast<double>(data_.lines.size()) - 0.5};
}

} // namespace vigie::ui
