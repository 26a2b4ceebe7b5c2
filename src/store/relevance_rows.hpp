// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of relevance_mark, as the undo log keeps them, and what follows from one mark.
// Thread: that of the session. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/rollup.hpp"

#include <vigie/store/relevance.hpp>

#include <optional>

namespace vigie::store {

inline constexpr const char *kRelevanceChange = "relevance"; ///< kind of change_row: row the query, other the item

[[nodiscard]] std::optional<RelevanceMark> relevanceMark(Session &session, QueryId query, ItemId item);
/// Writes or takes the mark away; the item's cluster follows at once, the rest is noted to be judged anew.
void settleMark(Tx &tx, QueryId query, ItemId item, const std::optional<RelevanceMark> &mark);
/// Its words changed, or it has found its place among relays (a mark on its cluster is its own from now on): judged anew
/// in all queries it is in.
void settleAsides(Tx &tx, MatchWriter &matches, ItemId item);

/// To be called before the mark changes.
void recordRelevanceMark(Tx &tx, QueryId query, ItemId item, const std::optional<RelevanceMark> &after);
/// Marks of an action that are no longer as it left them.
[[nodiscard]] int relevanceChangedSince(Session &session, ChangeSetId id);
void restoreRelevance(Tx &tx, ChangeSetId id);

} // namespace vigie::store
