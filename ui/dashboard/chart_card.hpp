// SPDX-License-Identifier: GPL-3.0-or-later
// A chart on a page, with the table behind it: the same values, for who reads them by ear or wants them exact.
// Thread: the window's.
#pragma once

#include "ui/dashboard/chart_plot.hpp"
#include "ui/dashboard/tile_card.hpp"

class QLabel;
class QTableWidget;

namespace vigie::ui {

class ChartCard final : public TileCard {
    Q_OBJECT
public:
    ChartCard(Shell &shell, BoardTile tile, QWidget *parent);
    void toggleTable() override;
    [[nodiscard]] QWidget *reader() override;
    [[nodiscard]] ChartPlot &plot() const { return *plot_; }
    [[nodiscard]] QTableWidget *table() const { return table_; }
    [[nodiscard]] bool showsTable() const { return tableShown_; }
    void retranslate() override;

private:
    void showReading() override;
    [[nodiscard]] bool hasContent() const override { return !plot_->data().empty(); }
    void fillTable();
    void openCell(int row, int column);

    ChartPlot *plot_;
    QLabel *accuracy_;
    QTableWidget *table_ = nullptr; ///< made when first asked for
    bool tableShown_ = false;
};

} // namespace vigie::ui
