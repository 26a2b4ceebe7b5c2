// SPDX-License-Identifier: GPL-3.0-or-later
// What was read of a stream and what was not: cursors, windows and gaps. Coverage is computed from these rows alone.
// Thread: values. Errors: none.
#pragma once

#include <vigie/base/error.hpp>
#include <vigie/base/id.hpp>
#include <vigie/base/time.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// One thing that is read page by page: "notifications", "tag:velo", "search:dubreuil", "feed", "own".
struct StreamKey {
    AccountId account;
    std::string stream;
    friend auto operator<=>(const StreamKey &, const StreamKey &) = default;
};

struct SyncCursor {
    StreamKey key;
    std::string forward;              ///< opaque to all but the connector: where the next forward run starts
    std::string backfill;             ///< where the next backfill run starts; empty when not begun
    bool backfillDone = false;
    std::optional<Instant> lastRunAt, lastOkAt;
    std::optional<Error> lastError;
    bool first = true;                ///< no complete run yet: what arrives is history, nobody is told
};

/// What kept Vigie from reading in time.
enum class MissCause : std::uint8_t {
    None,        ///< nothing: there was more than one run may read
    Network, Server, RateLimit, Budget,
    SignIn,      ///< the network no longer took the token
    Refused,     ///< the network refuses this account
    NotRunning,  ///< the program was closed, or the machine asleep
    Paused       ///< the person paused the account
};
[[nodiscard]] const char *toString(MissCause cause) noexcept;
/// None for a name that is not known.
[[nodiscard]] MissCause missCauseFrom(std::string_view name) noexcept;
[[nodiscard]] MissCause missCauseOf(Errc code) noexcept;

/// A stretch of time of a stream. Seen windows of one stream are merged when they touch.
struct SyncWindow {
    StreamKey key;
    Instant from, to;
    enum class State : std::uint8_t { Seen, Gap } state = State::Seen;
    std::string reason;               ///< of a gap, why it could not be made good: "server-cap", "page-limit", "cursor-too-old", "retention"
    MissCause cause = MissCause::None; ///< of a gap: why it was not read in time
    std::optional<Instant> closedAt;  ///< of a gap: when a later run covered it
    std::int64_t row = 0;
};

/// A stretch that nobody saw, with what is known of why.
struct Unseen {
    enum class Kind : std::uint8_t {
        Gap,     ///< known to be missing, and written down
        NotYet,  ///< after the last look: the next run reads it, unless something keeps it
        Never    ///< never asked for: before the first look, or between two
    };
    StreamKey key;
    Instant from, to;
    Kind kind = Kind::Never;
    std::string reason;               ///< of a gap, as in SyncWindow
    MissCause cause = MissCause::None;
    bool historyRead = false;         ///< Never: this stream was read back as far as the network gives
};

/// How much of [from, to) a set of streams saw.
struct Coverage {
    Instant from, to;
    std::vector<SyncWindow> windows;  ///< seen stretches and open gaps, by time, clipped to [from, to)
    double seenShare = 0;             ///< 0..1 of the asked time; streams weigh the same
    int openGaps = 0;
    std::chrono::seconds gapTime{0};
    std::optional<Instant> seenUpTo;  ///< the earliest "last seen" of the streams
};

} // namespace vigie
