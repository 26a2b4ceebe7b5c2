// SPDX-License-Identifier: GPL-3.0-or-later
// Posts left to the clock of their network: only where that was tried against the network itself, and only while its hour is far enough
// away to take it back. What the network does with it is read back like everything else.
// Thread: pure, or inside a store job where a Tx is given. Errors: Conflict (too late to take it back).
#pragma once

#include <vigie/connect/connector.hpp>
#include <vigie/store/store.hpp>

namespace vigie::plan {

/// A network keeps a post from here on, and no longer than this before its hour.
inline constexpr std::chrono::minutes kHandOverAtLeast{20};
inline constexpr std::chrono::hours kHandOverAtMost{24 * 28};
/// Nearer to its hour than this it is not asked back: it may be leaving.
inline constexpr std::chrono::minutes kRecallAtLeast{2};

[[nodiscard]] bool canHandOver(const connect::Catalogue &networks, const Account &account);
/// One part, and nothing that only we could keep: a thread is sent part by part by us.
[[nodiscard]] bool isForTheirClock(const Outbound &outbound, Instant now);
/// Held by the network for an hour that is still to come.
[[nodiscard]] bool isHandedOver(const Outbound &outbound);
/// Asks it back; `then`: what it is once the network let go (Planned, Held or Cancelled).
Result<void> recall(store::Tx &tx, Outbound &outbound, OutboundState then);

} // namespace vigie::plan
