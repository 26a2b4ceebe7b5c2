// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vigie/model/account.hpp>
#include <vigie/plan/planner.hpp>

namespace vigie::plan {

/// `answered`: handle of who is answered; empty for a post of one's own.
[[nodiscard]] std::vector<Finding> checkText(const connect::Catalogue &networks, const std::string &text, const std::string &warning, std::size_t media, const Account &account,
                                             const std::string &answered = {});
[[nodiscard]] std::vector<Finding> checkAccount(const Account &account);
Result<std::vector<Finding>> checkPlan(store::Tx &tx, const connect::Catalogue &networks, const PlanItem &plan);

} // namespace vigie::plan
