// SPDX-License-Identifier: GPL-3.0-or-later
// Saved queries that ask for tags, or for the state or the owner of tickets, kept in query_match like the others: each job of
// the writer ends by holding the mentions it touched against them.
// Thread: the writer's. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/session.hpp"

#include <vigie/model/item.hpp>
#include <vigie/store/store.hpp>
#include <vigie/text/query.hpp>

#include <vector>

namespace vigie::store {

/// saved_query.desk_dependent: how its matches are known.
enum class Keeping : std::uint8_t {
    AtArrival = 0, ///< kept: judged when an item comes or changes
    Live = 1,      ///< not kept: searched for anew each time
    WithDesk = 2   ///< kept: judged when an item comes or changes, and when something at the desk changes
};
[[nodiscard]] Keeping keepingOf(const text::Query &query);

/// Those that are kept with the desk.
[[nodiscard]] std::vector<QueryId> deskQueries(Session &session);
/// What this job added, changed or marked.
void settleDeskMatches(Tx &tx);

} // namespace vigie::store
