// SPDX-License-Identifier: GPL-3.0-or-later
// Saved queries as the undo log keeps them.
// Thread: the writer's. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/session.hpp"

#include <vigie/store/store.hpp>

#include <optional>
#include <string>

namespace vigie::store {

inline constexpr const char *kQueryChange = "query"; ///< kind of change_row

/// Name, source, role and order as JSON text; none when there is no such query.
[[nodiscard]] std::optional<std::string> queryImage(Session &session, QueryId id);
/// To be called after the row has changed; nothing happens without an open action.
void recordQueryChange(Tx &tx, QueryId id, const std::optional<std::string> &before);
/// Rows of an action that are no longer as it left them.
[[nodiscard]] int queriesChangedSince(Session &session, ChangeSetId id);
/// Puts queries back and leaves history to be judged anew, in place. Fails when a source no longer reads.
[[nodiscard]] Result<void> restoreQueries(Tx &tx, ChangeSetId id);

} // namespace vigie::store
