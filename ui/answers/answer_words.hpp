// SPDX-License-Identifier: GPL-3.0-or-later
// Answers in words: how often given, what came of it, why one is stale, what an import would do.
// Thread: the window's.
#pragma once

#include <vigie/desk/answer_import.hpp>
#include <vigie/desk/answers.hpp>

#include <QString>

namespace vigie::ui {

/// "Given 12 times, last on 3 May, 2 follow-ups"
[[nodiscard]] QString ratesText(const AnswerRates &rates, const std::string &zone);
/// "closed without more", "2 follow-ups, tone -0.4"
[[nodiscard]] QString outcomeText(const ReplyOutcome &outcome);
/// "Valid until 3 May; ask Lea"; empty while there is nothing to say.
[[nodiscard]] QString stalenessText(const Answer &answer, desk::Staleness staleness);
[[nodiscard]] QString sourceText(AnswerVariable::Source source);
[[nodiscard]] QString fieldText(AnswerField field);
[[nodiscard]] QString stepText(const desk::ImportStep &step);
/// "On 12 Mar we said 48 h; here it says 5 days."
[[nodiscard]] QString hintText(const desk::AnswerHint &hint, const QString &draft, const std::string &zone);

} // namespace vigie::ui
