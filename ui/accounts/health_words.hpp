// SPDX-License-Identifier: GPL-3.0-or-later
// An account's health, line by line: what it is, how it stands, and whether that is a trouble.
// Thread: the window's.
#pragma once

#include <vigie/app/workspace.hpp>

#include <QString>

#include <vector>

namespace vigie::ui {

struct HealthLine {
    enum class Kind { SignIn, Scopes, LastSuccess, Lag, Calls, Spent, Gaps, Cause, Silence, Interface } kind = Kind::SignIn;
    QString label, value;
    bool trouble = false;
};
[[nodiscard]] std::vector<HealthLine> healthLines(const app::AccountStatus &status, Instant now, const std::string &zone);
/// One cause in one sentence, with how many streams it strikes.
[[nodiscard]] QString causeWords(const app::Cause &cause, Instant now);
[[nodiscard]] QString silenceWords(const app::Silence &silence, const std::string &zone);
/// A cause that several accounts share.
[[nodiscard]] QString sharedNoticeWords(const app::Notice &notice);

} // namespace vigie::ui
