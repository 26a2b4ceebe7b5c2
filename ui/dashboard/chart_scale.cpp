// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/chart_scale.hpp"

#include "ui/bridge/text.hpp"
#include "ui/dashboard/figure_text.hpp"

#include <algorithm>
#include <cmath>

namespace vigie::ui {

namespace {

using Shape = ChartData::Shape;

constexpr double kWantedTicks = 4;
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

/// Least and most of what is drawn; 0 is among them.
std::pair<double, double> boundsOf(const ChartData &data, const ChartRange &view)
{
    double low = 0, high = 0;
    const auto first = static_cast<std::size_t>(std::max(0.0, std::floor(view.first)));
    const auto last = std::min(static_cast<std::size_t>(data.size()), static_cast<std::size_t>(std::max(0.0, std::ceil(view.last))));
    if (data.shape == Shape::Shares)
        return {0, 1};
    if (data.shape == Shape::Stacked)
        for (auto place = first; place < last; ++place) {
            const double stack = stackOf(data, static_cast<int>(place));
            low = std::min(low, stack);
            high = std::max(high, stack);
        }
    else
        for (const auto &line : data.lines)
            for (auto place = first; place < std::min(last, line.points.size()); ++place)
                if (const auto &value = line.points[place].value) {
                    low = std::min(low, *value);
                    high = std::max(high, *value);
                }
    if (data.shape != Shape::Stacked && !data.lines.empty()) { // the band of the first; that of a small count would flatten the line
        const auto &points = data.lines.front().points;
        for (auto place = first; place < std::min(last, points.size()); ++place)
            if (points[place].band && points[place].value)
                high = std::max(high, std::min(points[place].band->second, *points[place].value * 3 + 10));
    }
    low = drawnAt(data, low);
    high = drawnAt(data, high);
    return {low, high - low < 1e-9 ? low + 1 : high};
}

} // namespace

ChartRange viewOf(const ChartData &data, const ChartRange &range)
{
    return range.last > range.first ? range : ChartRange{0, static_cast<double>(std::max(1, data.size()))};
}

ChartScale scaleOf(const ChartData &data, const ChartRange &view)
{
    constexpr double kQuarter = 0.25;
    const auto [low, high] = boundsOf(data, view);
    const double step = data.shape == Shape::Shares ? kQuarter : stepFor(high - low, data.unit, isCount(data.unit));
    ChartScale scale;
    scale.low = std::floor(low / step + 1e-9) * step;
    scale.high = std::ceil(high / step - 1e-9) * step;
    for (double tick = scale.low; tick <= scale.high + step * 0.01; tick += step)
        scale.ticks.push_back(std::abs(tick) < step * 1e-6 ? 0 : tick);
    return scale;
}

double drawnAt(const ChartData &data, double value)
{
    return data.unit == insight::Unit::PerHour ? std::max(0.0, value) : value;
}

double stackOf(const ChartData &data, int place)
{
    double sum = 0;
    for (int line = 0; line < static_cast<int>(data.lines.size()); ++line)
        if (const auto *point = data.at(line, place); point != nullptr && point->value)
            sum += *point->value;
    return sum;
}

QString tickText(double value, const ChartScale &scale, const ChartData &data)
{
    if (data.shape == Shape::Shares)
        return format::percent(value);
    if (isCount(data.unit))
        return std::abs(value) >= 10'000 ? format::compact(value) : format::number(value);
    const double step = scale.ticks.size() > 1 ? scale.ticks[1] - scale.ticks[0] : 1;
    return FigureText::axis(value, data.unit, step);
}

} // namespace vigie::ui
