// SPDX-License-Identifier: GPL-3.0-or-later
// What the practice workspace begins with to reach: two objectives, three indicators, what is done about them.
// Thread: inside a store job. Errors: those of the store.
#pragma once

#include <vigie/store/store.hpp>

namespace vigie::app {

[[nodiscard]] Result<void> firstPracticeObjectives(store::Tx &tx, const std::string &zone);

} // namespace vigie::app
