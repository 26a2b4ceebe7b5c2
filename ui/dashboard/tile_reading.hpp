// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one tile.
// Thread: inside a store job. Errors: those of insight::FigureReader.
#pragma once

#include "ui/dashboard/board_reading.hpp"

namespace vigie::ui {

class TileReader {
public:
    TileReader(store::Tx &tx, insight::Columns &columns, const BoardReading &page) : tx_(tx), columns_(columns), page_(page) {}
    Result<TileReading> read(const BoardTile &tile);

private:
    Result<void> figure(const BoardTile &tile, TileReading &out);
    Result<void> target(const BoardTile &tile, TileReading &out);
    Result<void> series(const BoardTile &tile, TileReading &out);
    Result<void> stars(TileReading &out);
    Result<void> voice(TileReading &out);
    Result<void> times(TileReading &out);
    Result<void> funnel(TileReading &out);
    Result<void> posts(TileReading &out);
    Result<void> members(TileReading &out);
    Result<void> links(TileReading &out);
    Result<void> why(const BoardTile &tile, TileReading &out);

    store::Tx &tx_;
    insight::Columns &columns_;
    const BoardReading &page_;
};

[[nodiscard]] insight::Split splitFrom(const std::string &name);
/// Of conversations: how they are called, and the seconds within which they were answered; negative: whether answered or not.
[[nodiscard]] const std::vector<std::pair<std::string, double>> &funnelStages();
[[nodiscard]] insight::ExplainRequest explainRequest(const BoardTile &tile, const insight::FigureScope &scope, const insight::Period &period,
                                                     const std::optional<insight::Period> &against);
/// Tiles that this program can read: those of other kinds are not offered.
[[nodiscard]] bool canRead(const BoardTile &tile);

} // namespace vigie::ui
