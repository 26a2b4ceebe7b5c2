// SPDX-License-Identifier: GPL-3.0-or-later
// What stands behind a figure, a point of a chart or a line of a list: which rows, by which formula and query, of which time.
// Thread: values; the row source is run inside store jobs.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/dashboard/board_reading.hpp"
#include "ui/dashboard/chart_data.hpp"

#include <functional>
#include <optional>
#include <utility>

namespace vigie::ui {

/// One part of an explained change.
struct ExplainedRows {
    BoardTile tile;
    insight::Explanation explanation;
    std::size_t part = 0;
};

struct Behind {
    QString title, value;             ///< "Mentions", "118 (96 to 143)"
    std::string key;                  ///< of the catalogue; empty: the rows are all there is to say
    insight::FigureScope scope;       ///< narrowed to the point
    insight::Period period;
    std::vector<insight::Note> notes;
    std::optional<std::pair<Instant, Instant>> stretch; ///< within the period: an hour
    std::optional<int> hourOfWeek;    ///< of the local week, Monday 0 h is 0
    std::function<bool(double)> answeredIn; ///< conversations by seconds until the answer; negative: not answered
    ItemId item;                      ///< the one row
    std::optional<ExplainedRows> part;
    std::int64_t rows = -1;           ///< as many as the figure says; -1: not known
};

[[nodiscard]] Behind behindTile(const BoardTile &tile, const TileReading &reading, const BoardReading &page);
[[nodiscard]] Behind behindPoint(const BoardTile &tile, const TileReading &reading, const BoardReading &page, const ChartData &chart, const ChartSpot &spot);
[[nodiscard]] Behind behindLine(const BoardTile &tile, const ListRow &row, const BoardReading &page);
/// Newest first by keyset. `columns` outlives the source: it is the workspace's.
[[nodiscard]] Shell::RowSource rowsOf(const Behind &behind, const std::string &zone, insight::Columns &columns);

} // namespace vigie::ui
