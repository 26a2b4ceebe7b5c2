// SPDX-License-Identifier: GPL-3.0-or-later
// Fills query_match for a stretch of items from the full-text index, without reading the items.
// Thread: the writer's. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/search_compile.hpp"

#include <vigie/base/id.hpp>

#include <optional>

namespace vigie::store {

/// Items older than `before` (none: from the newest) and not older than `from` (none: to the oldest).
void fillMatches(Session &session, QueryId query, const CompiledQuery &compiled, ItemId before, std::optional<ItemId> from, Instant now);

} // namespace vigie::store
