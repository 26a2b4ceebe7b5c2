// SPDX-License-Identifier: GPL-3.0-or-later
// How events and days of the year are drawn: a block behind the posts, a line above the hours or in a box of the month.
// Thread: the window's.
#pragma once

#include "ui/calendar/backdrop.hpp"

#include <vigie/model/campaign.hpp>

#include <QRect>

class QColor;
class QPainter;

namespace vigie::ui {

class Theme;

namespace calendar {

/// The colour that marks a campaign, the same everywhere.
[[nodiscard]] QColor campaignColor(const Theme &theme, const Campaign &campaign);
/// `campaign`: none for an event on its own.
void drawBlock(QPainter &painter, const Theme &theme, const QRect &rect, const EventShown &event, const Campaign *campaign);
void drawBanner(QPainter &painter, const Theme &theme, const QRect &rect, const EventShown &event, const Campaign *campaign);
/// A holiday has a filled dot, a day of the year a hollow one.
void drawMark(QPainter &painter, const Theme &theme, const QRect &rect, const DayMark &mark);

} // namespace calendar
} // namespace vigie::ui
