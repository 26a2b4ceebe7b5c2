// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of the window itself, active everywhere.
// Thread: the window's.
#pragma once

namespace vigie::ui {

class MainWindow;
void registerWindowCommands(MainWindow &window);
/// Ctrl+1 and so on, in the order of the rail; again after panels were made anew.
void registerPanelCommands(MainWindow &window);

} // namespace vigie::ui
