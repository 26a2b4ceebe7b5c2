// SPDX-License-Identifier: GPL-3.0-or-later
// What a page of the dashboard reads from the store: for each tile its figure, its series or its rows; for all of them the coverage,
// the events and the campaigns of the period.
// Thread: readBoard() inside a store job, the rest values. Errors: those of insight::FigureReader, per tile; of the page only what
// concerns them all.
#pragma once

#include <vigie/insight/explain.hpp>
#include <vigie/insight/figure.hpp>
#include <vigie/insight/tone_accuracy.hpp>
#include <vigie/model/board.hpp>
#include <vigie/model/sync.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <string>
#include <vector>

namespace vigie::ui {

struct BoardQuestion {
    BoardChoice choice;
    std::vector<BoardTile> tiles;
    std::int32_t today = 0;
    bool withoutRelays = false;
};

/// A line of a list: who, what, how much.
struct ListRow {
    std::string name, detail;
    std::optional<double> value;
    std::int64_t rows = 0;
    std::int64_t others = 0;         ///< TileKind::Why: this line is so many parts together
    MemberId member;
    ItemId item;
    std::string words;               ///< of the query language: what narrows the page to this line
};

/// A stretch of the calendar that stands behind the curves.
struct BoardEvent {
    std::string name;
    Instant from, to;
    bool campaign = false;
};

/// A count out of the ordinary, as the alerts found it.
struct BoardSpike {
    Instant at;
    double value = 0;
    std::optional<double> low, high;
};

struct TileReading {
    int id = 0;
    std::optional<Error> error;
    std::optional<insight::Change> change;  ///< TileKind::Figure
    insight::Figure figure;
    std::optional<double> target;           ///< of an objective that is measured by this figure
    insight::Series series, before;
    insight::Bucket bucket = insight::Bucket::Day;
    std::vector<double> seconds;            ///< TileKind::Times: of each answer, ascending
    std::int64_t open = 0;                  ///< not answered yet
    std::vector<ListRow> rows;              ///< lists, stages of the funnel
    std::optional<insight::Explanation> why; ///< TileKind::Why: its parts are the rows
};

struct BoardReading {
    insight::FigureScope scope;
    insight::Period period;
    std::optional<insight::Period> against;
    std::string zone, scopeName;            ///< name of the query
    Coverage coverage;
    std::vector<BoardEvent> events;
    std::optional<insight::ToneAccuracy> accuracy; ///< where a tile tells tones
    std::optional<store::ToneState> tones;  ///< the same
    std::vector<BoardSpike> spikes;
    std::vector<TileReading> tiles;         ///< in the order of the question

    [[nodiscard]] const TileReading *tile(int id) const
    {
        for (const auto &one : tiles)
            if (one.id == id)
                return &one;
        return nullptr;
    }
};

/// Its value depends on tones that were told by the machine.
[[nodiscard]] bool tellsTone(const BoardTile &tile);
[[nodiscard]] Result<BoardReading> readBoard(store::Tx &tx, insight::Columns &columns, const BoardQuestion &question);
/// Local days as instants: [start of the first, start of the day after the last).
[[nodiscard]] Result<std::pair<Instant, Instant>> instantsOf(const insight::Period &period, const std::string &zone);

} // namespace vigie::ui
