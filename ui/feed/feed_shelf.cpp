// SPDX-License-Identifier: GPL-3.0-or-later
// The last column: what networks show and do not let anybody keep. While it is in front, what would write a mention down is off.
#include "ui/feed/feed_panel.hpp"

#include "ui/feed/column.hpp"
#include "ui/feed/reading_pane.hpp"
#include "ui/feed/shelf_column.hpp"
#include "ui/feed/shelf_reading.hpp"
#include "ui/widget/pieces.hpp"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>

namespace vigie::ui {

void FeedPanel::buildShelf()
{
    shelf_ = new ShelfColumn(shell(), scroll_->widget());
    row_->addWidget(shelf_, 1);
    shelfPane_ = new ShelfReading(shell(), this);
    right_->addWidget(shelfPane_);
    connect(shelf_, &ShelfColumn::wantedChanged, this, [this] {
        left_->setCurrentWidget(columns_.empty() && !shelf_->isWanted() ? static_cast<QWidget *>(empty_) : scroll_);
        if (!shelf_->isWanted())
            leaveShelf();
    });
    connect(shelf_, &ShelfColumn::activatedByFocus, this, &FeedPanel::enterShelf);
    connect(shelf_, &ShelfColumn::currentChanged, this, [this] {
        shelfPane_->show(shelf_->current());
        if (onShelf_)
            refreshCommands();
    });
    connect(shelf_, &ShelfColumn::opened, shelfPane_, &ShelfReading::focusText);
    connect(shelf_, &ShelfColumn::sideways, this, &FeedPanel::sideways);
    connect(shelfPane_, &ShelfReading::left, shelf_, &ShelfColumn::takeFocus);
}

void FeedPanel::refreshShelf()
{
    shelf_->refresh();
}

void FeedPanel::enterShelf()
{
    if (onShelf_ || isEditing())
        return;
    onShelf_ = true;
    if (active_ != nullptr)
        active_->setActive(false);
    shelf_->setActive(true);
    scroll_->ensureWidgetVisible(shelf_, 0, 0);
    shelfPane_->show(shelf_->current());
    right_->setCurrentWidget(shelfPane_);
    refreshCommands();
}

void FeedPanel::leaveShelf()
{
    if (!onShelf_)
        return;
    onShelf_ = false;
    shelf_->setActive(false);
    if (active_ != nullptr)
        active_->setActive(true);
    if (right_->currentWidget() == shelfPane_)
        right_->setCurrentWidget(pane_);
    refreshCommands();
}

} // namespace vigie::ui
