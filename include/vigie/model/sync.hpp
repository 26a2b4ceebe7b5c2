// SPDX-License-Identifier: GPL-3.0-or-later
// What was read of a stream and what was not: cursors, windows and gaps. Coverage is computed from these rows alone.
// Thread: values. Errors: none.
#pragma once

#include <vigie/base/error.hpp>
#include <vigie/base/id.hpp>
#include <vigie/base/time.hpp>

#include <optional>
#include <string>
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

/// A stretch of time of a stream. Seen windows of one stream are merged when they touch.
struct SyncWindow {
    StreamKey key;
    Instant from, to;
    enum class State : std::uint8_t { Seen, Gap } state = State::Seen;
    std::string reason;               ///< of a gap: "server-cap", "retention", "unreadable-page", "page-limit"
    std::optional<Instant> closedAt;  ///< of a gap: when a later run covered it
    std::int64_t row = 0;
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
