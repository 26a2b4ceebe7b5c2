// SPDX-License-Identifier: GPL-3.0-or-later
// The rule of states; docs/objectives.md says it in words.
#include <vigie/insight/objectives.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace vigie::insight {

namespace {

constexpr std::int32_t kWeek = 7, kMonth = 28;
constexpr double kSlack = 0.1; ///< of the whole way, where there is no interval

/// Better is larger.
double better(IndicatorDirection direction, double value)
{
    return direction == IndicatorDirection::AtLeast ? value : -value;
}

} // namespace

const char *toString(ObjectiveState state) noexcept
{
    constexpr std::array kNames{"no_data", "watched", "reached", "on_track", "at_risk", "late"};
    return kNames[static_cast<std::size_t>(state)];
}

ObjectiveState worst(const std::vector<ObjectiveState> &states)
{
    auto out = ObjectiveState::NoData;
    for (const auto state : states)
        out = std::max(out, state);
    return out;
}

std::optional<double> pathAt(const PathQuestion &question, std::int32_t day)
{
    if (!question.target)
        return std::nullopt;
    const double from = question.startValue.value_or(*question.target);
    if (!question.due)
        return from;
    const double whole = std::max(1, *question.due + 1 - question.start);
    const double share = std::clamp((day - question.start) / whole, 0.0, 1.0);
    return from + (*question.target - from) * share;
}

PathAnswer judge(const PathQuestion &question)
{
    PathAnswer answer;
    answer.expected = pathAt(question, question.today);
    if (!question.value)
        return answer;
    if (!question.target) {
        answer.state = ObjectiveState::Watched;
        return answer;
    }
    const bool over = question.due && question.today > *question.due;
    const bool capped = question.sums && question.direction == IndicatorDirection::AtMost;
    const bool meets = better(question.direction, *question.value - *question.target) >= 0;
    if (meets && (!capped || over)) {
        answer.state = ObjectiveState::Reached;
        return answer;
    }
    if (over || (capped && !meets)) {
        answer.state = ObjectiveState::Late;
        return answer;
    }
    const double ahead = better(question.direction, *question.value - *answer.expected);
    if (ahead >= 0) {
        answer.state = ObjectiveState::OnTrack;
    } else if (question.interval) {
        const double best = question.direction == IndicatorDirection::AtLeast ? question.interval->high : question.interval->low;
        answer.state = better(question.direction, best - *answer.expected) < 0 ? ObjectiveState::Late : ObjectiveState::AtRisk;
    } else {
        const double way = std::abs(*question.target - question.startValue.value_or(*question.target));
        answer.state = -ahead > kSlack * way ? ObjectiveState::Late : ObjectiveState::AtRisk;
    }
    return answer;
}

std::optional<Period> periodAt(const Indicator &indicator, std::optional<std::int32_t> due, std::int32_t day)
{
    switch (indicator.span) {
    case IndicatorSpan::Week: return Period{day - kWeek, day};
    case IndicatorSpan::Month: return Period{day - kMonth, day};
    case IndicatorSpan::Since:
    case IndicatorSpan::UntilDue: break;
    }
    const auto last = indicator.span == IndicatorSpan::UntilDue && due ? std::min(day, *due) : day;
    if (last < indicator.start)
        return std::nullopt;
    return Period{indicator.start, last + 1};
}

} // namespace vigie::insight
