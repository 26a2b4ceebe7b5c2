// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of a chart's axes: from where to where its values go in steps one says aloud, and how they are written.
// Thread: pure functions of their arguments.
#pragma once

#include "ui/dashboard/chart_data.hpp"

#include <vector>

namespace vigie::ui {

struct ChartScale {
    double low = 0, high = 1;         ///< of the values
    std::vector<double> ticks;        ///< ascending, evenly spaced
};

/// `range`, or all places while it has no end. Never empty.
[[nodiscard]] ChartRange viewOf(const ChartData &data, const ChartRange &range);
/// Of what is in view.
[[nodiscard]] ChartScale scaleOf(const ChartData &data, const ChartRange &view);
/// Where a value stands on the axis: a pace below nothing, since reactions were taken back, stands on the ground. Words and table say it as it is.
[[nodiscard]] double drawnAt(const ChartData &data, double value);
/// Sum of what has a value at a place: of stacked bars.
[[nodiscard]] double stackOf(const ChartData &data, int place);
/// As its axis writes it: without decimals where steps are whole.
[[nodiscard]] QString tickText(double value, const ChartScale &scale, const ChartData &data);

} // namespace vigie::ui
