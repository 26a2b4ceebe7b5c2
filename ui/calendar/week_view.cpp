// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/week_view.hpp"

#include "ui/calendar/post_painter.hpp"
#include "ui/calendar/week_layout.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/paint.hpp"

#include <QLocale>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace vigie::ui {

using calendar::Post;

namespace {
constexpr int kDays = 7, kHours = 24, kSnap = 15, kCursorStep = 30;
constexpr int kFirstHourShown = 8, kNarrowestDay = 84;
}

WeekView::WeekView(CalendarData &data, QWidget *parent) : GridView(data, parent)
{
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded); // large text: days keep a width in which they can be read
    connect(&Theme::of(this), &Theme::changed, this, &WeekView::adjustScroll);
    setFrameShape(QFrame::NoFrame);
}

int WeekView::headHeight() const { return Theme::of(this).scaled(30); }
int WeekView::gutter() const { return Theme::of(this).scaled(50); }
int WeekView::hourHeight() const { return Theme::of(this).scaled(60); }

int WeekView::cardHeight() const
{
    const auto &theme = Theme::of(this);
    return 2 * QFontMetrics(theme.font(TextSize::Small)).height() + QFontMetrics(theme.font(TextSize::Body)).height() + 8;
}

int WeekView::columnX(int column) const
{
    return gutter() + (contentWidth() - gutter()) * column / kDays - horizontalScrollBar()->value();
}

int WeekView::contentWidth() const
{
    return std::max(viewport()->width(), gutter() + kDays * Theme::of(this).scaled(kNarrowestDay));
}

int WeekView::yOf(const QTime &time) const
{
    return headHeight() - verticalScrollBar()->value() + (time.hour() * 60 + time.minute()) * hourHeight() / 60;
}

QPoint WeekView::pointOf(const QDate &day, const QTime &time) const
{
    const int column = static_cast<int>(data().from().daysTo(day));
    return {(columnX(column) + columnX(column + 1)) / 2, yOf(time)};
}

std::vector<GridView::Placed> WeekView::placed() const
{
    std::vector<Placed> result;
    const int height = cardHeight();
    for (int column = 0; column < kDays; ++column) {
        const auto posts = data().on(data().from().addDays(column));
        std::vector<int> tops;
        for (const auto *post : posts)
            tops.push_back(yOf(post->time));
        const auto slots = calendar::layoutDay(tops, height);
        const int left = columnX(column) + 2, width = columnX(column + 1) - columnX(column) - 8;
        for (std::size_t i = 0; i < posts.size(); ++i) {
            const int lane = width / slots[i].lanes;
            result.push_back({posts[i], QRect(left + lane * slots[i].lane, tops[i] + 1, lane - (slots[i].lanes > 1 ? 2 : 0), height)});
        }
    }
    return result;
}

std::optional<GridView::Place> WeekView::placeAt(const QPoint &point) const
{
    if (point.x() < gutter() || point.y() < headHeight() - cardHeight() || viewport()->width() <= gutter())
        return std::nullopt;
    const int along = point.x() - gutter() + horizontalScrollBar()->value();
    const int column = std::clamp(along * kDays / (contentWidth() - gutter()), 0, kDays - 1);
    const int raw = (point.y() - headHeight() + verticalScrollBar()->value()) * 60 / hourHeight();
    const int minute = std::clamp((raw + kSnap / 2) / kSnap * kSnap, 0, kHours * 60 - kSnap);
    return Place{data().from().addDays(column), QTime(minute / 60, minute % 60)};
}

void WeekView::adjustScroll()
{
    const int page = viewport()->height() - headHeight();
    verticalScrollBar()->setRange(0, std::max(0, kHours * hourHeight() - page));
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(hourHeight() / 2);
    horizontalScrollBar()->setRange(0, std::max(0, contentWidth() - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width() - gutter());
    horizontalScrollBar()->setSingleStep(gutter());
}

void WeekView::resizeEvent(QResizeEvent *event)
{
    GridView::resizeEvent(event);
    adjustScroll();
}

void WeekView::showEvent(QShowEvent *event)
{
    GridView::showEvent(event);
    adjustScroll();
    if (!scrolledOnce_)
        verticalScrollBar()->setValue(kFirstHourShown * hourHeight());
    scrolledOnce_ = true;
}

void WeekView::ensureCursorVisible()
{
    const int top = yOf(data().time()), height = data().selected() ? cardHeight() : hourHeight() / 2;
    auto *bar = verticalScrollBar();
    if (top < headHeight())
        bar->setValue(bar->value() - (headHeight() - top) - kGap);
    else if (top + height > viewport()->height())
        bar->setValue(bar->value() + top + height - viewport()->height() + kGap);
    const int column = static_cast<int>(data().from().daysTo(data().day()));
    auto *across = horizontalScrollBar();
    if (column < 0 || column >= kDays)
        return;
    if (columnX(column) < gutter())
        across->setValue(across->value() - (gutter() - columnX(column)));
    else if (columnX(column + 1) > viewport()->width())
        across->setValue(across->value() + columnX(column + 1) - viewport()->width());
}

void WeekView::verticalArrow(int direction)
{
    const auto now = data().time();
    const int minute = now.hour() * 60 + now.minute();
    const auto posts = data().on(data().day());
    // Another post at the same minute, then the next post, but never farther than the next half hour.
    const auto at = std::find_if(posts.begin(), posts.end(), [this](const Post *post) { return post->plan.id == data().selected(); });
    const Post *next = nullptr;
    if (at != posts.end()) {
        if (direction > 0 && at + 1 != posts.end())
            next = *(at + 1);
        else if (direction < 0 && at != posts.begin())
            next = *(at - 1);
    } else {
        for (const auto *post : posts) {
            if (direction > 0 && post->minute() > minute && next == nullptr)
                next = post;
            if (direction < 0 && post->minute() < minute)
                next = post;
        }
    }
    const int step = direction > 0 ? (minute / kCursorStep + 1) * kCursorStep : (minute + kCursorStep - 1) / kCursorStep * kCursorStep - kCursorStep;
    if (next != nullptr && (direction > 0 ? next->minute() <= step : next->minute() >= step)) {
        data().select(next->plan.id);
        return;
    }
    if (step >= 0 && step < kHours * 60)
        data().setCursor(data().day(), QTime(step / 60, step % 60));
}

void WeekView::arrow(int key)
{
    if (key == Qt::Key_Up || key == Qt::Key_Down) {
        verticalArrow(key == Qt::Key_Down ? 1 : -1);
        return;
    }
    const auto day = data().day().addDays(key == Qt::Key_Right ? 1 : -1);
    // The post beside this one, if there is one about this hour; else the same hour, free.
    const Post *beside = nullptr;
    const auto distance = [this](const Post *post) { return std::abs(post->time.secsTo(data().time())); };
    for (const auto *post : data().on(day))
        if (distance(post) <= kCursorStep * 60 && (beside == nullptr || distance(post) < distance(beside)))
            beside = post;
    if (beside != nullptr)
        data().select(beside->plan.id);
    else
        data().setCursor(day, data().time());
}

void WeekView::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), Theme::of(this).colors().bg);
    painter.save();
    painter.setClipRect(0, headHeight(), viewport()->width(), viewport()->height());
    paintHours(painter);
    painter.setClipRect(gutter(), headHeight(), viewport()->width(), viewport()->height());
    paintClockChanges(painter);
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
    for (int column = 0; column < kDays; ++column) {
        const auto day = data().from().addDays(column);
        painter.setPen(day == today ? c.accent : c.fg);
        const QRect box(columnX(column) + 4, 0, columnX(column + 1) - columnX(column) - 6, headHeight());
        paint::elided(painter, box, QLocale().toString(day, tr("ddd d", "date format: day of a week")));
        if (day == today)
            painter.fillRect(columnX(column), headHeight() - 2, columnX(column + 1) - columnX(column), 2, c.accent);
    }
    painter.restore();
}

void WeekView::paintHours(QPainter &painter) const
{
    const auto &theme = Theme::of(this);
    const auto &c = theme.colors();
    const int todayColumn = static_cast<int>(data().from().daysTo(data().today()));
    if (todayColumn >= 0 && todayColumn < kDays) {
        auto tint = c.accentBg;
        tint.setAlphaF(0.45F);
        const int left = std::max(gutter(), columnX(todayColumn));
        painter.fillRect(QRect(left, 0, std::max(0, columnX(todayColumn + 1) - left), viewport()->height()), tint);
    }
    painter.setFont(theme.font(TextSize::Small));
    for (int hour = 0; hour <= kHours; ++hour) {
        const int y = headHeight() - verticalScrollBar()->value() + hour * hourHeight();
        painter.fillRect(0, y, viewport()->width(), 1, c.line);
        if (hour == kHours)
            break;
        painter.setPen(c.muted);
        painter.drawText(QRect(0, y + 3, gutter() - 8, painter.fontMetrics().height()), Qt::AlignRight, QLocale().toString(QTime(hour, 0), QStringLiteral("H:mm")));
    }
    for (int column = 0; column <= kDays; ++column)
        if (columnX(column) >= gutter())
            painter.fillRect(columnX(column) - 1, headHeight(), 1, viewport()->height(), c.line);
}

void WeekView::paintClockChanges(QPainter &painter) const
{
    const auto &theme = Theme::of(this);
    const auto &c = theme.colors();
    const auto zone = data().zone();
    for (int column = 0; column < kDays; ++column) {
        const auto day = data().from().addDays(column);
        const auto begin = dayStart(static_cast<std::int32_t>(QDate(1970, 1, 1).daysTo(day)), zone);
        const auto end = dayStart(static_cast<std::int32_t>(QDate(1970, 1, 1).daysTo(day)) + 1, zone);
        if (!begin || !end || *end - *begin == std::chrono::hours(kHours))
            continue;
        for (int hour = 0; hour < kHours; ++hour) {
            const auto at = toInstant(calendar::wallOf(day, QTime(hour, kCursorStep)), zone);
            if (!at || at->kind == ZonedInstant::Kind::Unique)
                continue;
            const QRect box(columnX(column), yOf(QTime(hour, 0)), columnX(column + 1) - columnX(column), hourHeight());
            const bool gap = at->kind == ZonedInstant::Kind::Gap;
            painter.fillRect(box, QBrush(gap ? c.line : c.warnBg, gap ? Qt::BDiagPattern : Qt::SolidPattern));
            painter.setFont(theme.font(TextSize::Small));
            painter.setPen(c.warn);
            painter.drawText(box.adjusted(6, 3, -4, -3), Qt::AlignBottom | Qt::TextWordWrap,
                             gap ? tr("no such hour: the clocks go forward") : tr("twice: the clocks go back"));
        }
    }
}

void WeekView::paintPosts(QPainter &painter) const
{
    const auto &theme = Theme::of(this);
    const auto &c = theme.colors();
    if (!data().selected()) { // the free place of the cursor
        const int column = static_cast<int>(data().from().daysTo(data().day()));
        if (column >= 0 && column < kDays) {
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
    if (column < 0 || column >= kDays)
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
