// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/month_view.hpp"

#include "ui/calendar/event_painter.hpp"
#include "ui/calendar/post_painter.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/paint.hpp"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace vigie::ui {

using calendar::Post;

namespace {
constexpr int kDays = 7, kWeeks = 6;
}

MonthView::MonthView(CalendarData &data, QWidget *parent) : GridView(data, parent)
{
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
}

void MonthView::setMonth(const QDate &day)
{
    month_ = day;
    viewport()->update();
}

int MonthView::headHeight() const { return Theme::of(this).scaled(30); }
int MonthView::lineHeight() const { return Theme::of(this).scaled(20); }

QRect MonthView::boxOf(const QDate &day) const
{
    const int index = static_cast<int>(data().from().daysTo(day));
    const int column = index % kDays, row = index / kDays, width = viewport()->width(), height = viewport()->height() - headHeight();
    const QPoint topLeft(width * column / kDays, headHeight() + height * row / kWeeks);
    return {topLeft, QPoint(width * (column + 1) / kDays - 1, headHeight() + height * (row + 1) / kWeeks - 1)};
}

int MonthView::capacity(const QRect &box) const
{
    return std::max(1, (box.height() - lineHeight() - 4) / (lineHeight() + 2));
}

QRect MonthView::lineOf(const QRect &box, int line) const
{
    return {box.left() + 4, box.top() + lineHeight() + 2 + line * (lineHeight() + 2), box.width() - 8, lineHeight()};
}

std::vector<GridView::Placed> MonthView::placed() const
{
    std::vector<Placed> result;
    for (auto day = data().from(); day < data().to(); day = day.addDays(1)) {
        const auto posts = data().on(day);
        const auto box = boxOf(day);
        const int room = capacity(box), count = static_cast<int>(posts.size());
        int shown = count <= room ? count : room - 1;
        // The selected post is always to be seen, even in a day with too many.
        int first = 0;
        for (int i = shown; i < count && shown > 0; ++i)
            if (posts[static_cast<std::size_t>(i)]->plan.id == data().selected())
                first = i - shown + 1;
        for (int i = 0; i < shown; ++i)
            result.push_back({posts[static_cast<std::size_t>(first + i)], lineOf(box, i)});
    }
    return result;
}

std::optional<GridView::Place> MonthView::placeAt(const QPoint &point) const
{
    if (!data().from().isValid() || !viewport()->rect().contains(point) || point.y() < headHeight() - lineHeight())
        return std::nullopt;
    const int height = viewport()->height() - headHeight();
    if (height <= 0)
        return std::nullopt;
    const int column = std::clamp(point.x() * kDays / viewport()->width(), 0, kDays - 1);
    const int row = std::clamp((point.y() - headHeight()) * kWeeks / height, 0, kWeeks - 1);
    // A post that is dragged over days keeps its hour.
    const auto *dragged = isDragging() ? data().find(draggedId()) : nullptr;
    return Place{data().from().addDays(row * kDays + column), dragged != nullptr ? dragged->time : data().time()};
}

void MonthView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && hit(event->pos()) == nullptr)
        if (const auto place = placeAt(event->pos())) {
            const auto box = boxOf(place->day);
            const int count = static_cast<int>(data().on(place->day).size());
            if (count > capacity(box) && lineOf(box, capacity(box) - 1).contains(event->pos())) {
                data().setCursor(place->day, place->time);
                Q_EMIT dayWanted(place->day);
                return;
            }
        }
    GridView::mousePressEvent(event);
}

void MonthView::arrow(int key)
{
    const auto posts = data().on(data().day());
    const auto at = std::find_if(posts.begin(), posts.end(), [this](const Post *post) { return post->plan.id == data().selected(); });
    // Up and down walk through a day's posts first, then to the week above or below.
    if (key == Qt::Key_Down && !posts.empty() && (at == posts.end() || at + 1 != posts.end())) {
        data().select((at == posts.end() ? posts.front() : *(at + 1))->plan.id);
        return;
    }
    if (key == Qt::Key_Up && at != posts.end()) {
        if (at == posts.begin())
            data().setCursor(data().day(), data().time());
        else
            data().select((*(at - 1))->plan.id);
        return;
    }
    const int days = key == Qt::Key_Left ? -1 : key == Qt::Key_Right ? 1 : key == Qt::Key_Up ? -kDays : kDays;
    data().setCursor(data().day().addDays(days), data().time());
}

void MonthView::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = Theme::of(this);
    const auto &c = theme.colors();
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), c.pane);
    if (!data().from().isValid())
        return;
    painter.setFont(theme.font(TextSize::Body, QFont::DemiBold));
    painter.setPen(c.fg);
    for (int column = 0; column < kDays; ++column) {
        const auto box = boxOf(data().from().addDays(column));
        paint::elided(painter, QRect(box.left() + 6, 0, box.width() - 8, headHeight()),
                      QLocale().standaloneDayName(data().from().addDays(column).dayOfWeek(), QLocale::ShortFormat));
    }
    for (auto day = data().from(); day < data().to(); day = day.addDays(1))
        paintDay(painter, day);
    for (const auto &one : placed()) {
        const bool selected = one.post->plan.id == data().selected();
        calendar::drawChip(painter, theme, one.rect, *one.post, {selected, selected && hasFocus(), isDragging() && one.post->plan.id == draggedId()});
    }
    if (const auto drop = dropPlace()) {
        painter.setPen(QPen(c.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(boxOf(drop->day).adjusted(1, 1, -1, -1));
    }
}

/// Beside the number of the day: an event, else a holiday, else a day of the year, and how many more there are.
void MonthView::paintBehind(QPainter &painter, const QDate &day, QRect rest) const
{
    const auto &theme = Theme::of(this);
    const calendar::EventShown *event = nullptr;
    const calendar::DayMark *mark = nullptr;
    int more = -1;
    for (const auto &one : data().events())
        if (one.on(day) && ++more == 0)
            event = &one;
    for (const auto &one : data().marks())
        if (one.on(day) && ++more == 0)
            mark = &one;
    if (more < 0 || rest.width() < theme.scaled(30))
        return;
    if (more > 0) {
        painter.save();
        painter.setFont(theme.font(TextSize::Small));
        painter.setPen(theme.colors().muted);
        const auto text = QStringLiteral("+%1").arg(more);
        const int width = painter.fontMetrics().horizontalAdvance(text) + 4;
        painter.drawText(rest, Qt::AlignRight | Qt::AlignVCenter, text);
        painter.restore();
        rest.setWidth(rest.width() - width);
    }
    if (event != nullptr)
        calendar::drawBanner(painter, theme, rest.adjusted(0, 2, 0, -2), *event, data().campaign(event->event.campaign));
    else
        calendar::drawMark(painter, theme, rest, *mark);
}

std::optional<EventId> MonthView::eventUnder(const QPoint &point) const
{
    const auto place = placeAt(point);
    if (!place || point.y() > boxOf(place->day).top() + lineHeight() + 2)
        return std::nullopt;
    for (const auto &one : data().events())
        if (one.on(place->day))
            return one.event.id;
    return std::nullopt;
}

void MonthView::paintDay(QPainter &painter, const QDate &day) const
{
    const auto &theme = Theme::of(this);
    const auto &c = theme.colors();
    const auto box = boxOf(day);
    const bool today = day == data().today(), outside = day.month() != month_.month();
    painter.fillRect(box, outside ? c.bg : c.pane);
    painter.fillRect(QRect(box.left(), box.top(), box.width(), 1), c.line);
    painter.fillRect(QRect(box.right(), box.top(), 1, box.height()), c.line);
    const bool cursor = day == data().day();
    if (cursor) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(hasFocus() ? c.accent : c.muted, hasFocus() && !data().selected() ? 2 : 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box.adjusted(1, 1, -2, -2));
    }
    painter.setFont(theme.font(TextSize::Small, today ? QFont::DemiBold : QFont::Normal));
    const QRect number(box.left() + 6, box.top() + 2, box.width() - 12, lineHeight());
    const auto text = day.day() == 1 ? QLocale().toString(day, tr("d MMM", "date format")) : QString::number(day.day());
    if (today) {
        const int width = painter.fontMetrics().horizontalAdvance(text) + 12;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.accent);
        painter.drawRoundedRect(QRect(number.left() - 3, number.top() + 1, width, number.height() - 2), 8, 8);
        painter.setPen(c.onAccent);
        painter.drawText(number.adjusted(3, 0, 0, 0), Qt::AlignVCenter, text);
    } else {
        painter.setPen(outside ? c.muted : c.fg);
        painter.drawText(number, Qt::AlignVCenter, text);
    }
    paintBehind(painter, day, number.adjusted(painter.fontMetrics().horizontalAdvance(text) + 14, 0, 0, 0));
    const int count = static_cast<int>(data().on(day).size()), room = capacity(box);
    if (count > room) {
        painter.setFont(theme.font(TextSize::Small));
        painter.setPen(c.accent);
        paint::elided(painter, lineOf(box, room - 1), tr("+%n more", "posts of a day", count - room + 1));
    }
}

} // namespace vigie::ui
