// SPDX-License-Identifier: GPL-3.0-or-later
// Rules in words.
// Thread: the window's.
#pragma once

#include <vigie/model/rule.hpp>

#include <QString>

namespace vigie::ui {

[[nodiscard]] QString momentText(RuleMoment moment);
/// When an action is chosen: "Put the tag".
[[nodiscard]] QString actionText(RuleAction::Kind kind);
/// "tag Prix, assigned to Ines"
[[nodiscard]] QString actionsLine(const Rule &rule);
/// What of a mention a step changes: "tag", "owner" ...
[[nodiscard]] QString stepText(const RuleStep &step);
/// A value of a step as people say it: a state by its word.
[[nodiscard]] QString stepValue(const RuleStep &step, bool before);
[[nodiscard]] QString outcomeText(const std::string &outcome);

} // namespace vigie::ui
