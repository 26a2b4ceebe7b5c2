// SPDX-License-Identifier: GPL-3.0-or-later
// A share of voice is of a locked panel: where the panel became another one inside the period, that is said.
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include <vigie/insight/columns.hpp>
#include <vigie/insight/figure.hpp>
#include <vigie/store/queries.hpp>

#include <algorithm>

using namespace vigie;
using namespace vigie::insight;
using namespace vigie::store;
using namespace vigie::test;

namespace {

QueryId brand(TempStore &store, const std::string &name, QueryRole role, const std::string &source, QueryId id = {})
{
    return store.write([&](Tx &tx) {
        SavedQuery query;
        query.id = id;
        query.name = name;
        query.source = source;
        query.role = role;
        return Queries(tx).save(query);
    });
}

std::optional<Instant> changed(TempStore &store, QueryId query)
{
    Columns columns;
    FigureScope scope;
    scope.query = query;
    const auto share = store.read([&](Tx &tx) { return FigureReader(tx, columns).read("share_of_voice", scope, {20510, 20540}); });
    for (const auto &note : share.notes)
        if (note.kind == insight::Note::Kind::PanelChanged)
            return note.since;
    return std::nullopt;
}

} // namespace

TEST_CASE("a panel that changed inside the period is said to have", "[metrics][panel]")
{
    TempStore store;
    const auto ours = brand(store, "velora", QueryRole::Brand, "velora");
    store.clock.advance(std::chrono::hours(2));
    const auto other = brand(store, "dubreuil", QueryRole::Competitor, "dubreuil");
    store.clock.advance(std::chrono::hours(100));
    CHECK_FALSE(changed(store, ours)); // it was made, and is the same since
    brand(store, "dubreuil", QueryRole::Competitor, "dubreuil", other);
    CHECK_FALSE(changed(store, ours));
    const auto at = store.clock.now();
    brand(store, "dubreuil", QueryRole::Competitor, "dubreuil OR marlow", other);
    store.clock.advance(std::chrono::hours(10));
    CHECK(changed(store, ours) == at);
    const auto later = store.clock.now();
    brand(store, "marlow", QueryRole::Competitor, "marlow");
    store.clock.advance(std::chrono::hours(1));
    CHECK(changed(store, ours) == later);
    store.clock.advance(std::chrono::hours(24 * 60));
    CHECK(changed(store, ours) == later); // the period is the same
}
