// SPDX-License-Identifier: GPL-3.0-or-later
// Where a window stands again that was closed on a screen which may be gone, smaller or elsewhere by now.
// Thread: pure functions.
#pragma once

#include <QList>
#include <QRect>
#include <QString>

namespace vigie::ui {

struct ScreenPlace {
    QString name;
    QRect room; ///< what panels of the desktop leave free
};

/// A window as it is remembered: its screen, and where it stands from that screen's corner.
struct WindowPlace {
    QString screen;
    QRect rect;
};

[[nodiscard]] WindowPlace placeOf(const QRect &window, const QList<ScreenPlace> &screens);
/// On its screen while there is one of that name, else on the first; whole on it, and no larger. Empty when there is no screen.
[[nodiscard]] QRect rectFor(const WindowPlace &place, const QList<ScreenPlace> &screens);

} // namespace vigie::ui
