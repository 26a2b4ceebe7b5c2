// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of relevance_mark and relevance_filter, as the undo log keeps them, and what follows from them.
// Thread: that of the session. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/rollup.hpp"

#include <vigie/store/relevance.hpp>

#include <optional>

namespace vigie::store {

inline constexpr const char *kRelevanceChange = "relevance"; ///< kind of change_row: row the query, other the item
inline constexpr const char *kFilterChange = "relevance_filter"; ///< row the query

struct FilterSetting {
    bool on = true;
    double threshold = 0.9;
};

[[nodiscard]] std::optional<RelevanceMark> relevanceMark(Session &session, QueryId query, ItemId item);
/// Writes or takes the mark away; the item's cluster follows at once, the rest is noted to be judged anew.
void settleMark(Tx &tx, QueryId query, ItemId item, const std::optional<RelevanceMark> &mark);
/// Its words changed, or it has found its place among relays (a mark on its cluster is its own from now on): judged anew
/// in all queries it is in.
void settleAsides(Tx &tx, MatchWriter &matches, ItemId item);

[[nodiscard]] FilterSetting filterSetting(Session &session, QueryId query);
/// Writes it; what the filter kept aside until now follows.
void settleFilter(Tx &tx, QueryId query, const FilterSetting &setting);

/// To be called before the mark changes.
void recordRelevanceMark(Tx &tx, QueryId query, ItemId item, const std::optional<RelevanceMark> &after);
/// To be called before the setting changes.
void recordFilterSetting(Tx &tx, QueryId query, const FilterSetting &after);
/// Marks and settings of an action that are no longer as it left them.
[[nodiscard]] int relevanceChangedSince(Session &session, ChangeSetId id);
void restoreRelevance(Tx &tx, ChangeSetId id);

} // namespace vigie::store
