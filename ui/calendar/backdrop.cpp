// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/backdrop.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/post.hpp"

#include <vigie/desk/holidays.hpp>
#include <vigie/plan/marronniers.hpp>

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace vigie::ui::calendar {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Calendar)
};

constexpr int kDayMinutes = 24 * 60, kLongestMark = 7;
const QDate kFirstDay(1970, 1, 1);

bool french()
{
    return QLocale().language() == QLocale::French;
}

void add(std::vector<DayMark> &marks, DayMark mark)
{
    const auto known = std::find_if(marks.begin(), marks.end(), [&](const DayMark &one) { return one.from == mark.from && one.name == mark.name; });
    if (known == marks.end())
        marks.push_back(std::move(mark));
    else
        known->place.clear(); // several of the chosen countries have it
}

QString placeOf(const std::vector<std::string> &regions, const std::string &region)
{
    return regions.size() > 1 ? qs(region) : QString();
}

} // namespace

std::vector<std::string> regionsFrom(const std::string &setting)
{
    std::vector<std::string> out;
    if (setting == "none")
        return out;
    for (const auto &code : qs(setting).split(QLatin1Char(','), Qt::SkipEmptyParts))
        out.push_back(utf8(code.trimmed()));
    if (out.empty())
        out.push_back(utf8(QLocale().name().section(QLatin1Char('_'), 1, 1)));
    return out;
}

std::vector<DayMark> marksOf(const std::vector<std::string> &regions, const QDate &from, const QDate &to)
{
    std::vector<DayMark> marks;
    for (const auto &region : regions)
        for (int year = from.year(); year <= to.year(); ++year)
            for (const auto &one : desk::holidaysOf(region, year)) {
                const auto day = kFirstDay.addDays(one.day);
                if (day >= from && day < to)
                    add(marks, {DayMark::Kind::Holiday, day, 1, qs(french() ? one.french : one.english), placeOf(regions, region), {}});
            }
    const auto number = [](const QDate &day) { return static_cast<std::int32_t>(kFirstDay.daysTo(day)); };
    for (const auto &region : regions)
        for (const auto &one : plan::marronniersBetween(region, number(from) - kLongestMark, number(to))) {
            // What lasts for weeks is told on the day it begins: a month of one colour says nothing any more.
            const int days = one.days > kLongestMark ? 1 : one.days;
            const auto day = kFirstDay.addDays(one.day);
            if (day.addDays(days) > from)
                add(marks, {DayMark::Kind::Marronnier, day, days, qs(french() ? one.french : one.english), placeOf(regions, region), qs(one.source)});
        }
    return marks;
}

std::pair<int, int> EventShown::minutesOn(const QDate &day) const
{
    const int from = day == firstDay ? starts.hour() * 60 + starts.minute() : 0;
    int to = day == lastDay ? ends.hour() * 60 + ends.minute() : kDayMinutes;
    if (to == 0)
        to = kDayMinutes;
    return {from, std::max(to, from + 15)};
}

EventShown shownEvent(const CalendarEvent &event, const std::string &zone)
{
    EventShown out;
    out.event = event;
    const auto from = toWall(event.startsAt, event.allDay ? event.zone : zone).value_or(event.starts);
    const auto to = toWall(event.endsAt, event.allDay ? event.zone : zone).value_or(event.ends);
    out.firstDay = dateOf(from);
    out.starts = timeOf(from);
    out.lastDay = dateOf(to);
    out.ends = timeOf(to);
    if (out.ends == QTime(0, 0) && out.lastDay > out.firstDay)
        out.lastDay = out.lastDay.addDays(-1);
    out.banner = event.allDay || out.firstDay.daysTo(out.lastDay) > 0;
    return out;
}

QString spoken(const EventShown &shown)
{
    const auto &event = shown.event;
    QStringList parts{qs(event.name)};
    if (!event.place.empty())
        parts.append(qs(event.place));
    if (event.expected)
        parts.append(Words::tr("%n expected", "people at an event", *event.expected));
    const auto day = [](const QDate &date) { return QLocale().toString(date, Words::tr("dddd d MMMM", "date format")); };
    const auto time = [](const QTime &at) { return QLocale().toString(at, QStringLiteral("HH:mm")); };
    const auto what = parts.join(QStringLiteral(", "));
    if (shown.event.allDay)
        return shown.firstDay == shown.lastDay ? Words::tr("%1; %2, all day", "event; day").arg(what, day(shown.firstDay))
                                               : Words::tr("%1; from %2 to %3", "event; first and last day").arg(what, day(shown.firstDay), day(shown.lastDay));
    if (shown.firstDay == shown.lastDay)
        return Words::tr("%1; %2, %3 to %4", "event; day, hours").arg(what, day(shown.firstDay), time(shown.starts), time(shown.ends));
    return Words::tr("%1; from %2 %3 to %4 %5", "event; day, hour, day, hour").arg(what, day(shown.firstDay), time(shown.starts), day(shown.lastDay), time(shown.ends));
}

} // namespace vigie::ui::calendar
