// SPDX-License-Identifier: GPL-3.0-or-later
// Rules on the command line: what is typed of when, if and then, and what is printed.
// Thread: any. Errors: InvalidInput (words that are no action or no time).
#pragma once

#include "cli/context.hpp"

#include <vigie/desk/rules.hpp>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace vigie::cli {

/// "tag=Prix", "untag=Prix", "assign=Ines", "assign=", "status=done", "snooze=24", "points=30", "inbox", "note=...", "draft=...",
/// "answer=10:..." (minutes it waits, then its text), "service=10:After-sales:..." (minutes, whom, what is asked).
[[nodiscard]] Result<RuleAction> actionFrom(store::Tx &tx, const std::string &typed);
/// "09:30" as minutes of the day.
[[nodiscard]] Result<int> minuteFrom(const std::string &typed);
/// "mon,tue" or "every"; see Rule::weekdays.
[[nodiscard]] Result<int> weekdaysFrom(const std::string &typed);
[[nodiscard]] nlohmann::json describe(const Rule &rule);
[[nodiscard]] nlohmann::json describe(const std::vector<RuleStep> &steps);
[[nodiscard]] std::string inShort(const Rule &rule);

} // namespace vigie::cli
