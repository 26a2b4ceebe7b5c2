// SPDX-License-Identifier: GPL-3.0-or-later
// Posts sorted into lanes: by the account they leave from, the campaign they belong to, or the person who looks after them.
// Thread: the window's.
#pragma once

#include "ui/calendar/calendar_data.hpp"

#include <QColor>
#include <QString>

#include <vector>

namespace vigie::ui {

class Theme;

namespace calendar {

enum class LaneBy { None, Account, Campaign, Person };

struct LaneRow {
    QString key;    ///< "account:3", "campaign:0" for none, "person:Nora"
    QString name;
    QColor color;   ///< invalid: none of its own
};

[[nodiscard]] QString laneWord(LaneBy by);
/// In the order of accounts, campaigns or names; what belongs to none stands last. Those that have posts in view, and accounts
/// that may publish.
[[nodiscard]] std::vector<LaneRow> lanesOf(const CalendarData &data, LaneBy by, const Theme &theme);
/// A post of several accounts stands in several lanes.
[[nodiscard]] bool inLane(const Post &post, const QString &key);

} // namespace calendar
} // namespace vigie::ui
