// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/chart_axes.hpp"

#include "ui/theme/theme.hpp"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace vigie::ui {

namespace {

using Shape = ChartData::Shape;

constexpr double kWidestNames = 0.45; ///< of the width, for the names of rows
constexpr double kLeastStretch = 0.001;
constexpr double kGapBelow = 0.35; ///< of the height of letters, so that the lowest number and the first place do not meet
constexpr int kShortName = 3;
constexpr int kEdge = 2;
constexpr int kTurns = 3; ///< the names below take room beside the plot, which makes it narrower, which moves the names

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

/// Names below the plot: as many as have room beside each other, always at even steps, and how far the outer ones reach beyond it.
struct PlaceNames {
    QMap<double, QString> ticks;
    double overLeft = 0, overRight = 0;
};

PlaceNames namesBelow(const ChartData &data, const ChartRange &view, double width, double widest, const QFontMetricsF &metrics)
{
    PlaceNames names;
    const double slot = std::max(1e-6, width / (view.last - view.first));
    const int step = std::max(1, static_cast<int>(std::ceil((widest + kMargin) / slot)));
    const int first = std::max(0, static_cast<int>(std::ceil(view.first)));
    for (int place = (first + step - 1) / step * step; place < std::min<int>(data.size(), static_cast<int>(view.last)); place += step) {
        const auto name = data.axis.value(place);
        const double half = metrics.horizontalAdvance(name) / 2 + 1;
        if (names.ticks.isEmpty())
            names.overLeft = half - (place + 0.5 - view.first) * slot;
        names.overRight = half - (view.last - place - 0.5) * slot;
        names.ticks.insert(place, name);
    }
    return names;
}

QSharedPointer<QCPAxisTicker> ticker(const QMap<double, QString> &ticks)
{
    QSharedPointer<QCPAxisTickerText> out(new QCPAxisTickerText);
    out->setTicks(ticks);
    return out;
}

double widestOf(const QMap<double, QString> &ticks, const QFontMetricsF &metrics)
{
    double widest = 0;
    for (const auto &name : ticks)
        widest = std::max(widest, metrics.horizontalAdvance(name));
    return widest;
}

/// Names of rows or numbers, at their places on the upright axis.
QMap<double, QString> wordsBeside(const ChartData &data, const ChartScale &scale, const QFontMetricsF &metrics, double width)
{
    QMap<double, QString> ticks;
    if (data.shape == Shape::Heat)
        for (std::size_t line = 0; line < data.lines.size(); ++line)
            ticks.insert(static_cast<double>(line), data.lines[line].name.left(kShortName));
    else if (data.shape == Shape::Funnel)
        for (int place = 0; place < data.size(); ++place)
            ticks.insert(place, metrics.elidedText(data.places.value(place), Qt::ElideRight, width * kWidestNames - kGap));
    else
        for (const double tick : scale.ticks)
            ticks.insert(tick, tickText(tick, scale, data));
    return ticks;
}

void colour(QCPAxis &axis, const ChartInk &ink, const QColor &words)
{
    axis.setTickLabelFont(ink.font);
    axis.setTickLabelColor(words);
    axis.grid()->setPen(QPen(ink.line, 0));
}

} // namespace

void bareAxes(QCustomPlot &plot)
{
    auto &rect = *plot.axisRect();
    rect.setMinimumMargins({});
    rect.setAutoMargins(QCP::msNone);
    rect.setMinimumSize(1, 1);
    for (auto *axis : {plot.xAxis, plot.yAxis}) {
        axis->setNumberFormat(QStringLiteral("g")); // without it "1e" would be read as a power of ten
        axis->setBasePen(Qt::NoPen);
        axis->setTickPen(Qt::NoPen);
        axis->setTickLength(0);
        axis->setSubTicks(false);
        axis->setTickLabelPadding(kGrid);
        axis->grid()->setZeroLinePen(Qt::NoPen);
        axis->grid()->setAntialiased(false);
    }
    plot.xAxis->grid()->setVisible(false);
    auto &layout = *plot.plotLayout();
    rect.insetLayout()->take(plot.legend);
    layout.insertRow(0);
    layout.addElement(0, 0, plot.legend);
    layout.setRowSpacing(0);
    layout.setRowStretchFactor(0, kLeastStretch);
    layout.setMargins({0, kEdge, 0, kEdge});
    auto &legend = *plot.legend;
    legend.setVisible(true);
    legend.setMargins({});
    legend.setBorderPen(Qt::NoPen);
    legend.setBrush(Qt::NoBrush);
    legend.setFillOrder(QCPLayoutGrid::foColumnsFirst);
    legend.setRowSpacing(kEdge);
    legend.setColumnSpacing(kMargin);
    legend.setIconTextPadding(kGrid);
    legend.setAntialiased(true);
    legend.setMaximumSize(QWIDGETSIZE_MAX - 1, QWIDGETSIZE_MAX - 1); // one without names would else be no wider than nothing, and the plot with it
}

void dressAxes(QCustomPlot &plot, const ChartData &data, const ChartScale &scale, const ChartRange &view, const ChartInk &ink)
{
    const QFontMetricsF metrics(ink.font);
    const bool heat = data.shape == Shape::Heat, funnel = data.shape == Shape::Funnel;
    const double width = plot.viewport().width();
    auto *places = funnel ? plot.yAxis : plot.xAxis, *values = funnel ? plot.xAxis : plot.yAxis;

    places->setRange(view.first - 0.5, view.last - 0.5);
    if (heat)
        values->setRange(-0.5, std::max<double>(1, static_cast<double>(data.lines.size())) - 0.5);
    else
        values->setRange(scale.low, scale.high);
    plot.yAxis->setRangeReversed(heat || funnel);
    plot.xAxis->setTickLabels(!funnel);
    plot.yAxis->grid()->setVisible(!heat && !funnel);
    colour(*plot.xAxis, ink, ink.muted);
    colour(*plot.yAxis, ink, funnel ? ink.fg : ink.muted);

    const auto beside = wordsBeside(data, scale, metrics, width);
    plot.yAxis->setTicker(ticker(beside));
    double left = std::ceil(widestOf(beside, metrics)) + kGap, right = kEdge;
    PlaceNames below;
    const double widest = funnel ? 0 : widestName(data.axis, metrics);
    for (int turn = 0; turn < kTurns && !funnel; ++turn) {
        below = namesBelow(data, view, width - left - right, widest, metrics);
        left = std::max(left, std::ceil(below.overLeft) + 1);
        right = std::max(right, std::ceil(below.overRight) + 2);
    }
    if (funnel)
        right = metrics.horizontalAdvance(QStringLiteral("00 000 (100 %)"));
    plot.xAxis->setTicker(ticker(below.ticks));
    const double top = heat || funnel ? 0 : metrics.height() / 2, gap = std::max<double>(kGrid, std::round(metrics.height() * kGapBelow)), bottom = funnel ? 0 : metrics.height() + gap;
    plot.xAxis->setTickLabelPadding(static_cast<int>(gap));
    plot.axisRect()->setMargins({static_cast<int>(left), static_cast<int>(std::ceil(top)), static_cast<int>(right), static_cast<int>(std::ceil(bottom))});
}

void dressLegend(QCustomPlot &plot, const std::vector<std::pair<QCPAbstractPlottable *, QString>> &names, const ChartInk &ink)
{
    auto &legend = *plot.legend;
    legend.clearItems();
    legend.simplify();
    legend.setMargins({0, 0, 0, names.empty() ? 0 : kGrid});
    if (names.empty())
        return;
    legend.setFont(ink.font);
    legend.setTextColor(ink.muted);
    const QFontMetricsF metrics(ink.font);
    const int side = static_cast<int>(std::ceil(metrics.height()));
    legend.setIconSize(side, side);
    const double width = plot.viewport().width(), icon = side + kGrid;
    std::vector<double> wide;
    for (const auto &[plottable, name] : names)
        wide.push_back(std::min(width, icon + std::ceil(metrics.horizontalAdvance(name)) + 1));
    const auto fits = [&](std::size_t columns) {
        std::vector<double> widest(columns, 0);
        double sum = kMargin * static_cast<double>(columns - 1);
        for (std::size_t i = 0; i < wide.size(); ++i)
            widest[i % columns] = std::max(widest[i % columns], wide[i]);
        for (const double one : widest)
            sum += one;
        return sum <= width;
    };
    auto columns = names.size();
    while (columns > 1 && !fits(columns))
        --columns;
    legend.setWrap(static_cast<int>(columns));
    for (const auto &[plottable, name] : names) {
        plottable->setName(metrics.elidedText(name, Qt::ElideRight, width - icon));
        plottable->addToLegend(plot.legend);
    }
    for (int column = 0; column < legend.columnCount(); ++column) // to the left, not spread
        legend.setColumnStretchFactor(column, column + 1 == legend.columnCount() ? 1 : kLeastStretch);
}

} // namespace vigie::ui
