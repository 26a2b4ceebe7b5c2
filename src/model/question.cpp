// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/model/question.hpp>

#include <array>

namespace vigie {

namespace {

constexpr std::array kStates{"waiting", "sent", "answered", "failed", "cancelled"};
constexpr std::array kRecipientStates{"waiting", "sent", "refused"};

} // namespace

const char *toString(QuestionState state) noexcept
{
    return kStates[static_cast<std::size_t>(state)];
}

QuestionState questionStateFrom(std::string_view name) noexcept
{
    for (std::size_t i = 0; i < kStates.size(); ++i)
        if (name == kStates[i])
            return static_cast<QuestionState>(i);
    return QuestionState::Failed; // never sent by itself
}

const char *toString(QuestionRecipient::State state) noexcept
{
    return kRecipientStates[static_cast<std::size_t>(state)];
}

QuestionRecipient::State recipientStateFrom(std::string_view name) noexcept
{
    for (std::size_t i = 0; i < kRecipientStates.size(); ++i)
        if (name == kRecipientStates[i])
            return static_cast<QuestionRecipient::State>(i);
    return QuestionRecipient::State::Refused;
}

} // namespace vigie
