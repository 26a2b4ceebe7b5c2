// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/agenda_rows.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/event_painter.hpp"
#include "ui/theme/theme.hpp"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <tuple>

namespace vigie::ui::calendar {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Agenda)
};

using Kind = AgendaRow::Kind;

const QDate kFirstDay(1970, 1, 1);

QString shortDay(const QDate &day)
{
    return QLocale().toString(day, Words::tr("d MMM", "date format"));
}

QString untilWords(const QDate &first, const QDate &last)
{
    return last > first ? Words::tr("until %1", "a day").arg(shortDay(last)) : QString();
}

void addMarks(const CalendarData &data, std::vector<AgendaRow> &rows)
{
    for (const auto &mark : data.marks()) {
        const auto last = mark.from.addDays(mark.days - 1);
        AgendaRow row;
        row.kind = mark.kind == DayMark::Kind::Holiday ? Kind::Holiday : Kind::DayOfYear;
        row.day = std::max(mark.from, data.from());
        row.text = mark.name;
        row.hours = untilWords(row.day, last);
        row.place = mark.place;
        row.tip = mark.source;
        rows.push_back(std::move(row));
    }
}

void addPhases(const CalendarData &data, std::vector<AgendaRow> &rows)
{
    for (const auto &campaign : data.campaigns()) {
        if (campaign.archived || !campaign.day)
            continue;
        const auto add = [&](const QDate &first, const QDate &last, const QString &words) {
            if (last < data.from() || first >= data.to())
                return;
            AgendaRow row;
            row.kind = Kind::Phase;
            row.day = std::max(first, data.from());
            row.campaign = campaign.id;
            row.text = words;
            row.hours = untilWords(row.day, last);
            rows.push_back(std::move(row));
        };
        const auto name = qs(campaign.name);
        const auto day = kFirstDay.addDays(*campaign.day);
        for (const auto &phase : campaign.phases)
            add(day.addDays(phase.fromDay), day.addDays(phase.toDay), Words::tr("%1: %2", "campaign, its phase").arg(name, qs(phase.name)));
        const bool named = std::any_of(campaign.phases.begin(), campaign.phases.end(), [](const CampaignPhase &phase) { return phase.fromDay == 0 && phase.toDay == 0; });
        if (!named) // else the day has a row already
            add(day, day, Words::tr("%1: day D", "of a campaign").arg(name));
    }
}

void addEvents(const CalendarData &data, std::vector<AgendaRow> &rows)
{
    for (const auto &shown : data.events()) {
        AgendaRow row;
        row.kind = Kind::Event;
        row.day = std::max(shown.firstDay, data.from());
        row.at = shown.event.startsAt;
        row.event = shown.event.id;
        row.campaign = shown.event.campaign;
        row.text = qs(shown.event.name);
        row.place = qs(shown.event.place);
        row.tip = qs(shown.event.note);
        const auto hour = [](const QTime &at) { return QLocale().toString(at, QStringLiteral("HH:mm")); };
        if (shown.banner)
            row.hours = untilWords(row.day, shown.lastDay);
        else {
            row.time = shown.starts;
            row.hours = Words::tr("%1 to %2", "hours of an event").arg(hour(shown.starts), hour(shown.ends));
        }
        rows.push_back(std::move(row));
    }
}

} // namespace

QString AgendaRow::key() const
{
    if (post)
        return QStringLiteral("post:%1").arg(post->plan.id.value);
    return QStringLiteral("%1:%2:%3:%4:%5").arg(static_cast<int>(kind)).arg(day.toString(Qt::ISODate)).arg(event.value).arg(campaign.value).arg(text);
}

std::vector<AgendaRow> agendaRows(const CalendarData &data)
{
    std::vector<AgendaRow> rows;
    addMarks(data, rows);
    addPhases(data, rows);
    addEvents(data, rows);
    for (const auto &post : data.posts()) {
        AgendaRow row;
        row.day = post.day;
        row.time = post.time;
        row.at = post.plan.due;
        row.post = post;
        rows.push_back(std::move(row));
    }
    // By instants within a day: in a night of 25 hours the second 02:30 comes after the first 02:45.
    const auto place = [](const AgendaRow &row) { return std::tuple(row.day, !row.wholeDay(), row.wholeDay() ? Instant{} : row.at, row.kind); };
    std::stable_sort(rows.begin(), rows.end(), [&](const AgendaRow &a, const AgendaRow &b) { return place(a) < place(b); });
    return rows;
}

QString agendaKind(const AgendaRow &row)
{
    switch (row.kind) {
    case Kind::Holiday: return Words::tr("holiday");
    case Kind::DayOfYear: return Words::tr("day of the year");
    case Kind::Phase: return Words::tr("phase of a campaign");
    case Kind::Event: return Words::tr("event");
    case Kind::Post: return row.post ? stateLine(*row.post) : QString();
    }
    return {};
}

QColor agendaColor(const Theme &theme, const CalendarData &data, const AgendaRow &row)
{
    if (row.post)
        return stateColor(theme, row.post->state);
    if (const auto *campaign = data.campaign(row.campaign))
        return campaignColor(theme, *campaign);
    return theme.colors().muted;
}

QString spoken(const AgendaRow &row)
{
    if (row.post)
        return spoken(*row.post);
    QStringList parts{row.text, agendaKind(row)};
    for (const auto &more : {row.hours, row.place})
        if (!more.isEmpty())
            parts.append(more);
    const auto what = parts.join(QStringLiteral(", "));
    return Words::tr("%1: %2", "a day, what it brings").arg(QLocale().toString(row.day, Words::tr("dddd d MMMM", "date format")), what);
}

} // namespace vigie::ui::calendar
