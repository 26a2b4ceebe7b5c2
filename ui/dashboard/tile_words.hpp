// SPDX-License-Identifier: GPL-3.0-or-later
// What tiles and pages are called.
// Thread: the window's.
#pragma once

#include <vigie/model/board.hpp>

#include <QCoreApplication>
#include <QString>

namespace vigie::ui {

class TileWords {
    Q_DECLARE_TR_FUNCTIONS(vigie::ui::TileWords)
public:
    [[nodiscard]] static QString title(const BoardTile &tile);
    [[nodiscard]] static QString kind(TileKind kind);
    /// "by network"
    [[nodiscard]] static QString split(const std::string &split);
    /// As it is called; of a page that Vigie brings, in the person's language.
    [[nodiscard]] static QString page(const Board &board);
    [[nodiscard]] static QString span(BoardSpan span);
    [[nodiscard]] static QString compare(BoardCompare compare);
};

} // namespace vigie::ui
