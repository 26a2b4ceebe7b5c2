// SPDX-License-Identifier: GPL-3.0-or-later
// Alerts in words: what happened, and what is usual.
// Thread: the window's.
#pragma once

#include <QString>

#include <vigie/model/alert.hpp>

#include <string>
#include <vector>

namespace vigie::ui {

/// A stretch that was not read of an account.
struct AlertGap {
    QString account;
    Instant from, to;
};

/// An alert with the names that its ids stand for.
struct AlertView {
    Alert alert;
    QString query;              ///< empty: no query
    AlertRule rule;
    std::vector<AlertGap> gaps; ///< in the stretch that shows it, oldest first
};

[[nodiscard]] QString alertKindName(AlertKind kind);
[[nodiscard]] QString alertRuleName(const AlertRule &rule);
[[nodiscard]] QString sensitivityName(AlertSensitivity sensitivity);
[[nodiscard]] QString alertHeadline(const AlertView &view);
/// "a usual Tuesday 10:00 has 35 to 60"
[[nodiscard]] QString alertUsual(const AlertView &view, const std::string &zone);
/// "grew to 412", empty when it did not.
[[nodiscard]] QString alertGrowth(const AlertView &view);
/// What was not read in the stretch that shows it: the true count may be higher. Empty when all was read.
[[nodiscard]] QString alertGaps(const AlertView &view, const std::string &zone);
/// How it looks in the list: "neg", "warn" or "strong".
[[nodiscard]] QString alertRole(AlertKind kind);

} // namespace vigie::ui
