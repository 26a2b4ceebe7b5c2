// SPDX-License-Identifier: GPL-3.0-or-later
// What the person wrote into a post of the calendar, as JSON: its words, accounts, files, hour and what it belongs to. Never
// what became of it (intents, states).
// Thread: pure. Errors: InvalidInput (not what planToJson wrote).
#pragma once

#include <vigie/base/result.hpp>
#include <vigie/model/plan.hpp>

#include <string>

namespace vigie::store {

[[nodiscard]] std::string planToJson(const PlanItem &plan);
Result<PlanItem> planFromJson(const std::string &json);
/// `words` put into `plan`, which keeps its id and what became of its variants.
[[nodiscard]] PlanItem withWords(PlanItem plan, const PlanItem &words);

} // namespace vigie::store
