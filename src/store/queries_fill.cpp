// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/queries_fill.hpp"

#include "store/rollup.hpp"
#include "store/search_confirm.hpp"

namespace vigie::store {

void fillMatches(Session &session, QueryId query, const CompiledQuery &compiled, ItemId before, std::optional<ItemId> from, Instant now)
{
    const bool led = !compiled.match.empty();
    const std::string id = led ? "item_fts.rowid" : "m.item_id";
    auto values = led ? binds(compiled.match, kEverything) : binds(kEverything);
    std::string where = led ? "item_fts CROSS JOIN query_match m ON m.item_id=item_fts.rowid WHERE item_fts MATCH ? AND m.query_id=?"
                            : "query_match m WHERE m.query_id=?";
    const auto add = [&](const std::string &condition, const std::vector<Bound> &more) {
        where += " AND (" + condition + ")";
        values.insert(values.end(), more.begin(), more.end());
    };
    if (before)
        add(id + " < ?", binds(before));
    if (from)
        add(id + " >= ?", binds(*from));
    const std::string published = "(SELECT published_at FROM item WHERE id=" + id + ")";
    if (compiled.from)
        add(published + " >= ?", binds(*compiled.from));
    if (compiled.to)
        add(published + " < ?", binds(*compiled.to));
    if (!compiled.condition.empty())
        add(conditionOn(compiled, id), compiled.values);
    // Those that came in meanwhile were matched as they came.
    add("NOT EXISTS(SELECT 1 FROM query_match k WHERE k.query_id=? AND k.item_id=" + id + ")", binds(query));

    std::vector<ItemId> hits;
    session.each<ItemId>("SELECT " + id + " FROM " + where + " ORDER BY " + id, std::move(values), [&](ItemId hit) { hits.push_back(hit); });
    hits = Confirmer(session, compiled.rest, now).keep(hits);
    Change untold;
    MatchWriter writer(session, untold);
    for (const auto hit : hits)
        if (const auto facts = storedFacts(session, hit))
            writer.add(query, *facts);
    writer.flush();
}

} // namespace vigie::store
