// SPDX-License-Identifier: GPL-3.0-or-later
// Bringing publishing to a stop, and what a person decides about each post once it goes on. Resuming sends nothing.
// Thread: inside a store job, Durability::Full. Errors: InvalidInput (no reason, no such scope), Duplicate (paused already), Conflict
// (still paused, or no longer held), NotFound.
#pragma once

#include <vigie/connect/connector.hpp>
#include <vigie/model/pause.hpp>
#include <vigie/store/pauses.hpp>

#include <optional>
#include <string>
#include <vector>

namespace vigie::plan {

/// Detail of the error (PolicyRefused) of what a pause in force does not let go.
inline constexpr const char *kPaused = "publishing is paused";

/// A pause needs a reason: whoever comes back to it must know why.
Result<PauseId> pause(store::Tx &tx, const Pause &wanted);
Result<void> resume(store::Tx &tx, PauseId id, const std::string &person);

/// What is kept back, one for each post (with its accounts) or answer.
struct HeldPost {
    PlanId plan;                       ///< none: an answer or another act
    std::vector<OutboundId> rows;
    std::vector<AccountId> accounts;
    std::optional<Instant> due;
    std::chrono::minutes lateBy{15};
    std::string text, reason;
    Instant heldAt;
    bool free = false;                 ///< no pause covers any of it: it waits for a decision
};
Result<std::vector<HeldPost>> heldPosts(store::Tx &tx);

enum class HeldDecision : std::uint8_t {
    Keep,  ///< it leaves at its hour; if that has passed, within its late policy at once, else it is Missed
    Move,  ///< to another hour
    Cancel ///< it does not leave; a post of which nothing was sent is a draft again
};
/// What became of it: Planned, Missed or Cancelled. `to` and `zone` go with Move.
Result<OutboundState> decideHeld(store::Tx &tx, const connect::Catalogue &networks, const HeldPost &post, HeldDecision decision,
                                 std::optional<WallTime> to = {}, const std::string &zone = {});

} // namespace vigie::plan
