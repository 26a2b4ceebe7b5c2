// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/model/board.hpp>

#include <utility>

namespace vigie {

namespace {

template <class T, std::size_t N>
using Names = std::array<std::pair<T, const char *>, N>;

constexpr Names<BoardKind, 3> kKinds{{{BoardKind::Tiles, "tiles"}, {BoardKind::Reviews, "reviews"}, {BoardKind::Objectives, "objectives"}}};
constexpr Names<BoardSpan, 10> kSpans{{{BoardSpan::Today, "today"}, {BoardSpan::Days7, "7-days"}, {BoardSpan::Days30, "30-days"}, {BoardSpan::Days90, "90-days"},
                                       {BoardSpan::Month, "month"}, {BoardSpan::LastMonth, "last-month"}, {BoardSpan::Quarter, "quarter"},
                                       {BoardSpan::Year, "year"}, {BoardSpan::Campaign, "campaign"}, {BoardSpan::Own, "own"}}};
constexpr Names<BoardCompare, 4> kCompares{{{BoardCompare::Weekdays, "weekdays"}, {BoardCompare::LastYear, "last-year"}, {BoardCompare::Campaign, "campaign"},
                                            {BoardCompare::None, "none"}}};
constexpr Names<TileKind, 12> kTiles{{{TileKind::Figure, "figure"}, {TileKind::Lines, "lines"}, {TileKind::Stacked, "stacked"}, {TileKind::Hours, "hours"},
                                      {TileKind::Times, "times"}, {TileKind::Voice, "voice"}, {TileKind::Funnel, "funnel"}, {TileKind::Stars, "stars"},
                                      {TileKind::Posts, "posts"}, {TileKind::Members, "members"}, {TileKind::Links, "links"}, {TileKind::Why, "why"}}};

template <class T, std::size_t N>
const char *nameIn(const Names<T, N> &names, T value) noexcept
{
    for (const auto &[one, name] : names)
        if (one == value)
            return name;
    return names.front().second;
}

template <class T, std::size_t N>
std::optional<T> valueIn(const Names<T, N> &names, std::string_view name) noexcept
{
    for (const auto &[value, one] : names)
        if (name == one)
            return value;
    return std::nullopt;
}

} // namespace

const char *toString(BoardKind kind) noexcept
{
    return nameIn(kKinds, kind);
}

const char *toString(BoardSpan span) noexcept
{
    return nameIn(kSpans, span);
}

const char *toString(BoardCompare compare) noexcept
{
    return nameIn(kCompares, compare);
}

const char *toString(TileKind kind) noexcept
{
    return nameIn(kTiles, kind);
}

std::optional<BoardKind> boardKindFrom(std::string_view name) noexcept
{
    return valueIn(kKinds, name);
}

std::optional<BoardSpan> boardSpanFrom(std::string_view name) noexcept
{
    return valueIn(kSpans, name);
}

std::optional<BoardCompare> boardCompareFrom(std::string_view name) noexcept
{
    return valueIn(kCompares, name);
}

std::optional<TileKind> tileKindFrom(std::string_view name) noexcept
{
    return valueIn(kTiles, name);
}

} // namespace vigie
