// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/chart_card.hpp"

#include "ui/dashboard/board_charts.hpp"
#include "ui/dashboard/chart_words.hpp"
#include "ui/dashboard/figure_text.hpp"
#include "ui/dashboard/tile_words.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"

#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace vigie::ui {

ChartCard::ChartCard(Shell &shell, BoardTile tile, QWidget *parent) : TileCard(shell, std::move(tile), parent), plot_(new ChartPlot(this)), accuracy_(wrappedLabel(QStringLiteral("small"), {}, this))
{
    column()->addWidget(plot_, 1);
    column()->addWidget(accuracy_);
    accuracy_->hide();
    connect(plot_, &ChartPlot::opened, this, [this](const ChartSpot &spot) { Q_EMIT behindWanted(behindPoint(this->tile(), reading(), page(), plot_->data(), spot)); });
}

QWidget *ChartCard::reader()
{
    return tableShown_ ? static_cast<QWidget *>(table_) : plot_;
}

void ChartCard::showReading()
{
    auto &bridge = shell().bridge;
    plot_->setData(reading().error ? ChartData{} : BoardCharts::chart(tile(), reading(), page(), [&bridge](const std::string &network) { return bridge.networkName(network); }));
    if (tableShown_)
        fillTable();
}

void ChartCard::retranslate()
{
    TileCard::retranslate();
    plot_->setAccessibleName(TileWords::title(tile()));
    showText(accuracy_, tellsTone(tile()) && page().accuracy && page().tones ? FigureText::tones(*page().accuracy, *page().tones) : QString());
    if (table_ != nullptr)
        table_->setAccessibleName(tr("%1, as a table").arg(TileWords::title(tile())));
}

void ChartCard::fillTable()
{
    ChartWords::fill(*table_, plot_->data());
}

void ChartCard::openCell(int row, int column)
{
    const bool heat = plot_->data().shape == ChartData::Shape::Heat;
    const ChartSpot spot = heat ? ChartSpot{row, column} : ChartSpot{column, row};
    if (const auto *point = plot_->data().at(spot.line, spot.place); point != nullptr && point->value)
        Q_EMIT behindWanted(behindPoint(tile(), reading(), page(), plot_->data(), spot));
}

void ChartCard::toggleTable()
{
    if (table_ == nullptr) {
        table_ = new QTableWidget(this);
        table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
        table_->setFrameShape(QFrame::NoFrame);
        table_->setTabKeyNavigation(false);
        table_->setWordWrap(false);
        table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
        table_->hide();
        column()->insertWidget(column()->indexOf(plot_), table_, 1);
        connect(table_, &QTableWidget::cellActivated, this, &ChartCard::openCell);
        retranslate();
    }
    const bool focused = plot_->hasFocus() || table_->hasFocus();
    auto *before = reader();
    tableShown_ = !tableShown_;
    if (tableShown_)
        fillTable();
    before->hide();
    reader()->setVisible(hasContent());
    if (focused)
        reader()->setFocus(Qt::OtherFocusReason);
}

} // namespace vigie::ui
