// SPDX-License-Identifier: GPL-3.0-or-later
// What the writer does for itself while nobody asks for anything: indexing what is searched beside mentions, indexing anew after the folding of words changed, and
// counting days anew after the zone of the workspace changed. A slice at a time, so that jobs come first.
// Thread: the writer's. Errors: Storage...
#pragma once

#include "store/session.hpp"

#include <vigie/store/store.hpp>

namespace vigie::store {

/// One slice; false when there is nothing left to do.
Result<bool> upkeepSlice(Tx &tx);
/// False for items that a running rebuild of the full-text index has still to visit.
[[nodiscard]] bool isIndexed(Session &session, ItemId id);

} // namespace vigie::store
