// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/chart_frame.hpp"

#include "ui/bridge/text.hpp"
#include "ui/dashboard/figure_text.hpp"
#include "ui/theme/theme.hpp"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <limits>

namespace vigie::ui {

namespace {

using Shape = ChartData::Shape;

constexpr double kSwatch = 18, kWantedTicks = 4;
constexpr double kMinute = 60, kHour = 3600, kDay = 86400;

/// A step one says aloud: 1, 2 or 5 of a power of ten; of seconds a clock's.
double stepFor(double span, insight::Unit unit, bool whole)
{
    const double rough = std::max(span / kWantedTicks, 1e-9);
    if (unit == insight::Unit::Seconds && rough > 1)
        for (const double step : {5.0, 15.0, 30.0, kMinute, 5 * kMinute, 15 * kMinute, 30 * kMinute, kHour, 2 * kHour, 6 * kHour, 12 * kHour, kDay, 2 * kDay, 7 * kDay})
            if (step >= rough)
                return step;
    const double size = std::pow(10, std::floor(std::log10(rough)));
    for (const double part : {1.0, 2.0, 5.0, 10.0})
        if (size * part >= rough - 1e-12)
            return whole ? std::max(1.0, size * part) : size * part;
    return size * 10;
}

bool isCount(insight::Unit unit)
{
    return unit == insight::Unit::Count || unit == insight::Unit::People || unit == insight::Unit::Views;
}

void reckonValues(const ChartData &data, ChartFrame &frame)
{
    double low = 0, high = 0;
    const auto take = [&](double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    };
    const int first = std::max(0, static_cast<int>(std::floor(frame.range.first)));
    const int last = std::min(data.size(), static_cast<int>(std::ceil(frame.range.last)));
    if (data.shape == Shape::Shares)
        high = 1;
    else if (data.shape == Shape::Stacked)
        for (int place = first; place < last; ++place)
            take(stackOf(data, place));
    else
        for (std::size_t line = 0; line < data.lines.size(); ++line)
            for (int place = first; place < last; ++place) {
                const auto *point = data.at(static_cast<int>(line), place);
                if (point == nullptr || !point->value)
                    continue;
                take(*point->value);
                if (line == 0 && point->band)
                    take(std::min(point->band->second, *point->value * 3 + 10)); // the band of a small count would flatten the line
            }
    if (high - low < 1e-9)
        high = low + 1;
    const double step = stepFor(high - low, data.unit, isCount(data.unit));
    frame.low = std::floor(low / step + 1e-9) * step;
    frame.high = data.shape == Shape::Shares ? 1 : std::ceil(high / step - 1e-9) * step;
    for (double tick = frame.low; tick <= frame.high + step * 0.01; tick += data.shape == Shape::Shares ? 0.25 : step)
        frame.ticks.push_back(std::abs(tick) < step * 1e-6 ? 0 : tick);
}

/// Names of the lines above the plot, in as many rows as they need; answers how tall that is.
double layLegend(const ChartData &data, const QRectF &rect, const QFontMetricsF &metrics, std::vector<LegendEntry> &legend)
{
    if (data.lines.size() < 2 || data.shape == Shape::Heat || data.shape == Shape::Funnel)
        return 0;
    const double row = metrics.height() + 2;
    double x = rect.left(), y = rect.top();
    for (std::size_t line = 0; line < data.lines.size(); ++line) {
        const double wide = std::min(rect.width(), kSwatch + kGrid + metrics.horizontalAdvance(data.lines[line].name));
        if (x > rect.left() && x + wide > rect.right()) {
            x = rect.left();
            y += row;
        }
        legend.push_back({QRectF(x, y, wide, row), static_cast<int>(line)});
        x += wide + kMargin;
    }
    return y + row - rect.top() + kGrid;
}

/// Room to the left of the plot: for the widest of its numbers, or for the names of rows.
double leftRoom(const ChartData &data, const ChartFrame &frame, const QFontMetricsF &metrics, double wide)
{
    double room = 0;
    if (data.shape == Shape::Heat || data.shape == Shape::Funnel) {
        for (const auto &line : data.lines)
            room = std::max(room, metrics.horizontalAdvance(data.shape == Shape::Heat ? line.name.left(3) : QString()));
        if (data.shape == Shape::Funnel)
            for (const auto &name : data.places)
                room = std::max(room, metrics.horizontalAdvance(name));
        return std::min(room + kGap, wide * 0.45);
    }
    for (const double tick : frame.ticks)
        room = std::max(room, metrics.horizontalAdvance(tickText(tick, frame, data)));
    return room + kGap;
}

QRectF columnRect(const ChartData &data, const ChartFrame &frame, const ChartSpot &spot)
{
    double from = 0, to = 0;
    const double whole = data.shape == Shape::Shares ? stackOf(data, spot.place) : 1;
    if (whole <= 0)
        return {};
    if (data.shape != Shape::Columns)
        for (int below = 0; below < spot.line; ++below)
            if (const auto *point = data.at(below, spot.place); point != nullptr && point->value)
                from += *point->value / whole;
    to = from + *data.at(spot.line, spot.place)->value / whole;
    const double wide = std::max(1.0, frame.slot() * (data.shape == Shape::Columns ? 0.88 : 0.68));
    return QRectF(QPointF(frame.xOf(spot.place) - wide / 2, frame.yOf(std::max(from, to))), QPointF(frame.xOf(spot.place) + wide / 2, frame.yOf(std::min(from, to))));
}

} // namespace

double stackOf(const ChartData &data, int place)
{
    double sum = 0;
    for (int line = 0; line < static_cast<int>(data.lines.size()); ++line)
        if (const auto *point = data.at(line, place); point != nullptr && point->value)
            sum += *point->value;
    return sum;
}

QString tickText(double value, const ChartFrame &frame, const ChartData &data)
{
    if (data.shape == Shape::Shares)
        return format::percent(value);
    if (isCount(data.unit))
        return std::abs(value) >= 10'000 ? format::compact(value) : format::number(value);
    const double step = frame.ticks.size() > 1 ? frame.ticks[1] - frame.ticks[0] : 1;
    return FigureText::axis(value, data.unit, step);
}

ChartFrame frameOf(const ChartData &data, const QRectF &rect, const ChartInk &ink, const ChartRange &range)
{
    ChartFrame frame;
    const QFontMetricsF metrics(ink.font);
    frame.range = range.last > range.first ? range : ChartRange{0, static_cast<double>(std::max(1, data.size()))};
    reckonValues(data, frame);
    const double top = layLegend(data, rect, metrics, frame.legend);
    const double left = leftRoom(data, frame, metrics, rect.width());
    const bool named = data.shape != Shape::Funnel;
    const double right = data.shape == Shape::Funnel ? metrics.horizontalAdvance(QStringLiteral("00 000 (100 %)")) : 2;
    frame.plot = rect.adjusted(left, top + (data.shape == Shape::Heat || data.shape == Shape::Funnel ? 0 : metrics.height() / 2), -right, named ? -(metrics.height() + kGrid) : 0);
    frame.plot.setWidth(std::max(10.0, frame.plot.width()));
    frame.plot.setHeight(std::max(10.0, frame.plot.height()));
    return frame;
}

QRectF spotRect(const ChartData &data, const ChartFrame &frame, const ChartSpot &spot)
{
    const auto *point = data.at(spot.line, spot.place);
    if (point == nullptr || !point->value)
        return {};
    switch (data.shape) {
    case Shape::Lines: {
        const QPointF middle(frame.xOf(spot.place), frame.yOf(*point->value));
        return {middle - QPointF(4, 4), middle + QPointF(4, 4)};
    }
    case Shape::Heat: {
        const double tall = frame.plot.height() / std::max<double>(1, static_cast<double>(data.lines.size()));
        return QRectF(frame.xOf(spot.place) - frame.slot() / 2, frame.plot.top() + tall * spot.line, frame.slot(), tall).adjusted(1, 1, -1, -1);
    }
    case Shape::Funnel: {
        const double tall = frame.plot.height() / std::max(1, data.size());
        const double share = frame.high > 0 ? *point->value / frame.high : 0;
        return QRectF(frame.plot.left(), frame.plot.top() + tall * spot.place, std::max(2.0, frame.plot.width() * share), tall).adjusted(0, tall * 0.14, 0, -tall * 0.14);
    }
    default: return columnRect(data, frame, spot);
    }
}

std::optional<ChartSpot> spotAt(const ChartData &data, const ChartFrame &frame, const QPointF &at)
{
    if (data.size() == 0 || !frame.plot.adjusted(-6, -6, 6, 6).contains(at))
        return std::nullopt;
    const bool funnel = data.shape == Shape::Funnel;
    const double share = funnel ? (at.y() - frame.plot.top()) / frame.plot.height() * data.size() : frame.range.first + (at.x() - frame.plot.left()) / frame.slot();
    const int place = std::clamp(static_cast<int>(std::floor(share)), 0, data.size() - 1);
    std::optional<ChartSpot> nearest;
    double best = std::numeric_limits<double>::max();
    for (int line = 0; line < static_cast<int>(data.lines.size()); ++line) {
        const auto rect = spotRect(data, frame, {line, place});
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
