// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/panels.hpp"

namespace vigie::ui {

template <class P>
PanelFactory make()
{
    return [](Shell &shell) -> Panel * { return new P(shell); };
}

// One line per panel: this is the only place that names them.
std::vector<PanelFactory> panelFactories()
{
    return {};
}

} // namespace vigie::ui
