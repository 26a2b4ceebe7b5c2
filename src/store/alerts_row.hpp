// SPDX-License-Identifier: GPL-3.0-or-later
// Alert rules and the states of alerts as the undo log keeps them.
// Thread: that of the session. Errors: throws; callers are inside Session::guard().
#pragma once

#include <vigie/model/alert.hpp>

#include "store/session.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::store {

inline constexpr const char *kAlertChange = "alert", *kAlertRuleChange = "alert_rule"; ///< kinds of change_row

[[nodiscard]] std::vector<AlertRule> loadAlertRules(Session &session, const std::string &where, std::vector<Bound> values);
void writeAlertRule(Session &session, const AlertRule &rule);
/// A rule as JSON text; none when there is no such rule.
[[nodiscard]] std::optional<std::string> alertRuleImage(Session &session, AlertRuleId id);
[[nodiscard]] AlertRule alertRuleFromImage(std::string_view json);

/// What a person decided of an alert, as JSON text; none when there is no such alert.
[[nodiscard]] std::optional<std::string> alertImage(Session &session, AlertId id);

/// Rows of an action that are no longer as it left them.
[[nodiscard]] int alertsChangedSince(Session &session, ChangeSetId id);
/// Puts rules and states back; true when there were any.
[[nodiscard]] bool restoreAlerts(Session &session, ChangeSetId id);

} // namespace vigie::store
