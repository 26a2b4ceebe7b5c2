// SPDX-License-Identifier: GPL-3.0-or-later
// A page of the dashboard: what it asks (period, comparison, filter), and which tiles stand where.
// Thread: values. Errors: none.
#pragma once

#include <vigie/base/id.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

using BoardId = Id<struct BoardTag>;

enum class BoardKind : std::uint8_t {
    Tiles,      ///< figures and charts, arranged freely
    Reviews,
    Objectives
};
enum class BoardSpan : std::uint8_t {
    Today, Days7, Days30, Days90,
    Month,     ///< from its first day to today
    LastMonth, ///< the whole one
    Quarter, Year,
    Campaign,  ///< since the day of a campaign
    Own
};
enum class BoardCompare : std::uint8_t {
    Weekdays, ///< as many days before, moved by whole weeks
    LastYear, ///< 52 weeks before: the same weekdays
    Campaign, ///< as many days just before the day of the campaign
    None
};
enum class TileKind : std::uint8_t {
    Figure,
    Lines,   ///< with band, events and spikes
    Stacked, ///< bars
    Hours,   ///< hour by weekday, local
    Times,   ///< how long answers took
    Voice,   ///< share of voice of the locked panel
    Funnel,  ///< of conversations
    Stars,   ///< of reviews, over time
    Posts, Members, Links,
    Why      ///< what moved a figure
};

[[nodiscard]] const char *toString(BoardKind kind) noexcept;
[[nodiscard]] const char *toString(BoardSpan span) noexcept;
[[nodiscard]] const char *toString(BoardCompare compare) noexcept;
[[nodiscard]] const char *toString(TileKind kind) noexcept;
[[nodiscard]] std::optional<BoardKind> boardKindFrom(std::string_view name) noexcept;
[[nodiscard]] std::optional<BoardSpan> boardSpanFrom(std::string_view name) noexcept;
[[nodiscard]] std::optional<BoardCompare> boardCompareFrom(std::string_view name) noexcept;
[[nodiscard]] std::optional<TileKind> tileKindFrom(std::string_view name) noexcept;

/// Cells of the grid: columns of a twelfth of the width, rows of one height.
struct TilePlace {
    int x = 0, y = 0, w = 3, h = 2;
    [[nodiscard]] int right() const { return x + w; }
    [[nodiscard]] int bottom() const { return y + h; }
    friend bool operator==(const TilePlace &, const TilePlace &) = default;
};

struct BoardTile {
    int id = 0;              ///< within its page, never given twice while the page is edited
    TileKind kind = TileKind::Figure;
    std::string metric;      ///< of the catalogue; empty where the kind says it all
    std::string split;       ///< "", "network", "language", "tone", "query", "tag", "author", "kind"
    TilePlace place;
    friend bool operator==(const BoardTile &, const BoardTile &) = default;
};

/// What all tiles of a page are asked for; kept with it.
struct BoardChoice {
    BoardSpan span = BoardSpan::Days30;
    std::int32_t fromDay = 0, toDay = 0; ///< of BoardSpan::Own, half-open, days since 1970-01-01
    CampaignId campaign;
    BoardCompare compare = BoardCompare::Weekdays;
    QueryId query;                       ///< brand or competitor; none: everything collected
    std::string words;                   ///< more of the query language
    std::vector<std::string> networks, langs;
    std::vector<TagId> tags;
    std::vector<std::int8_t> tones;      ///< -1, 0, 1
    friend bool operator==(const BoardChoice &, const BoardChoice &) = default;
};

struct Board {
    BoardId id;
    BoardKind kind = BoardKind::Tiles;
    std::string key;         ///< of a page that Vigie brings ("overview"): its name is in the person's language while `name` is empty
    std::string name;
    int position = 0;
    BoardChoice choice;
    std::vector<BoardTile> tiles;
    friend bool operator==(const Board &, const Board &) = default;
};

} // namespace vigie
