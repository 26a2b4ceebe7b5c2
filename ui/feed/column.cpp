// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/column.hpp"

#include "ui/app/shell.hpp"
#include "ui/bridge/text.hpp"
#include "ui/coverage/coverage_line.hpp"
#include "ui/feed/card_delegate.hpp"
#include "ui/feed/column_parts.hpp"
#include "ui/feed/column_view.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QScrollBar>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace vigie::ui {

namespace {

constexpr int kMarkReadMs = 800;

ItemId idFrom(const QJsonValue &value)
{
    return ItemId{value.toString().toLongLong()};
}

QString idText(ItemId id)
{
    return QString::number(id.value);
}

} // namespace

Column::Column(Shell &shell, const SavedQuery &query, const QJsonObject &state, QWidget *parent)
    : QFrame(parent), shell_(shell), model_(new ColumnModel(shell.bridge, this)), delegate_(new CardDelegate(shell.bridge, [this](int row) { return model_->cardAt(row); }, [this] { return model_->query().readUpTo; }, this)),
      view_(new ColumnView(this))
{
    wantedFocus_ = idFrom(state[QStringLiteral("focus")]);
    wantedTop_ = idFrom(state[QStringLiteral("top")]);
    wantedOffset_ = state[QStringLiteral("offset")].toInt();
    width_ = state[QStringLiteral("width")].toInt();
    width_ = width_ <= 0 ? 0 : std::clamp(width_, kNarrowest, kWidest);
    grip_ = new ColumnGrip(*this);
    model_->setGathered(state[QStringLiteral("gathered")].toBool() && !query.deskDependent);
    makeHeader();
    build();
    connectAll();
    applyFonts();
    retranslate();
    const auto deepest = !wantedTop_ ? wantedFocus_ : !wantedFocus_ ? wantedTop_ : query.newestFirst ? std::min(wantedTop_, wantedFocus_) : std::max(wantedTop_, wantedFocus_);
    model_->open(query, deepest);
    showHeader();
}

void Column::build()
{
    strip_ = new CoverageLine(this);
    strip_->setContentsMargins(kMargin, 0, kMargin, 0);
    progressRow_ = new QFrame(this);
    progressRow_->setProperty("role", "header");
    progress_ = new QProgressBar(progressRow_);
    progress_->setTextVisible(false);
    cancel_ = roleButton(QStringLiteral("link"), progressRow_);
    auto *progressLayout = new QHBoxLayout(progressRow_);
    progressLayout->setContentsMargins(kMargin, kGrid, kGap, kGrid);
    progressLayout->addWidget(progress_, 1);
    progressLayout->addWidget(cancel_);
    progressRow_->hide();
    newBar_ = new QPushButton(this);
    newBar_->setObjectName(QStringLiteral("newBar"));
    newBar_->setProperty("role", "newbar");
    newBar_->setFocusPolicy(Qt::TabFocus);
    newBar_->hide();
    error_ = new ErrorBar(this);
    error_->hide();
    empty_ = new EmptyState(this);
    skeleton_ = new Skeleton(104, this);
    view_->setModel(model_);
    view_->setItemDelegate(delegate_);
    stack_ = new QStackedLayout;
    stack_->addWidget(skeleton_);
    stack_->addWidget(view_);
    stack_->addWidget(empty_);
    auto *layout = columnLayout(*this);
    layout->addWidget(header_);
    layout->addWidget(strip_);
    layout->addWidget(progressRow_);
    layout->addWidget(error_);
    layout->addWidget(newBar_);
    layout->addLayout(stack_, 1);
    markTimer_.setSingleShot(true);
    markTimer_.setInterval(kMarkReadMs);
}

void Column::connectAll()
{
    connect(model_, &ColumnModel::stateChanged, this, &Column::showState);
    connect(model_, &ColumnModel::rowsInserted, this, &Column::showState);
    connect(model_, &ColumnModel::rowsRemoved, this, &Column::showState);
    connect(model_, &ColumnModel::pendingChanged, this, [this](int count) {
        newBar_->setText(tr("%n new", nullptr, count));
        newBar_->setAccessibleName(tr("Show %n new mention(s)", nullptr, count));
        showBar(count > 0);
    });
    connect(newBar_, &QPushButton::clicked, this, &Column::showNew);
    connect(cancel_, &QPushButton::clicked, this, [this] {
        if (cancelWork_)
            cancelWork_();
    });
    connect(error_, &ErrorBar::actionPressed, this, &Column::reload);
    connect(empty_, &EmptyState::actionPressed, this, &Column::editWanted);
    connect(strip_, &QAbstractButton::clicked, this, &Column::showCoverage);
    connect(view_, &ColumnView::nearEnd, this, [this] { model_->fetchMore({}); });
    connect(view_, &ColumnView::focusChanged, this, [this] {
        if (!view_->currentIndex().isValid() && model_->rowCount() > 0)
            view_->focusRow(view_->firstVisibleRow());
        Q_EMIT activatedByFocus();
    });
    connect(view_, &ColumnView::touched, this, [this] {
        setTouched();
    });
    connect(view_, &ColumnView::opened, this, &Column::opened);
    connect(view_, &QAbstractItemView::doubleClicked, this, &Column::opened);
    connect(view_, &ColumnView::sideways, this, &Column::sideways);
    connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        Q_EMIT currentChanged();
        if (active_)
            markTimer_.start();
    });
    connect(&markTimer_, &QTimer::timeout, this, &Column::markRead);
    connect(&shell_.theme, &Theme::changed, this, &Column::applyFonts);
}

void Column::applyFonts()
{
    header_->setFixedHeight(shell_.theme.scaled(kHeaderHeight));
    view_->setRowHeight(card::height(shell_.theme));
    applyWidth();
}

void Column::applyWidth()
{
    const bool own = width_ > 0 && !detached_;
    setMinimumWidth(shell_.theme.scaled(own ? width_ : kNarrowest));
    setMaximumWidth(own ? shell_.theme.scaled(width_) : QWIDGETSIZE_MAX);
    grip_->setVisible(!detached_);
}

void Column::setColumnWidth(int width)
{
    width_ = width <= 0 ? 0 : std::clamp(width, kNarrowest, kWidest);
    applyWidth();
}

void Column::setDetached(bool detached)
{
    detached_ = detached;
    applyWidth();
}

bool Column::focusUnread()
{
    const auto &query = model_->query();
    const auto from = std::max({query.readUpTo, markedUpTo_, active_ ? current() : ItemId{}});
    // The oldest of those that are newer, so that reading goes on towards the newest.
    int found = -1;
    for (int row = 0; row < model_->rowCount(); ++row) {
        const auto id = model_->idAt(row);
        if (id <= from) {
            if (query.newestFirst)
                break;
            continue;
        }
        found = row;
        if (!query.newestFirst)
            break;
    }
    if (found < 0 && model_->pendingCount() == 0)
        return false;
    if (found < 0)
        model_->showPending();
    setTouched();
    view_->focusRow(found >= 0 ? found : query.newestFirst ? std::max(0, model_->rowOf(from) - 1) : model_->rowCount() - 1);
    takeFocus();
    return true;
}

void Column::showState()
{
    const auto state = model_->state();
    if (state == ColumnModel::State::Failed) {
        error_->setError(model_->error());
        error_->show();
    } else {
        error_->clear();
    }
    if (state == ColumnModel::State::Loading)
        stack_->setCurrentWidget(skeleton_);
    else
        stack_->setCurrentWidget(model_->rowCount() > 0 ? static_cast<QWidget *>(view_) : empty_);
    if (state == ColumnModel::State::Ready && !restored_ && model_->rowCount() > 0)
        restore();
    if (state != ColumnModel::State::Loading && wantsFocus_ && QApplication::focusWidget() == focusBefore_)
        takeFocus();
    else if (state != ColumnModel::State::Loading)
        wantsFocus_ = false;
}

void Column::takeFocus()
{
    if (model_->rowCount() > 0) {
        wantsFocus_ = false;
        view_->setFocus();
        return;
    }
    setFocus(); // the keys of the panel work from an empty column, too
    wantsFocus_ = true;
    focusBefore_ = QApplication::focusWidget();
}

void Column::restore()
{
    restored_ = true;
    const int focus = model_->rowOf(wantedFocus_), top = model_->rowOf(wantedTop_);
    for (const auto &[id, y] : std::exchange(wantedPlaces_, {}))
        if (const int row = model_->rowOf(id); row >= 0) {
            view_->setCurrentIndex(model_->index(focus >= 0 ? focus : row));
            view_->putRow(row, y - view_->mapTo(this, QPoint(0, 0)).y());
            setTouched();
            Q_EMIT currentChanged();
            return;
        }
    const bool wasAtTop = view_->verticalScrollBar()->value() == 0;
    view_->setCurrentIndex(model_->index(std::max(focus, 0)));
    if (top >= 0)
        view_->scrollToRow(top, wantedOffset_);
    else if (focus < 0 && wasAtTop)
        view_->scrollToRow(0, 0);
    if (top > 0 || focus > 0)
        setTouched();
    Q_EMIT currentChanged();
}

void Column::setQuery(const SavedQuery &query)
{
    const auto &old = model_->query();
    const bool anew = old.source != query.source || old.newestFirst != query.newestFirst || old.version != query.version;
    const bool marks = old.readUpTo != query.readUpTo;
    if (anew) {
        restored_ = false;
        rememberPlaces();
        wantedFocus_ = current();
        wantedTop_ = {};
        if (old.newestFirst != query.newestFirst)
            wantedPlaces_.clear(); // turned round, everything stands elsewhere
        model_->open(query, wantedFocus_);
    } else {
        model_->rename(query);
    }
    if (marks)
        view_->viewport()->update();
    showHeader();
    retranslate();
}

void Column::reload()
{
    restored_ = false;
    rememberPlaces();
    wantedFocus_ = current();
    wantedTop_ = model_->idAt(view_->firstVisibleRow());
    wantedOffset_ = view_->firstVisibleOffset();
    const auto query = model_->query();
    model_->open(query, !wantedTop_ ? wantedFocus_ : wantedTop_);
}

void Column::rememberPlaces()
{
    wantedPlaces_.clear();
    if (model_->isUntouched())
        return;
    const int top = view_->mapTo(this, QPoint(0, 0)).y(); // bars above the cards may go meanwhile
    for (const auto &[row, y] : view_->places())
        wantedPlaces_.emplace_back(model_->idAt(row), y + top);
}

void Column::setGathered(bool gathered)
{
    model_->setGathered(gathered && !model_->query().deskDependent);
    showHeader();
    reload();
}

void Column::setAside(bool aside)
{
    model_->setAside(aside && !model_->query().deskDependent);
    restored_ = false;
    wantedFocus_ = wantedTop_ = {};
    showHeader();
    showEmpty();
    model_->open(model_->query());
}

void Column::setCoverage(Coverage coverage)
{
    strip_->setCoverage(std::move(coverage), shell_.bridge.zone());
}

void Column::setActive(bool active)
{
    if (active_ == active)
        return;
    active_ = active;
    delegate_->setActive(active);
    view_->viewport()->update();
    if (active)
        markTimer_.start();
}

ItemId Column::current() const
{
    return view_->currentIndex().isValid() ? model_->idAt(view_->currentIndex().row()) : ItemId{};
}

void Column::focusItem(ItemId id)
{
    if (const int row = model_->rowOf(id); row >= 0)
        view_->focusRow(row);
}

void Column::setTouched()
{
    model_->setUntouched(false);
    view_->setAnchored(true);
}

void Column::showNew()
{
    if (model_->pendingCount() == 0)
        return;
    model_->showPending();
    setTouched();
    view_->focusRow(model_->query().newestFirst ? 0 : model_->rowCount() - 1);
    takeFocus();
}

void Column::setProgress(double share, std::function<void()> cancel)
{
    cancelWork_ = std::move(cancel);
    if (progressRow_->isVisibleTo(this) != (share >= 0))
        aroundCards([&] { progressRow_->setVisible(share >= 0); });
    progress_->setValue(static_cast<int>(std::lround(std::max(0.0, share) * 100)));
}

bool Column::ready() const
{
    if (model_->state() == ColumnModel::State::Failed)
        return true;
    return model_->state() == ColumnModel::State::Ready && (model_->rowCount() == 0 || model_->cardAt(view_->firstVisibleRow()) != nullptr);
}

QJsonObject Column::state() const
{
    QJsonObject out{{QStringLiteral("gathered"), model_->gathered()}, {QStringLiteral("focus"), idText(wantedFocus_)}, {QStringLiteral("top"), idText(wantedTop_)},
                    {QStringLiteral("offset"), wantedOffset_}, {QStringLiteral("width"), width_}};
    if (!restored_)
        return out;
    // At the very top one wants to stay at the top: what is new comes first then.
    const bool top = view_->verticalScrollBar()->value() == 0;
    out[QStringLiteral("focus")] = idText(current());
    out[QStringLiteral("top")] = idText(top ? ItemId{} : model_->idAt(view_->firstVisibleRow()));
    out[QStringLiteral("offset")] = top ? 0 : view_->firstVisibleOffset();
    return out;
}

} // namespace vigie::ui
