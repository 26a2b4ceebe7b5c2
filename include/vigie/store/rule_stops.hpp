// SPDX-License-Identifier: GPL-3.0-or-later
// Where rules were stopped because one event led to too many changes, and up to where the person was told.
// Thread: inside a store job. Errors: Storage...
#pragma once

#include <vigie/store/rules.hpp>

namespace vigie::store {

/// Newest first; those that the person was not told of yet.
Result<std::vector<RuleLogLine>> untoldStops(Tx &tx);
/// The person has seen all up to this line of the log.
Result<void> setToldStops(Tx &tx, std::int64_t line);

} // namespace vigie::store
