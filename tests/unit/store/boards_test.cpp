// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temp_store.hpp"

#include <vigie/store/boards.hpp>

#include <catch2/catch.hpp>

using namespace vigie;

namespace {

Board page(const std::string &name)
{
    Board board;
    board.name = name;
    board.choice.span = BoardSpan::Own;
    board.choice.fromDay = 20'000;
    board.choice.toDay = 20'030;
    board.choice.campaign = CampaignId{7};
    board.choice.compare = BoardCompare::LastYear;
    board.choice.query = QueryId{3};
    board.choice.words = "caf\xC3\xA9 OR \"tea\" -- '; DROP TABLE board";
    board.choice.networks = {"mastodon", "bluesky"};
    board.choice.langs = {"fr"};
    board.choice.tags = {TagId{4}, TagId{9}};
    board.choice.tones = {-1, 0};
    BoardTile tile;
    tile.id = 5;
    tile.kind = TileKind::Stacked;
    tile.metric = "mentions";
    tile.split = "network";
    tile.place = {2, 3, 4, 5};
    board.tiles = {tile};
    return board;
}

} // namespace

TEST_CASE("a page comes back as it was kept", "[store][boards]")
{
    test::TempStore store;
    auto kept = page("Salon");
    kept.id = store.write([&](store::Tx &tx) { return store::Boards(tx).save(kept); });
    CHECK(store.read([&](store::Tx &tx) { return store::Boards(tx).get(kept.id); }) == kept);
    kept.name = "Salon de Nantes";
    kept.tiles.clear();
    store.write([&](store::Tx &tx) { return store::Boards(tx).save(kept); });
    CHECK(store.read([&](store::Tx &tx) { return store::Boards(tx).get(kept.id); }) == kept);
}

TEST_CASE("a workspace begins with its first pages once; a page without a name is refused", "[store][boards]")
{
    test::TempStore store;
    const std::vector<Board> first{page("One"), page("Two")};
    for (int i = 0; i < 2; ++i)
        store.write([&](store::Tx &tx) -> Result<int> {
            VIGIE_CHECK(store::Boards(tx).begin(first));
            return 1;
        });
    CHECK(store.read([](store::Tx &tx) { return store::Boards(tx).all(); }).size() == 2);
    const auto refused = store->writeNow<BoardId>([](store::Tx &tx) { return store::Boards(tx).save(page("  ")); });
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Errc::InvalidInput);
}

TEST_CASE("pages keep their order, the last one stays, and one that was removed comes back where it was", "[store][boards]")
{
    test::TempStore store;
    std::vector<BoardId> ids;
    for (const char *name : {"One", "Two", "Three"})
        ids.push_back(store.write([&](store::Tx &tx) { return store::Boards(tx).save(page(name)); }));
    const auto names = [&] {
        std::string out;
        for (const auto &board : store.read([](store::Tx &tx) { return store::Boards(tx).all(); }))
            out += board.name + " ";
        return out;
    };
    const auto did = [&](auto job) {
        store.write([&](store::Tx &tx) -> Result<int> {
            store::Boards boards(tx);
            VIGIE_CHECK(job(boards));
            return 1;
        });
    };
    did([&](store::Boards &boards) { return boards.move(ids[2], 0); });
    CHECK(names() == "Three One Two ");
    const auto gone = store.read([&](store::Tx &tx) { return store::Boards(tx).get(ids[0]); });
    did([&](store::Boards &boards) { return boards.remove(ids[0]); });
    CHECK(names() == "Three Two ");
    store.write([&](store::Tx &tx) { return store::Boards(tx).save(gone); });
    CHECK(names() == "Three One Two ");
    did([&](store::Boards &boards) { return boards.remove(ids[0]); });
    did([&](store::Boards &boards) { return boards.remove(ids[1]); });
    const auto refused = store->writeNow<int>([&](store::Tx &tx) -> Result<int> {
        VIGIE_CHECK(store::Boards(tx).remove(ids[2]));
        return 1;
    });
    CHECK_FALSE(refused);
    CHECK(names() == "Three ");
}
