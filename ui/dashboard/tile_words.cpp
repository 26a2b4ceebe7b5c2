// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/tile_words.hpp"

#include "ui/bridge/text.hpp"
#include "ui/dashboard/figure_text.hpp"

namespace vigie::ui {

QString TileWords::title(const BoardTile &tile)
{
    const auto name = FigureText::name(tile.metric);
    switch (tile.kind) {
    case TileKind::Figure: return name;
    case TileKind::Lines:
    case TileKind::Stacked: return tile.split.empty() ? tr("%1 over time").arg(name) : tr("%1 %2", "figure, by what").arg(name, split(tile.split));
    case TileKind::Hours: return tile.metric == "mentions" ? tr("When people write (local hours)") : tr("%1 by hour (local)").arg(name);
    case TileKind::Times: return tr("First answers");
    case TileKind::Voice: return tr("Share of voice, locked panel");
    case TileKind::Funnel: return tr("From question to answer");
    case TileKind::Stars: return tr("Stars over time");
    case TileKind::Posts: return tr("Our posts with most reactions");
    case TileKind::Members: return tr("Who speaks most");
    case TileKind::Links: return tr("Links, by people who share them");
    case TileKind::Why: return tr("Why: %1 %2", "why a figure moved: figure, by what").arg(name, split(tile.split));
    }
    return name;
}

QString TileWords::kind(TileKind kind)
{
    switch (kind) {
    case TileKind::Figure: return tr("Figure");
    case TileKind::Lines: return tr("Line with band");
    case TileKind::Stacked: return tr("Stacked bars");
    case TileKind::Hours: return tr("Hours by weekday");
    case TileKind::Times: return tr("How long answers take");
    case TileKind::Voice: return tr("Share of voice");
    case TileKind::Funnel: return tr("Funnel of conversations");
    case TileKind::Stars: return tr("Stars of reviews");
    case TileKind::Posts: return tr("Top posts");
    case TileKind::Members: return tr("Top members");
    case TileKind::Links: return tr("Top links");
    case TileKind::Why: return tr("Why did it move?");
    }
    return {};
}

QString TileWords::split(const std::string &split)
{
    if (split == "network")
        return tr("by network");
    if (split == "language")
        return tr("by language");
    if (split == "tone")
        return tr("by tone");
    if (split == "query")
        return tr("by query");
    if (split == "tag")
        return tr("by tag");
    if (split == "author")
        return tr("by author");
    if (split == "topic")
        return tr("by topic");
    if (split == "cluster")
        return tr("by relays");
    if (split == "kind")
        return tr("by kind");
    return tr("as a whole");
}

QString TileWords::page(const Board &board)
{
    if (!board.name.empty())
        return qs(board.name);
    if (board.key == "overview")
        return tr("Overview");
    if (board.key == "care")
        return tr("Care");
    if (board.key == "content")
        return tr("Content");
    if (board.key == "reviews")
        return tr("Reviews");
    if (board.key == "objectives")
        return tr("Objectives");
    return qs(board.key);
}

QString TileWords::span(BoardSpan span)
{
    switch (span) {
    case BoardSpan::Today: return tr("Today");
    case BoardSpan::Days7: return tr("Last 7 days");
    case BoardSpan::Days30: return tr("Last 30 days");
    case BoardSpan::Days90: return tr("Last 90 days");
    case BoardSpan::Month: return tr("This month");
    case BoardSpan::LastMonth: return tr("Last month");
    case BoardSpan::Quarter: return tr("This quarter");
    case BoardSpan::Year: return tr("This year");
    case BoardSpan::Campaign: return tr("Since a campaign");
    case BoardSpan::Own: return tr("From … to …");
    }
    return {};
}

QString TileWords::compare(BoardCompare compare)
{
    switch (compare) {
    case BoardCompare::Weekdays: return tr("Same weekdays before");
    case BoardCompare::LastYear: return tr("A year before");
    case BoardCompare::Campaign: return tr("Before the campaign");
    case BoardCompare::None: return tr("No comparison");
    }
    return {};
}

} // namespace vigie::ui
