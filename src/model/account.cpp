// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/model/account.hpp>

namespace vigie {

const char *toString(AccountState state) noexcept
{
    switch (state) {
    case AccountState::Active: return "active";
    case AccountState::Paused: return "paused";
    case AccountState::ReconnectNeeded: return "reconnect_needed";
    case AccountState::Removed: return "removed";
    }
    return "active";
}

const char *toString(Capability capability) noexcept
{
    switch (capability) {
    case Capability::ListenTag: return "listen_tag";
    case Capability::ListenKeyword: return "listen_keyword";
    case Capability::Inbox: return "inbox";
    case Capability::DirectMessages: return "direct_messages";
    case Capability::Reply: return "reply";
    case Capability::Publish: return "publish";
    case Capability::Threads: return "threads";
    case Capability::Images: return "images";
    case Capability::Video: return "video";
    case Capability::AltText: return "alt_text";
    case Capability::ContentWarning: return "content_warning";
    case Capability::Edit: return "edit";
    case Capability::Delete: return "delete";
    case Capability::Favourite: return "favourite";
    case Capability::Boost: return "boost";
    case Capability::Mute: return "mute";
    case Capability::Block: return "block";
    case Capability::Report: return "report";
    case Capability::PostCounts: return "post_counts";
    case Capability::AccountCounts: return "account_counts";
    case Capability::Stream: return "stream";
    case Capability::Lookup: return "lookup";
    case Capability::Quote: return "quote";
    case Capability::LinkCard: return "link_card";
    case Capability::Reviews: return "reviews";
    case Capability::ServerSchedule: return "server_schedule";
    case Capability::HideReply: return "hide_reply";
    case Capability::Moderate: return "moderate";
    case Capability::RemoveOthers: return "remove_others";
    case Capability::BanMember: return "ban_member";
    case Capability::Insights: return "insights";
    }
    return "unknown";
}

const char *toString(CapabilityReason reason) noexcept
{
    switch (reason) {
    case CapabilityReason::Offered: return "offered";
    case CapabilityReason::NotOffered: return "not_offered";
    case CapabilityReason::ScopeMissing: return "scope_missing";
    case CapabilityReason::ApprovalNeeded: return "approval_needed";
    case CapabilityReason::SearchScopeLimited: return "search_scope_limited";
    case CapabilityReason::ServerTooOld: return "server_too_old";
    case CapabilityReason::NotImplemented: return "not_built";
    case CapabilityReason::SignInNeeded: return "sign_in_needed";
    case CapabilityReason::ReadOnlySource: return "read_only_source";
    case CapabilityReason::PlanNeeded: return "plan_needed";
    case CapabilityReason::PaidCall: return "paid_call";
    case CapabilityReason::ReplyNeedsSummon: return "reply_needs_summon";
    case CapabilityReason::ReplyWindowClosed: return "reply_window_closed";
    case CapabilityReason::OwnPostsOnlyUntilApproved: return "own_posts_only_until_approved";
    case CapabilityReason::PublicMediaUrlNeeded: return "public_media_url_needed";
    case CapabilityReason::LastWeekOnly: return "last_week_only";
    case CapabilityReason::LastFiveOnly: return "last_five_only";
    case CapabilityReason::BotMemberNeeded: return "bot_member_needed";
    case CapabilityReason::AdminNeeded: return "admin_needed";
    case CapabilityReason::EncryptedRoom: return "encrypted_room";
    case CapabilityReason::ApiVersionSunset: return "api_version_sunset";
    case CapabilityReason::QuotaDayExhausted: return "quota_day_exhausted";
    case CapabilityReason::BudgetReached: return "budget_reached";
    case CapabilityReason::OneReplyOnly: return "one_reply_only";
    case CapabilityReason::SwitchedOff: return "switched_off";
    }
    return "not_offered";
}

std::optional<Capability> capabilityFrom(std::string_view name) noexcept
{
    for (std::size_t i = 0; i < kCapabilityCount; ++i)
        if (name == toString(static_cast<Capability>(i)))
            return static_cast<Capability>(i);
    return std::nullopt;
}

std::optional<CapabilityReason> capabilityReasonFrom(std::string_view name) noexcept
{
    for (std::size_t i = 0; i < kCapabilityReasonCount; ++i)
        if (name == toString(static_cast<CapabilityReason>(i)))
            return static_cast<CapabilityReason>(i);
    return std::nullopt;
}

} // namespace vigie
