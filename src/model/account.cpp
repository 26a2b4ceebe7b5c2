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
    }
    return "not_offered";
}

} // namespace vigie
