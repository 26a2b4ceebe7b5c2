// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/dashboard_panel.hpp"

#include "ui/app/relay_count.hpp"
#include "ui/bridge/text.hpp"
#include "ui/coverage/coverage_dialog.hpp"
#include "ui/dashboard/behind_pane.hpp"
#include "ui/dashboard/board_head.hpp"
#include "ui/dashboard/figure_text.hpp"
#include "ui/dashboard/page_body.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kBehindWidth = 360, kFollowMs = 2000, kFollowHiddenMs = 10'000, kDimMs = 120;

bool movesFigures(const Change &change)
{
    return !change.itemsAdded.empty() || !change.itemsChanged.empty() || !change.tickets.empty() || !change.matches.empty() || change.queries || change.coverage;
}

} // namespace

DashboardPanel::DashboardPanel(Shell &shell, QWidget *parent) : Panel(shell, parent)
{
    build();
    soon_.setSingleShot(true);
    dim_.setSingleShot(true);
    dim_.setInterval(kDimMs);
    connect(&dim_, &QTimer::timeout, view_, &BoardView::setStale);
    connect(&soon_, &QTimer::timeout, this, &DashboardPanel::reload);
    connect(&bridge(), &Bridge::changed, this, [this](const Change &change) {
        if (change.queries || change.tags || !change.accounts.empty())
            loadChoices();
        if (change.settings && writing_ == 0)
            loadBoards();
        // Figures follow what arrives, but no more than every few seconds: a page that flickers is not read.
        if (movesFigures(change) && !soon_.isActive())
            soon_.start(isVisible() ? kFollowMs : kFollowHiddenMs);
    });
    connect(&RelayCount::of(shell), &RelayCount::changed, this, &DashboardPanel::reload);
    const auto begin = [this] {
        loadChoices();
        loadBoards();
    };
    connect(&bridge(), &Bridge::opened, this, begin);
    bridge().whenOpen(this, begin);
}

void DashboardPanel::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHead();
    error_ = new ErrorBar(this);
    column->addWidget(error_);
    connect(error_, &ErrorBar::actionPressed, this, &DashboardPanel::reload);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    stack_ = new QStackedWidget(this);
    view_ = new BoardView(shell(), this);
    empty_ = new EmptyState(this);
    stack_->addWidget(view_);
    stack_->addWidget(empty_);
    behind_ = new BehindPane(shell(), this);
    behind_->hide();
    row->addWidget(stack_, 1);
    row->addWidget(behind_);
    column->addLayout(row, 1);
    connect(view_, &BoardView::behindWanted, this, &DashboardPanel::showBehind);
    connect(view_, &BoardView::coverageWanted, this, &DashboardPanel::showCoverage);
    connect(view_, &BoardView::numbersWanted, this, &DashboardPanel::enterNumbers);
    connect(behind_, &BehindPane::numbersWanted, this, &DashboardPanel::enterNumbers);
    connect(view_, &BoardView::arranged, this, [this](const std::vector<BoardTile> &tiles) {
        if (const auto *now = board()) {
            auto after = *now;
            after.tiles = tiles;
            change(after);
        }
    });
    connect(behind_, &BehindPane::closed, this, &DashboardPanel::hideBehind);
    connect(behind_, &BehindPane::coverageWanted, this, &DashboardPanel::showCoverage);
    connect(empty_, &EmptyState::actionPressed, this, [this] {
        if (view_->tiles().empty())
            addTile();
        else
            head_->setSpan(BoardSpan::Days90);
    });
    retranslate();
}

void DashboardPanel::buildHead()
{
    head_ = new BoardHead(shell(), this);
    layout()->addWidget(head_);
    add_ = roleButton(QString(), head_);
    edit_ = roleButton(QString(), head_);
    edit_->setCheckable(true);
    export_ = roleButton(QStringLiteral("quiet"), head_);
    auto *menu = new QMenu(export_);
    menu->addAction(QString(), this, [this] { makeReport(); })->setObjectName(QStringLiteral("report"));
    menu->addAction(QString(), this, [this] { exportCsv(); })->setObjectName(QStringLiteral("csv"));
    menu->addAction(QString(), this, [this] { exportPdf(); })->setObjectName(QStringLiteral("pdf"));
    export_->setMenu(menu);
    page_ = roleButton(QStringLiteral("quiet"), head_);
    for (auto *button : {add_, edit_, export_, page_})
        head_->addRight(button);
    add_->hide();
    connect(add_, &QPushButton::clicked, this, &DashboardPanel::addTile);
    connect(edit_, &QPushButton::toggled, this, &DashboardPanel::setEditing);
    connect(head_, &BoardHead::pageChosen, this, &DashboardPanel::showPage);
    connect(head_, &BoardHead::pageMoved, this, &DashboardPanel::movePage);
    connect(head_, &BoardHead::relaysChanged, this, &DashboardPanel::reload);
    connect(head_, &BoardHead::choiceChanged, this, [this] {
        if (const auto *now = board()) {
            auto after = *now;
            after.choice = head_->choice();
            change(after);
        }
    });
}

const Board *DashboardPanel::board() const
{
    const auto found = std::find_if(boards_.begin(), boards_.end(), [this](const Board &one) { return one.id == current_; });
    return found == boards_.end() ? nullptr : &*found;
}

PageBody *DashboardPanel::body() const
{
    const auto *now = board();
    return now == nullptr ? nullptr : bodies_.value(static_cast<int>(now->kind));
}

bool DashboardPanel::isAsked() const
{
    const auto *own = body();
    return own == nullptr || own->isAsked();
}

QComboBox *DashboardPanel::relaysBox() const
{
    return &head_->relaysBox();
}

bool DashboardPanel::ready() const
{
    if (failed_)
        return true;
    const auto *own = body();
    return own != nullptr ? own->ready() : reading_.has_value();
}

void DashboardPanel::showPage(BoardId id)
{
    const bool other = id != current_;
    if (other)
        hideBehind();
    const bool had = other && stack_->isAncestorOf(QApplication::focusWidget());
    current_ = id;
    const auto *now = board();
    if (now == nullptr)
        return;
    head_->setBoards(boards_, current_);
    head_->setChoice(now->choice);
    if (now->kind != BoardKind::Tiles)
        setEditing(false);
    edit_->setEnabled(now->kind == BoardKind::Tiles);
    if (had) // tiles that go would hand the keys to each other, scroll to the last, and leave them to the search
        head_->tabs().setFocus(Qt::OtherFocusReason);
    view_->setTiles(now->tiles);
    head_->setAsked(isAsked());
    showKind();
    if (other)
        view_->verticalScrollBar()->setValue(0);
    if (auto *own = body(); had && own != nullptr)
        own->takeFocus();
    else if (had)
        view_->focusFirst();
    reload();
}

void DashboardPanel::showKind()
{
    if (auto *own = body())
        stack_->setCurrentWidget(own);
    else
        stack_->setCurrentWidget(isEmpty() ? static_cast<QWidget *>(empty_) : view_);
}

void DashboardPanel::showCoverage()
{
    if (!reading_)
        return;
    auto *dialog = new CoverageDialog(shell(), FigureText::days(reading_->period), {reading_->scope.networks, reading_->coverage.from, reading_->coverage.to}, this);
    dialog->open();
}

void DashboardPanel::showBehind(const Behind &behind)
{
    if (!reading_)
        return;
    if (behind_->isHidden())
        before_ = focusWidget();
    behind_->setFixedWidth(std::min(shell().theme.scaled(kBehindWidth), width() / 2));
    behind_->showBehind(behind, *reading_);
}

void DashboardPanel::hideBehind()
{
    if (behind_->isHidden())
        return;
    const bool had = behind_->isAncestorOf(focusWidget());
    behind_->hide();
    if (had && before_)
        before_->setFocus(Qt::OtherFocusReason);
}

void DashboardPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && behind_->isVisible())
        hideBehind();
    else if (event->key() == Qt::Key_Escape && view_->isEditing())
        setEditing(false);
    else
        Panel::keyPressEvent(event);
}

void DashboardPanel::activated()
{
    if (auto *own = body())
        own->takeFocus();
    else
        view_->focusFirst();
    reload();
}

QJsonObject DashboardPanel::saveState() const
{
    return {{QStringLiteral("page"), static_cast<qint64>(current_.value)}};
}

void DashboardPanel::restoreState(const QJsonObject &state)
{
    wanted_ = BoardId{static_cast<std::int64_t>(state.value(QStringLiteral("page")).toInteger())};
    if (std::any_of(boards_.begin(), boards_.end(), [this](const Board &one) { return one.id == wanted_; }))
        showPage(wanted_);
}

void DashboardPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        loadChoices();
        if (reading_)
            show(BoardReading(*reading_));
    }
    Panel::changeEvent(event);
}

void DashboardPanel::retranslate()
{
    add_->setText(tr("Add"));
    edit_->setText(view_ != nullptr && view_->isEditing() ? tr("Done editing") : tr("Edit page"));
    export_->setText(tr("Export"));
    page_->setText(tr("Page"));
    for (auto *action : export_->menu()->actions())
        action->setText(action->objectName() == QLatin1String("report") ? tr("Report…") : action->objectName() == QLatin1String("csv") ? tr("Figures as CSV…") : tr("Page as PDF…"));
}

} // namespace vigie::ui
