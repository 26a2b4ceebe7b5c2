// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the library as they are read, written, and kept by the undo log.
// Thread: that of the session. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/session.hpp"

#include <vigie/store/answers.hpp>
#include <vigie/store/tickets.hpp>

#include <optional>
#include <string>
#include <vector>

namespace vigie::store {

inline constexpr const char *kAnswerChange = "answer"; ///< kind of change_row: row the answer

[[nodiscard]] std::vector<Answer> loadAnswers(Session &session, const std::string &where, std::vector<Bound> values);
/// The answer as JSON; none when there is no such row.
[[nodiscard]] std::optional<std::string> answerImage(Session &session, AnswerId id);
void writeAnswer(Session &session, const Answer &answer);
[[nodiscard]] std::string answerTextJson(const AnswerText &text);
[[nodiscard]] AnswerText answerTextFrom(const std::string &json);
[[nodiscard]] std::string valuesJson(const AnswerValues &values);
[[nodiscard]] AnswerValues valuesFrom(const std::string &json);

/// To be called around a change of the row.
void recordAnswer(Tx &tx, AnswerId id, const std::optional<std::string> &before);
/// Answers of an action that are no longer as it left them, or were used since it made them.
[[nodiscard]] int answersChangedSince(Session &session, ChangeSetId id);
void restoreAnswers(Tx &tx, ChangeSetId id);

} // namespace vigie::store
