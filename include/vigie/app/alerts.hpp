// SPDX-License-Identifier: GPL-3.0-or-later
// One round of all alert rules, and what a rule would have said in the past.
// Thread: judgeAlerts waits for the store, see store/store.hpp; replayAlert inside a store job. Errors: Storage...
#pragma once

#include <vigie/app/health.hpp>
#include <vigie/insight/alerts.hpp>
#include <vigie/model/account.hpp>
#include <vigie/store/store.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace vigie::app {

/// How silent an account's source is that was read up to an instant.
using SilenceOf = std::function<std::optional<Silence>(store::Tx &, const Account &, Instant seenUpTo)>;

/// Judges every rule that is on, keeps what was found, and lets go of notices that quiet hours held back. A rule that fails
/// does not keep the others from being judged; the first failure is the answer then.
Result<insight::AlertsKept> judgeAlerts(store::Store &store, const std::string &zone, const SilenceOf &silence);

/// When the rule would have rung in [from, to), oldest first, one finding for one cause.
Result<std::vector<AlertFinding>> replayAlert(store::Tx &tx, const AlertRule &rule, Instant from, Instant to, const std::string &zone);

} // namespace vigie::app
