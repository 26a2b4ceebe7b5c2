// SPDX-License-Identifier: GPL-3.0-or-later
// A command line that writes into the workspace while the window has it open.
#include "support/saved.hpp"
#include "support/temp_store.hpp"

#include <vigie/store/members.hpp>

using namespace vigie;
using namespace vigie::store;
using namespace vigie::test;

TEST_CASE("what another process wrote is told with the next change", "[store]")
{
    TempStore store;
    std::vector<Change> told;
    InlineExecutor executor;
    const auto set = [](Store &where, const char *value) {
        return where.writeNow<void>([&](Tx &tx) { return Settings(tx).set("workspace.name", value); });
    };
    REQUIRE(set(*store, "before"));
    const auto subscription = store->subscribe(executor, [&](const Change &change) { told.push_back(change); });
    REQUIRE(set(*store, "still us"));
    REQUIRE(told.size() == 1);
    CHECK_FALSE(told.back().queries);
    {
        const auto other = Store::open(store.path(), store.clock);
        REQUIRE(other);
        SavedQuery query;
        query.name = query.source = "velora";
        REQUIRE((*other)->writeNow<QueryId>([&](Tx &tx) { return Queries(tx).save(query); }));
    }
    REQUIRE(set(*store, "us again"));
    REQUIRE(told.size() == 2);
    CHECK(told.back().queries);
    CHECK(told.back().tags);
    REQUIRE(set(*store, "and again"));
    CHECK_FALSE(told.back().queries);
}
