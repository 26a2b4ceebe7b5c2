// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/model/sla.hpp>

namespace vigie {

const char *toString(SlaTarget target) noexcept
{
    switch (target) {
    case SlaTarget::First: return "first";
    case SlaTarget::Next: return "next";
    case SlaTarget::Resolution: return "resolution";
    }
    return "";
}

std::optional<SlaTarget> slaTargetFrom(std::string_view name) noexcept
{
    for (const auto target : kSlaTargets)
        if (name == toString(target))
            return target;
    return std::nullopt;
}

const char *toString(SlaState state) noexcept
{
    switch (state) {
    case SlaState::Running: return "running";
    case SlaState::Stopped: return "stopped";
    case SlaState::Hit: return "hit";
    case SlaState::Miss: return "miss";
    case SlaState::Nothing: return "nothing_promised";
    case SlaState::Unanswered: return "unanswered";
    case SlaState::Cancelled: return "cancelled";
    }
    return "";
}

std::optional<std::int64_t> SlaPolicy::promised(SlaTarget target) const
{
    switch (target) {
    case SlaTarget::First: return first;
    case SlaTarget::Next: return next;
    case SlaTarget::Resolution: return resolution;
    }
    return std::nullopt;
}

} // namespace vigie
