// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/model/objective.hpp>

#include <algorithm>
#include <array>

namespace vigie {

namespace {

constexpr std::array<const char *, 4> kSpans{"week", "month", "since", "until_due"};
constexpr std::array<const char *, 2> kDirections{"at_least", "at_most"};
constexpr std::array<const char *, 5> kActions{"campaign", "event", "answer", "post", "note"};

template <class T, std::size_t Size>
std::optional<T> named(const std::array<const char *, Size> &names, std::string_view name)
{
    const auto *found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt : std::optional(static_cast<T>(found - names.begin()));
}

} // namespace

const char *toString(IndicatorSpan span) noexcept
{
    return kSpans[static_cast<std::size_t>(span)];
}

std::optional<IndicatorSpan> indicatorSpanFrom(std::string_view name) noexcept
{
    return named<IndicatorSpan>(kSpans, name);
}

const char *toString(IndicatorDirection direction) noexcept
{
    return kDirections[static_cast<std::size_t>(direction)];
}

std::optional<IndicatorDirection> indicatorDirectionFrom(std::string_view name) noexcept
{
    return named<IndicatorDirection>(kDirections, name);
}

const char *toString(IndicatorAction::Kind kind) noexcept
{
    return kActions[static_cast<std::size_t>(kind)];
}

std::optional<IndicatorAction::Kind> indicatorActionFrom(std::string_view name) noexcept
{
    return named<IndicatorAction::Kind>(kActions, name);
}

} // namespace vigie
