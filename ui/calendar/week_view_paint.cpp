// SPDX-License-Identifier: GPL-3.0-or-later
// How the days and their hours are drawn.
#include "ui/calendar/week_view.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/event_painter.hpp"
#include "ui/calendar/post_painter.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/paint.hpp"

#include <QLocale>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace vigie::ui {

void WeekView::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), Theme::of(this).colors().bg);
    painter.save();
    painter.setClipRect(0, headHeight(), viewport()->width(), viewport()->height());
    paintHours(painter);
    painter.setClipRect(gutter(), headHeight(), viewport()->width(), viewport()->height());
    paintClockChanges(painter);
    paintEvents(painter);
    paintPosts(painter);
    paintNow(painter);
    painter.restore();
    paintHead(painter);
}

void WeekView::paintHead(QPainter &painter) const
{
    const auto &theme = Theme::of(this);
    const auto &c = theme.colors();
    painter.fillRect(0, 0, viewport()->width(), headHeight(), c.pane);
    painter.fillRect(0, headHeight() - 1, viewport()->width(), 1, c.line);
    painter.setFont(theme.font(TextSize::Body, QFont::DemiBold));
    painter.save();
    painter.setClipRect(gutter(), 0, viewport()->width(), headHeight());
    const auto today = data().today();
    for (int column = 0; column < dayCount(); ++column) {
        const auto day = data().from().addDays(column);
        painter.setPen(day == today ? c.accent : c.fg);
        const QRect box(columnX(column) + 4, 0, columnX(column + 1) - columnX(column) - 6, dayLine());
        paint::elided(painter, box, dayCount() == 1 ? QLocale().toString(day, tr("dddd d MMMM", "date format")) : QLocale().toString(day, tr("ddd d", "date format: day of a week")));
        if (day == today)
            painter.fillRect(columnX(column), headHeight() - 2, columnX(column + 1) - columnX(column), 2, c.accent);
        paintBanners(painter, column);
    }
    painter.restore();
    if (data().secondZone().empty())
        return;
    painter.setFont(theme.font(TextSize::Small));
    painter.setPen(c.muted);
    const int half = gutter() / 2;
    paint::elided(painter, QRect(2, 0, half - 4, dayLine()), qs(data().secondZone()).section(QLatin1Char('/'), -1).replace(QLatin1Char('_'), QLatin1Char(' ')), Qt::AlignRight | Qt::AlignVCenter);
    paint::elided(painter, QRect(half, 0, half - 8, dayLine()), qs(data().zone()).section(QLatin1Char('/'), -1).replace(QLatin1Char('_'), QLatin1Char(' ')), Qt::AlignRight | Qt::AlignVCenter);
}

/// Holidays, days of the year and whole-day events, under the name of the day.
void WeekView::paintBanners(QPainter &painter, int column) const
{
    const auto &theme = Theme::of(this);
    const auto all = banners(data().from().addDays(column));
    const int rows = (headHeight() - dayLine()) / markLine(), left = columnX(column) + 2, width = columnX(column + 1) - columnX(column) - 6;
    painter.save();
    for (int row = 0; row < rows && row < static_cast<int>(all.size()); ++row) {
        const QRect box(left, dayLine() + row * markLine(), width, markLine() - 2);
        if (row == rows - 1 && static_cast<int>(all.size()) > rows) {
            painter.setFont(theme.font(TextSize::Small));
            painter.setPen(theme.colors().muted);
            paint::elided(painter, box.adjusted(4, 0, 0, 0), tr("+%n more", "days of the year", static_cast<int>(all.size()) - row));
        } else {
            const auto &one = all[static_cast<std::size_t>(row)];
            one.event != nullptr ? calendar::drawBanner(painter, theme, box, *one.event, data().campaign(one.event->event.campaign)) : calendar::drawMark(painter, theme, box, *one.mark);
        }
    }
    painter.restore();
}

void WeekView::paintEvents(QPainter &painter) const
{
    for (int column = 0; column < dayCount(); ++column)
        for (const auto &event : data().events())
            if (!event.banner && event.on(data().from().addDays(column)))
                calendar::drawBlock(painter, Theme::of(this), eventRect(event, column), event, data().campaign(event.event.campaign));
}

void WeekView::paintHours(QPainter &painter) const
{
    const auto &theme = Theme::of(this);
    const auto &c = theme.colors();
    const int todayColumn = static_cast<int>(data().from().daysTo(data().today()));
    if (todayColumn >= 0 && todayColumn < dayCount()) {
        auto tint = c.accentBg;
        tint.setAlphaF(0.45F);
        const int left = std::max(gutter(), columnX(todayColumn));
        painter.fillRect(QRect(left, 0, std::max(0, columnX(todayColumn + 1) - left), viewport()->height()), tint);
    }
    painter.setFont(theme.font(TextSize::Small));
    const auto &rows = axis().rows();
    const int base = headHeight() - verticalScrollBar()->value(), height = painter.fontMetrics().height();
    for (std::size_t i = 0; i <= rows.size(); ++i) {
        const int y = base + static_cast<int>(i) * hourHeight();
        painter.fillRect(0, y, viewport()->width(), 1, c.line);
        if (i == rows.size())
            break;
        painter.setPen(c.muted);
        const QTime hour(rows[i].hour, 0);
        painter.drawText(QRect(0, y + 3, gutter() - 8, height), Qt::AlignRight, QLocale().toString(hour, QStringLiteral("H:mm")));
        if (rows[i].second)
            painter.drawText(QRect(0, y + 3 + height, gutter() - 8, height), Qt::AlignRight, tr("again", "an hour that comes twice"));
        if (!data().secondZone().empty())
            painter.drawText(QRect(0, y + 3, gutter() / 2 - 4, height), Qt::AlignRight, secondHour(rows[i]));
    }
    for (int column = 0; column <= dayCount(); ++column)
        if (columnX(column) >= gutter())
            painter.fillRect(columnX(column) - 1, headHeight(), 1, viewport()->height(), c.line);
}

/// What the clocks of the second zone show then, by the first day in view that has the hour.
QString WeekView::secondHour(const calendar::HourRow &row) const
{
    for (int column = 0; column < dayCount(); ++column) {
        const auto day = data().from().addDays(column);
        if (axis().kind(day, row) == calendar::HourAxis::Hour::Missing)
            continue;
        auto at = toInstant(calendar::wallOf(day, QTime(row.hour, 0)), data().zone());
        if (!at)
            return {};
        if (row.second)
            at->at += std::chrono::hours(1);
        const auto there = toWall(at->at, data().secondZone());
        return there ? QLocale().toString(calendar::timeOf(*there), QStringLiteral("H:mm")) : QString();
    }
    return {};
}

void WeekView::paintClockChanges(QPainter &painter) const
{
    const auto &theme = Theme::of(this);
    const auto &c = theme.colors();
    const auto &rows = axis().rows();
    for (int column = 0; column < dayCount(); ++column)
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto kind = axis().kind(data().from().addDays(column), rows[i]);
            if (kind == calendar::HourAxis::Hour::Usual)
                continue;
            const QRect box(columnX(column), headHeight() - verticalScrollBar()->value() + static_cast<int>(i) * hourHeight(), columnX(column + 1) - columnX(column), hourHeight());
            const bool missing = kind == calendar::HourAxis::Hour::Missing;
            painter.fillRect(box, QBrush(missing ? c.line : c.warnBg, missing ? Qt::BDiagPattern : Qt::SolidPattern));
            if (missing && rows[i].second)
                continue; // another day of the week has this hour twice
            painter.setFont(theme.font(TextSize::Small));
            painter.setPen(c.warn);
            painter.drawText(box.adjusted(6, 3, -4, -3), Qt::AlignBottom | Qt::TextWordWrap,
                             missing ? tr("no such hour: the clocks go forward") : rows[i].second ? tr("the second time: nothing leaves here") : tr("twice: the clocks go back"));
        }
}

void WeekView::paintPosts(QPainter &painter) const
{
    const auto &theme = Theme::of(this);
    const auto &c = theme.colors();
    if (!data().selected()) { // the free place of the cursor
        const int column = static_cast<int>(data().from().daysTo(data().day()));
        if (column >= 0 && column < dayCount()) {
            const QRect box(columnX(column) + 2, yOf(data().time()) + 1, columnX(column + 1) - columnX(column) - 8, hourHeight() / 2 - 2);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(hasFocus() ? c.accent : c.muted, hasFocus() ? 1.5 : 1.0, Qt::DotLine));
            painter.drawRoundedRect(box, 4, 4);
        }
    }
    const auto dropped = dropPlace();
    for (const auto &one : placed()) {
        const bool selected = one.post->plan.id == data().selected();
        calendar::drawCard(painter, theme, one.rect, *one.post, {selected, selected && hasFocus(), isDragging() && one.post->plan.id == draggedId()});
    }
    if (!isDragging() || !dropped)
        return;
    if (const auto *post = data().find(draggedId())) {
        auto there = *post;
        there.day = dropped->day;
        there.time = dropped->time;
        const int column = static_cast<int>(data().from().daysTo(there.day));
        calendar::drawCard(painter, theme, QRect(columnX(column) + 2, yOf(there.time) + 1, columnX(column + 1) - columnX(column) - 8, cardHeight()), there,
                           {true, true, false});
    }
}

void WeekView::paintNow(QPainter &painter) const
{
    const int column = static_cast<int>(data().from().daysTo(data().today()));
    if (column < 0 || column >= dayCount())
        return;
    const auto &c = Theme::of(this).colors();
    const int y = yOf(data().nowTime());
    painter.fillRect(columnX(column), y, columnX(column + 1) - columnX(column), 2, c.neg);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.neg);
    painter.drawEllipse(QPointF(columnX(column), y + 1), 4, 4);
}

} // namespace vigie::ui
