// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/week_view.hpp"

#include "ui/calendar/week_layout.hpp"
#include "ui/theme/theme.hpp"

#include <QScrollBar>

#include <algorithm>

namespace vigie::ui {

using calendar::Post;

namespace {
constexpr int kMostDays = 7, kHours = 24, kCursorStep = 30, kEventInset = 26;
constexpr int kFirstHourShown = 8, kNarrowestDay = 84, kMostMarks = 3;
}

WeekView::WeekView(CalendarData &data, QWidget *parent) : GridView(data, parent)
{
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded); // large text: days keep a width in which they can be read
    connect(&Theme::of(this), &Theme::changed, this, &WeekView::adjustScroll);
    connect(&data, &CalendarData::loadedChanged, this, &WeekView::adjustScroll); // another week may have another number of rows
    setFrameShape(QFrame::NoFrame);
}

int WeekView::dayCount() const
{
    return data().from().isValid() ? std::clamp(static_cast<int>(data().from().daysTo(data().to())), 1, kMostDays) : kMostDays;
}

const calendar::HourAxis &WeekView::axis() const
{
    const auto zone = data().zone();
    if (axisFrom_ != data().from() || axisDays_ != dayCount() || axisZone_ != zone) {
        axisFrom_ = data().from();
        axisDays_ = dayCount();
        axisZone_ = zone;
        std::vector<QDate> days;
        for (int column = 0; axisFrom_.isValid() && column < axisDays_; ++column)
            days.push_back(axisFrom_.addDays(column));
        axis_ = calendar::HourAxis(days, zone);
    }
    return axis_;
}

int WeekView::dayLine() const { return Theme::of(this).scaled(30); }
int WeekView::markLine() const { return Theme::of(this).scaled(18); }
int WeekView::hourHeight() const { return Theme::of(this).scaled(60); }

int WeekView::gutter() const
{
    return Theme::of(this).scaled(data().secondZone().empty() ? 50 : 92);
}

std::vector<WeekView::Banner> WeekView::banners(const QDate &day) const
{
    std::vector<Banner> out;
    for (const auto &event : data().events())
        if (event.banner && event.on(day))
            out.push_back({&event, nullptr});
    for (const auto &mark : data().marks())
        if (mark.on(day))
            out.push_back({nullptr, &mark});
    return out;
}

int WeekView::headHeight() const
{
    std::size_t most = 0;
    for (int column = 0; data().from().isValid() && column < dayCount(); ++column)
        most = std::max(most, banners(data().from().addDays(column)).size());
    return dayLine() + static_cast<int>(std::min<std::size_t>(most, kMostMarks)) * markLine() + (most > 0 ? kGrid : 0);
}

int WeekView::cardHeight() const
{
    const auto &theme = Theme::of(this);
    return 2 * QFontMetrics(theme.font(TextSize::Small)).height() + QFontMetrics(theme.font(TextSize::Body)).height() + 8;
}

int WeekView::columnX(int column) const
{
    return gutter() + (contentWidth() - gutter()) * column / dayCount() - horizontalScrollBar()->value();
}

int WeekView::contentWidth() const
{
    return std::max(viewport()->width(), gutter() + dayCount() * Theme::of(this).scaled(kNarrowestDay));
}

int WeekView::yOf(const QTime &time, bool second) const
{
    return headHeight() - verticalScrollBar()->value() + static_cast<int>(axis().position(time, second) * hourHeight());
}

QPoint WeekView::pointOf(const QDate &day, const QTime &time) const
{
    const int column = static_cast<int>(data().from().daysTo(day));
    return {(columnX(column) + columnX(column + 1)) / 2, yOf(time)};
}

QRect WeekView::eventRect(const calendar::EventShown &event, int column) const
{
    const auto day = data().from().addDays(column);
    const auto [from, to] = event.minutesOn(day);
    const int top = yOf(QTime(from / 60, from % 60)), bottom = to >= kHours * 60 ? yOf(QTime(23, 59)) + 1 : yOf(QTime(to / 60, to % 60));
    return {columnX(column) + 2, top + 1, columnX(column + 1) - columnX(column) - 8, std::max(bottom - top - 1, markLine())};
}

std::vector<GridView::Placed> WeekView::placed() const
{
    std::vector<Placed> result;
    const int height = cardHeight();
    for (int column = 0; column < dayCount(); ++column) {
        const auto day = data().from().addDays(column);
        const auto posts = data().on(day);
        std::vector<int> tops;
        for (const auto *post : posts)
            tops.push_back(yOf(post->time, post->second));
        const auto slots = calendar::layoutDay(tops, height);
        const int left = columnX(column) + 2, whole = columnX(column + 1) - columnX(column) - 8;
        for (std::size_t i = 0; i < posts.size(); ++i) {
            // The edge of an event stays to be seen beside the posts that leave during it.
            const QRect card(left, tops[i], whole, height);
            const bool during = std::any_of(data().events().begin(), data().events().end(), [&](const calendar::EventShown &event) {
                return !event.banner && event.on(day) && eventRect(event, column).intersects(card);
            });
            const int inset = during ? std::min(Theme::of(this).scaled(kEventInset), whole / 4) : 0;
            const int lane = (whole - inset) / slots[i].lanes;
            result.push_back({posts[i], QRect(left + inset + lane * slots[i].lane, tops[i] + 1, lane - (slots[i].lanes > 1 ? 2 : 0), height)});
        }
    }
    return result;
}

std::optional<EventId> WeekView::eventUnder(const QPoint &point) const
{
    const auto place = placeAt(point);
    if (!place)
        return std::nullopt;
    if (point.y() < headHeight()) {
        const auto row = static_cast<std::size_t>(std::max(0, (point.y() - dayLine()) / markLine()));
        const auto above = banners(place->day);
        return point.y() >= dayLine() && row < above.size() && above[row].event != nullptr ? std::optional(above[row].event->event.id) : std::nullopt;
    }
    const int column = static_cast<int>(data().from().daysTo(place->day));
    for (const auto &event : data().events())
        if (!event.banner && event.on(place->day) && eventRect(event, column).contains(point))
            return event.event.id;
    return std::nullopt;
}

std::optional<GridView::Place> WeekView::placeAt(const QPoint &point) const
{
    if (point.x() < gutter() || point.y() < dayLine() - cardHeight() || viewport()->width() <= gutter() || !data().from().isValid())
        return std::nullopt;
    const int along = point.x() - gutter() + horizontalScrollBar()->value();
    const int column = std::clamp(along * dayCount() / (contentWidth() - gutter()), 0, dayCount() - 1);
    const double row = static_cast<double>(point.y() - headHeight() + verticalScrollBar()->value()) / hourHeight();
    return Place{data().from().addDays(column), axis().timeAt(row)};
}

void WeekView::adjustScroll()
{
    const int page = viewport()->height() - headHeight();
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(axis().rows().size()) * hourHeight() - page));
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
    if (column < 0 || column >= dayCount())
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

} // namespace vigie::ui
