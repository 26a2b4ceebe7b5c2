// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that were judged by a clock which was wrong.
// Thread: inside a store job, Durability::Full. Errors: Storage...
#pragma once

#include <vigie/store/store.hpp>

namespace vigie::store {

/// Rows that missed their hour by a clock which was ahead and is right again are planned once more. How many.
Result<int> reviveMissed(Tx &tx);

} // namespace vigie::store
