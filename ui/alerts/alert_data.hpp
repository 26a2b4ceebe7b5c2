// SPDX-License-Identifier: GPL-3.0-or-later
// What the list, the notices and the bell ask of the workspace, and what they do to it.
// Thread: jobs run on a store's thread, the rest on the window's.
#pragma once

#include "ui/alerts/alert_text.hpp"
#include "ui/app/shell.hpp"

#include <vigie/store/alerts.hpp>

#include <vector>

namespace vigie::ui {

struct AlertsToTell {
    std::vector<AlertView> now, digest;
};

[[nodiscard]] Result<std::vector<AlertView>> readAlerts(store::Tx &tx, bool withDone);
/// What the person is to be told; from here on it counts as told.
[[nodiscard]] Result<AlertsToTell> takeNotices(store::Tx &tx);

/// Shows the mentions behind an alert, the inbox, or the account.
void openCause(Shell &shell, const AlertView &view);
/// A change of rules or alerts as one undoable action, with a message that offers to take it back.
void changeRules(Shell &shell, const QString &words, std::function<Result<void>(store::Alerts)> change);
void undoLast(Shell &shell);
void closeAlert(Shell &shell, const AlertView &view);
/// Done or put off: back in the list now.
void reopenAlert(Shell &shell, const AlertView &view);
void snoozeAlert(Shell &shell, const AlertView &view, Instant until);
/// For a day; a rule that is muted rings again.
void muteRule(Shell &shell, const AlertRule &rule);

} // namespace vigie::ui
