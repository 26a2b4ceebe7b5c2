// SPDX-License-Identifier: GPL-3.0-or-later
// Showing, making, changing, moving and removing columns.
#include "ui/feed/feed_panel.hpp"

#include "ui/bridge/text.hpp"
#include "ui/command/registry.hpp"
#include "ui/feed/column.hpp"
#include "ui/feed/column_editor.hpp"
#include "ui/feed/column_parts.hpp"
#include "ui/feed/column_view.hpp"
#include "ui/feed/column_window.hpp"
#include "ui/feed/reading_pane.hpp"
#include "ui/feed/shelf_column.hpp"
#include "ui/feed/shelf_reading.hpp"
#include "ui/feed/trends_pane.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/store/query_examples.hpp>

#include <QHBoxLayout>
#include <QPointer>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace vigie::ui {

void FeedPanel::readColumns()
{
    bridge().read<std::vector<SavedQuery>>(
        this, [](store::Tx &tx) { return store::Queries(tx).all(); },
        [this](Result<std::vector<SavedQuery>> queries) {
            failed_ = !queries;
            if (!queries) {
                error_->setError(queries.error());
                error_->show();
                return;
            }
            error_->clear();
            showColumns(*queries);
        });
}

Column *FeedPanel::makeColumn(const SavedQuery &query)
{
    auto *column = new Column(shell(), query, states_[QString::number(query.id.value)].toObject(), scroll_->widget());
    column->menuButton().setMenu(columnMenu_);
    connect(&column->menuButton(), &QAbstractButton::pressed, this, [this, column] { activate(column); });
    connect(column, &Column::activatedByFocus, this, [this, column] { activate(column); });
    connect(column, &Column::currentChanged, this, [this, column] {
        if (column == active_)
            showCurrent();
    });
    connect(column, &Column::opened, this, [this] {
        closeTrends();
        pane_->focusText();
    });
    connect(column, &Column::sideways, this, &FeedPanel::sideways);
    connect(column, &Column::asideWanted, this, [this, column] {
        activate(column);
        showAside();
    });
    connect(column, &Column::editWanted, this, [this, column] {
        activate(column);
        editColumn();
    });
    connect(&column->header(), &ColumnHeader::dragged, this, [this, column](QPoint to) { dragTo(column, to); });
    connect(&column->header(), &ColumnHeader::dropped, this, [this, column](QPoint at) { drop(column, at); });
    connect(&column->header(), &ColumnHeader::dragStopped, this, &FeedPanel::stopDrag);
    return column;
}

void FeedPanel::showColumns(const std::vector<SavedQuery> &queries)
{
    std::vector<Column *> shown;
    std::vector<QueryId> fresh;
    for (const auto &query : queries) {
        if (!query.column)
            continue;
        auto *column = columnOf(query.id);
        const bool judgedAnew = column != nullptr && column->model().query().version != query.version;
        if (column == nullptr) {
            column = makeColumn(query);
            fresh.push_back(query.id);
        } else {
            column->setQuery(query);
            if (auto *window = windowOf(column))
                window->retitle();
        }
        if (judgedAnew && !query.deskDependent && !rematching_.contains(query.id.value))
            rematch(query.id); // somebody else changed it, or took a change back
        shown.push_back(column);
    }
    for (auto *column : columns_)
        if (std::find(shown.begin(), shown.end(), column) == shown.end()) {
            if (column == active_)
                active_ = nullptr;
            if (auto *window = windows_.take(column->id().value))
                window->deleteLater(); // with the column in it
            column->hide();
            column->deleteLater();
        }
    const bool moved = shown != columns_;
    columns_ = std::move(shown);
    for (const auto &query : std::as_const(fresh))
        if (const auto place = states_[QString::number(query.value)].toObject()[QStringLiteral("window")].toObject(); !place.isEmpty())
            detach(columnOf(query), place);
    if (moved) {
        layColumns();
        readCounts();
        readCoverage();
    }
    if (showsTrends() && active_ != nullptr)
        trends_->showColumn(active_->model().query()); // it may mean something else now
    left_->setCurrentWidget(columns_.empty() && !shelf_->isWanted() ? static_cast<QWidget *>(empty_) : scroll_);
    if (columns_.empty())
        pane_->clear();
    if (auto *column = columnOf(wanted_)) {
        wanted_ = {};
        const bool hadFocus = isAncestorOf(focusWidget()) || (active_ != nullptr && active_->view().hasFocus());
        activate(column);
        if (hadFocus && !isEditing())
            column->takeFocus();
    } else if (active_ == nullptr && !columns_.empty()) {
        activate(columns_.front());
    }
    if (!read_) {
        read_ = true;
        if (isVisible() && !isEditing())
            activated();
    }
}

void FeedPanel::newColumn()
{
    SavedQuery query;
    for (const auto *column : columns_)
        query.order = std::max(query.order, column->model().query().order + 1);
    right_->setCurrentWidget(editor_);
    editor_->edit(query);
}

void FeedPanel::editColumn()
{
    if (active_ == nullptr)
        return;
    right_->setCurrentWidget(editor_);
    editor_->edit(active_->model().query());
}

void FeedPanel::closeEditor()
{
    if (!isEditing())
        return;
    right_->setCurrentWidget(onShelf_ ? static_cast<QWidget *>(shelfPane_) : pane_);
    if (onShelf_)
        shelf_->takeFocus();
    else if (active_ != nullptr)
        active_->takeFocus();
    refreshCommands();
}

void FeedPanel::refreshCommands()
{
    if (shell().commands.activeContext() == this)
        shell().commands.setActiveContext(this);
}

void FeedPanel::columnSaved(QueryId id, bool anew)
{
    wanted_ = id;
    closeEditor();
    readColumns();
    if (anew)
        rematch(id);
}

void FeedPanel::rematch(QueryId id)
{
    auto *workspace = bridge().workspace();
    if (workspace == nullptr)
        return;
    if (const auto running = rematching_.value(id.value))
        running->request_stop();
    auto stop = std::make_shared<std::stop_source>();
    rematching_.insert(id.value, stop);
    const auto cancel = [stop] { stop->request_stop(); };
    if (auto *column = columnOf(id))
        column->setProgress(0, cancel);
    workspace->rematch(
        id, stop->get_token(), bridge().executor(),
        bridge().guarded<double>(this,
                                 [this, id, stop, cancel](double share) {
                                     auto *column = columnOf(id);
                                     if (column == nullptr || rematching_.value(id.value) != stop)
                                         return;
                                     column->setProgress(share, cancel);
                                     if (column->model().rowCount() == 0)
                                         column->reload();
                                 }),
        bridge().guarded<Result<void>>(this, [this, id, stop](Result<void> done) {
            if (rematching_.value(id.value) != stop)
                return;
            rematching_.remove(id.value);
            if (auto *column = columnOf(id)) {
                column->setProgress(-1);
                column->reload();
            }
            readCounts();
            if (!done && done.error().code != Errc::Cancelled)
                shell().toasts.showError(done.error(), [guard = QPointer<FeedPanel>(this), id] {
                    if (guard)
                        guard->rematch(id);
                });
        }));
}

void FeedPanel::removeColumn(QueryId id)
{
    auto *column = columnOf(id);
    if (column == nullptr)
        return;
    auto query = column->model().query();
    const auto at = static_cast<std::size_t>(std::find(columns_.begin(), columns_.end(), column) - columns_.begin());
    if (columns_.size() > 1)
        wanted_ = columns_[at == 0 ? 1 : at - 1]->id();
    if (const auto running = rematching_.take(id.value))
        running->request_stop();
    closeEditor();
    using Examples = std::vector<store::QueryExample>;
    bridge().write<Examples>(
        this,
        [id](store::Tx &tx) -> Result<Examples> {
            VIGIE_TRY(auto examples, store::QueryExamples(tx).of(id));
            VIGIE_CHECK(store::Queries(tx).remove(id));
            return examples;
        },
        [this, query](Result<Examples> done) mutable {
            if (!done) {
                shell().toasts.showError(done.error());
                return;
            }
            readColumns();
            query.id = {};
            shell().toasts.showUndo(tr("The column %1 was deleted. Its mentions stay.").arg(format::queryName(query.name)), [guard = QPointer<FeedPanel>(this), query, examples = std::move(*done)] {
                if (!guard)
                    return;
                guard->bridge().write<QueryId>(
                    guard,
                    [query, examples](store::Tx &tx) -> Result<QueryId> {
                        VIGIE_TRY(const auto again, store::Queries(tx).save(query));
                        VIGIE_CHECK(store::QueryExamples(tx).keep(again, examples));
                        return again;
                    },
                    [guard](Result<QueryId> back) {
                        if (back)
                            guard->columnSaved(*back, true);
                        else
                            guard->shell().toasts.showError(back.error());
                    });
            });
        });
}

void FeedPanel::saveQueries(std::vector<SavedQuery> queries)
{
    bridge().write<bool>(
        this,
        [queries = std::move(queries)](store::Tx &tx) -> Result<bool> {
            for (const auto &query : queries)
                VIGIE_CHECK(store::Queries(tx).save(query));
            return true;
        },
        [this](Result<bool> done) {
            if (!done)
                shell().toasts.showError(done.error());
            readColumns();
        });
}

void FeedPanel::moveColumn(int by)
{
    const auto at = std::find(columns_.begin(), columns_.end(), active_) - columns_.begin();
    const auto to = at + by;
    if (active_ == nullptr || to < 0 || to >= static_cast<std::ptrdiff_t>(columns_.size()))
        return;
    auto order = columns_;
    std::swap(order[static_cast<std::size_t>(at)], order[static_cast<std::size_t>(to)]);
    saveOrder(order, active_);
}

void FeedPanel::saveOrder(const std::vector<Column *> &order, const Column *moved)
{
    wanted_ = moved->id();
    std::vector<SavedQuery> changed;
    for (std::size_t i = 0; i < order.size(); ++i) {
        auto query = order[i]->model().query();
        if (query.order == static_cast<int>(i))
            continue;
        query.order = static_cast<int>(i);
        changed.push_back(std::move(query));
    }
    saveQueries(std::move(changed));
}

void FeedPanel::turnOrder()
{
    if (active_ == nullptr)
        return;
    auto query = active_->model().query();
    query.newestFirst = !query.newestFirst;
    saveQueries({query});
}

void FeedPanel::markAllRead()
{
    if (active_ == nullptr || active_->model().rowCount() == 0)
        return;
    const auto &model = active_->model();
    const auto newest = model.query().newestFirst ? model.idAt(0) : model.idAt(model.rowCount() - 1);
    bridge().write<bool>(
        this,
        [id = active_->id(), newest](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::Queries(tx).markRead(id, newest));
            return true;
        },
        [this](Result<bool> done) {
            if (!done)
                shell().toasts.showError(done.error());
        });
}

} // namespace vigie::ui
