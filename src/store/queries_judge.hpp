// SPDX-License-Identifier: GPL-3.0-or-later
// The saved queries that are kept in query_match, and which of them an item satisfies.
// Thread: the writer's. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/session.hpp"

#include <vigie/model/item.hpp>

#include <string>
#include <unordered_set>
#include <vector>

namespace vigie::store {

/// All but those that ask for tags or tickets.
[[nodiscard]] const std::unordered_set<std::int64_t> &keptQueries(Session &session);
[[nodiscard]] std::vector<QueryId> judgeItem(Session &session, const Item &item, const std::string &folded);

} // namespace vigie::store
