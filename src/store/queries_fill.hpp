// SPDX-License-Identifier: GPL-3.0-or-later
// A stretch of history held against a query from the full-text index, without reading the items where the index is enough;
// and query_match brought in line with it.
// Thread: that of the session; refillMatches the writer's. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/search_compile.hpp"

#include <vigie/base/id.hpp>
#include <vigie/base/time.hpp>

#include <optional>
#include <vector>

namespace vigie::store {

class MatchWriter;

/// Items older than `before` (none: from the newest) and not older than `from` (none: to the oldest).
struct Stretch {
    ItemId before;
    std::optional<ItemId> from;
    std::optional<Instant> since; ///< and published from then on
};

/// Ascending.
[[nodiscard]] std::vector<ItemId> matchesIn(Session &session, const CompiledQuery &compiled, const Stretch &stretch, Instant now);
/// The same as query_match has it now.
[[nodiscard]] std::vector<ItemId> keptIn(Session &session, QueryId query, const Stretch &stretch);

struct MatchDifference {
    std::vector<ItemId> added, lost; ///< ascending
};
/// Both ascending.
[[nodiscard]] MatchDifference differenceOf(const std::vector<ItemId> &before, const std::vector<ItemId> &after);

/// Takes out and puts in.
void writeDifference(MatchWriter &writer, Session &session, QueryId query, const MatchDifference &difference);
void refillMatches(Session &session, QueryId query, const CompiledQuery &compiled, const Stretch &stretch, Instant now);

} // namespace vigie::store
