// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around a chart: its axes with their words, the thin grid, the names of its lines above.
// Thread: the window's. Errors: none.
#pragma once

#include "ui/dashboard/chart_ink.hpp"
#include "ui/dashboard/chart_scale.hpp"
#include "ui/dashboard/plot_library.hpp"

#include <utility>
#include <vector>

namespace vigie::ui {

/// Once: the legend goes above the plot, and nothing of QCustomPlot's own frame, ticks and margins stays.
void bareAxes(QCustomPlot &plot);

/// Sets ranges, ticks, margins and colours for the plot's viewport. Places are whole numbers on the axis of keys.
void dressAxes(QCustomPlot &plot, const ChartData &data, const ChartScale &scale, const ChartRange &view, const ChartInk &ink);

/// Names above the plot, in as many columns as have room: each is drawn by its plottable. Empty: none are needed.
void dressLegend(QCustomPlot &plot, const std::vector<std::pair<QCPAbstractPlottable *, QString>> &names, const ChartInk &ink);

} // namespace vigie::ui
