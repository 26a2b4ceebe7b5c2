// SPDX-License-Identifier: GPL-3.0-or-later
// The tiles of a page on their grid, in a page that scrolls. While it is edited they are moved, resized, doubled and removed; what
// comes of it is told, and kept by whoever listens.
// Thread: the window's.
#pragma once

#include "ui/dashboard/tile_card.hpp"

#include <vigie/insight/board_layout.hpp>

#include <QScrollArea>

#include <vector>

namespace vigie::ui {

class BoardView final : public QScrollArea {
    Q_OBJECT
public:
    explicit BoardView(Shell &shell, QWidget *parent = nullptr);
    /// Cards of the same tiles stay, with what they show.
    void setTiles(const insight::Tiles &tiles);
    [[nodiscard]] const insight::Tiles &tiles() const { return tiles_; }
    void setReading(const BoardReading &reading);
    void setStale();
    void setEditing(bool editing);
    [[nodiscard]] bool isEditing() const { return editing_; }
    [[nodiscard]] const std::vector<TileCard *> &cards() const { return cards_; }
    [[nodiscard]] TileCard *card(int id) const;
    /// That has the focus, or the chart or list in it.
    [[nodiscard]] TileCard *focusedCard() const;
    void focusFirst();
    [[nodiscard]] int columns() const { return columns_; }

Q_SIGNALS:
    void behindWanted(const vigie::ui::Behind &behind);
    void coverageWanted();
    void numbersWanted(const std::string &figure);
    /// A step of editing is done: so the tiles stand now.
    void arranged(const std::vector<vigie::BoardTile> &tiles);

private:
    void add(const BoardTile &tile);
    void connectEditing(TileCard *card);
    void lay();
    void preview(TileCard *card, const insight::Tiles &tiles, bool done);
    [[nodiscard]] QRect rectOf(const TilePlace &place) const;
    [[nodiscard]] int cellWidth() const;
    [[nodiscard]] int rowHeight() const;
    void orderTabs(const insight::Tiles &placed);
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

    Shell &shell_;
    QWidget *body_;
    insight::Tiles tiles_;
    std::vector<TileCard *> cards_;
    bool editing_ = false;
    int columns_ = insight::kBoardColumns;
};

} // namespace vigie::ui
