// SPDX-License-Identifier: GPL-3.0-or-later
// The arithmetic of stretches of time, apart from tables.
// Thread: pure. Errors: none.
#pragma once

#include <vigie/model/sync.hpp>

#include <optional>
#include <span>
#include <vector>

namespace vigie::store {

/// [from, to)
struct Stretch {
    Instant from, to;
    friend bool operator==(const Stretch &, const Stretch &) = default;
};

/// What is left of `whole` without `part`: none, one or two stretches.
[[nodiscard]] std::vector<Stretch> subtract(Stretch whole, Stretch part);
[[nodiscard]] std::vector<Stretch> subtractFromAll(const std::vector<Stretch> &wholes, Stretch part);
/// What is known of a stream besides its windows.
struct StreamState {
    bool backfillDone = false, paused = false;
    std::optional<Errc> lastError;
};
/// What of [from, to) one stream did not see; `windows`: its seen stretches and open gaps, by time.
[[nodiscard]] std::vector<Unseen> unseenOf(const StreamKey &key, std::span<const SyncWindow> windows, const StreamState &state, Instant from, Instant to);
/// `windows`: seen stretches (which never overlap within a stream) and open gaps of these streams.
[[nodiscard]] Coverage coverageOf(std::span<const StreamKey> streams, std::span<const SyncWindow> windows, Instant from, Instant to);

} // namespace vigie::store
