// SPDX-License-Identifier: GPL-3.0-or-later
// What can go wrong, as a closed list that callers branch on.
// Thread: values. Errors: this is them. The core never translates: ui/bridge/error_text.cpp turns a code into
// a sentence and an offered action; `detail` is English, for the log and for "what the server said".
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vigie {

enum class Errc : std::uint8_t {
    Cancelled,       ///< the caller asked to stop; nothing more will happen
    Network,         ///< no connection, name not found, connection lost before a request was sent
    Timeout,         ///< no answer in time
    Tls,             ///< certificate or handshake refused
    Server,          ///< the server failed (5xx)
    Protocol,        ///< the answer is not what the interface promises (bad JSON, truncated body, wrong type)
    TooLarge,        ///< a body, a file or a nesting depth beyond the cap
    RateLimited,     ///< try again after `retryAfter`
    QuotaExhausted,  ///< a daily or paid allowance is used up until `retryAfter`
    BudgetStop,      ///< the call would cost more than the person allowed; nothing was asked
    AuthExpired,     ///< the token must be refreshed
    AuthRevoked,     ///< the person must sign in again
    ScopeMissing,    ///< the token lacks a permission
    ApprovalMissing, ///< the network has not approved this use
    Forbidden,       ///< the network refuses this action to this account
    PolicyRefused,   ///< a rule of the network or of ours refuses it (reply window, display-only, export limit)
    ContentRefused,  ///< the text or media is refused (too long, wrong kind)
    Duplicate,       ///< the network already holds this very content
    NotFound,        ///< no such thing, here or there
    Gone,            ///< it existed and was removed
    Unsupported,     ///< this network or server version does not offer it
    Conflict,        ///< somebody else changed it meanwhile
    Pending,         ///< accepted, not finished
    UnknownOutcome,  ///< sent, and whether it took effect is not known
    InvalidInput,    ///< what the person or the file gave cannot be used; `position` may say where
    Storage,         ///< the workspace could not be read or written
    StorageFull,     ///< no space left for the workspace
    StorageDamaged,  ///< the workspace fails its integrity check
    SchemaTooNew,    ///< the workspace was written by a newer Vigie
    Busy,            ///< another process holds what is needed
    NoSecret,        ///< the secret store has no such entry, or is locked
    Internal,        ///< a defect of ours
};

/// Stable lower-case name of a code ("rate_limited"), for logs, JSON output and the database.
[[nodiscard]] const char *errcName(Errc code) noexcept;
/// The code with that name; Internal for a name that is not known.
[[nodiscard]] Errc errcFromName(std::string_view name) noexcept;

struct Error {
    Errc code = Errc::Internal;
    std::string detail;                              ///< English, never shown as the only text
    int httpStatus = 0;                              ///< 0 when there was no answer
    std::optional<std::chrono::seconds> retryAfter;  ///< from now, as the server said
    std::optional<std::size_t> position;             ///< UTF-8 byte offset into the offending input

    friend bool operator==(const Error &, const Error &) = default;
};

} // namespace vigie
