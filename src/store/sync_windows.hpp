// SPDX-License-Identifier: GPL-3.0-or-later
// The arithmetic of stretches of time, apart from tables.
// Thread: pure. Errors: none.
#pragma once

#include <vigie/model/sync.hpp>

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
/// `windows`: seen stretches (which never overlap within a stream) and open gaps of these streams.
[[nodiscard]] Coverage coverageOf(std::span<const StreamKey> streams, std::span<const SyncWindow> windows, Instant from, Instant to);

} // namespace vigie::store
