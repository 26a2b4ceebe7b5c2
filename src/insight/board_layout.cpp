// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/board_layout.hpp>

#include <algorithm>
#include <numeric>
#include <optional>
#include <tuple>

namespace vigie::insight {

namespace {

bool meet(const TilePlace &a, const TilePlace &b)
{
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

template <class Places>
bool freeAt(const TilePlace &place, const Places &taken)
{
    return std::none_of(taken.begin(), taken.end(), [&](const TilePlace &one) { return meet(place, one); });
}

TilePlace whole(const BoardTile &tile, int columns)
{
    const auto least = smallestTile(tile.kind);
    auto place = tile.place;
    place.w = std::clamp(place.w, std::min(least.w, columns), columns);
    place.h = std::clamp(place.h, least.h, kTallestTile);
    place.x = std::clamp(place.x, 0, columns - place.w);
    place.y = std::max(place.y, 0);
    return place;
}

/// Each in this order as high as it can stand; `fixed` keeps its column and comes as near to its row as the others let it.
Tiles settledInOrder(Tiles tiles, const std::vector<std::size_t> &order)
{
    std::vector<TilePlace> taken;
    for (const auto index : order) {
        auto place = whole(tiles[index], kBoardColumns);
        while (!freeAt(place, taken))
            ++place.y;
        while (place.y > 0) {
            auto higher = place;
            --higher.y;
            if (!freeAt(higher, taken))
                break;
            place = higher;
        }
        tiles[index].place = place;
        taken.push_back(place);
    }
    return tiles;
}

BoardTile *find(Tiles &tiles, int id)
{
    const auto found = std::find_if(tiles.begin(), tiles.end(), [&](const BoardTile &tile) { return tile.id == id; });
    return found == tiles.end() ? nullptr : &*found;
}

/// What reads later than the changed tile, or stands in its way, comes after it; what stands wholly above stays above. On its way
/// down it passes what it meets.
Tiles settledAround(Tiles tiles, int id, bool down = false)
{
    const auto *changed = find(tiles, id);
    const auto at = changed->place;
    std::vector<std::size_t> order(tiles.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto rank = [&](std::size_t index) {
        const auto &tile = tiles[index];
        const int part = tile.id == id ? 1 : tile.place.bottom() <= at.y || (tile.place.y < at.y && !meet(tile.place, at)) || (down && tile.place.y <= at.y) ? 0 : 2;
        return std::tuple(part, tile.place.y, tile.place.x, index);
    };
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    return settledInOrder(std::move(tiles), order);
}

int nextId(const Tiles &tiles)
{
    int most = 0;
    for (const auto &tile : tiles)
        most = std::max(most, tile.id);
    return most + 1;
}

TilePlace firstRoom(TilePlace place, const std::vector<TilePlace> &taken, int columns)
{
    for (place.y = 0;; ++place.y)
        for (place.x = 0; place.x + place.w <= columns; ++place.x)
            if (freeAt(place, taken))
                return place;
}

} // namespace

TileSize smallestTile(TileKind kind)
{
    return kind == TileKind::Figure ? TileSize{2, 2} : TileSize{3, 3};
}

TileSize usualTile(TileKind kind)
{
    switch (kind) {
    case TileKind::Figure: return {2, 2};
    case TileKind::Lines: return {8, 5};
    case TileKind::Stacked:
    case TileKind::Stars: return {6, 5};
    default: return {4, 4};
    }
}

std::vector<std::size_t> readingOrder(const Tiles &tiles)
{
    std::vector<std::size_t> order(tiles.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::tuple(tiles[a].place.y, tiles[a].place.x, a) < std::tuple(tiles[b].place.y, tiles[b].place.x, b);
    });
    return order;
}

int heightOf(const Tiles &tiles)
{
    int bottom = 0;
    for (const auto &tile : tiles)
        bottom = std::max(bottom, tile.place.bottom());
    return bottom;
}

Tiles settled(Tiles tiles)
{
    const auto order = readingOrder(tiles);
    return settledInOrder(std::move(tiles), order);
}

Tiles moved(Tiles tiles, int id, int x, int y)
{
    auto *tile = find(tiles, id);
    if (tile == nullptr)
        return tiles;
    const int from = tile->place.y;
    tile->place.x = x;
    tile->place.y = y;
    tile->place = whole(*tile, kBoardColumns);
    const bool down = tile->place.y > from;
    return settledAround(std::move(tiles), id, down);
}

Tiles resized(Tiles tiles, int id, int w, int h)
{
    auto *tile = find(tiles, id);
    if (tile == nullptr)
        return tiles;
    tile->place.w = std::min(w, kBoardColumns - tile->place.x); // it grows to the right edge and not over it
    tile->place.h = h;
    tile->place = whole(*tile, kBoardColumns);
    return settledAround(std::move(tiles), id);
}

Tiles without(Tiles tiles, int id)
{
    tiles.erase(std::remove_if(tiles.begin(), tiles.end(), [&](const BoardTile &tile) { return tile.id == id; }), tiles.end());
    return settled(std::move(tiles));
}

Tiles with(Tiles tiles, BoardTile tile)
{
    tile.id = nextId(tiles);
    if (tile.place.w <= 0 || tile.place.h <= 0)
        tile.place = {};
    tile.place = whole(tile, kBoardColumns);
    std::vector<TilePlace> taken;
    for (const auto &one : tiles)
        taken.push_back(one.place);
    tile.place = firstRoom(tile.place, taken, kBoardColumns);
    tiles.push_back(std::move(tile));
    return settled(std::move(tiles));
}

Tiles duplicated(Tiles tiles, int id)
{
    const auto *tile = find(tiles, id);
    if (tile == nullptr)
        return tiles;
    auto copy = *tile;
    copy.id = nextId(tiles);
    const bool beside = copy.place.right() + copy.place.w <= kBoardColumns;
    if (beside)
        copy.place.x = copy.place.right();
    else
        copy.place.y = copy.place.bottom();
    const int made = copy.id;
    tiles.push_back(std::move(copy));
    return settledAround(std::move(tiles), made);
}

Tiles fitted(const Tiles &tiles, int columns)
{
    if (columns >= kBoardColumns)
        return tiles;
    Tiles out = tiles;
    std::vector<TilePlace> taken;
    for (const auto index : readingOrder(tiles)) {
        auto place = whole(tiles[index], kBoardColumns);
        // Half the columns: what took half the width or more takes the whole; small ones keep their cells, as long as two stand in a row.
        const bool small = tiles[index].kind == TileKind::Figure ? place.w * 2 <= columns : place.w * 2 < columns;
        place.w = small ? place.w : columns;
        out[index].place = firstRoom(place, taken, columns);
        taken.push_back(out[index].place);
    }
    return out;
}

} // namespace vigie::insight
