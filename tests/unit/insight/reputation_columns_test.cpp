// SPDX-License-Identifier: GPL-3.0-or-later
// The index is counted from columns, and explained and proved from rows: both are the same to the last bit.
#include "support/random_items.hpp"
#include "support/saved.hpp"
#include "support/temp_store.hpp"

#include "insight/measuring.hpp"

#include <vigie/insight/columns.hpp>
#include <vigie/insight/reputation_reader.hpp>

using namespace vigie;
using namespace vigie::insight;
using namespace vigie::store;
using namespace vigie::test;

namespace {

constexpr std::int32_t kDay = 20514; // 2026-03-02

std::vector<FigureScope> scopes(QueryId query)
{
    std::vector<FigureScope> out(6);
    out[1].query = query;
    out[2].langs = {"fr"};
    out[3].words = "service OR bon";
    out[4].query = query;
    out[4].withoutRelays = true;
    out[5].networks = {"rss"};
    out[5].tones = {-1, 1};
    return out;
}

} // namespace

TEST_CASE("the index from columns is that from rows, bit by bit", "[reputation][columns]")
{
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        TempStore store;
        const auto query = save(store, "velora", "velora");
        Sequence random(seed);
        std::vector<AnalysedItem> items;
        for (int i = 0; i < 300; ++i) {
            auto one = randomItem(random, i);
            if (!one.author.nativeId.empty())
                one.author.nativeId = "m" + std::to_string(random.below(seed % 2 == 0 ? 8 : 60)); // with and without anybody held to a tenth
            items.push_back(analysed(std::move(one)));
        }
        store.clock.advance(std::chrono::hours(50));
        store.write([&](Tx &tx) { return Items(tx).store(items); });
        if (seed % 3 == 0)
            store.write([](Tx &tx) { return ReputationReader(tx).setWeight("rss", 0.3); });
        Columns columns;
        for (const auto &scope : scopes(query))
            for (const auto &period : {Period{kDay - 2, kDay + 1}, Period{kDay - 3, kDay + 3}})
                store.read([&](Tx &tx) -> Result<int> {
                    VIGIE_TRY(const auto read, FigureReader(tx, columns).read("reputation", scope, period));
                    VIGIE_TRY(const auto stretch, elapsedOf(tx, period));
                    VIGIE_TRY(const auto mentions, ReputationReader(tx).mentions(storeScope(scope, stretch)));
                    const auto rows = reputationFigure(reputationIndex(mentions));
                    INFO("by " << read.value.value_or(0) - rows.value.value_or(0));
                    INFO("seed " << seed << ", " << mentions.size() << " mentions");
                    CHECK(read.value == rows.value);
                    CHECK(read.interval == rows.interval);
                    CHECK(read.n == rows.n);
                    return 0;
                });
    }
}

TEST_CASE("numbers of authors that lie far apart are people as well", "[reputation]")
{
    std::vector<ReputationMention> near, far;
    Sequence random(5);
    for (int i = 0; i < 400; ++i) {
        ReputationMention one;
        one.tone = static_cast<double>(random.below(201)) / 100 - 1;
        one.reach = static_cast<double>(random.below(5000));
        one.author = static_cast<std::int64_t>(random.below(50));
        near.push_back(one);
        one.author = (one.author - 25) * 1'000'000'007; // in the same order
        far.push_back(one);
    }
    const auto a = reputationIndex(near), b = reputationIndex(far);
    REQUIRE((a && b));
    CHECK(a->value == b->value);
    CHECK(a->interval == b->interval);
    CHECK(a->authors == b->authors);
}
