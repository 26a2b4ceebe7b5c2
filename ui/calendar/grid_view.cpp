// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/grid_view.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/plan_drag.hpp"

#include <QAccessible>
#include <QApplication>
#include <QContextMenuEvent>
#include <QDragMoveEvent>
#include <QHelpEvent>
#include <QLocale>
#include <QMimeData>
#include <QMouseEvent>
#include <QToolTip>

namespace vigie::ui {

using calendar::Post;

namespace {
constexpr int kClockMs = 15'000;
}

GridView::GridView(CalendarData &data, QWidget *parent) : QAbstractScrollArea(parent), data_(data)
{
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(false);
    viewport()->setAcceptDrops(true);
    connect(&data_, &CalendarData::loadedChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&data_, &CalendarData::cursorChanged, this, [this] {
        viewport()->update();
        if (isVisible())
            ensureCursorVisible();
        speak();
    });
    clock_.setInterval(kClockMs);
    connect(&clock_, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update)); // the line of the present moves
    clock_.start();
}

void GridView::speak()
{
    const auto *post = data_.selectedPost();
    const auto place = post != nullptr
                           ? calendar::spoken(*post)
                           : tr("%1 %2, free", "day and time of an empty place")
                                 .arg(QLocale().toString(data_.day(), tr("dddd d MMMM", "date format")), QLocale().toString(data_.time(), QStringLiteral("HH:mm")));
    const auto behind = behindSpoken();
    const auto said = behind.isEmpty() ? tr("%1. %2", "name of the view, then the place of the cursor").arg(viewName(), place)
                                       : tr("%1. %2. %3", "name of the view, the place of the cursor, what the day brings").arg(viewName(), place, behind);
    if (said == accessibleName())
        return;
    setAccessibleName(said);
    setAccessibleDescription(tr("Arrows choose, Alt and arrows move the post, Enter edits, N makes a post here. The agenda shows the same posts as a list."));
    QAccessibleEvent event(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

QString GridView::behindSpoken() const
{
    QStringList said;
    for (const auto &mark : data_.marks())
        if (mark.on(data_.day()))
            said.append(mark.name);
    if (const auto *event = data_.eventAt(data_.day(), data_.time()))
        said.append(qs(event->event.name));
    return said.join(QStringLiteral(", "));
}

const Post *GridView::hit(const QPoint &point) const
{
    const auto all = placed();
    for (auto it = all.rbegin(); it != all.rend(); ++it) // the one drawn last is on top
        if (it->rect.contains(point))
            return it->post;
    return nullptr;
}

void GridView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    pressPoint_ = event->pos();
    pressed_ = {};
    for (const auto &one : placed())
        if (one.rect.contains(event->pos())) {
            pressed_ = one.post->plan.id;
            grab_ = event->pos() - one.rect.topLeft();
        }
    if (pressed_)
        data_.select(pressed_);
    else if (const auto place = placeAt(event->pos()))
        data_.setCursor(place->day, place->time);
}

void GridView::mouseMoveEvent(QMouseEvent *event)
{
    if (!pressed_ || !(event->buttons() & Qt::LeftButton))
        return;
    const auto *post = data_.find(pressed_);
    if (post == nullptr || !calendar::editable(post->plan))
        return;
    if (!dragging_ && (event->pos() - pressPoint_).manhattanLength() < QApplication::startDragDistance())
        return;
    dragging_ = true;
    drop_ = placeAt(event->pos() - QPoint(0, grab_.y()));
    viewport()->setCursor(drop_ ? Qt::ClosedHandCursor : Qt::ForbiddenCursor);
    viewport()->update();
}

void GridView::mouseReleaseEvent(QMouseEvent * /*event*/)
{
    const bool moved = dragging_ && drop_;
    const auto id = pressed_;
    const auto place = drop_;
    endDrag();
    if (!moved)
        return;
    const auto *post = data_.find(id);
    if (post != nullptr && (post->day != place->day || post->time != place->time))
        Q_EMIT moveWanted(id, place->day, place->time);
    if (post != nullptr && !place->lane.isEmpty())
        Q_EMIT laneWanted(id, place->lane);
}

/// A draft without a day comes from the list beside.
void GridView::dragEnterEvent(QDragEnterEvent *event)
{
    if (calendar::draggedPlan(event->mimeData()))
        event->acceptProposedAction();
}

void GridView::dragMoveEvent(QDragMoveEvent *event)
{
    const auto id = calendar::draggedPlan(event->mimeData());
    pressed_ = id;
    dragging_ = static_cast<bool>(id);
    drop_ = placeAt(event->position().toPoint());
    event->setAccepted(dragging_ && drop_);
    viewport()->update();
}

void GridView::dragLeaveEvent(QDragLeaveEvent * /*event*/)
{
    endDrag();
}

void GridView::dropEvent(QDropEvent *event)
{
    const auto id = calendar::draggedPlan(event->mimeData());
    const auto place = placeAt(event->position().toPoint());
    endDrag();
    if (!id || !place)
        return;
    event->acceptProposedAction();
    Q_EMIT moveWanted(id, place->day, place->time);
    if (!place->lane.isEmpty())
        Q_EMIT laneWanted(id, place->lane);
    setFocus();
}

void GridView::endDrag()
{
    dragging_ = false;
    pressed_ = {};
    drop_.reset();
    viewport()->unsetCursor();
    viewport()->update();
}

void GridView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const auto *post = hit(event->pos()))
        Q_EMIT editWanted(post->plan.id);
    else if (const auto id = eventUnder(event->pos()))
        Q_EMIT eventWanted(*id);
    else if (const auto place = placeAt(event->pos()))
        Q_EMIT newWanted(place->day, place->time);
}

void GridView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse) {
        if (const auto *post = hit(event->pos()))
            data_.select(post->plan.id);
        else if (const auto place = placeAt(event->pos()))
            data_.setCursor(place->day, place->time);
    }
    Q_EMIT menuWanted(event->globalPos());
}

void GridView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && dragging_) {
        endDrag();
        return;
    }
    const bool isArrow = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right || event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    if (isArrow && (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier) {
        const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
        const int key = !rightToLeft                      ? event->key()
                        : event->key() == Qt::Key_Left    ? static_cast<int>(Qt::Key_Right)
                        : event->key() == Qt::Key_Right   ? static_cast<int>(Qt::Key_Left)
                                                          : event->key();
        arrow(key);
        return;
    }
    event->ignore(); // everything else is a command
}

bool GridView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto *post = hit(help->pos());
        auto text = post != nullptr ? calendar::spoken(*post).toHtmlEscaped() : tipAt(help->pos());
        if (post != nullptr) {
            const auto notice = calendar::clockNotice(post->plan, post->plan.dueKind, post->plan.due);
            if (!notice.isEmpty())
                text += QStringLiteral("<br>") + notice.toHtmlEscaped();
            if (const auto late = calendar::lateLine(post->plan); !late.isEmpty())
                text += QStringLiteral("<br>") + late.toHtmlEscaped();
            if (!post->zone.isEmpty())
                text += QStringLiteral("<br>") + tr("planned in the zone %1").arg(post->zone).toHtmlEscaped();
            text = QStringLiteral("<p>") + text + QStringLiteral("</p>");
        }
        QToolTip::showText(help->globalPos(), text, viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

/// What stands behind the posts there.
QString GridView::tipAt(const QPoint &point) const
{
    QStringList lines;
    if (const auto id = eventUnder(point))
        if (const auto *event = data_.event(*id)) {
            lines.append(calendar::spoken(*event).toHtmlEscaped());
            if (!event->event.note.empty())
                lines.append(qs(event->event.note).toHtmlEscaped());
        }
    if (const auto place = placeAt(point); place && lines.isEmpty())
        for (const auto &mark : data_.marks())
            if (mark.on(place->day))
                lines.append((mark.place.isEmpty() ? mark.name : mark.name + QStringLiteral(" (") + mark.place + QLatin1Char(')')).toHtmlEscaped());
    return lines.isEmpty() ? QString() : QStringLiteral("<p>") + lines.join(QStringLiteral("<br>")) + QStringLiteral("</p>");
}

void GridView::focusInEvent(QFocusEvent *event)
{
    viewport()->update();
    speak();
    QAbstractScrollArea::focusInEvent(event);
}

void GridView::focusOutEvent(QFocusEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::focusOutEvent(event);
}

void GridView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        speak();
        viewport()->update();
    }
    QAbstractScrollArea::changeEvent(event);
}

} // namespace vigie::ui
