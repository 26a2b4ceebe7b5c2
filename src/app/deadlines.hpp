// SPDX-License-Identifier: GPL-3.0-or-later
// What was promised and is due soon, or became late within a day: one finding for each policy, in its opening hours unless it
// asks to be told at any time.
// Thread: inside a store job. Errors: Storage...
#pragma once

#include <vigie/model/alert.hpp>
#include <vigie/store/store.hpp>

namespace vigie::app {

[[nodiscard]] Result<std::vector<AlertFinding>> deadlineFindings(store::Tx &tx);

} // namespace vigie::app
