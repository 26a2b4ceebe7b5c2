// SPDX-License-Identifier: GPL-3.0-or-later
// How an account is: what is used of its allowances, how far behind it is, what it missed, what goes wrong and why, whether its
// source has fallen silent, and what it can and cannot do. Formulas: docs/measures.md.
// Thread: pure functions and values. Errors: none.
#pragma once

#include <vigie/connect/courier.hpp>
#include <vigie/model/account.hpp>
#include <vigie/model/sync.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vigie::app {

/// What was used of an allowance that outlives the program: a day's units, a month's money.
struct Spent {
    std::string bucket;                     ///< of the units; empty: money
    bool money = false;                     ///< amounts are millionths of a dollar, else the network's units
    std::int64_t used = 0;
    std::optional<std::int64_t> limit;      ///< none: no budget was set
    std::optional<Instant> renewsAt;
};

/// What goes wrong, however many streams it strikes.
struct Cause {
    Error error;                            ///< of the latest
    std::vector<std::string> streams;       ///< whose; empty: the account's last exchange
    std::optional<Instant> since;           ///< the last time that all of them went well; none: never
};

/// A source that says nothing for much longer than it usually does.
struct Silence {
    Instant lastItem;                       ///< the newest mention of others, to ten minutes
    std::chrono::seconds quiet{0};          ///< read since then without finding any
    std::chrono::seconds usual{0};          ///< its second longest pause of eight weeks
};

enum class SignInLife : std::uint8_t {
    None,      ///< this network needs no sign-in
    Lasting,   ///< the network tells no end
    Renewed,   ///< ends, and is renewed before
    EndsSoon,  ///< cannot be renewed much longer: sign in again within the week
    Ended
};

struct Health {
    SignInLife life = SignInLife::None;
    std::optional<Instant> lifeEnds;        ///< when the person must act, where that is known
    bool apiEndsSoon = false;               ///< the network switches off the interface version within 30 days, or did
    std::vector<connect::Allowance> allowances;
    std::vector<Spent> spent;
    std::optional<std::chrono::seconds> lag; ///< how far behind now the reading is; only of active accounts
    std::vector<SyncWindow> gaps;           ///< open ones, oldest first
    std::chrono::seconds gapTime{0};        ///< of all gaps together
    std::vector<Cause> causes;
    std::optional<Silence> silence;
};

/// One line of what is wrong in the workspace: ten streams, or ten accounts, with the same cause give one.
struct Notice {
    Error error;
    std::vector<AccountId> accounts;
    int streams = 0;
};

[[nodiscard]] SignInLife signInLife(bool needsSignIn, const Account &account, bool renewable, Instant now);
/// Streams that fail for the same reason (code and status) are one cause. `last`: of the account's last exchange, told when no stream says it.
[[nodiscard]] std::vector<Cause> causesOf(std::span<const SyncCursor> streams, const std::optional<Error> &last);
/// `slots`: starts of the ten-minute stretches in which somebody wrote, ascending. None: it says what it usually says, or too little
/// is known of it to tell.
[[nodiscard]] std::optional<Silence> silenceOf(std::span<const Instant> slots, Instant seenUpTo);

/// The account's causes as the workspace tells them. No network at all is one notice; a server that does not answer is one for
/// all who live there; the rest is the account's own.
struct Troubled {
    AccountId account;
    std::string instance;
    std::vector<Cause> causes;
};
[[nodiscard]] std::vector<Notice> noticesOf(std::span<const Troubled> accounts);

/// "Here is what Vigie can and cannot do there."
struct Ability {
    Capability what = Capability::Inbox;
    bool offered = false;
    CapabilityReason why = CapabilityReason::NotOffered;
    connect::Verification tried = connect::Verification::DocumentsOnly; ///< of what is offered
};
/// Of an account where there is one (what it really may do), else of the network at its best. What is offered comes first. What
/// the network would take and Vigie does not give it (planned posts, which it sends itself) is said as not done.
[[nodiscard]] std::vector<Ability> abilitiesOf(const connect::Descriptor &network, const Account *account = nullptr);

} // namespace vigie::app
