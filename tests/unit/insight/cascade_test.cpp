// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include "insight/cascade.hpp"

#include <vigie/base/random.hpp>
#include <vigie/insight/columns.hpp>
#include <vigie/insight/figure.hpp>
#include <vigie/store/relays.hpp>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <vector>

using namespace vigie;
using namespace vigie::insight;
using namespace vigie::store;
using namespace vigie::test;

namespace {

std::vector<std::int32_t> star(int n)
{
    return std::vector<std::int32_t>(static_cast<std::size_t>(n - 1), 0);
}
std::vector<std::int32_t> chain(int n)
{
    std::vector<std::int32_t> out;
    for (int i = 0; i + 1 < n; ++i)
        out.push_back(i);
    return out;
}

/// Distances between all pairs, walked one by one.
double meanDistance(const std::vector<std::int32_t> &parents)
{
    const auto n = static_cast<int>(parents.size()) + 1;
    const auto above = [&](int node) {
        std::vector<int> path{node};
        while (path.back() != 0)
            path.push_back(parents[static_cast<std::size_t>(path.back()) - 1]);
        return path;
    };
    double sum = 0;
    for (int a = 0; a < n; ++a)
        for (int b = a + 1; b < n; ++b) {
            auto one = above(a), other = above(b);
            while (!one.empty() && !other.empty() && one.back() == other.back()) {
                one.pop_back();
                other.pop_back();
            }
            sum += static_cast<double>(one.size() + other.size());
        }
    return 2 * sum / (n * (n - 1.0));
}

} // namespace

TEST_CASE("structural virality of stars, chains and trees", "[cascade]")
{
    CHECK(*cascadeShape(star(10)).virality == Approx(1.8));
    CHECK(*cascadeShape(chain(10)).virality == Approx(3.6666667).epsilon(1e-7));
    std::vector<std::int32_t> tree;
    for (int i = 1; i < 15; ++i)
        tree.push_back((i - 1) / 2);
    CHECK(*cascadeShape(tree).virality == Approx(3.5047619).epsilon(1e-7));
    for (int n = 2; n < 60; ++n) {
        CHECK(*cascadeShape(star(n)).virality == Approx(2.0 * (n - 1) / n));
        CHECK(*cascadeShape(chain(n)).virality == Approx((n + 1) / 3.0));
    }
    CHECK_FALSE(cascadeShape({}).virality);
    CHECK(cascadeShape({}).size == 1);
}

TEST_CASE("size, depth and breadth", "[cascade]")
{
    const auto flat = cascadeShape(star(10));
    CHECK(flat.size == 10);
    CHECK(flat.depth == 1);
    CHECK(flat.breadth == 9);
    const auto deep = cascadeShape(chain(10));
    CHECK(deep.depth == 9);
    CHECK(deep.breadth == 1);
    const auto orphaned = cascadeShape(std::vector<std::int32_t>{0, 1, -1});
    CHECK(orphaned.unknownDepth == 1);
    CHECK(orphaned.depth == 2);
    CHECK(orphaned.breadth == 2);
    const auto circle = cascadeShape(std::vector<std::int32_t>{2, 1}); // two that name each other
    CHECK(circle.size == 3);
    CHECK(circle.virality);
}

TEST_CASE("subtree sizes give what pairs give", "[cascade]")
{
    Sequence random(3);
    for (int run = 0; run < 60; ++run) {
        std::vector<std::int32_t> parents;
        for (std::uint64_t i = 1; i < 2 + random.below(40); ++i)
            parents.push_back(static_cast<std::int32_t>(random.below(i)));
        CHECK(*cascadeShape(parents).virality == Approx(meanDistance(parents)));
    }
}

TEST_CASE("cascades of a period are its originals with all that relays them", "[cascade][metrics]")
{
    TempStore store;
    store.write([](Tx &tx) {
        std::vector<AnalysedItem> items;
        for (int i = 0; i < 6; ++i)
            items.push_back(analysed(item("c" + std::to_string(i), "words", kNoon - std::chrono::hours(2) + std::chrono::minutes(i))));
        return Items(tx).store(items);
    });
    Columns columns;
    const Period today{20514, 20515};
    const auto ids = store.read([&](Tx &tx) { return FigureReader(tx, columns).rows("mentions", {}, today, {}); }); // newest first
    REQUIRE(ids.size() == 6);
    const auto at = [&](int i) { return ids[static_cast<std::size_t>(5 - i)]; };
    store.write([&](Tx &tx) { // 0 <- 1 <- 2, 0 <- 3; 4 is answered by 5
        const std::vector<RelayLink> links{{at(1), at(0), RelayHow::Copy, 1}, {at(2), at(1), RelayHow::Copy, 1}, {at(3), at(0), RelayHow::Copy, 1}, {at(5), at(4), RelayHow::Reaction, 1}};
        return Relays(tx).assign(links);
    });
    const auto value = [&](const char *key) { return store.read([&](Tx &tx) { return FigureReader(tx, columns).read(key, {}, today); }); };
    CHECK(value("cascades").value == 1);
    CHECK(value("cascade_size").value == Approx(4));
    CHECK(value("cascade_largest").value == 4);
    CHECK(value("cascade_depth").value == 2);
    CHECK(value("cascade_breadth").value == 2);
    CHECK(value("structural_virality").value == Approx(2.0 * (1 + 2 + 1 + 1 + 2 + 3) / 12));
    CHECK(store.read([&](Tx &tx) { return FigureReader(tx, columns).rows("cascades", {}, today, {}); }) == std::vector<ItemId>{at(0)});
}
