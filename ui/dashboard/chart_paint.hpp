// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a chart: on the screen, on paper, or into a picture.
// Thread: the window's.
#pragma once

#include "ui/dashboard/chart_frame.hpp"

class QPainter;

namespace vigie::ui {

/// What never changes while the pointer moves.
void paintChart(QPainter &painter, const ChartData &data, const ChartFrame &frame, const ChartInk &ink);
/// The point under the pointer or the keys, over the chart.
void paintSpot(QPainter &painter, const ChartData &data, const ChartFrame &frame, const ChartInk &ink, const ChartSpot &spot);
void paintMarks(QPainter &painter, const ChartData &data, const ChartFrame &frame, const ChartInk &ink);

} // namespace vigie::ui
