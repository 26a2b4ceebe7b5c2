// SPDX-License-Identifier: GPL-3.0-or-later
// Networks in words: ways to sign in, what to know before connecting, what their terms let Vigie keep, how surely an address
// was recognised, how each ability was tried.
// Thread: the window's.
#pragma once

#include <vigie/app/health.hpp>
#include <vigie/app/sign_in_form.hpp>

#include <QString>
#include <QStringList>

namespace vigie::ui {

[[nodiscard]] QString familyWords(const std::string &family);
/// `paste`: the variant of the browser's way where the code is copied by hand.
[[nodiscard]] QString wayWords(connect::AuthKind way, bool paste);
/// Whole sentences; empty when there is nothing to know.
[[nodiscard]] QString noticeWords(connect::Notice notice);
/// Money or terms are at stake: the person says that they were read.
[[nodiscard]] bool noticeAsksConsent(connect::Notice notice);
/// How long things are kept, what may leave in a file, who is named.
[[nodiscard]] QStringList policyWords(const Policy &policy);
[[nodiscard]] QString certaintyWords(int certainty);
[[nodiscard]] QString triedWords(connect::Verification verification);
/// What is wrong with an entry, said beside it.
[[nodiscard]] QString fieldProblemWords(const app::FieldProblem &problem, const QString &label);
/// A value of a choice.
[[nodiscard]] QString choiceWords(const std::string &key, const std::string &value);

} // namespace vigie::ui
