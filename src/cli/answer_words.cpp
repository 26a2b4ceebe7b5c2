// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/answer_words.hpp"

#include "cli/context.hpp"

#include <cstdio>

namespace vigie::cli {

namespace {

constexpr int kLine = 100;

nlohmann::json outcomeJson(const ReplyOutcome &outcome)
{
    return {{"follow_ups", outcome.followUps}, {"closed", outcome.closed}, {"tone_after", outcome.toneAfter ? nlohmann::json(*outcome.toneAfter) : nlohmann::json()}};
}

std::string outcomeWords(const ReplyOutcome &outcome)
{
    if (outcome.followUps > 0)
        return std::to_string(outcome.followUps) + (outcome.followUps == 1 ? " follow-up" : " follow-ups");
    return outcome.closed ? "closed without more" : "no follow-up so far";
}

} // namespace

const char *toString(desk::Staleness staleness)
{
    switch (staleness) {
    case desk::Staleness::Fresh: return "fresh";
    case desk::Staleness::NotYet: return "not-yet";
    case desk::Staleness::Passed: return "passed";
    case desk::Staleness::EndsSoon: return "ends-soon";
    case desk::Staleness::Old: return "old";
    }
    return "";
}

const char *toString(desk::ImportStep::What what)
{
    switch (what) {
    case desk::ImportStep::What::Add: return "add";
    case desk::ImportStep::What::Change: return "change";
    case desk::ImportStep::What::Same: return "same";
    case desk::ImportStep::What::Skip: return "skip";
    }
    return "";
}

nlohmann::json answerJson(const ListedAnswer &listed)
{
    const auto &text = listed.answer.text;
    auto variables = nlohmann::json::array();
    for (const auto &one : text.variables)
        variables.push_back({{"name", one.name}, {"meaning", one.meaning}, {"source", kVariableSources[static_cast<std::size_t>(one.source)].second}});
    return {{"id", listed.answer.id.value}, {"keyword", text.keyword}, {"title", text.title}, {"fr", text.french}, {"en", text.english}, {"variables", variables},
            {"valid_from", text.validFrom}, {"valid_until", text.validUntil}, {"owner", text.owner}, {"service", text.service}, {"tags", text.tags},
            {"version", listed.answer.version}, {"changed_at", toRfc3339(listed.answer.changedAt)}, {"state", toString(listed.staleness)}, {"uses", listed.rates.uses},
            {"closed", listed.rates.closed}, {"with_follow_up", listed.rates.withFollowUp}, {"follow_ups", listed.rates.followUps},
            {"last_use", listed.rates.last ? nlohmann::json(toRfc3339(*listed.rates.last)) : nlohmann::json()}};
}

nlohmann::json useJson(const AnswerUse &use)
{
    return {{"outbound", use.outbound.value}, {"ticket", use.ticket.value}, {"at", toRfc3339(use.at)}, {"who", use.who}, {"lang", use.lang}, {"version", use.version},
            {"permalink", use.permalink}, {"text", use.text}, {"outcome", outcomeJson(use.outcome)}};
}

nlohmann::json pastJson(const store::PastAnswer &past)
{
    return {{"likeness", past.likeness}, {"at", toRfc3339(past.at)}, {"question", past.questionText}, {"text", past.text}, {"lang", past.lang},
            {"permalink", past.permalink}, {"ticket", past.ticket.value}, {"outbound", past.outbound.value}, {"item", past.item.value},
            {"answer", past.answer ? nlohmann::json(past.answer->value) : nlohmann::json()}, {"outcome", outcomeJson(past.outcome)}};
}

nlohmann::json stepJson(const desk::ImportStep &step)
{
    auto changed = nlohmann::json::array();
    for (const auto field : step.changed)
        changed.push_back(kAnswerFields[static_cast<std::size_t>(field)].second);
    return {{"line", step.line}, {"what", toString(step.what)}, {"keyword", step.keyword}, {"reason", step.reason}, {"changed", changed}};
}

void printAnswer(const ListedAnswer &listed)
{
    const auto &text = listed.answer.text;
    const std::string state = listed.staleness == desk::Staleness::Fresh ? "" : std::string("  [") + toString(listed.staleness) + (text.owner.empty() ? "" : ", " + text.owner) + "]";
    std::printf("%-20s given %d%s  %s%s\n", oneLine(text.keyword, 20).c_str(), listed.rates.uses,
                listed.rates.last ? (", last " + toRfc3339(*listed.rates.last).substr(0, 10)).c_str() : "", oneLine(text.title.empty() ? text.french + text.english : text.title, 60).c_str(),
                state.c_str());
}

void printUse(const AnswerUse &use)
{
    std::printf("%s  %-12s %s  %s\n    %s\n", toRfc3339(use.at).substr(0, 16).c_str(), oneLine(use.who, 12).c_str(), outcomeWords(use.outcome).c_str(), use.permalink.c_str(),
                oneLine(use.text, kLine).c_str());
}

void printPast(const store::PastAnswer &past)
{
    std::printf("%3.0f %%  %s  %s  %s\n    asked: %s\n    said:  %s\n", past.likeness * 100, toRfc3339(past.at).substr(0, 10).c_str(), outcomeWords(past.outcome).c_str(),
                past.permalink.c_str(), oneLine(past.questionText, kLine).c_str(), oneLine(past.text, kLine).c_str());
}

} // namespace vigie::cli
