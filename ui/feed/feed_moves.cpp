// SPDX-License-Identifier: GPL-3.0-or-later
// From column to column by keys, wherever they stand; their width; closing and opening them.
#include "ui/feed/feed_panel.hpp"

#include "ui/bridge/text.hpp"
#include "ui/feed/column.hpp"
#include "ui/feed/column_view.hpp"
#include "ui/widget/toast.hpp"

#include <QMenu>
#include <QPointer>

#include <algorithm>

namespace vigie::ui {

void FeedPanel::goTo(Column *column)
{
    if (auto *window = column->window(); !window->isActiveWindow()) {
        window->raise();
        window->activateWindow();
    }
    column->takeFocus();
    activate(column);
}

void FeedPanel::goToNumber(int number)
{
    if (number >= 1 && number <= static_cast<int>(columns_.size()))
        goTo(columns_[static_cast<std::size_t>(number - 1)]);
}

void FeedPanel::goToUnread()
{
    const auto count = columns_.size();
    const auto at = static_cast<std::size_t>(std::find(columns_.begin(), columns_.end(), active_) - columns_.begin());
    for (std::size_t step = 0; step < count; ++step) {
        auto *column = columns_[(at + step) % count];
        const bool here = step == 0;
        if (!here && column->counts().unread == 0 && column->model().pendingCount() == 0)
            continue;
        if (!column->focusUnread())
            continue;
        goTo(column);
        return;
    }
    shell().toasts.show(tr("Everything is read."));
}

void FeedPanel::widen(int by)
{
    if (active_ == nullptr || active_->isDetached())
        return;
    const int now = active_->columnWidth() > 0 ? active_->columnWidth() : active_->width() * 100 / shell().theme.scaled(100);
    active_->setColumnWidth(by == 0 ? 0 : std::max(Column::kNarrowest, now + by));
}

void FeedPanel::closeColumn()
{
    auto query = active_->model().query();
    const auto at = static_cast<std::size_t>(std::find(columns_.begin(), columns_.end(), active_) - columns_.begin());
    if (columns_.size() > 1)
        wanted_ = columns_[at == 0 ? 1 : at - 1]->id();
    states_[QString::number(query.id.value)] = active_->state(); // it comes back as it was
    query.column = false;
    saveQueries({query});
    shell().toasts.showUndo(tr("The column %1 is closed; its query stays.").arg(format::queryName(query.name)), [guard = QPointer<FeedPanel>(this), id = query.id] {
        if (guard)
            guard->openQuery(id);
    });
}

void FeedPanel::offerClosed()
{
    bridge().read<std::vector<SavedQuery>>(
        this, [](store::Tx &tx) { return store::Queries(tx).all(); },
        [this](Result<std::vector<SavedQuery>> queries) {
            if (!queries)
                return void(shell().toasts.showError(queries.error()));
            std::erase_if(*queries, [](const SavedQuery &query) { return query.column; });
            if (queries->empty())
                return void(shell().toasts.show(tr("Every saved query is a column already.")));
            auto *menu = new QMenu(this);
            menu->setAttribute(Qt::WA_DeleteOnClose);
            menu->setAccessibleName(tr("Saved queries that are no column"));
            for (const auto &query : *queries) {
                auto name = format::queryName(query.name);
                menu->addAction(name.replace(QLatin1Char('&'), QStringLiteral("&&")), this, [this, id = query.id] { openQuery(id); });
            }
            menu->popup(mapToGlobal(rect().center()));
            menu->setActiveAction(menu->actions().first());
        });
}

} // namespace vigie::ui
