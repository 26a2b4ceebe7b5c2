// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/add_tile_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/dashboard/figure_text.hpp"
#include "ui/dashboard/tile_reading.hpp"
#include "ui/dashboard/tile_words.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/insight/board_layout.hpp>
#include <vigie/insight/explain.hpp>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {
constexpr int kWide = 560, kTall = 520;
constexpr int kWordsRole = Qt::UserRole + 1;
} // namespace

AddTileDialog::AddTileDialog(QWidget *parent)
    : QDialog(parent), search_(new QLineEdit(this)), list_(new QListWidget(this)), definition_(wrappedLabel(QStringLiteral("muted"))),
      add_(roleButton(QStringLiteral("primary"), this)), close_(roleButton(QString(), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Add to the page"));
    auto *column = new QVBoxLayout(this);
    search_->setPlaceholderText(tr("Search figures and charts"));
    search_->setAccessibleName(search_->placeholderText());
    search_->setClearButtonEnabled(true);
    search_->installEventFilter(this);
    list_->setAccessibleName(tr("Figures and charts"));
    add_->setText(tr("Add"));
    close_->setText(tr("Close"));
    add_->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(close_);
    buttons->addWidget(add_);
    column->addWidget(search_);
    column->addWidget(list_, 1);
    column->addWidget(definition_);
    column->addLayout(buttons);
    const auto &theme = Theme::of(this);
    resize(theme.scaled(kWide), theme.scaled(kTall));
    offerFigures();
    connect(search_, &QLineEdit::textChanged, this, &AddTileDialog::filter);
    connect(list_, &QListWidget::currentRowChanged, this, &AddTileDialog::showChosen);
    connect(list_, &QListWidget::itemDoubleClicked, this, &AddTileDialog::take);
    connect(add_, &QPushButton::clicked, this, &AddTileDialog::take);
    connect(close_, &QPushButton::clicked, this, &QDialog::close);
    filter();
}

void AddTileDialog::offer(const BoardTile &tile, const QString &words)
{
    auto made = tile;
    const auto size = insight::usualTile(tile.kind);
    made.place = {0, 0, size.w, size.h};
    auto *item = new QListWidgetItem(tr("%1 (%2)", "tile, its kind").arg(TileWords::title(made), TileWords::kind(made.kind)), list_);
    item->setData(Qt::UserRole, static_cast<int>(tiles_.size()));
    item->setData(kWordsRole, QString(item->text() + QLatin1Char(' ') + words));
    tiles_.push_back(std::move(made));
}

void AddTileDialog::offerFigures()
{
    const auto tile = [](TileKind kind, const std::string &metric, const std::string &split = {}) {
        BoardTile out;
        out.kind = kind;
        out.metric = metric;
        out.split = split;
        return out;
    };
    for (const auto &metric : insight::catalogue())
        offer(tile(TileKind::Figure, metric.key), FigureText::definition(metric.key));
    for (const auto &metric : insight::catalogue()) {
        const auto words = FigureText::definition(metric.key);
        offer(tile(TileKind::Lines, metric.key), words);
        offer(tile(TileKind::Lines, metric.key, "network"), words);
        if (metric.additive) {
            for (const char *split : {"network", "language", "tone"})
                offer(tile(TileKind::Stacked, metric.key, split), words);
            offer(tile(TileKind::Hours, metric.key), words);
        }
        for (const char *by : {"network", "topic", "author", "tone", "cluster"})
            if (insight::explains(metric.key, insight::dimensionFrom(by).value_or(insight::Dimension::Network)))
                offer(tile(TileKind::Why, metric.key, by), words);
    }
    for (const auto kind : {TileKind::Voice, TileKind::Times, TileKind::Funnel, TileKind::Stars, TileKind::Posts, TileKind::Members, TileKind::Links})
        if (const auto one = tile(kind, kind == TileKind::Voice ? "mentions" : std::string()); canRead(one))
            offer(one, {});
}

void AddTileDialog::filter()
{
    const auto words = search_->text().simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    int first = -1;
    for (int row = 0; row < list_->count(); ++row) {
        auto *item = list_->item(row);
        bool all = true;
        for (const auto &word : words)
            all = all && item->data(kWordsRole).toString().contains(word, Qt::CaseInsensitive);
        item->setHidden(!all);
        if (all && first < 0)
            first = row;
    }
    list_->setCurrentRow(first);
    showChosen();
}

void AddTileDialog::showChosen()
{
    const auto *item = list_->currentItem();
    add_->setEnabled(item != nullptr && !item->isHidden());
    if (item == nullptr) {
        definition_->setText(tr("Nothing is called so."));
        return;
    }
    definition_->setText(FigureText::definition(tiles_[static_cast<std::size_t>(item->data(Qt::UserRole).toInt())].metric));
}

void AddTileDialog::take()
{
    const auto *item = list_->currentItem();
    if (item != nullptr && !item->isHidden())
        Q_EMIT chosen(tiles_[static_cast<std::size_t>(item->data(Qt::UserRole).toInt())]);
}

bool AddTileDialog::eventFilter(QObject *watched, QEvent *event)
{
    // Up and Down choose while one types.
    if (watched == search_ && event->type() == QEvent::KeyPress) {
        const auto key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            for (int row = list_->currentRow() + (key == Qt::Key_Up ? -1 : 1); row >= 0 && row < list_->count(); row += key == Qt::Key_Up ? -1 : 1)
                if (!list_->item(row)->isHidden()) {
                    list_->setCurrentRow(row);
                    break;
                }
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace vigie::ui
