// SPDX-License-Identifier: GPL-3.0-or-later
// What follows for a post from the campaign and the event it belongs to.
// Thread: inside a store job. Errors: Storage..., PolicyRefused (embargo).
#pragma once

#include <vigie/model/plan.hpp>
#include <vigie/store/store.hpp>

#include <optional>

namespace vigie::plan {

/// Days from the day of its event, else of its campaign; a post of an event of a campaign belongs to that campaign. What it
/// belonged to and is no longer there is forgotten.
Result<void> settleBelonging(store::Tx &tx, PlanItem &plan);
/// The later of the post's own and its campaign's.
Result<std::optional<Instant>> embargoOf(store::Tx &tx, const PlanItem &plan);
/// PolicyRefused when the post is under embargo at `at`.
Result<void> refuseEmbargo(store::Tx &tx, const PlanItem &plan, Instant at);

} // namespace vigie::plan
