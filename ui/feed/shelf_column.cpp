// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/shelf_column.hpp"

#include "ui/app/shell.hpp"
#include "ui/bridge/text.hpp"
#include "ui/feed/card_delegate.hpp"
#include "ui/feed/column_parts.hpp"
#include "ui/feed/column_view.hpp"
#include "ui/widget/pieces.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QStackedLayout>

#include <algorithm>

namespace vigie::ui {

namespace {

std::vector<CardPtr> cardsOf(std::vector<Item> items)
{
    std::vector<CardPtr> cards;
    cards.reserve(items.size());
    for (auto &item : items) {
        store::ItemRow row;
        row.item = std::move(item);
        cards.push_back(makeCard(std::move(row), nullptr));
    }
    return cards;
}

bool isShownOnly(const app::AccountStatus &line)
{
    return line.account.policy.persist == PersistRule::DisplayOnly && line.account.state != AccountState::Removed;
}

} // namespace

QString shownOnlyWords()
{
    return ShelfColumn::tr("Shown only, not kept: the network's terms.");
}

ShelfColumn::ShelfColumn(Shell &shell, QWidget *parent)
    : QFrame(parent), shell_(shell), model_(new ShelfModel(shell.bridge, this)), view_(new ColumnView(this)),
      delegate_(new CardDelegate(shell.bridge, [this](int row) { return model_->cardAt(row); }, [] { return ItemId{}; }, this)),
      name_(new ElidedLabel(this)), count_(roleLabel(QStringLiteral("muted"), {}, this)), notice_(roleLabel(QStringLiteral("small"), {}, this)), header_(new QFrame(this)),
      banner_(new QFrame(this)), empty_(new EmptyState(this)), stack_(new QStackedLayout)
{
    build();
    connect(view_, &ColumnView::focusChanged, this, [this] {
        if (!view_->hasFocus())
            return;
        // With the focus Qt makes the first row the current one, but does not select it.
        const int row = view_->currentIndex().isValid() ? view_->currentIndex().row() : view_->firstVisibleRow();
        if (!view_->selectionModel()->isRowSelected(row))
            view_->focusRow(row);
        Q_EMIT activatedByFocus();
    });
    connect(view_, &ColumnView::opened, this, &ShelfColumn::opened);
    connect(view_, &QAbstractItemView::doubleClicked, this, &ShelfColumn::opened);
    connect(view_, &ColumnView::sideways, this, &ShelfColumn::sideways);
    connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this, &ShelfColumn::currentChanged);
    connect(&shell_.theme, &Theme::changed, this, &ShelfColumn::applyFonts);
    connect(&shell_.bridge, &Bridge::statusChanged, this, &ShelfColumn::refresh);
    connect(&shell_.bridge, &Bridge::closed, this, [this] {
        version_.reset();
        take({});
        refresh();
    });
    applyFonts();
    retranslate();
    hide();
}

void ShelfColumn::build()
{
    auto *head = headLayout(*header_, *name_);
    head->addWidget(count_);
    head->addStretch(1);
    banner_->setProperty("role", "note");
    notice_->setWordWrap(true);
    auto *inBanner = new QHBoxLayout(banner_);
    inBanner->setContentsMargins(kMargin, kGrid, kMargin, kGrid);
    inBanner->addWidget(notice_);
    view_->setModel(model_);
    view_->setItemDelegate(delegate_);
    stack_->addWidget(view_);
    stack_->addWidget(empty_);
    auto *layout = columnLayout(*this);
    layout->addWidget(header_);
    layout->addWidget(banner_);
    layout->addLayout(stack_, 1);
    stack_->setCurrentWidget(empty_);
}

void ShelfColumn::refresh()
{
    const auto &accounts = shell_.bridge.status().accounts;
    const bool wanted = std::any_of(accounts.begin(), accounts.end(), isShownOnly);
    if (wanted != wanted_) {
        wanted_ = wanted;
        setVisible(wanted);
        Q_EMIT wantedChanged();
    }
    const auto *workspace = shell_.bridge.workspace();
    if (workspace == nullptr || reading_)
        return;
    if (const auto version = workspace->shelfVersion(); version != version_)
        read(version);
}

void ShelfColumn::read(std::uint64_t version)
{
    reading_ = true;
    shell_.bridge.work<std::vector<CardPtr>>(
        this, [items = shell_.bridge.workspace()->shelf()]() mutable { return Result<std::vector<CardPtr>>(cardsOf(std::move(items))); },
        [this, version](Result<std::vector<CardPtr>> cards) {
            reading_ = false;
            if (shell_.bridge.workspace() == nullptr)
                return;
            version_ = version;
            take(std::move(*cards));
        });
}

/// What the person looks at stays where it is, unless it is gone.
void ShelfColumn::take(std::vector<CardPtr> cards)
{
    const auto chosen = current(), top = model_->cardAt(view_->firstVisibleRow());
    const int offset = view_->firstVisibleOffset();
    const bool moved = view_->firstVisibleRow() > 0 || offset > 0;
    model_->setCards(std::move(cards));
    stack_->setCurrentWidget(model_->rowCount() > 0 ? static_cast<QWidget *>(view_) : empty_);
    count_->setText(model_->rowCount() > 0 ? format::number(model_->rowCount()) : QString());
    count_->setAccessibleName(tr("%n mention(s)", nullptr, model_->rowCount()));
    if (const int row = model_->rowOf(chosen); row >= 0)
        view_->setCurrentIndex(model_->index(row));
    if (const int row = model_->rowOf(top); row >= 0 && moved)
        view_->scrollToRow(row, offset);
    Q_EMIT currentChanged();
}

CardPtr ShelfColumn::current() const
{
    return view_->currentIndex().isValid() ? model_->cardAt(view_->currentIndex().row()) : nullptr;
}

void ShelfColumn::setActive(bool active)
{
    delegate_->setActive(active);
    view_->viewport()->update();
}

void ShelfColumn::takeFocus()
{
    if (model_->rowCount() > 0)
        view_->setFocus();
    else
        setFocus();
}

void ShelfColumn::step(int rows)
{
    takeFocus();
    view_->step(rows);
}

void ShelfColumn::tick()
{
    view_->viewport()->update();
}

void ShelfColumn::applyFonts()
{
    header_->setFixedHeight(shell_.theme.scaled(kHeaderHeight));
    view_->setRowHeight(card::height(shell_.theme));
    setMinimumWidth(shell_.theme.scaled(276));
}

void ShelfColumn::retranslate()
{
    name_->setText(tr("Shown only"));
    setAccessibleName(tr("Column %1").arg(name_->text()));
    setAccessibleDescription(shownOnlyWords());
    view_->setAccessibleName(tr("Mentions that are shown only, not kept"));
    notice_->setText(shownOnlyWords());
    empty_->setContent(QStringLiteral("eye"), tr("Nothing here yet"),
                       tr("Some networks show what is written there and let nobody keep it. Their newest mentions appear here, until Vigie is closed."));
    count_->setAccessibleName(tr("%n mention(s)", nullptr, model_->rowCount()));
}

void ShelfColumn::focusInEvent(QFocusEvent *event)
{
    QFrame::focusInEvent(event);
    Q_EMIT activatedByFocus();
}

void ShelfColumn::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        view_->viewport()->update();
    }
    QFrame::changeEvent(event);
}

} // namespace vigie::ui
