// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps what indicators were worth, day by day. Days that were missed while the program was closed are made up for, each under the
// formula that was in force on it; what was kept already stays as it is.
// Thread: a worker's; it reads and writes the workspace and waits. Errors: Storage..., Cancelled; what was kept until then stays.
#pragma once

#include <vigie/insight/columns.hpp>
#include <vigie/store/store.hpp>

#include <stop_token>

namespace vigie::app {

/// Answers how many values were kept.
Result<int> keepObjectiveResults(store::Store &store, insight::Columns &columns, const std::stop_token &stop);

} // namespace vigie::app
