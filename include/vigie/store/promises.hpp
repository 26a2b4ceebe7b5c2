// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger of promises: made when a person confirms one, open until a person says what became of it.
// Changes are recorded under the open undoable action (Tickets::beginChangeSet).
// Thread: inside a store job. Errors: Storage..., NotFound, InvalidInput (no words, a due time that is no time), Conflict (settled already).
#pragma once

#include <vigie/model/promise.hpp>
#include <vigie/store/store.hpp>

#include <span>
#include <unordered_map>
#include <vector>

namespace vigie::store {

/// What a person said about words of a draft that promise.
struct PromiseChoice {
    std::string text;
    bool wanted = false;              ///< noted when the answer leaves; else never
};

class Promises {
public:
    explicit Promises(Tx &tx) : tx_(tx) {}

    /// `due` wins over wall and zone, which must say what was said. The same words to the same ticket, still open, are one promise.
    Result<PromiseId> add(const Promise &promise);
    Result<Promise> get(PromiseId id);
    Result<void> settle(PromiseId id, PromiseState state, const std::string &by);
    /// One that was noted by mistake: as if it had never been.
    Result<void> remove(PromiseId id);
    /// A settled one is open again.
    Result<void> reopen(PromiseId id);

    /// Open ones that are due before `until` (none: all), the most urgent first: for the shift sheet.
    Result<std::vector<Promise>> open(std::optional<Instant> until = {}, int limit = 1000);
    /// All, newest first; none of a state: of every state.
    Result<std::vector<Promise>> list(std::optional<PromiseState> state, int limit);
    /// To these identities, the open ones first, then the newest.
    Result<std::vector<Promise>> ofMembers(std::span<const MemberId> members, int limit);
    Result<std::vector<Promise>> ofTicket(TicketId ticket);
    /// When the most urgent open promise of each ticket is due; tickets without one are left out.
    Result<std::unordered_map<TicketId, Instant>> dueByTicket(std::span<const TicketId> tickets);

    /// Of the draft of this ticket; those given take the place of all.
    Result<std::vector<PromiseChoice>> choices(TicketId ticket);
    Result<void> keepChoices(TicketId ticket, std::span<const PromiseChoice> choices);

private:
    Tx &tx_;
};

} // namespace vigie::store
