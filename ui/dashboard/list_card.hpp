// SPDX-License-Identifier: GPL-3.0-or-later
// A list on a page: posts, members, links, or what moved a figure, each with its number and a bar. Enter or a press on a line shows
// what is behind it.
// Thread: the window's.
#pragma once

#include "ui/dashboard/tile_card.hpp"

class QLabel;
class QTableWidget;

namespace vigie::ui {

class ListCard final : public TileCard {
    Q_OBJECT
public:
    ListCard(Shell &shell, BoardTile tile, QWidget *parent);
    [[nodiscard]] QTableWidget *table() const { return table_; }
    [[nodiscard]] QLabel *note() const { return note_; }
    [[nodiscard]] QWidget *reader() override;
    void retranslate() override;

private:
    void showReading() override;
    [[nodiscard]] bool hasContent() const override;
    [[nodiscard]] QString emptyWords() const override;
    [[nodiscard]] QString nameOf(const ListRow &row) const;
    [[nodiscard]] QString valueOf(const ListRow &row) const;
    /// Below the lines: what is to be known of all of them.
    [[nodiscard]] QString noteWords() const;
    void open(int row);

    QTableWidget *table_;
    QLabel *note_;
};

} // namespace vigie::ui
