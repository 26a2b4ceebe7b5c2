// SPDX-License-Identifier: GPL-3.0-or-later
// What is written into a chart: events, campaigns, spikes, quantiles.
// Thread: the window's. Errors: none.
#pragma once

namespace vigie::ui {

class ChartScene;

/// Puts the marks of the scene's data onto it, once its axes stand.
void placeMarks(ChartScene &scene);

} // namespace vigie::ui
