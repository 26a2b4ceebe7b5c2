// SPDX-License-Identifier: GPL-3.0-or-later
// The saved queries that are kept in query_match, and which of them an item satisfies.
// Thread: the writer's. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/session.hpp"

#include <vigie/model/item.hpp>

#include <vigie/text/query.hpp>

#include <string>
#include <unordered_set>
#include <vector>

namespace vigie::store {

/// All but those that ask for tags, tickets, members or the clock.
[[nodiscard]] const std::unordered_set<std::int64_t> &keptQueries(Session &session);
/// Of these, the ones whose answer changes with the counts of an item.
[[nodiscard]] const std::unordered_set<std::int64_t> &countQueries(Session &session, Instant now);
[[nodiscard]] std::vector<QueryId> judgeItem(Session &session, const Item &item, const std::string &folded, Instant now);

} // namespace vigie::store
