// SPDX-License-Identifier: GPL-3.0-or-later
// Answers as the command line shows them.
#pragma once

#include <vigie/desk/answer_import.hpp>
#include <vigie/desk/answers.hpp>

#include <nlohmann/json.hpp>

namespace vigie::cli {

struct ListedAnswer {
    Answer answer;
    AnswerRates rates;
    desk::Staleness staleness = desk::Staleness::Fresh;
};
[[nodiscard]] nlohmann::json answerJson(const ListedAnswer &listed);
[[nodiscard]] nlohmann::json useJson(const AnswerUse &use);
[[nodiscard]] nlohmann::json pastJson(const store::PastAnswer &past);
[[nodiscard]] nlohmann::json stepJson(const desk::ImportStep &step);
[[nodiscard]] const char *toString(desk::Staleness staleness);
[[nodiscard]] const char *toString(desk::ImportStep::What what);
void printAnswer(const ListedAnswer &listed);
void printUse(const AnswerUse &use);
void printPast(const store::PastAnswer &past);

} // namespace vigie::cli
