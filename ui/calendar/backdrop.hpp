// SPDX-License-Identifier: GPL-3.0-or-later
// What stands behind the posts of the calendar: holidays and days of the year of the countries the person chose, and events.
// Thread: pure, but for the words of the locale.
#pragma once

#include <vigie/model/calendar_event.hpp>

#include <QDate>
#include <QString>
#include <QTime>

#include <optional>
#include <string>
#include <vector>

namespace vigie::ui::calendar {

struct DayMark {
    enum class Kind { Holiday, Marronnier } kind = Kind::Holiday;
    QDate from;
    int days = 1;
    QString name, place, source; ///< place: the country, when several were chosen
    [[nodiscard]] bool on(const QDate &day) const { return day >= from && day < from.addDays(days); }
};

/// "FR,CH-GE" as codes; none chosen: the country of the language on the screen. "none" is no country at all.
[[nodiscard]] std::vector<std::string> regionsFrom(const std::string &setting);
/// Marks of the days in [from, to), holidays first, each name once.
[[nodiscard]] std::vector<DayMark> marksOf(const std::vector<std::string> &regions, const QDate &from, const QDate &to);

/// An event in the zone that the calendar shows.
struct EventShown {
    CalendarEvent event;
    QDate firstDay, lastDay;
    QTime starts, ends;          ///< on the first and on the last day; `ends` 00:00 of the day after is 24:00 of the last day
    bool banner = false;         ///< whole days: it stands above the hours
    [[nodiscard]] bool on(const QDate &day) const { return day >= firstDay && day <= lastDay; }
    /// Minutes of this day that it takes.
    [[nodiscard]] std::pair<int, int> minutesOn(const QDate &day) const;
};
[[nodiscard]] EventShown shownEvent(const CalendarEvent &event, const std::string &zone);
/// "Salon de Nantes, Nantes, 34 expected; Saturday 21 November 09:00 to 12:45".
[[nodiscard]] QString spoken(const EventShown &event);

} // namespace vigie::ui::calendar
