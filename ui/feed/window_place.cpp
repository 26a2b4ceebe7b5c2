// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/window_place.hpp"

#include <algorithm>

namespace vigie::ui {

WindowPlace placeOf(const QRect &window, const QList<ScreenPlace> &screens)
{
    const ScreenPlace *most = nullptr;
    int area = 0;
    for (const auto &screen : screens) {
        const auto shared = screen.room & window;
        if (most == nullptr || shared.width() * shared.height() > area) {
            most = &screen;
            area = shared.width() * shared.height();
        }
    }
    return most == nullptr ? WindowPlace{{}, window} : WindowPlace{most->name, window.translated(-most->room.topLeft())};
}

QRect rectFor(const WindowPlace &place, const QList<ScreenPlace> &screens)
{
    if (screens.isEmpty())
        return {};
    const auto found = std::find_if(screens.begin(), screens.end(), [&](const ScreenPlace &screen) { return screen.name == place.screen; });
    const auto &room = (found != screens.end() ? *found : screens.first()).room;
    const auto size = place.rect.size().boundedTo(room.size());
    const auto wanted = room.topLeft() + place.rect.topLeft();
    return {QPoint(std::clamp(wanted.x(), room.left(), room.right() + 1 - size.width()), std::clamp(wanted.y(), room.top(), room.bottom() + 1 - size.height())), size};
}

} // namespace vigie::ui
