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
    const auto take = [&](double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    };
    const int first = std::max(0, static_cast<int>(std::floor(view.first)));
    const int last = std::min(data.size(), static_cast<int>(std::ceil(view.last)));
    if (data.shape == Shape::Shares)
        high = 1;
    else if (data.shape == Shape::Stacked)
        for (int place = first; place < last; ++place)
            take(stackOf(data, place));
    else
        for (const auto &line : data.lines)
            for (auto place = static_cast<std::size_t>(first); place < std::min(static_cast<std::size_t>(last), line.points.size()); ++place) {
                const auto &point = line.points[place];
                if (!point.value)
                    continue;
                take(*point.value);
                if (&line == &data.lines.front() && point.band)
                    take(std::min(point.band->second, *point.value * 3 + 10)); // the band of a small count would flatten the line
            }
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
