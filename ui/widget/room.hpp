// SPDX-License-Identifier: GPL-3.0-or-later
// A window at 200 % text is not larger than the screen it opens on.
// Thread: the window's.
#pragma once

#include <QScreen>
#include <QWidget>

namespace vigie::ui {

/// `wanted`, as far as the screen has room for it and for what the window manager puts around it.
[[nodiscard]] inline QSize sizeInRoom(const QWidget &window, QSize wanted)
{
    constexpr int kFrame = 48;
    return wanted.boundedTo(window.screen()->availableGeometry().size() - QSize(0, kFrame));
}

} // namespace vigie::ui
