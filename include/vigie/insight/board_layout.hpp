// SPDX-License-Identifier: GPL-3.0-or-later
// Where tiles of a page stand: on a grid of twelve columns, none over another, none hanging in the air.
// Thread: pure functions. Errors: none; what does not fit is put where it does, an unknown tile changes nothing.
#pragma once

#include <vigie/model/board.hpp>

#include <vector>

namespace vigie::insight {

inline constexpr int kBoardColumns = 12, kTallestTile = 12;

/// Smallest and usual size of a kind, in cells.
struct TileSize { int w = 0, h = 0; };
[[nodiscard]] TileSize smallestTile(TileKind kind);
[[nodiscard]] TileSize usualTile(TileKind kind);

using Tiles = std::vector<BoardTile>;

/// The same tiles, each as high as it can stand without passing one that was above it. The order of the vector is kept.
[[nodiscard]] Tiles settled(Tiles tiles);
/// The tile is put there; those in its way give way downwards.
[[nodiscard]] Tiles moved(Tiles tiles, int id, int x, int y);
[[nodiscard]] Tiles resized(Tiles tiles, int id, int w, int h);
[[nodiscard]] Tiles without(Tiles tiles, int id);
/// In the first place from the top where it fits; it gets the next free id.
[[nodiscard]] Tiles with(Tiles tiles, BoardTile tile);
/// A second one of the same, right after it where there is room, else below.
[[nodiscard]] Tiles duplicated(Tiles tiles, int id);
/// For a window that has room for so many columns only (6, 3 ...): in reading order, as wide as that allows.
[[nodiscard]] Tiles fitted(const Tiles &tiles, int columns);
/// Indices in the order one reads: row by row.
[[nodiscard]] std::vector<std::size_t> readingOrder(const Tiles &tiles);
[[nodiscard]] int heightOf(const Tiles &tiles);

} // namespace vigie::insight
