// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/model/outbound.hpp>

namespace vigie {

const char *toString(OutboundKind kind) noexcept
{
    switch (kind) {
    case OutboundKind::Post: return "post";
    case OutboundKind::Reply: return "reply";
    case OutboundKind::Edit: return "edit";
    case OutboundKind::Delete: return "delete";
    case OutboundKind::Favourite: return "favourite";
    case OutboundKind::Unfavourite: return "unfavourite";
    case OutboundKind::Boost: return "boost";
    case OutboundKind::Unboost: return "unboost";
    case OutboundKind::MuteMember: return "mute_member";
    case OutboundKind::UnmuteMember: return "unmute_member";
    case OutboundKind::BlockMember: return "block_member";
    case OutboundKind::UnblockMember: return "unblock_member";
    case OutboundKind::Report: return "report";
    case OutboundKind::HideReply: return "hide_reply";
    case OutboundKind::UnhideReply: return "unhide_reply";
    case OutboundKind::ApproveItem: return "approve_item";
    case OutboundKind::HoldItem: return "hold_item";
    case OutboundKind::MarkSpam: return "mark_spam";
    case OutboundKind::RemoveItem: return "remove_item";
    case OutboundKind::RestoreItem: return "restore_item";
    case OutboundKind::BanMember: return "ban_member";
    }
    return "post";
}

const char *toString(OutboundState state) noexcept
{
    switch (state) {
    case OutboundState::Draft: return "draft";
    case OutboundState::WaitingApproval: return "waiting_approval";
    case OutboundState::Planned: return "planned";
    case OutboundState::Held: return "held";
    case OutboundState::Sending: return "sending";
    case OutboundState::Accepted: return "accepted";
    case OutboundState::Sent: return "sent";
    case OutboundState::Unknown: return "unknown";
    case OutboundState::Failed: return "failed";
    case OutboundState::Missed: return "missed";
    case OutboundState::Cancelled: return "cancelled";
    }
    return "unknown";
}

std::optional<OutboundState> outboundStateFrom(std::string_view name) noexcept
{
    for (int i = 0; i <= static_cast<int>(OutboundState::Cancelled); ++i)
        if (name == toString(static_cast<OutboundState>(i)))
            return static_cast<OutboundState>(i);
    return std::nullopt;
}

std::optional<OutboundKind> outboundKindFrom(std::string_view name) noexcept
{
    for (int i = 0; i < kOutboundKindCount; ++i)
        if (name == toString(static_cast<OutboundKind>(i)))
            return static_cast<OutboundKind>(i);
    return std::nullopt;
}

} // namespace vigie
