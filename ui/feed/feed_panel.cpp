// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/feed_panel.hpp"

#include "ui/feed/column.hpp"
#include "ui/feed/column_editor.hpp"
#include "ui/feed/column_view.hpp"
#include "ui/feed/reading_pane.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/store/members.hpp>
#include <vigie/store/sync.hpp>

#include <QEvent>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QMenu>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kColumnsAfterMs = 60, kCountsAfterMs = 400, kCoverageAfterMs = 1000, kClockMs = 60'000;
constexpr auto kCoverageSpan = std::chrono::hours(24 * 7);

/// Networks a query is limited to: every mention it can match is of one of these. Empty: of any.
std::vector<std::string> networksOf(const text::QueryNode &node)
{
    using Kind = text::QueryNode::Kind;
    if (node.kind == Kind::Field && node.field == text::QueryField::Network)
        return {node.value};
    std::vector<std::string> found;
    for (const auto &child : node.children) {
        const auto inner = node.kind == Kind::Not ? std::vector<std::string>{} : networksOf(child);
        if (node.kind == Kind::Or && inner.empty())
            return {};
        if (node.kind == Kind::And && !inner.empty())
            return inner;
        found.insert(found.end(), inner.begin(), inner.end());
    }
    return node.kind == Kind::Or ? found : std::vector<std::string>{};
}

void startOnce(QTimer &timer)
{
    if (!timer.isActive())
        timer.start();
}

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
        readCoverage();
    });
    clockTimer_.start();
    connect(&bridge(), &Bridge::changed, this, &FeedPanel::apply);
    connect(error_, &ErrorBar::actionPressed, this, &FeedPanel::readColumns);
    connect(empty_, &EmptyState::actionPressed, this, &FeedPanel::newColumn);
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
    connect(&shell(), &Shell::openItem, this, [this](ItemId item) {
        closeEditor();
        pane_->showItem(item, {});
        pane_->focusText();
    });
    connect(&shell(), &Shell::openQuery, this, [this](QueryId query) {
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
            });
    });
}

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
    connect(column, &Column::opened, this, [this] { pane_->focusText(); });
    connect(column, &Column::sideways, this, &FeedPanel::sideways);
    connect(column, &Column::editWanted, this, [this, column] {
        activate(column);
        editColumn();
    });
    return column;
}

void FeedPanel::showColumns(const std::vector<SavedQuery> &queries)
{
    std::vector<Column *> shown;
    for (const auto &query : queries) {
        if (!query.column)
            continue;
        auto *column = columnOf(query.id);
        if (column == nullptr)
            column = makeColumn(query);
        else
            column->setQuery(query);
        shown.push_back(column);
    }
    for (auto *column : columns_)
        if (std::find(shown.begin(), shown.end(), column) == shown.end()) {
            if (column == active_)
                active_ = nullptr;
            column->hide();
            column->deleteLater();
        }
    const bool moved = shown != columns_;
    columns_ = std::move(shown);
    if (moved) {
        while (row_->count() > 0)
            delete row_->takeAt(0);
        for (auto *column : columns_) {
            row_->addWidget(column, 1);
            column->show();
        }
        startOnce(countsTimer_);
        readCounts();
        readCoverage();
    }
    left_->setCurrentWidget(columns_.empty() ? static_cast<QWidget *>(empty_) : scroll_);
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

void FeedPanel::activate(Column *column)
{
    if (active_ == column) {
        showCurrent();
        return;
    }
    if (active_ != nullptr)
        active_->setActive(false);
    active_ = column;
    column->setActive(true);
    scroll_->ensureWidgetVisible(column, 0, 0);
    showCurrent();
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
    if (columns_.empty() || next < 0 || next >= static_cast<std::ptrdiff_t>(columns_.size()))
        return;
    columns_[static_cast<std::size_t>(next)]->takeFocus();
    activate(columns_[static_cast<std::size_t>(next)]);
}

void FeedPanel::activated()
{
    if (active_ != nullptr && !isEditing())
        active_->takeFocus();
}

void FeedPanel::apply(const Change &change)
{
    if (change.queries)
        columnsTimer_.start();
    for (auto *column : columns_)
        column->model().apply(change);
    pane_->apply(change);
    if (!change.matches.empty() || change.queries || !change.itemsAdded.empty() || !change.tickets.empty() || change.tags)
        startOnce(countsTimer_);
    if (change.coverage || !change.accounts.empty())
        startOnce(coverageTimer_);
}

void FeedPanel::readCounts()
{
    using Counts = std::vector<std::pair<QueryId, store::QueryCounts>>;
    std::vector<QueryId> ids;
    for (const auto *column : columns_)
        ids.push_back(column->id());
    bridge().read<Counts>(
        this,
        [ids](store::Tx &tx) -> Result<Counts> {
            Counts out;
            for (const auto id : ids)
                if (auto counts = store::Queries(tx).counts(id)) // one removed meanwhile is left out
                    out.emplace_back(id, std::move(*counts));
            return out;
        },
        [this](Result<Counts> counts) {
            if (!counts)
                return;
            for (const auto &[id, count] : *counts)
                if (auto *column = columnOf(id))
                    column->setCounts(count);
        });
}

void FeedPanel::readCoverage()
{
    using Answer = std::vector<std::pair<QueryId, Coverage>>;
    std::vector<std::pair<QueryId, std::string>> sources;
    for (const auto *column : columns_)
        sources.emplace_back(column->id(), column->model().query().source);
    bridge().read<Answer>(
        this,
        [sources, now = bridge().now()](store::Tx &tx) -> Result<Answer> {
            VIGIE_TRY(const auto accounts, store::Accounts(tx).all());
            Answer out;
            for (const auto &source : sources) {
                const auto parsed = text::parseQuery(source.second);
                const auto networks = parsed ? networksOf(parsed->root) : std::vector<std::string>{};
                std::vector<AccountId> asked;
                for (const auto &account : accounts)
                    if (account.state != AccountState::Removed
                        && (networks.empty() || std::find(networks.begin(), networks.end(), text::compactName(account.connector)) != networks.end()))
                        asked.push_back(account.id);
                Coverage coverage;
                coverage.from = now - kCoverageSpan;
                coverage.to = now;
                if (!asked.empty()) {
                    VIGIE_TRY(coverage, store::Sync(tx).coverage(asked, now - kCoverageSpan, now));
                }
                out.emplace_back(source.first, std::move(coverage));
            }
            return out;
        },
        [this](Result<Answer> answer) {
            if (!answer)
                return;
            for (auto &[id, coverage] : *answer)
                if (auto *column = columnOf(id))
                    column->setCoverage(std::move(coverage));
        });
}

QJsonObject FeedPanel::saveState() const
{
    QJsonObject columns = states_;
    for (const auto *column : columns_)
        columns.insert(QString::number(column->id().value), column->state());
    QJsonArray sizes;
    const auto now = splitter_->sizes();
    for (const int size : now)
        sizes.append(size);
    return {{QStringLiteral("columns"), columns},
            {QStringLiteral("active"), QString::number(active_ != nullptr ? active_->id().value : 0)},
            {QStringLiteral("sizes"), sizes}};
}

void FeedPanel::restoreState(const QJsonObject &state)
{
    states_ = state[QStringLiteral("columns")].toObject();
    wanted_ = QueryId{state[QStringLiteral("active")].toString().toLongLong()};
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
