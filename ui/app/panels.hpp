// SPDX-License-Identifier: GPL-3.0-or-later
// The list of panels, in the order of the rail.
// Thread: the window's.
#pragma once

#include "ui/app/panel.hpp"

#include <functional>
#include <vector>

namespace vigie::ui {

using PanelFactory = std::function<Panel *(Shell &, QWidget *parent)>;
[[nodiscard]] std::vector<PanelFactory> panelFactories();

} // namespace vigie::ui
