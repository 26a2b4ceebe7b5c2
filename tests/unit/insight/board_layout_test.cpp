// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/board_layout.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <stdexcept>
#include <string>

using namespace vigie;
using namespace vigie::insight;

namespace {

BoardTile tile(int id, int x, int y, int w, int h, TileKind kind = TileKind::Figure)
{
    BoardTile out;
    out.id = id;
    out.kind = kind;
    out.place = {x, y, w, h};
    return out;
}

const BoardTile &of(const Tiles &tiles, int id)
{
    for (const auto &one : tiles)
        if (one.id == id)
            return one;
    throw std::runtime_error("no tile " + std::to_string(id));
}

bool meet(const TilePlace &a, const TilePlace &b)
{
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

void checkWhole(const Tiles &tiles, int columns)
{
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        const auto &place = tiles[i].place;
        CHECK(place.x >= 0);
        CHECK(place.y >= 0);
        CHECK(place.right() <= columns);
        CHECK(place.w >= std::min(columns, smallestTile(tiles[i].kind).w));
        CHECK(place.h >= smallestTile(tiles[i].kind).h);
        for (std::size_t j = i + 1; j < tiles.size(); ++j)
            CHECK_FALSE(meet(place, tiles[j].place));
    }
}

/// Nothing could stand a row higher.
void checkSettled(const Tiles &tiles)
{
    for (const auto &one : tiles) {
        if (one.place.y == 0)
            continue;
        auto higher = one.place;
        --higher.y;
        CHECK(std::any_of(tiles.begin(), tiles.end(), [&](const BoardTile &other) { return other.id != one.id && meet(higher, other.place); }));
    }
}

} // namespace

TEST_CASE("a tile that is moved stands where it was put and the others give way", "[insight][board]")
{
    const Tiles row{tile(1, 0, 0, 2, 2), tile(2, 2, 0, 2, 2), tile(3, 4, 0, 2, 2)};
    const auto after = moved(row, 3, 0, 0);
    CHECK(of(after, 3).place == TilePlace{0, 0, 2, 2});
    CHECK(of(after, 1).place == TilePlace{0, 2, 2, 2});
    CHECK(of(after, 2).place == TilePlace{2, 0, 2, 2});
}

TEST_CASE("a tile that is moved down passes the one below it", "[insight][board]")
{
    const Tiles column{tile(1, 0, 0, 4, 2), tile(2, 0, 2, 4, 2)};
    const auto after = moved(column, 1, 0, 2);
    CHECK(of(after, 2).place.y == 0);
    CHECK(of(after, 1).place.y == 2);
}

TEST_CASE("a tile grows to the edge and not over it, and no smaller than it can be read", "[insight][board]")
{
    const Tiles one{tile(1, 8, 0, 2, 2, TileKind::Lines)};
    CHECK(of(resized(one, 1, 9, 4), 1).place.right() == kBoardColumns);
    CHECK(of(resized(one, 1, 1, 1), 1).place.w == smallestTile(TileKind::Lines).w);
    CHECK(of(resized(one, 1, 1, 1), 1).place.h == smallestTile(TileKind::Lines).h);
}

TEST_CASE("a new tile takes the first room from the top, with an id of its own", "[insight][board]")
{
    const Tiles two{tile(4, 0, 0, 4, 2), tile(7, 6, 0, 6, 2)};
    const auto after = with(two, tile(0, 5, 9, 2, 2));
    REQUIRE(after.size() == 3);
    CHECK(of(after, 8).place == TilePlace{4, 0, 2, 2});
    const auto twice = duplicated(after, 7);
    REQUIRE(twice.size() == 4);
    CHECK(of(twice, 9).place.y == 2);
    CHECK(of(twice, 9).place.x == 6);
}

TEST_CASE("whatever is done to a page, no tile covers another and none hangs in the air", "[insight][board]")
{
    std::mt19937 random(20261122);
    const auto upTo = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    for (int round = 0; round < 60; ++round) {
        Tiles tiles;
        for (int step = 0; step < 40; ++step) {
            const int id = tiles.empty() ? 0 : tiles[static_cast<std::size_t>(upTo(static_cast<int>(tiles.size()) - 1))].id;
            const auto before = tiles.size();
            switch (upTo(5)) {
            case 0:
            case 1: tiles = with(tiles, tile(0, upTo(11), upTo(20), 1 + upTo(11), 1 + upTo(5), static_cast<TileKind>(upTo(11)))); break;
            case 2: tiles = moved(tiles, id, upTo(14) - 2, upTo(20) - 2); break;
            case 3: tiles = resized(tiles, id, upTo(14), upTo(14)); break;
            case 4: tiles = duplicated(tiles, id); break;
            default:
                tiles = without(tiles, id);
                CHECK(tiles.size() + (before > 0 ? 1 : 0) == before);
            }
            checkWhole(tiles, kBoardColumns);
            checkSettled(tiles);
        }
        for (const int columns : {6, 4, 3, 2, 1}) {
            const auto narrow = fitted(tiles, columns);
            REQUIRE(narrow.size() == tiles.size());
            checkWhole(narrow, columns);
        }
        CHECK(fitted(tiles, kBoardColumns) == tiles);
    }
}
