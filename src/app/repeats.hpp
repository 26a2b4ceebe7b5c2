// SPDX-License-Identifier: GPL-3.0-or-later
// Posts that repeat, where they meet the engines: the next ones are made while the window is open or a timer runs.
// Thread: an engine's. Errors: none; what fails is told in the log and tried again later.
#pragma once

#include <vigie/connect/connector.hpp>
#include <vigie/store/store.hpp>

namespace vigie::app {

/// Once an hour of the workspace's clock is enough: they are made weeks ahead.
inline constexpr std::chrono::hours kRepeatsEvery{1};
void makeRepeats(store::Store &store, const connect::Catalogue &networks);

} // namespace vigie::app
