// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/queries_fill.hpp"

#include "store/rollup.hpp"
#include "store/search_confirm.hpp"

#include <algorithm>
#include <iterator>

namespace vigie::store {

namespace {

/// Conditions of a statement over one column of ids.
struct Conditions {
    std::string id, where;
    std::vector<Bound> values;

    void add(const std::string &condition, const std::vector<Bound> &more)
    {
        where += " AND (" + condition + ")";
        values.insert(values.end(), more.begin(), more.end());
    }
    void within(const Stretch &stretch)
    {
        if (stretch.before)
            add(id + " < ?", binds(stretch.before));
        if (stretch.from)
            add(id + " >= ?", binds(*stretch.from));
        if (stretch.since)
            published(">=", *stretch.since);
    }
    void published(const char *compares, Instant at) { add("(SELECT published_at FROM item WHERE id=" + id + ") " + compares + " ?", binds(at)); }

    std::vector<ItemId> run(Session &session) const
    {
        std::vector<ItemId> out;
        session.each<ItemId>("SELECT " + id + " FROM " + where + " ORDER BY " + id, values, [&](ItemId hit) { out.push_back(hit); });
        return out;
    }
};

} // namespace

std::vector<ItemId> matchesIn(Session &session, const CompiledQuery &compiled, const Stretch &stretch, Instant now)
{
    const bool led = !compiled.match.empty();
    Conditions ask{led ? "item_fts.rowid" : "m.item_id",
                   led ? "item_fts CROSS JOIN query_match m ON m.item_id=item_fts.rowid WHERE item_fts MATCH ? AND m.query_id=?" : "query_match m WHERE m.query_id=?",
                   led ? binds(compiled.match, kEverything) : binds(kEverything)};
    ask.within(stretch);
    if (compiled.from)
        ask.published(">=", *compiled.from);
    if (compiled.to)
        ask.published("<", *compiled.to);
    if (!compiled.condition.empty())
        ask.add(conditionOn(compiled, ask.id), compiled.values);
    return Confirmer(session, compiled.rest, now).keep(ask.run(session));
}

std::vector<ItemId> keptIn(Session &session, QueryId query, const Stretch &stretch)
{
    Conditions ask{"m.item_id", "query_match m WHERE m.query_id=?", binds(query)};
    ask.within(stretch);
    return ask.run(session);
}

MatchDifference differenceOf(const std::vector<ItemId> &before, const std::vector<ItemId> &after)
{
    MatchDifference out;
    std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(out.added));
    std::set_difference(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(out.lost));
    return out;
}

void writeDifference(MatchWriter &writer, Session &session, QueryId query, const MatchDifference &difference)
{
    for (const auto item : difference.lost)
        if (const auto facts = storedFacts(session, item))
            writer.remove(query, *facts);
    for (const auto item : difference.added)
        if (const auto facts = storedFacts(session, item))
            writer.add(query, *facts);
}

void refillMatches(Session &session, QueryId query, const CompiledQuery &compiled, const Stretch &stretch, Instant now)
{
    const auto difference = differenceOf(keptIn(session, query, stretch), matchesIn(session, compiled, stretch, now));
    Change untold;
    MatchWriter writer(session, untold);
    writeDifference(writer, session, query, difference);
    writer.flush();
}

} // namespace vigie::store
