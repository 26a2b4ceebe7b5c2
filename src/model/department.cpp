// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/model/department.hpp>

#include <array>

namespace vigie {

namespace {

constexpr std::array kWays{"mail", "eml", "markdown", "json", "text"};
constexpr std::array kStates{"leaving", "inside", "late", "answered", "failed", "cancelled"};

} // namespace

const char *toString(PassWay way) noexcept
{
    return kWays[static_cast<std::size_t>(way)];
}

std::optional<PassWay> passWayFrom(std::string_view name) noexcept
{
    for (std::size_t i = 0; i < kWays.size(); ++i)
        if (name == kWays[i])
            return static_cast<PassWay>(i);
    return std::nullopt;
}

const char *toString(PassingState state) noexcept
{
    return kStates[static_cast<std::size_t>(state)];
}

PassingState passingState(const Question &question, const Passing &passing, Instant now) noexcept
{
    if (passing.answeredAt || question.state == QuestionState::Answered)
        return PassingState::Answered;
    if (question.state == QuestionState::Cancelled)
        return PassingState::Cancelled;
    if (question.state == QuestionState::Failed)
        return PassingState::Failed;
    if (now > passing.dueAt)
        return PassingState::Late; // also when it has not even left: somebody waits
    return question.state == QuestionState::Waiting ? PassingState::Leaving : PassingState::Inside;
}

} // namespace vigie
