// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the panels, taken when their data is there; used where there is no screen, and by the documentation.
// Thread: the window's.
#pragma once

#include <QString>

#include <functional>

namespace vigie::ui {

class MainWindow;
/// Calls back once: true when the panel in front shows its data, false after half a minute.
void whenReady(MainWindow &window, std::function<void(bool ready)> done);
/// Writes <panel>.png for every panel of the rail into `folder` (and the report, when `report` names a file), then ends
/// the program with 0, or 1 when something could not be shown or written.
void takePictures(MainWindow &window, const QString &folder, const QString &report);

} // namespace vigie::ui
