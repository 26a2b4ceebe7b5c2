// SPDX-License-Identifier: GPL-3.0-or-later
// One of our presences on a network, what it may do there, and the limits its server announced.
// Thread: values. Errors: none.
#pragma once

#include <vigie/base/error.hpp>
#include <vigie/base/id.hpp>
#include <vigie/base/time.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vigie {

enum class Capability : std::uint8_t {
    ListenTag, ListenKeyword, Inbox, DirectMessages, Reply, Publish, Threads, Images, Video, AltText, ContentWarning,
    Edit, Delete, Favourite, Boost, Mute, Block, Report, PostCounts, AccountCounts, Stream, Lookup
};
inline constexpr std::size_t kCapabilityCount = 22;

/// Why a capability is there or not; the window says it in the person's language.
enum class CapabilityReason : std::uint8_t {
    Offered, NotOffered, ScopeMissing, ApprovalNeeded, SearchScopeLimited, ServerTooOld, NotImplemented, SignInNeeded, ReadOnlySource
};

class Capabilities {
public:
    [[nodiscard]] bool has(Capability what) const { return why(what) == CapabilityReason::Offered || why(what) == CapabilityReason::SearchScopeLimited; }
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

struct Account {
    AccountId id;
    std::string connector, instance;      ///< "mastodon", "https://social.example"
    std::string nativeId, handle, name, avatarUrl;
    AccountState state = AccountState::Active;
    std::vector<AccountSetting> settings;
    Capabilities capabilities;
    Limits limits;
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
    /// Key of this account's token in the secret store.
    [[nodiscard]] std::string secretKey() const { return connector + "|" + instance + "|" + nativeId; }
};

[[nodiscard]] const char *toString(AccountState state) noexcept;
[[nodiscard]] const char *toString(Capability capability) noexcept;
[[nodiscard]] const char *toString(CapabilityReason reason) noexcept;

} // namespace vigie
