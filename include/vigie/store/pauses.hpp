// SPDX-License-Identifier: GPL-3.0-or-later
// Pauses of publishing, and what they keep back. A pause is in force with its commit: nothing that it covers can be claimed after.
// Thread: inside a store job; writes here are Durability::Full. Errors: Storage..., NotFound, Duplicate (paused already), Conflict
// (the pause was ended already).
#pragma once

#include <vigie/model/outbound.hpp>
#include <vigie/model/pause.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <vector>

namespace vigie::store {

/// What one pause has kept back, or keeps back.
struct HeldRow {
    OutboundId outbound;
    PlanId plan;
    AccountId account;
    std::optional<Instant> due;
    std::string text;                  ///< of its first part
    PauseId pause;
    std::string reason;                ///< of that pause
    Instant heldAt;
    bool free = false;                 ///< no pause covers it any more: it waits for a decision
};

class Pauses {
public:
    explicit Pauses(Tx &tx) : tx_(tx) {}

    /// Keeps back at once all that it covers and that has not left; what a network holds for us is asked back.
    Result<PauseId> begin(const Pause &pause);
    /// Nothing leaves by this: what was kept back stays Held until somebody decides.
    Result<void> end(PauseId id, const std::string &person);
    Result<std::vector<Pause>> active();
    /// Newest first, ended ones too.
    Result<std::vector<Pause>> all(int limit);
    /// The oldest pause in force that covers this row.
    Result<std::optional<Pause>> covering(const Outbound &row);
    /// Notes which pause a row that becomes Held is kept back by.
    Result<void> note(OutboundId row, PauseId pause);
    /// All that is Held, by its hour.
    Result<std::vector<HeldRow>> held();

private:
    Tx &tx_;
};

/// Kinds that say something in public; moderation and taking back go on in a pause.
[[nodiscard]] constexpr bool pausable(OutboundKind kind)
{
    return kind == OutboundKind::Post || kind == OutboundKind::Reply || kind == OutboundKind::Edit || kind == OutboundKind::Boost;
}

} // namespace vigie::store
