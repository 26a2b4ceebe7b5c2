// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/model/survey.hpp>

namespace vigie {

namespace {
constexpr int kWorst = 1, kBest = 5, kMostLikely = 10;
}

const char *toString(SurveyKind kind) noexcept
{
    return kind == SurveyKind::Csat ? "csat" : "nps";
}

std::optional<SurveyKind> surveyKindFrom(std::string_view name) noexcept
{
    for (const auto kind : {SurveyKind::Csat, SurveyKind::Nps})
        if (name == toString(kind))
            return kind;
    return std::nullopt;
}

bool isSurveyScore(SurveyKind kind, int score) noexcept
{
    return kind == SurveyKind::Csat ? score >= kWorst && score <= kBest : score >= 0 && score <= kMostLikely;
}

} // namespace vigie
