// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/chart_scene.hpp"

#include "ui/dashboard/chart_axes.hpp"
#include "ui/dashboard/chart_plottables.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace vigie::ui {

namespace {

using Shape = ChartData::Shape;

constexpr double kSpotSide = 8;
constexpr double kReach = 6; ///< px around the plot in which a point is still under the pointer

void put(QCPItemPosition &position, const QPointF &pixel)
{
    position.setType(QCPItemPosition::ptAbsolute);
    position.setCoords(pixel);
}

} // namespace

ChartScene::ChartScene(QWidget *parent) : PlotScene(parent)
{
    bareAxes(*this);
    for (auto &look : looks_)
        addLook(look);
}

void ChartScene::setData(ChartData data)
{
    data_ = std::move(data);
    touch();
}

void ChartScene::setInk(ChartInk ink)
{
    ink_ = std::move(ink);
    touch();
}

void ChartScene::setRange(const ChartRange &range)
{
    range_ = range;
    touch();
}

void ChartScene::setSpots(std::optional<ChartSpot> pointer, std::optional<ChartSpot> keys)
{
    if (pointer == pointer_ && keys == keys_)
        return;
    pointer_ = pointer;
    keys_ = keys;
    if (!isDrawn())
        return; // they are placed when the scene is
    placeLooks();
    redrawOver();
}

void ChartScene::addLook(Look &look)
{
    look = {keepOver(new QCPItemRect(this)), keepOver(new QCPItemLine(this)), keepOver(new QCPItemTracer(this))};
    look.dot->setStyle(QCPItemTracer::tsCircle);
    look.dot->setSize(kSpotSide);
}

void ChartScene::placeLooks()
{
    place(looks_[0], pointer_);
    place(looks_[1], keys_);
}

void ChartScene::place(const Look &look, const std::optional<ChartSpot> &spot)
{
    const auto rect = spot ? rectOf(*spot) : QRectF();
    const bool shown = !rect.isNull(), dot = data_.shape == Shape::Lines;
    look.frame->setVisible(shown && !dot);
    look.line->setVisible(shown && dot);
    look.dot->setVisible(shown && dot);
    if (!shown)
        return;
    put(*look.frame->topLeft, rect.topLeft() - QPointF(1, 1));
    put(*look.frame->bottomRight, rect.bottomRight() + QPointF(1, 1));
    look.frame->setPen(QPen(ink_.fg, 1.6));
    put(*look.line->start, {rect.center().x(), area().top()});
    put(*look.line->end, {rect.center().x(), area().bottom()});
    look.line->setPen(QPen(ink_.line, 1));
    put(*look.dot->position, rect.center());
    look.dot->setPen(QPen(ink_.ground, 1.5));
    look.dot->setBrush(ink_.of(data_.lines[static_cast<std::size_t>(spot->line)]));
}

QRectF ChartScene::rectOf(const ChartSpot &spot)
{
    settle();
    const auto *point = data_.at(spot.line, spot.place);
    if (point == nullptr || !point->value)
        return {};
    if (data_.shape == Shape::Lines) {
        const QPointF middle(xAxis->coordToPixel(spot.place), yAxis->coordToPixel(drawnAt(data_, *point->value)));
        return {middle - QPointF(kSpotSide / 2, kSpotSide / 2), QSizeF(kSpotSide, kSpotSide)};
    }
    if (data_.shape == Shape::Heat)
        return cells_ != nullptr ? cells_->rectAt(spot) : QRectF();
    const auto bar = static_cast<std::size_t>(data_.shape == Shape::Funnel ? spot.place : spot.line);
    return bar < bars_.size() ? bars_[bar]->rectAt(spot.place) : QRectF();
}

double ChartScene::placeAt(const QPointF &at)
{
    settle();
    return 0.5 + (data_.shape == Shape::Funnel ? yAxis->pixelToCoord(at.y()) : xAxis->pixelToCoord(at.x()));
}

std::optional<ChartSpot> ChartScene::spotAt(const QPointF &at)
{
    if (data_.size() == 0 || !area().adjusted(-kReach, -kReach, kReach, kReach).contains(at))
        return std::nullopt;
    const int place = std::clamp(static_cast<int>(std::floor(placeAt(at))), 0, data_.size() - 1);
    std::optional<ChartSpot> nearest;
    double best = std::numeric_limits<double>::max();
    for (int line = 0; line < static_cast<int>(data_.lines.size()); ++line) {
        const auto rect = rectOf({line, place});
        if (rect.isNull())
            continue;
        const double away = rect.top() <= at.y() && at.y() <= rect.bottom() ? 0 : std::min(std::abs(at.y() - rect.top()), std::abs(at.y() - rect.bottom()));
        if (away < best) {
            best = away;
            nearest = ChartSpot{line, place};
        }
    }
    return nearest;
}

} // namespace vigie::ui
