// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/list_card.hpp"

#include "ui/bridge/text.hpp"
#include "ui/dashboard/chart_card.hpp"
#include "ui/dashboard/figure_card.hpp"
#include "ui/dashboard/figure_text.hpp"
#include "ui/dashboard/tile_words.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/row_table.hpp"

#include <QPainter>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace vigie::ui {

namespace {

enum Column { Name, Bar, Number, Columns };
constexpr int kBarRole = Qt::UserRole + 1; ///< -1..1 of the widest
constexpr int kRowHeight = 26, kBarShare = 4;

/// From the left; what fell is of another colour, and its number has its sign.
class BarDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const double share = index.data(kBarRole).toDouble();
        const auto &colors = Theme::of(option.widget).colors();
        const bool change = index.data(Qt::UserRole).toBool();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(!change ? colors.accent : share < 0 ? colors.neg : colors.pos);
        const QRectF room = QRectF(option.rect).adjusted(2, option.rect.height() * 0.32, -4, -option.rect.height() * 0.32);
        painter->drawRoundedRect(QRectF(room.left(), room.top(), std::max(2.0, room.width() * std::abs(share)), room.height()), 2, 2);
        painter->restore();
    }
};

} // namespace

ListCard::ListCard(Shell &shell, BoardTile tile, QWidget *parent) : TileCard(shell, std::move(tile), parent), table_(new QTableWidget(0, Columns, this)), note_(wrappedLabel(QStringLiteral("small"), {}, this))
{
    showAsRows(*table_, Name);
    table_->horizontalHeader()->hide();
    table_->horizontalHeader()->setSectionResizeMode(Bar, QHeaderView::Fixed);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setFrameShape(QFrame::NoFrame);
    table_->setTextElideMode(Qt::ElideRight);
    table_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table_->setItemDelegateForColumn(Bar, new BarDelegate(table_));
    column()->addWidget(table_, 1);
    column()->addWidget(note_);
    note_->hide();
    connect(table_, &QTableWidget::cellClicked, this, [this](int row, int) { open(row); });
    connect(table_, &QTableWidget::cellActivated, this, [this](int row, int) { open(row); });
}

QWidget *ListCard::reader()
{
    return table_;
}

bool ListCard::hasContent() const
{
    return !reading().rows.empty();
}

QString ListCard::emptyWords() const
{
    if (tile().kind == TileKind::Why)
        return page().against ? tr("Nothing to compare with in this period.") : tr("Choose a comparison to see what changed.");
    return TileCard::emptyWords();
}

void ListCard::retranslate()
{
    TileCard::retranslate();
    table_->setAccessibleName(TileWords::title(tile()));
}

QString ListCard::nameOf(const ListRow &row) const
{
    if (tile().kind != TileKind::Why)
        return row.name.empty() ? tr("without words") : qs(row.name);
    if (row.others > 0)
        return tr("%n other(s)", "", static_cast<int>(row.others));
    if (row.name.empty())
        return tile().split == "topic" ? tr("no topic of its own") : tr("none of them");
    if (tile().split == "network")
        return shell().bridge.networkName(row.name);
    if (tile().split == "tone")
        return row.name == "1" ? tr("▲ positive") : row.name == "-1" ? tr("▼ negative") : tr("● neutral");
    return qs(row.name);
}

QString ListCard::valueOf(const ListRow &row) const
{
    if (!row.value)
        return tr("not given");
    if (tile().kind != TileKind::Why)
        return format::number(*row.value);
    const auto *metric = insight::metric(tile().metric);
    if (metric != nullptr && metric->unit == insight::Unit::Seconds)
        return FigureText::change(*row.value, metric->unit);
    const bool whole = metric != nullptr && metric->additive;
    return format::signedNumber(*row.value, whole ? 0 : 1);
}

QString ListCard::noteWords() const
{
    QStringList words;
    if (tile().kind == TileKind::Why && reading().change && reading().change->absolute)
        words << FigureText::change(*reading().change);
    if (reading().why && reading().why->together)
        words << tr("Medians do not add up: a line is what would be missing of the change without it. %1 comes of all of them together.")
                     .arg(FigureText::change(*reading().why->together, reading().why->now.unit));
    if (tile().kind == TileKind::Why && tellsTone(tile()) && page().accuracy && page().tones)
        words << FigureText::tones(*page().accuracy, *page().tones);
    return words.join(QLatin1Char('\n'));
}

void ListCard::showReading()
{
    const auto &rows = reading().rows;
    const auto &theme = Theme::of(this);
    table_->verticalHeader()->setDefaultSectionSize(theme.scaled(kRowHeight));
    table_->setRowCount(static_cast<int>(rows.size()));
    double most = 0;
    for (const auto &row : rows)
        most = std::max(most, std::abs(row.value.value_or(0)));
    for (int at = 0; at < table_->rowCount(); ++at) {
        const auto &row = rows[static_cast<std::size_t>(at)];
        auto *name = new QTableWidgetItem(nameOf(row));
        if (!row.detail.empty())
            name->setToolTip((tile().kind == TileKind::Members ? QStringLiteral("@") + qs(row.detail) : name->text()).toHtmlEscaped());
        auto *bar = new QTableWidgetItem;
        bar->setData(kBarRole, most > 0 ? row.value.value_or(0) / most : 0);
        bar->setData(Qt::UserRole, tile().kind == TileKind::Why);
        auto *number = new QTableWidgetItem(valueOf(row));
        number->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        if (reading().why && at < static_cast<int>(reading().why->parts.size())) {
            const auto interval = FigureText::interval(*reading().why, reading().why->parts[static_cast<std::size_t>(at)]);
            number->setToolTip(interval.toHtmlEscaped());
            number->setData(Qt::AccessibleDescriptionRole, interval);
        }
        table_->setItem(at, Name, name);
        table_->setItem(at, Bar, bar);
        table_->setItem(at, Number, number);
    }
    showText(note_, noteWords());
    table_->setColumnWidth(Bar, std::max(theme.scaled(40), width() / kBarShare));
}

void ListCard::open(int row)
{
    if (row < 0 || row >= static_cast<int>(reading().rows.size()))
        return;
    auto behind = behindLine(tile(), reading().rows[static_cast<std::size_t>(row)], page());
    behind.title = nameOf(reading().rows[static_cast<std::size_t>(row)]);
    if (tile().kind == TileKind::Why && reading().why) {
        behind.key = tile().metric;
        behind.part = ExplainedRows{tile(), *reading().why, static_cast<std::size_t>(row)};
        behind.value = tr("%1 (%2)", "change of a part, its interval or why there is none")
                           .arg(valueOf(reading().rows[static_cast<std::size_t>(row)]), FigureText::interval(*reading().why, reading().why->parts[static_cast<std::size_t>(row)]));
    }
    Q_EMIT behindWanted(behind);
}

TileCard *makeCard(Shell &shell, const BoardTile &tile, QWidget *parent)
{
    switch (tile.kind) {
    case TileKind::Figure: return new FigureCard(shell, tile, parent);
    case TileKind::Posts:
    case TileKind::Members:
    case TileKind::Links:
    case TileKind::Why: return new ListCard(shell, tile, parent);
    default: return new ChartCard(shell, tile, parent);
    }
}

} // namespace vigie::ui
