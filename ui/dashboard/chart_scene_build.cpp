// SPDX-License-Identifier: GPL-3.0-or-later
// A scene made of its data: what is drawn by which of QCustomPlot's plottables.
#include "ui/dashboard/chart_scene.hpp"

#include "ui/bridge/text.hpp"
#include "ui/dashboard/chart_axes.hpp"
#include "ui/dashboard/chart_marks.hpp"
#include "ui/dashboard/chart_plottables.hpp"
#include "ui/dashboard/figure_text.hpp"
#include "ui/theme/theme.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace vigie::ui {

namespace {

using Shape = ChartData::Shape;

constexpr double kStroke = 1.6, kThinStroke = 1.1, kLone = 4;
constexpr double kColumn = 0.88, kBar = 0.68, kStep = 0.72; ///< of a place
constexpr float kBandAlpha = 0.16F;
/// px a place from which on strokes are wide. Qt outlines a wide one as a whole, at a cost that grows with the square of its crossings
/// (74 ms for five years of days); a line of one pixel it draws at once.
constexpr double kWideFrom = 6;
constexpr double kShared = 0.5; ///< px a place below which pixels are shared
constexpr auto kNothing = std::numeric_limits<double>::quiet_NaN();

/// Places in a row that share a pixel, as what is drawn of them: their least and their most. QCustomPlot's own sampling goes over each pixel
/// two to three times and lets a hole hide what shares its pixel.
class Pixels {
public:
    explicit Pixels(double slot) : slot_(slot) {}
    void add(std::size_t place, double value)
    {
        const double pixel = std::floor(static_cast<double>(place) * slot_);
        if (pixel != pixel_) {
            flush();
            if (pixel > pixel_ + 1 && !out_.isEmpty())
                out_.push_back({(pixel - 0.5) / slot_, kNothing});
            pixel_ = pixel;
            least_ = most_ = value;
        }
        least_ = std::min(least_, value);
        most_ = std::max(most_, value);
    }
    [[nodiscard]] QVector<QCPGraphData> take()
    {
        flush();
        return std::move(out_);
    }

private:
    void flush()
    {
        if (pixel_ < 0)
            return;
        const double before = out_.isEmpty() ? least_ : out_.back().value;
        const bool down = std::abs(before - most_) < std::abs(before - least_); // the nearer first: no way is gone twice
        out_.push_back({(pixel_ + 0.25) / slot_, down ? most_ : least_});
        out_.push_back({(pixel_ + 0.75) / slot_, down ? least_ : most_});
    }

    double slot_, pixel_ = -1, least_ = 0, most_ = 0;
    QVector<QCPGraphData> out_;
};

/// Points of `valueOf`, a hole as one that is not a number.
template <typename ValueOf>
QVector<QCPGraphData> curveOf(const std::vector<ChartPoint> &points, double slot, const ValueOf &valueOf)
{
    if (slot < kShared) {
        Pixels pixels(slot);
        for (std::size_t i = 0; i < points.size(); ++i)
            if (const std::optional<double> value = valueOf(points[i]))
                pixels.add(i, *value);
        return pixels.take();
    }
    QVector<QCPGraphData> out;
    out.reserve(static_cast<qsizetype>(points.size()));
    for (std::size_t i = 0; i < points.size(); ++i)
        if (const std::optional<double> value = valueOf(points[i]))
            out.push_back({static_cast<double>(i), *value});
        else if (!out.isEmpty() && !std::isnan(out.back().value))
            out.push_back({static_cast<double>(i), kNothing});
    return out;
}

/// Points with nothing on either side: a line would not show them.
QVector<QCPGraphData> loneOf(const QVector<QCPGraphData> &curve)
{
    QVector<QCPGraphData> out;
    if (curve.size() > 1 && std::none_of(curve.begin(), curve.end(), [](const QCPGraphData &point) { return std::isnan(point.value); }))
        return out;
    const auto none = [&](qsizetype i) { return i < 0 || i >= curve.size() || std::isnan(curve[i].value); };
    for (qsizetype i = 0; i < curve.size(); ++i)
        if (!none(i) && none(i - 1) && none(i + 1))
            out.push_back(curve[i]);
    return out;
}

QPen penOf(const ChartLine &line, const QColor &colour, double slot)
{
    if (slot < 1)
        return QPen(colour, 1); // dashes of many points to a pixel are not seen
    const double wide = slot < kWideFrom ? 1 : line.ink == ChartLine::Ink::Before ? kThinStroke : kStroke;
    return QPen(colour, wide, strokeOf(line));
}

} // namespace

void ChartScene::build()
{
    bars_.clear();
    cells_ = nullptr;
    const auto view = viewOf(data_, range_);
    const auto scale = scaleOf(data_, view);
    dressAxes(*this, data_, scale, view, ink_);
    const auto margins = axisRect()->margins();
    const double slot = (viewport().width() - margins.left() - margins.right()) / (view.last - view.first);
    Names names;
    switch (data_.shape) {
    case Shape::Lines: names = addCurves(slot); break;
    case Shape::Heat: cells_ = new ChartCells(xAxis, yAxis, data_, ink_, scale.high); break;
    case Shape::Funnel: addFunnel(); break;
    default: names = addBars();
    }
    dressLegend(*this, names.size() > 1 ? names : Names{}, ink_);
    updateLayout();
    if (data_.shape != Shape::Heat && data_.shape != Shape::Funnel)
        placeMarks(*this);
    placeLooks();
}

QCPGraph *ChartScene::addCurve(const QVector<QCPGraphData> &points, const QPen &pen)
{
    auto *curve = new ChartCurve(xAxis, yAxis);
    curve->data()->set(points, true);
    curve->setPen(pen);
    curve->setSelectable(QCP::stNone);
    return curve;
}

void ChartScene::addBand(double slot)
{
    const auto &line = data_.lines.front();
    const auto bound = [&](auto which) {
        return curveOf(line.points, slot, [&](const ChartPoint &point) { return point.band && point.value ? std::optional(which(*point.band)) : std::nullopt; });
    };
    const auto upper = bound([](const auto &band) { return band.second; });
    if (upper.isEmpty())
        return;
    auto wash = ink_.of(line);
    wash.setAlphaF(kBandAlpha);
    auto *below = addCurve(bound([](const auto &band) { return band.first; }), Qt::NoPen), *above = addCurve(upper, Qt::NoPen);
    above->setBrush(wash);
    above->setChannelFillGraph(below);
}

ChartScene::Names ChartScene::addCurves(double slot)
{
    Names names(data_.lines.size());
    if (!data_.lines.empty())
        addBand(slot);
    for (auto i = data_.lines.size(); i-- > 0;) { // the first is on top
        const auto &line = data_.lines[i];
        const auto colour = ink_.of(line);
        const auto points = curveOf(line.points, slot, [this](const ChartPoint &point) { return point.value ? std::optional(drawnAt(data_, *point.value)) : std::nullopt; });
        auto *curve = addCurve(points, penOf(line, colour, slot));
        curve->setAntialiased(slot >= 1);
        names[i] = {curve, line.name};
        if (const auto lone = loneOf(points); !lone.isEmpty()) { // a day between two without data is a point, not nothing
            auto *dots = addCurve(lone, QPen(colour, 1));
            dots->setLineStyle(QCPGraph::lsNone);
            dots->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, kLone));
        }
    }
    return names;
}

ChartScene::Names ChartScene::addBars()
{
    Names names;
    std::vector<double> wholes;
    for (int place = 0; place < data_.size(); ++place)
        wholes.push_back(data_.shape == Shape::Shares ? stackOf(data_, place) : 1);
    for (const auto &line : data_.lines) {
        QVector<double> places, values;
        for (std::size_t place = 0; place < std::min(line.points.size(), wholes.size()); ++place)
            if (line.points[place].value && wholes[place] > 0) {
                places.push_back(static_cast<double>(place));
                values.push_back(*line.points[place].value / wholes[place]);
            }
        auto *bars = new ChartBars(xAxis, yAxis, ink_.of(line));
        bars->setData(places, values, true);
        bars->setWidth(data_.shape == Shape::Columns ? kColumn : kBar);
        if (data_.lines.size() > 1)
            bars->setHatch(hatchOf(line), ink_.ground);
        if (data_.shape != Shape::Columns && !bars_.empty())
            bars->moveAbove(bars_.back());
        bars_.push_back(bars);
        names.emplace_back(bars, line.name);
    }
    return names;
}

void ChartScene::addFunnel()
{
    constexpr double kPaler = 0.14, kFull = 0.95;
    const auto *first = data_.at(0, 0);
    for (int place = 0; place < data_.size(); ++place) {
        auto *bar = new ChartBars(yAxis, xAxis, ink_.shade(kFull - kPaler * place));
        bar->setWidth(kStep);
        bars_.push_back(bar);
        const auto *point = data_.at(0, place);
        if (point == nullptr || !point->value)
            continue;
        bar->addData(place, *point->value);
        auto words = FigureText::value(point->value, data_.unit);
        if (place > 0 && first->value && *first->value > 0)
            words += QStringLiteral(" (%1)").arg(format::percent(*point->value / *first->value));
        auto *text = new QCPItemText(this);
        text->position->setCoords(*point->value, place);
        text->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        text->setPadding({kGrid, 0, 0, 0});
        text->setText(words);
        text->setFont(ink_.font);
        text->setColor(ink_.muted);
        text->setClipToAxisRect(false);
    }
}

} // namespace vigie::ui
