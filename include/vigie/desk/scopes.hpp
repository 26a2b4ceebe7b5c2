// SPDX-License-Identifier: GPL-3.0-or-later
// Who a ticket belongs to by rule, and who is on it right now.
// Thread: functions with a Tx inside a store job, the others anywhere. Errors: NotFound, Conflict (somebody else is on it),
// InvalidInput, Storage...
#pragma once

#include <vigie/model/scope.hpp>
#include <vigie/store/store.hpp>

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vigie::desk {

/// What scopes look at.
struct ScopeFacts {
    std::string language, brand;       ///< brand: handle of the account that is spoken to
    std::string country;               ///< capitals; empty: not known, and then no scope that asks for one
    std::vector<std::string> tags;
};
/// The country of a tag "country:xx" goes before that of the author's server (its top-level domain, where that is a country's).
Result<ScopeFacts> scopeFacts(store::Tx &tx, TicketId ticket);

/// All that hold the ticket, in their order.
[[nodiscard]] std::vector<Scope> scopesOf(const ScopeFacts &facts, const std::vector<Scope> &scopes);
/// Who stands in for somebody at that moment, through any number of absences; empty when the chain ends in nobody or in itself.
[[nodiscard]] std::string presentFor(const std::string &person, const std::vector<Absence> &absences, Instant now);
/// The owner by rule: of the first scope that has somebody present.
[[nodiscard]] std::string ownerFor(const ScopeFacts &facts, const std::vector<Scope> &scopes, const std::vector<Absence> &absences, Instant now);

/// Open tickets without an owner get theirs by rule; what somebody owns stays, but for those who are absent. One undoable action.
struct Distributed {
    int assigned = 0, handedOn = 0, left = 0; ///< left: no scope holds it, or nobody is there
};
Result<Distributed> distribute(store::Tx &tx);
/// The same for a ticket that just came; without an entry in the undo log.
Result<void> ownByScope(store::Tx &tx, TicketId ticket);

inline constexpr std::chrono::minutes kLease{10};

struct Taken {
    bool granted = false;
    Claim claim; ///< of whoever holds it now
};
/// Takes the ticket, or renews what this person holds; refused while another holds it.
Result<Taken> claim(store::Tx &tx, TicketId ticket, const std::string &person, std::chrono::minutes lease = kLease);
/// Gives back what this person holds; what another holds stays.
Result<void> release(store::Tx &tx, TicketId ticket, const std::string &person);
/// What must hold before words for the member are kept or sent: nobody else is on it. Conflict names who is.
Result<void> mayWrite(store::Tx &tx, TicketId ticket, const std::string &person);
/// The draft of a person who is on the ticket: takes or renews the claim in the same transaction. Conflict: another is on it,
/// and nothing was written.
Result<void> saveDraftAs(store::Tx &tx, TicketId ticket, const std::string &person, const std::string &text);

} // namespace vigie::desk
