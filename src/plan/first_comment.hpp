// SPDX-License-Identifier: GPL-3.0-or-later
// What an account says under its own post: an intent of its own, with states of its own, that waits for the post's.
// Thread: inside a store job. Errors: Storage..., Conflict.
#pragma once

#include <vigie/model/plan.hpp>
#include <vigie/store/store.hpp>

namespace vigie::plan {

/// `post`: the intent it goes under, with which it shares account, hour and whom it is visible to. None where the network has no answers.
Result<void> addFirstComment(store::Tx &tx, const PlanItem &plan, const Outbound &post, OutboundId after);
/// Those that have not left go with their post.
Result<void> withdrawComments(store::Tx &tx, const PlanItem &plan);
/// They follow their post to another hour.
Result<void> moveComments(store::Tx &tx, const PlanItem &plan);

} // namespace vigie::plan
