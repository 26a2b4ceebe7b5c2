// SPDX-License-Identifier: GPL-3.0-or-later
// Workspaces made before queries that ask for tags, or for the state or the owner of tickets, were kept in the match table.
// Thread: inside a write job. Errors: Storage...
#pragma once

#include <vigie/store/store.hpp>

namespace vigie::store {

/// From now on they are kept; their history is then left to be judged (Queries::rematch). Answers how many there were.
Result<int> keepDeskQueries(Tx &tx);

} // namespace vigie::store
