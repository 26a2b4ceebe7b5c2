// SPDX-License-Identifier: GPL-3.0-or-later
// One of our presences on a network, what it may do there, and the limits its server announced.
// Thread: values. Errors: none.
#pragma once

#include <vigie/base/error.hpp>
#include <vigie/base/id.hpp>
#include <vigie/base/time.hpp>
#include <vigie/model/policy.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vigie {

enum class Capability : std::uint8_t {
    ListenTag, ListenKeyword, Inbox, DirectMessages, Reply, Publish, Threads, Images, Video, AltText, ContentWarning,
    Edit, Delete, Favourite, Boost, Mute, Block, Report, PostCounts, AccountCounts, Stream, Lookup,
    Quote, LinkCard,
    Reviews,          ///< opinions with a rating, about us
    ServerSchedule,   ///< the network itself publishes at a given time
    HideReply,        ///< put a stranger's answer out of sight
    Moderate,         ///< approve, hold or mark as spam what waits under what is ours
    RemoveOthers,     ///< take away what somebody else wrote under what is ours
    BanMember,
    Insights          ///< views, reach, clicks over a period, which only the network knows
};
inline constexpr std::size_t kCapabilityCount = 31;

/// Why a capability is there or not; the window says it in the person's language.
enum class CapabilityReason : std::uint8_t {
    Offered, NotOffered, ScopeMissing, ApprovalNeeded, SearchScopeLimited, ServerTooOld, NotImplemented, SignInNeeded, ReadOnlySource,
    // From here on: networks that say "yes, but" or "not now" (docs/networks.md names who says what).
    PlanNeeded, PaidCall, ReplyNeedsSummon, ReplyWindowClosed, OwnPostsOnlyUntilApproved, PublicMediaUrlNeeded, LastWeekOnly,
    LastFiveOnly, BotMemberNeeded, AdminNeeded, EncryptedRoom, ApiVersionSunset, QuotaDayExhausted, BudgetReached, OneReplyOnly,
    SwitchedOff
};
inline constexpr std::size_t kCapabilityReasonCount = 25;
/// Offered with a restriction that the window says beside it.
[[nodiscard]] constexpr bool isConditional(CapabilityReason reason) noexcept
{
    switch (reason) {
    case CapabilityReason::SearchScopeLimited:
    case CapabilityReason::PaidCall:
    case CapabilityReason::ReplyNeedsSummon:
    case CapabilityReason::OwnPostsOnlyUntilApproved:
    case CapabilityReason::LastWeekOnly:
    case CapabilityReason::LastFiveOnly:
    case CapabilityReason::BotMemberNeeded:
    case CapabilityReason::OneReplyOnly: return true;
    default: return false;
    }
}

class Capabilities {
public:
    /// Offered, with or without a condition.
    [[nodiscard]] bool has(Capability what) const { return why(what) == CapabilityReason::Offered || isConditional(why(what)); }
    [[nodiscard]] CapabilityReason why(Capability what) const { return reasons_[static_cast<std::size_t>(what)]; }
    Capabilities &set(Capability what, CapabilityReason reason = CapabilityReason::Offered)
    {
        reasons_[static_cast<std::size_t>(what)] = reason;
        return *this;
    }
    friend bool operator==(const Capabilities &, const Capabilities &) = default;

private:
    std::array<CapabilityReason, kCapabilityCount> reasons_ = [] {
        std::array<CapabilityReason, kCapabilityCount> all{};
        all.fill(CapabilityReason::NotOffered);
        return all;
    }();
};

/// What the server says of itself; the defaults are Mastodon's documented ones.
struct Limits {
    int maxCharacters = 500, urlCost = 23, maxMedia = 4, maxAltCharacters = 1500;
    std::int64_t maxImageBytes = 16'000'000, maxVideoBytes = 99'000'000;
    std::vector<std::string> mimeTypes;   ///< empty: not announced
    std::string streamingUrl, serverVersion;

    friend bool operator==(const Limits &, const Limits &) = default;
};

enum class AccountState : std::uint8_t {
    Active, Paused,
    ReconnectNeeded, ///< the network revoked the token; the queue is kept
    Removed          ///< disconnected; its history stays
};

/// A value the connector asks for when an account is added ("tags to listen to", "address of the feed").
struct AccountSetting {
    std::string key, value;
    friend bool operator==(const AccountSetting &, const AccountSetting &) = default;
};

/// What is known of the sign-in, beside its secrets.
struct SessionFacts {
    std::optional<Instant> expiresAt;     ///< when the access ends unless it is renewed; none: the network does not say
    std::optional<Instant> refreshableUntil; ///< when even renewing ends; none: not known
    std::vector<std::string> scopes;      ///< as granted; empty: the network does not say
    std::optional<Instant> apiSunset;     ///< when the network switches off the interface version that is spoken
    friend bool operator==(const SessionFacts &, const SessionFacts &) = default;
};

struct Account {
    AccountId id;
    std::string connector, instance;      ///< "mastodon", "https://social.example"
    std::string nativeId, handle, name, avatarUrl;
    AccountState state = AccountState::Active;
    std::vector<AccountSetting> settings;
    Capabilities capabilities;
    Limits limits;
    Policy policy;                        ///< what may be kept and given away of what comes from here
    SessionFacts session;
    std::optional<Instant> addedAt, lastSeenAt; ///< lastSeenAt: last successful exchange
    std::optional<Error> lastError;             ///< of the last exchange; none when it succeeded
    bool practice = false;

    [[nodiscard]] std::string setting(std::string_view key) const
    {
        for (const auto &entry : settings)
            if (entry.key == key)
                return entry.value;
        return {};
    }
    void set(std::string_view key, std::string value)
    {
        for (auto &entry : settings)
            if (entry.key == key) {
                entry.value = std::move(value);
                return;
            }
        settings.push_back({std::string(key), std::move(value)});
    }
    /// Key of this account's token in the secret store.
    [[nodiscard]] std::string secretKey() const { return connector + "|" + instance + "|" + nativeId; }
};

[[nodiscard]] const char *toString(AccountState state) noexcept;
[[nodiscard]] const char *toString(Capability capability) noexcept;
[[nodiscard]] const char *toString(CapabilityReason reason) noexcept;
[[nodiscard]] std::optional<Capability> capabilityFrom(std::string_view name) noexcept;
[[nodiscard]] std::optional<CapabilityReason> capabilityReasonFrom(std::string_view name) noexcept;

} // namespace vigie
