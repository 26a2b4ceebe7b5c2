// SPDX-License-Identifier: GPL-3.0-or-later
// Columns in windows of their own; their order and place by the mouse.
#include "ui/feed/feed_panel.hpp"

#include "ui/feed/column.hpp"
#include "ui/feed/column_parts.hpp"
#include "ui/feed/column_window.hpp"
#include "ui/feed/shelf_column.hpp"
#include "ui/theme/theme.hpp"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace vigie::ui {

ColumnWindow *FeedPanel::windowOf(const Column *column) const
{
    return column != nullptr ? windows_.value(column->id().value, nullptr) : nullptr;
}

void FeedPanel::layColumns()
{
    while (row_->count() > 0)
        delete row_->takeAt(0);
    for (auto *column : columns_) {
        if (column->isDetached())
            continue;
        row_->addWidget(column, 1);
        column->show();
    }
    row_->addWidget(shelf_, 1);
    row_->addStretch(0); // what columns of a width of their own leave free
}

void FeedPanel::detach(Column *column, const QJsonObject &place)
{
    if (column == nullptr || column->isDetached())
        return;
    const bool restoring = !place.isEmpty();
    row_->removeWidget(column);
    column->setDetached(true);
    auto *window = new ColumnWindow(shell(), *this, *column);
    windows_.insert(column->id().value, window);
    connect(window, &ColumnWindow::closed, this, [this, column] { attach(column); });
    if (restoring) {
        window->setAttribute(Qt::WA_ShowWithoutActivating);
        window->restore(place);
    }
    column->show();
    window->show();
    layColumns();
    if (restoring) {
        window->setAttribute(Qt::WA_ShowWithoutActivating, false);
        return;
    }
    goTo(column);
}

void FeedPanel::attach(Column *column)
{
    auto *window = windowOf(column);
    if (window == nullptr)
        return;
    windows_.remove(column->id().value);
    const bool hadFocus = window->isActiveWindow();
    column->setDetached(false);
    column->setParent(scroll_->widget());
    window->letGo();
    layColumns();
    if (hadFocus)
        goTo(column);
}

void FeedPanel::turnDetached()
{
    if (active_->isDetached())
        attach(active_);
    else
        detach(active_);
}

void FeedPanel::deactivated()
{
    // Once the other panel is in front. A window of a column that the person works in keeps its keys.
    QTimer::singleShot(0, this, [this] {
        for (auto *window : std::as_const(windows_))
            window->reclaim();
    });
}

int FeedPanel::placeAt(QPoint at) const
{
    if (!scroll_->isVisible() || !QRect(scroll_->mapToGlobal(QPoint(0, 0)), scroll_->size()).contains(at))
        return -1;
    int place = 0;
    for (const auto *column : columns_)
        if (!column->isDetached() && at.x() > column->mapToGlobal(column->rect().center()).x())
            ++place;
    return place;
}

void FeedPanel::dragTo(Column *column, QPoint at)
{
    const int place = placeAt(at);
    if (dropMark_ == nullptr) {
        dropMark_ = new QFrame(scroll_->widget());
        dropMark_->setProperty("role", "dropmark");
    }
    int x = 0, number = 0;
    for (const auto *other : columns_) {
        if (other->isDetached())
            continue;
        if (number == place)
            x = other->x();
        else if (number < place)
            x = other->geometry().right() + 1;
        ++number;
    }
    constexpr int kMark = 4;
    dropMark_->setGeometry(std::max(0, x - kMark / 2), 0, kMark, scroll_->widget()->height());
    dropMark_->setVisible(place >= 0);
    dropMark_->raise();
    column->header().setCursor(place >= 0 ? Qt::ClosedHandCursor : Qt::DragMoveCursor);
}

void FeedPanel::stopDrag()
{
    if (dropMark_ != nullptr)
        dropMark_->hide();
}

void FeedPanel::drop(Column *column, QPoint at)
{
    stopDrag();
    const int place = placeAt(at);
    if (place >= 0) {
        const bool wasOut = column->isDetached();
        placeColumn(column, place);
        if (wasOut)
            attach(column);
        return;
    }
    if (auto *window = windowOf(column)) {
        window->move(at - QPoint(kGap, kGap));
        return;
    }
    detach(column);
    if (auto *window = windowOf(column))
        window->move(at - QPoint(kGap, kGap));
}

/// `place`: among the columns that stand here, before the one that has it now.
void FeedPanel::placeColumn(Column *column, int place)
{
    auto order = columns_;
    auto before = order.end();
    int number = 0;
    for (auto it = order.begin(); it != order.end(); ++it)
        if (!(*it)->isDetached() && number++ == place) {
            before = it;
            break;
        }
    const Column *behind = before != order.end() ? *before : nullptr;
    if (behind == column)
        return;
    std::erase(order, column);
    order.insert(std::find(order.begin(), order.end(), behind), column);
    saveOrder(order, column);
}

} // namespace vigie::ui
