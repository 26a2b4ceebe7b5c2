// SPDX-License-Identifier: GPL-3.0-or-later
// What came out of files.
// Thread: inside a store job. Errors: Storage...
#pragma once

#include <vigie/store/store.hpp>

#include <vector>

namespace vigie::store {

/// Mentions that were imported since then, above this one, ascending; at most so many.
Result<std::vector<ItemId>> importedSince(Tx &tx, Instant since, ItemId above, int limit);

} // namespace vigie::store
