// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/lane_view.hpp"

#include "ui/calendar/event_painter.hpp"
#include "ui/calendar/post_painter.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/paint.hpp"

#include <QLocale>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace vigie::ui {

using calendar::Post;

namespace {
constexpr int kMostDays = 7, kBar = 4, kRoomAround = 6;
}

LaneView::LaneView(CalendarData &data, QWidget *parent) : GridView(data, parent)
{
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setFrameShape(QFrame::NoFrame);
    connect(&data, &CalendarData::loadedChanged, this, &LaneView::layoutLanes);
    connect(&Theme::of(this), &Theme::changed, this, &LaneView::layoutLanes);
}

void LaneView::setBy(calendar::LaneBy by)
{
    by_ = by;
    layoutLanes();
}

int LaneView::dayCount() const
{
    return data().from().isValid() ? std::clamp(static_cast<int>(data().from().daysTo(data().to())), 1, kMostDays) : kMostDays;
}

int LaneView::headHeight() const { return Theme::of(this).scaled(30); }
int LaneView::lineHeight() const { return Theme::of(this).scaled(22); }
int LaneView::nameWidth() const { return std::min(Theme::of(this).scaled(150), viewport()->width() / 4); }
int LaneView::columnX(int column) const { return nameWidth() + (viewport()->width() - nameWidth()) * column / dayCount(); }

std::vector<const Post *> LaneView::cell(std::size_t lane, const QDate &day) const
{
    std::vector<const Post *> found;
    for (const auto *post : data().on(day))
        if (calendar::inLane(*post, lanes_[lane].key))
            found.push_back(post);
    return found;
}

void LaneView::layoutLanes()
{
    lanes_ = calendar::lanesOf(data(), by_, Theme::of(this));
    lines_.assign(lanes_.size(), 1);
    for (std::size_t lane = 0; lane < lanes_.size(); ++lane)
        for (int column = 0; data().from().isValid() && column < dayCount(); ++column)
            lines_[lane] = std::max(lines_[lane], static_cast<int>(cell(lane, data().from().addDays(column)).size()));
    const int page = viewport()->height() - headHeight(), whole = laneTop(lanes_.size()) + verticalScrollBar()->value() - headHeight();
    verticalScrollBar()->setRange(0, std::max(0, whole - page));
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(lineHeight());
    viewport()->update();
}

int LaneView::laneTop(std::size_t lane) const
{
    int top = headHeight() - verticalScrollBar()->value();
    for (std::size_t i = 0; i < lane && i < lines_.size(); ++i)
        top += lines_[i] * lineHeight() + 2 * kRoomAround;
    return top;
}

std::vector<GridView::Placed> LaneView::placed() const
{
    std::vector<Placed> result;
    for (std::size_t lane = 0; lane < lanes_.size(); ++lane) {
        const int top = laneTop(lane) + kRoomAround;
        for (int column = 0; data().from().isValid() && column < dayCount(); ++column) {
            int line = 0;
            for (const auto *post : cell(lane, data().from().addDays(column)))
                result.push_back({post, QRect(columnX(column) + 3, top + line++ * lineHeight(), columnX(column + 1) - columnX(column) - 6, lineHeight() - 2)});
        }
    }
    return result;
}

std::optional<GridView::Place> LaneView::placeAt(const QPoint &point) const
{
    if (!data().from().isValid() || point.x() < nameWidth() || point.y() < headHeight() || !viewport()->rect().contains(point))
        return std::nullopt;
    const int column = std::clamp((point.x() - nameWidth()) * dayCount() / (viewport()->width() - nameWidth()), 0, dayCount() - 1);
    QString lane;
    for (std::size_t i = 0; i < lanes_.size(); ++i)
        if (point.y() >= laneTop(i) && point.y() < laneTop(i + 1))
            lane = lanes_[i].key;
    const auto *dragged = isDragging() ? data().find(draggedId()) : nullptr;
    // A post that is dragged over days keeps its hour.
    return Place{data().from().addDays(column), dragged != nullptr && dragged->time.isValid() ? dragged->time : data().time(), lane};
}

void LaneView::ensureCursorVisible()
{
    for (const auto &one : placed()) {
        if (one.post->plan.id != data().selected())
            continue;
        auto *bar = verticalScrollBar();
        if (one.rect.top() < headHeight())
            bar->setValue(bar->value() - (headHeight() - one.rect.top()) - kGap);
        else if (one.rect.bottom() > viewport()->height())
            bar->setValue(bar->value() + one.rect.bottom() - viewport()->height() + kGap);
        return;
    }
}

void LaneView::resizeEvent(QResizeEvent *event)
{
    GridView::resizeEvent(event);
    layoutLanes();
}

/// Up and down walk through the posts of the day, lane by lane; left and right through the days.
void LaneView::arrow(int key)
{
    if (key == Qt::Key_Left || key == Qt::Key_Right) {
        const auto day = data().day().addDays(key == Qt::Key_Right ? 1 : -1);
        const auto there = data().on(day);
        if (there.empty())
            data().setCursor(day, data().time());
        else
            data().select(there.front()->plan.id);
        return;
    }
    std::vector<PlanId> ids;
    for (const auto &one : placed())
        if (one.post->day == data().day() && std::find(ids.begin(), ids.end(), one.post->plan.id) == ids.end())
            ids.push_back(one.post->plan.id);
    if (ids.empty())
        return;
    const auto at = std::find(ids.begin(), ids.end(), data().selected());
    if (at == ids.end())
        data().select(key == Qt::Key_Down ? ids.front() : ids.back());
    else if (key == Qt::Key_Down && at + 1 != ids.end())
        data().select(*(at + 1));
    else if (key == Qt::Key_Up && at != ids.begin())
        data().select(*(at - 1));
}

void LaneView::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = Theme::of(this);
    const auto &c = theme.colors();
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), c.bg);
    if (!data().from().isValid())
        return;
    painter.save();
    painter.setClipRect(0, headHeight(), viewport()->width(), viewport()->height());
    for (std::size_t lane = 0; lane < lanes_.size(); ++lane) {
        const int top = laneTop(lane), bottom = laneTop(lane + 1);
        painter.fillRect(0, top, nameWidth(), bottom - top, c.pane);
        if (lanes_[lane].color.isValid())
            painter.fillRect(0, top, kBar, bottom - top, lanes_[lane].color);
        painter.setFont(theme.font(TextSize::Body, QFont::DemiBold));
        painter.setPen(c.fg);
        paint::elided(painter, QRect(kBar + kGap, top + kRoomAround, nameWidth() - kBar - 2 * kGap, lineHeight()), lanes_[lane].name);
        painter.fillRect(0, bottom - 1, viewport()->width(), 1, c.line);
    }
    for (int column = 0; column < dayCount(); ++column) {
        const auto day = data().from().addDays(column);
        painter.fillRect(columnX(column), headHeight(), 1, viewport()->height(), c.line);
        if (day == data().day()) {
            auto tint = c.accentBg;
            tint.setAlphaF(0.45F);
            painter.fillRect(columnX(column) + 1, headHeight(), columnX(column + 1) - columnX(column) - 1, laneTop(lanes_.size()) - headHeight(), tint);
        }
    }
    for (const auto &one : placed()) {
        const bool selected = one.post->plan.id == data().selected();
        calendar::drawChip(painter, theme, one.rect, *one.post, {selected, selected && hasFocus(), isDragging() && one.post->plan.id == draggedId()});
    }
    if (const auto drop = dropPlace()) {
        const int column = static_cast<int>(data().from().daysTo(drop->day));
        for (std::size_t lane = 0; lane < lanes_.size(); ++lane)
            if (lanes_[lane].key == drop->lane) {
                painter.setPen(QPen(c.accent, 2));
                painter.setBrush(Qt::NoBrush);
                painter.drawRect(QRect(columnX(column) + 1, laneTop(lane) + 1, columnX(column + 1) - columnX(column) - 2, laneTop(lane + 1) - laneTop(lane) - 3));
            }
    }
    painter.restore();
    paintHead(painter);
}

void LaneView::paintHead(QPainter &painter) const
{
    const auto &theme = Theme::of(this);
    const auto &c = theme.colors();
    painter.fillRect(0, 0, viewport()->width(), headHeight(), c.pane);
    painter.fillRect(0, headHeight() - 1, viewport()->width(), 1, c.line);
    painter.setFont(theme.font(TextSize::Body, QFont::DemiBold));
    for (int column = 0; column < dayCount(); ++column) {
        const auto day = data().from().addDays(column);
        painter.setPen(day == data().today() ? c.accent : c.fg);
        paint::elided(painter, QRect(columnX(column) + 4, 0, columnX(column + 1) - columnX(column) - 6, headHeight()), QLocale().toString(day, tr("ddd d", "date format: day of a week")));
        if (day == data().today())
            painter.fillRect(columnX(column), headHeight() - 2, columnX(column + 1) - columnX(column), 2, c.accent);
    }
}

} // namespace vigie::ui
