// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/upkeep.hpp"

#include "store/answered.hpp"
#include "store/found_docs.hpp"
#include "store/hot_statement.hpp"
#include "store/index_scrub.hpp"
#include "store/items_row.hpp"
#include "store/meta.hpp"
#include "store/queue_facts.hpp"
#include "store/rollup.hpp"
#include "store/writer_caches.hpp"
#include "store/zone_days.hpp"

#include <vigie/base/log.hpp>
#include <vigie/text/fold.hpp>
#include <vigie/text/fts_expression.hpp>

#include <limits>

namespace vigie::store {

namespace {

constexpr int kReindexSlice = 2000, kFoundSlice = 200, kFactsSlice = 500;

std::optional<std::pair<std::int64_t, std::int64_t>> reindexRange(Session &session)
{
    auto &known = session.caches().reindex;
    if (!known) {
        const auto from = meta(session, "reindex_from"), to = meta(session, "reindex_to");
        known.emplace();
        if (from && to)
            *known = std::pair(std::stoll(*from), std::stoll(*to));
    }
    return *known;
}

/// Empties the index and notes what is to be filled again.
void beginReindex(Session &session)
{
    log::info("store", "the folding of words changed: the full-text index is made again");
    session.exec("INSERT INTO item_fts(item_fts) VALUES('delete-all')");
    const auto newest = session.one<std::optional<std::int64_t>>("SELECT max(id) FROM item").value_or(std::nullopt);
    if (newest) {
        setMeta(session, "reindex_from", std::to_string(std::numeric_limits<std::int64_t>::min()));
        setMeta(session, "reindex_to", std::to_string(*newest));
    }
    setMeta(session, "fold_version", std::to_string(text::kFoldVersion));
    markAllFound(session);
    session.caches().reindex.reset();
}

void reindexSlice(Session &session, std::pair<std::int64_t, std::int64_t> range)
{
    const auto ids = session.column<ItemId>("SELECT id FROM item WHERE id >= ? AND id <= ? ORDER BY id LIMIT ?", range.first, range.second, kReindexSlice);
    for (const auto &row : loadItems(session, ids))
        session.hot("INSERT INTO item_fts(rowid, text, tags) VALUES(?,?,?)")
            .bind(row.item.id, text::foldedText(row.item), text::filterTokens(row.item, row.item.connector))
            .run();
    session.caches().reindex.reset();
    if (ids.size() < kReindexSlice) {
        dropMeta(session, "reindex_from");
        dropMeta(session, "reindex_to");
    } else {
        setMeta(session, "reindex_from", std::to_string(ids.back().value + 1));
    }
}

/// The sums of one query for the zone as it is now. Until the last one is done the queries may disagree about days.
bool rollupSlice(Session &session)
{
    const auto &zone = session.days().zone();
    const auto done = meta(session, "rollup_zone").value_or("UTC");
    auto going = meta(session, "rollup_next_zone");
    if (done == zone && !going)
        return false;
    if (!going || *going != zone) {
        setMeta(session, "rollup_next_zone", zone);
        setMeta(session, "rollup_next_query", "-1");
    }
    const auto after = std::stoll(meta(session, "rollup_next_query").value_or("-1"));
    const auto next = session.one<QueryId>("SELECT id FROM (SELECT 0 AS id UNION ALL SELECT id FROM saved_query) WHERE id > ? ORDER BY id LIMIT 1", after);
    if (next) {
        rebuildRollup(session, *next);
        setMeta(session, "rollup_next_query", std::to_string(next->value));
        return true;
    }
    setMeta(session, "rollup_zone", zone);
    dropMeta(session, "rollup_next_zone");
    dropMeta(session, "rollup_next_query");
    return false;
}

} // namespace

bool isIndexed(Session &session, ItemId id)
{
    const auto range = reindexRange(session);
    return !range || id.value < range->first || id.value > range->second;
}

Result<bool> upkeepSlice(Tx &tx)
{
    auto &session = tx.session();
    return session.guard([&] {
        if (meta(session, "fold_version").value_or("") != std::to_string(text::kFoldVersion)) {
            beginReindex(session);
            return true;
        }
        if (const auto range = reindexRange(session)) {
            reindexSlice(session, *range);
            return true;
        }
        if (catchUpFound(session, kFoundSlice) || catchUpAnswered(session, kFoundSlice) || scrubFound(session) || scrubErasedWords(session, tx.now()))
            return true;
        if (fillQueueFacts(session, kFactsSlice))
            return true;
        const bool more = rollupSlice(session);
        if (more)
            tx.change().queries = true; // figures are to be asked again
        return more;
    });
}

} // namespace vigie::store
