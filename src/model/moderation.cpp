// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/model/moderation.hpp>

#include <algorithm>

namespace vigie {

bool isModeration(OutboundKind kind) noexcept
{
    return std::find(kModerations.begin(), kModerations.end(), kind) != kModerations.end();
}

std::optional<OutboundKind> oppositeOf(OutboundKind kind) noexcept
{
    switch (kind) {
    case OutboundKind::HideReply: return OutboundKind::UnhideReply;
    case OutboundKind::RemoveItem: return OutboundKind::RestoreItem;
    case OutboundKind::MarkSpam: return OutboundKind::ApproveItem;
    case OutboundKind::MuteMember: return OutboundKind::UnmuteMember;
    case OutboundKind::BlockMember: return OutboundKind::UnblockMember;
    default: return std::nullopt;
    }
}

ModerationOutcome outcomeOf(const ModerationLine &line) noexcept
{
    if (line.backState && (*line.backState == OutboundState::Sent || *line.backState == OutboundState::Accepted))
        return ModerationOutcome::TakenBack;
    if (line.backState && *line.backState != OutboundState::Failed && *line.backState != OutboundState::Cancelled)
        return ModerationOutcome::TakingBack;
    switch (line.state) {
    case OutboundState::Sent:
    case OutboundState::Accepted: return ModerationOutcome::Done;
    case OutboundState::Unknown: return ModerationOutcome::Unknown;
    case OutboundState::Failed:
    case OutboundState::Missed: return ModerationOutcome::Failed;
    case OutboundState::Cancelled: return ModerationOutcome::Cancelled;
    default: return ModerationOutcome::Waiting;
    }
}

const char *toString(ModerationOutcome outcome) noexcept
{
    switch (outcome) {
    case ModerationOutcome::Waiting: return "waiting";
    case ModerationOutcome::Done: return "done";
    case ModerationOutcome::Unknown: return "unknown";
    case ModerationOutcome::Failed: return "failed";
    case ModerationOutcome::Cancelled: return "cancelled";
    case ModerationOutcome::TakingBack: return "taking_back";
    case ModerationOutcome::TakenBack: return "taken_back";
    }
    return "";
}

} // namespace vigie
