// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/board_pages.hpp>

#include <vigie/base/civil_day.hpp>
#include <vigie/insight/board_layout.hpp>

#include <algorithm>

namespace vigie::insight {

namespace {

constexpr int kHoursUpTo = 2, kDaysUpTo = 92, kWeeksUpTo = 731;

std::int32_t firstOfMonth(std::int32_t day, int monthsBack = 0)
{
    auto wall = wallAt(day);
    const int month = wall.year * 12 + wall.month - 1 - monthsBack;
    wall.year = month / 12;
    wall.month = static_cast<std::uint8_t>(month % 12 + 1);
    wall.day = 1;
    return civilDay(wall);
}

BoardTile tile(TileKind kind, const char *metric, TilePlace place, const char *split = "")
{
    BoardTile out;
    out.kind = kind;
    out.metric = metric;
    out.split = split;
    out.place = place;
    return out;
}

Board page(const char *key, BoardKind kind, Tiles tiles, BoardSpan span = BoardSpan::Days30)
{
    Board board;
    board.key = key;
    board.kind = kind;
    board.choice.span = span;
    int id = 0;
    for (auto &one : tiles)
        one.id = ++id;
    board.tiles = settled(std::move(tiles));
    return board;
}

Board overview()
{
    return page("overview", BoardKind::Tiles,
                {tile(TileKind::Figure, "mentions", {0, 0, 2, 2}), tile(TileKind::Figure, "net_sentiment", {2, 0, 2, 2}),
                 tile(TileKind::Figure, "reputation", {4, 0, 2, 2}), tile(TileKind::Figure, "share_of_voice", {6, 0, 2, 2}),
                 tile(TileKind::Figure, "response_median", {8, 0, 2, 2}), tile(TileKind::Figure, "engagement_rate", {10, 0, 2, 2}),
                 tile(TileKind::Lines, "mentions", {0, 2, 8, 5}), tile(TileKind::Why, "reputation", {8, 2, 4, 5}, "topic"),
                 tile(TileKind::Hours, "mentions", {0, 7, 4, 4}), tile(TileKind::Voice, "mentions", {4, 7, 4, 4}), tile(TileKind::Times, "response_median", {8, 7, 4, 4}),
                 tile(TileKind::Stacked, "mentions", {0, 11, 6, 5}, "tone"), tile(TileKind::Members, "", {6, 11, 6, 5})});
}

Board care()
{
    return page("care", BoardKind::Tiles,
                {tile(TileKind::Figure, "response_median", {0, 0, 3, 2}), tile(TileKind::Figure, "response_p90", {3, 0, 3, 2}),
                 tile(TileKind::Figure, "response_rate", {6, 0, 3, 2}), tile(TileKind::Figure, "backlog", {9, 0, 3, 2}),
                 tile(TileKind::Times, "response_median", {0, 2, 6, 5}), tile(TileKind::Funnel, "", {6, 2, 6, 5}),
                 tile(TileKind::Lines, "response_median", {0, 7, 8, 5}), tile(TileKind::Hours, "mentions", {8, 7, 4, 5})});
}

Board content()
{
    return page("content", BoardKind::Tiles,
                {tile(TileKind::Figure, "engagement_rate", {0, 0, 3, 2}), tile(TileKind::Figure, "engagements", {3, 0, 3, 2}),
                 tile(TileKind::Figure, "amplification_rate", {6, 0, 3, 2}), tile(TileKind::Figure, "conversation_rate", {9, 0, 3, 2}),
                 tile(TileKind::Lines, "engagement_rate", {0, 2, 8, 5}), tile(TileKind::Posts, "", {8, 2, 4, 10}),
                 tile(TileKind::Stacked, "mentions", {0, 7, 8, 5}, "network"), tile(TileKind::Links, "", {0, 12, 6, 5}), tile(TileKind::Stars, "", {6, 12, 6, 5})});
}

} // namespace

Period periodOf(const BoardChoice &choice, std::int32_t today, std::optional<std::int32_t> campaignDay)
{
    const auto end = today + 1;
    switch (choice.span) {
    case BoardSpan::Today: return {today, end};
    case BoardSpan::Days7: return {today - 6, end};
    case BoardSpan::Days30: return {today - 29, end};
    case BoardSpan::Days90: return {today - 89, end};
    case BoardSpan::Month: return {firstOfMonth(today), end};
    case BoardSpan::LastMonth: return {firstOfMonth(today, 1), firstOfMonth(today)};
    case BoardSpan::Quarter: return {firstOfMonth(today, (wallAt(today).month - 1) % 3), end};
    case BoardSpan::Year: return {firstOfMonth(today, wallAt(today).month - 1), end};
    case BoardSpan::Campaign:
        if (campaignDay && *campaignDay <= today)
            return {*campaignDay, end};
        break;
    case BoardSpan::Own:
        if (choice.fromDay < choice.toDay)
            return {choice.fromDay, choice.toDay};
        break;
    }
    return {today - 29, end};
}

std::optional<Period> comparedWith(const BoardChoice &choice, const Period &period, std::optional<std::int32_t> campaignDay)
{
    switch (choice.compare) {
    case BoardCompare::Weekdays: return previous(period);
    case BoardCompare::LastYear: return lastYear(period);
    case BoardCompare::Campaign:
        return campaignDay ? Period{*campaignDay - period.length(), *campaignDay} : previous(period);
    case BoardCompare::None: return std::nullopt;
    }
    return std::nullopt;
}

FigureScope scopeOf(const BoardChoice &choice, bool withoutRelays)
{
    return {choice.query, choice.words, choice.networks, choice.langs, choice.tags, choice.tones, withoutRelays};
}

Bucket bucketFor(const Period &period)
{
    const auto days = period.length();
    return days <= kHoursUpTo ? Bucket::Hour : days <= kDaysUpTo ? Bucket::Day : days <= kWeeksUpTo ? Bucket::Week : Bucket::Month;
}

std::vector<Board> firstBoards()
{
    return {overview(), care(), content(), page("reviews", BoardKind::Reviews, {}, BoardSpan::Days90), page("objectives", BoardKind::Objectives, {}, BoardSpan::Quarter)};
}

} // namespace vigie::insight
