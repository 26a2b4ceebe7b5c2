// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around the first posts of the practice calendar: a campaign with its day, and two events.
// Thread: inside a store job. Errors: those of the planner.
#pragma once

#include <vigie/connect/connector.hpp>
#include <vigie/store/store.hpp>

#include <vector>

namespace vigie::app {

/// `posts`: those that were just made; the ones before and on the days of the events belong to them.
[[nodiscard]] Result<void> firstPracticeEvents(store::Tx &tx, const connect::Catalogue &networks, const std::vector<PlanId> &posts);

} // namespace vigie::app
