// SPDX-License-Identifier: GPL-3.0-or-later
// The charts of a report, with axis, legend and gaps where there is no data.
// Thread: pure but for the canvas. Errors: none.
#pragma once

#include "insight/report/canvas.hpp"
#include "insight/report/words.hpp"

namespace vigie::insight {

inline constexpr double kChartHeight = 96; ///< points, legend and axis included

/// Steps of an axis from 0 that holds `most`: 1, 2 or 5 times a power of ten, four at the most; whole numbers.
[[nodiscard]] std::vector<double> axisSteps(double most);
void drawMentions(Canvas &canvas, const Report &report, const ReportWords &words, double width);
void drawTones(Canvas &canvas, const Report &report, const ReportWords &words, double width);
/// Rows of a name, a bar and a share; the height is shareHeight().
void drawShares(Canvas &canvas, const Report &report, const ReportWords &words, double width);
[[nodiscard]] double shareHeight(const Report &report);

} // namespace vigie::insight
