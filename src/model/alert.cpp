// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/model/alert.hpp>

#include <array>

namespace vigie {

namespace {

constexpr std::array<const char *, kAlertKinds> kKinds{"volume", "tone", "crisis", "vip", "keyword", "unread", "silence", "deadline"};
constexpr std::array kSensitivities{"calm", "usual", "keen"};
constexpr std::array kStates{"new", "seen", "done"};

template <class Enum, std::size_t N>
std::optional<Enum> named(const std::array<const char *, N> &names, std::string_view name)
{
    for (std::size_t i = 0; i < N; ++i)
        if (name == names[i])
            return static_cast<Enum>(i);
    return std::nullopt;
}

} // namespace

const char *toString(AlertKind kind) noexcept
{
    return kKinds[static_cast<std::size_t>(kind)];
}

std::optional<AlertKind> alertKindFrom(std::string_view name) noexcept
{
    return named<AlertKind>(kKinds, name);
}

const char *toString(AlertSensitivity sensitivity) noexcept
{
    return kSensitivities[static_cast<std::size_t>(sensitivity)];
}

std::optional<AlertSensitivity> alertSensitivityFrom(std::string_view name) noexcept
{
    return named<AlertSensitivity>(kSensitivities, name);
}

const char *toString(AlertState state) noexcept
{
    return kStates[static_cast<std::size_t>(state)];
}

} // namespace vigie
