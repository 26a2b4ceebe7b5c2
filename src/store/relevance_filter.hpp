// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept aside of a query, as the match table follows it: the one place that knows whether a match is counted in spite
// of its filter. Queries nobody ever marked anything in cost one look into a small table.
// Thread: that of the session; FilterCache on the writer's. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/session.hpp"

#include <vigie/model/item.hpp>
#include <vigie/text/relevance.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace vigie::store {

/// What a query's filter has learned.
struct QueryFilter {
    bool on = true;
    double threshold = text::kUsualThreshold;
    text::RelevanceModel model;
    [[nodiscard]] bool acts() const { return on && model.ready(); }
};
using FilterCache = std::unordered_map<std::int64_t, std::shared_ptr<const QueryFilter>>; ///< null: not learned yet

enum class Aside : std::uint8_t { No, ByFilter, ByHand };

/// One for each marked cluster that still has words, the last mark first.
[[nodiscard]] std::vector<text::RelevanceExample> relevanceExamples(Session &session, QueryId query);
[[nodiscard]] QueryFilter learnFilter(Session &session, QueryId query);
/// The writer's: learned once and kept until marks change. Null: nobody ever marked anything in this query.
[[nodiscard]] std::shared_ptr<const QueryFilter> filterOf(Session &session, QueryId query);
/// Without learning anything.
[[nodiscard]] bool hasFilter(Session &session, QueryId query);
/// Marks or settings changed: learned anew when it is needed next.
void forgetFilters(Session &session);

/// Where marks and filter want it.
[[nodiscard]] Aside judgeAside(Session &session, QueryId query, const QueryFilter &filter, const Item &item);
[[nodiscard]] bool isAside(Session &session, QueryId query, ItemId item);
/// Only the row that says so.
void writeAside(Session &session, QueryId query, ItemId item, Aside aside);

/// The original of a cluster, an item without relays itself.
[[nodiscard]] ItemId clusterOf(Session &session, ItemId item);
/// Everything of the query is to be judged anew.
void noteRelevanceBacklog(Session &session, QueryId query);
/// The query is gone, or holds other mentions from now on: its marks stay only in the second case.
void dropAsides(Session &session, QueryId query, bool withMarks);

} // namespace vigie::store
