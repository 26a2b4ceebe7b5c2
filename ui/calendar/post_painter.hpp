// SPDX-License-Identifier: GPL-3.0-or-later
// How a post is drawn: a card in the week, a line in the month.
// Thread: the window's.
#pragma once

#include "ui/calendar/post.hpp"

#include <QRect>

class QPainter;

namespace vigie::ui::calendar {

struct Look {
    bool selected = false, focused = false, ghost = false; ///< ghost: the place it is dragged from
};
void drawCard(QPainter &painter, const Theme &theme, const QRect &rect, const Post &post, const Look &look);
void drawChip(QPainter &painter, const Theme &theme, const QRect &rect, const Post &post, const Look &look);

} // namespace vigie::ui::calendar
