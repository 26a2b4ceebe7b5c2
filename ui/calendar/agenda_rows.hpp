// SPDX-License-Identifier: GPL-3.0-or-later
// What the agenda lists of the days in view, day by day: what lasts all day first, then posts and events by their hour.
// Thread: the window's.
#pragma once

#include "ui/calendar/calendar_data.hpp"

#include <QColor>
#include <QDate>
#include <QString>
#include <QTime>

#include <optional>
#include <vector>

namespace vigie::ui {

class Theme;

namespace calendar {

struct AgendaRow {
    enum class Kind { Holiday, DayOfYear, Phase, Event, Post } kind = Kind::Post;
    QDate day;               ///< the first of its days that is in view
    QTime time;              ///< invalid: the whole day
    Instant at;              ///< orders what has an hour
    std::optional<Post> post;
    EventId event;
    CampaignId campaign;     ///< of a phase or an event
    QString text, hours, place, tip;
    /// The same row after the days were read again.
    [[nodiscard]] QString key() const;
    [[nodiscard]] bool wholeDay() const { return !time.isValid(); }
};

[[nodiscard]] std::vector<AgendaRow> agendaRows(const CalendarData &data);
/// "holiday", "phase", "event"; the state of a post with its reactions.
[[nodiscard]] QString agendaKind(const AgendaRow &row);
[[nodiscard]] QColor agendaColor(const Theme &theme, const CalendarData &data, const AgendaRow &row);
/// "Wednesday 11 November: Armistice, holiday"; a post as everywhere.
[[nodiscard]] QString spoken(const AgendaRow &row);

} // namespace calendar
} // namespace vigie::ui
