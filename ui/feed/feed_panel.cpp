// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/feed_panel.hpp"

#include "ui/app/relay_count.hpp"
#include "ui/feed/column.hpp"
#include "ui/feed/column_editor.hpp"
#include "ui/feed/column_view.hpp"
#include "ui/feed/column_window.hpp"
#include "ui/feed/reading_pane.hpp"
#include "ui/feed/shelf_column.hpp"
#include "ui/feed/trends_pane.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/store/queries.hpp>

#include <QEvent>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QMenu>
#include <QPointer>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kColumnsAfterMs = 60, kCountsAfterMs = 400, kCoverageAfterMs = 1000, kClockMs = 60'000;

} // namespace

FeedPanel::FeedPanel(Shell &shell, QWidget *parent) : Panel(shell, parent)
{
    build();
    connectAll();
    retranslate();
    readColumns();
}

FeedPanel::~FeedPanel()
{
    for (const auto &stop : std::as_const(rematching_))
        stop->request_stop();
    for (auto *window : std::as_const(windows_)) {
        window->disconnect(this);
        delete window;
    }
}

void FeedPanel::build()
{
    error_ = new ErrorBar(this);
    error_->hide();
    empty_ = new EmptyState(this);
    scroll_ = new QScrollArea(this);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget(scroll_);
    content->setProperty("role", "page");
    row_ = new QHBoxLayout(content);
    row_->setContentsMargins(0, 0, 0, 0);
    row_->setSpacing(0);
    scroll_->setWidget(content);
    left_ = new QStackedWidget(this);
    left_->addWidget(scroll_);
    left_->addWidget(empty_);
    pane_ = new ReadingPane(shell(), this);
    editor_ = new ColumnEditor(shell(), this);
    right_ = new QStackedWidget(this);
    right_->addWidget(pane_);
    right_->addWidget(editor_);
    buildShelf();
    buildTrends();
    right_->setMinimumWidth(shell().theme.scaled(280));
    connect(&shell().theme, &Theme::changed, right_, [this] { right_->setMinimumWidth(shell().theme.scaled(280)); });
    splitter_ = new QSplitter(Qt::Horizontal, this);
    splitter_->setChildrenCollapsible(false);
    splitter_->setHandleWidth(1);
    splitter_->addWidget(left_);
    splitter_->addWidget(right_);
    splitter_->setStretchFactor(0, 1);
    splitter_->setStretchFactor(1, 0);
    splitter_->setSizes({1000, 385});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(error_);
    layout->addWidget(splitter_, 1);
}

void FeedPanel::connectAll()
{
    const auto setUp = [this](QTimer &timer, int milliseconds, void (FeedPanel::*slot)()) {
        timer.setSingleShot(true);
        timer.setInterval(milliseconds);
        connect(&timer, &QTimer::timeout, this, slot);
    };
    setUp(columnsTimer_, kColumnsAfterMs, &FeedPanel::readColumns);
    setUp(countsTimer_, kCountsAfterMs, &FeedPanel::readCounts);
    setUp(coverageTimer_, kCoverageAfterMs, &FeedPanel::readCoverage);
    clockTimer_.setInterval(kClockMs);
    connect(&clockTimer_, &QTimer::timeout, this, [this] { // ages grow, the strip moves on
        for (auto *column : columns_)
            column->view().viewport()->update();
        shelf_->tick();
        readCoverage();
    });
    clockTimer_.start();
    connect(&bridge(), &Bridge::changed, this, &FeedPanel::apply);
    connect(&RelayCount::of(shell()), &RelayCount::changed, this, [this] {
        for (auto *column : columns_)
            column->reload();
        readCounts();
    });
    connect(error_, &ErrorBar::actionPressed, this, &FeedPanel::readColumns);
    connect(empty_, &EmptyState::actionPressed, this, &FeedPanel::newColumn);
    connectPane();
}

void FeedPanel::connectPane()
{
    connect(pane_, &ReadingPane::left, this, [this] {
        if (active_ != nullptr)
            active_->takeFocus();
    });
    connect(pane_, &ReadingPane::itemWanted, this, [this](ItemId item) {
        pane_->showItem(item, {});
        pane_->focusText();
    });
    connect(pane_, &ReadingPane::tagWanted, this, &FeedPanel::tag);
    connect(editor_, &ColumnEditor::closed, this, &FeedPanel::closeEditor);
    connect(editor_, &ColumnEditor::saved, this, &FeedPanel::columnSaved);
    connect(editor_, &ColumnEditor::removeWanted, this, &FeedPanel::removeColumn);
    connect(editor_, &ColumnEditor::changedHistory, this, [this](std::int64_t changeSet) {
        shell().toasts.showUndo(tr("The query was changed, over all history"), [guard = QPointer<FeedPanel>(this), changeSet] {
            if (guard)
                guard->undoIf(changeSet);
        });
    });
    connect(&shell(), &Shell::openItem, this, [this](ItemId item) {
        closeEditor();
        closeTrends();
        leaveShelf();
        pane_->showItem(item, {});
        pane_->focusText();
    });
    connect(&shell(), &Shell::openQuery, this, &FeedPanel::openQuery);
}

void FeedPanel::openQuery(QueryId query)
{
    if (auto *column = columnOf(query)) {
        activate(column);
        column->takeFocus();
        return;
    }
    wanted_ = query;
    bridge().write<QueryId>(
        this,
        [query](store::Tx &tx) -> Result<QueryId> {
            VIGIE_TRY(auto saved, store::Queries(tx).get(query));
            saved.column = true;
            return store::Queries(tx).save(saved);
        },
        [this](Result<QueryId> saved) {
            if (saved)
                readColumns();
            else
                shell().toasts.showError(saved.error());
        });
}

void FeedPanel::activate(Column *column)
{
    leaveShelf();
    if (active_ == column) {
        showCurrent();
        return;
    }
    if (active_ != nullptr)
        active_->setActive(false);
    active_ = column;
    column->setActive(true);
    if (!column->isDetached())
        scroll_->ensureWidgetVisible(column, 0, 0);
    showCurrent();
    if (showsTrends())
        trends_->showColumn(column->model().query());
}

void FeedPanel::showCurrent()
{
    if (active_ != nullptr && active_->current())
        pane_->showItem(active_->current(), active_->id());
}

void FeedPanel::sideways(int by)
{
    const auto at = std::find(columns_.begin(), columns_.end(), active_) - columns_.begin();
    const auto next = at + by;
    const auto end = static_cast<std::ptrdiff_t>(columns_.size());
    if (onShelf_ && by < 0 && active_ != nullptr) // it stands behind the last column
        return columns_.back()->takeFocus();
    if (!onShelf_ && next >= end && shelf_->isWanted())
        return shelf_->takeFocus();
    if (onShelf_ || columns_.empty() || next < 0 || next >= end)
        return;
    goTo(columns_[static_cast<std::size_t>(next)]);
}

void FeedPanel::activated()
{
    if (showsTrends())
        trends_->takeFocus();
    else if (active_ != nullptr && !onShelf_ && !isEditing())
        active_->takeFocus();
    else if (shelf_->isWanted() && !isEditing())
        shelf_->takeFocus();
}

QJsonObject FeedPanel::saveState() const
{
    QJsonObject columns = states_;
    for (const auto *column : columns_) {
        auto state = column->state();
        if (const auto *window = windowOf(column))
            state[QStringLiteral("window")] = window->state();
        columns.insert(QString::number(column->id().value), state);
    }
    QJsonArray sizes;
    const auto now = splitter_->sizes();
    for (const int size : now)
        sizes.append(size);
    return {{QStringLiteral("columns"), columns},
            {QStringLiteral("active"), QString::number(active_ != nullptr ? active_->id().value : 0)},
            {QStringLiteral("sizes"), sizes},
            {QStringLiteral("trends"), trends_->state()}};
}

void FeedPanel::restoreState(const QJsonObject &state)
{
    states_ = state[QStringLiteral("columns")].toObject();
    wanted_ = QueryId{state[QStringLiteral("active")].toString().toLongLong()};
    trends_->restore(state[QStringLiteral("trends")].toObject());
    QList<int> sizes;
    const auto list = state[QStringLiteral("sizes")].toArray();
    for (const auto &size : list)
        sizes.append(size.toInt());
    if (sizes.size() == 2 && sizes[0] > 0 && sizes[1] > 0)
        splitter_->setSizes(sizes);
}

bool FeedPanel::ready() const
{
    if (failed_)
        return true;
    if (!read_ || !std::all_of(columns_.begin(), columns_.end(), [](const Column *column) { return column->ready(); }))
        return false;
    return !pane_->item() || pane_->reading() != nullptr;
}

bool FeedPanel::isEditing() const
{
    return right_->currentWidget() == editor_;
}

Column *FeedPanel::columnOf(QueryId id) const
{
    const auto found = std::find_if(columns_.begin(), columns_.end(), [id](const Column *column) { return column->id() == id; });
    return id && found != columns_.end() ? *found : nullptr;
}

void FeedPanel::retranslate()
{
    setAccessibleName(title());
    empty_->setContent(QStringLiteral("column"), tr("No column yet"),
                       tr("A column is a saved query over everything collected: your brand, a competitor, a subject."), tr("New column"));
}

void FeedPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

} // namespace vigie::ui
