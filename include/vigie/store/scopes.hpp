// SPDX-License-Identifier: GPL-3.0-or-later
// Scopes, absences and claims.
// Thread: inside a store job. Errors: Storage..., NotFound, Duplicate (two scopes of one name).
#pragma once

#include <vigie/model/scope.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <vector>

namespace vigie::store {

class Scopes {
public:
    explicit Scopes(Tx &tx) : tx_(tx) {}

    Result<std::vector<Scope>> all();
    /// Inserts when the id is none; a new one stands last.
    Result<ScopeId> save(const Scope &scope);
    Result<void> remove(ScopeId id);
    Result<std::vector<Absence>> absences();
    Result<AbsenceId> addAbsence(const Absence &absence);
    Result<void> removeAbsence(AbsenceId id);

private:
    Tx &tx_;
};

class Claims {
public:
    explicit Claims(Tx &tx) : tx_(tx) {}

    /// None when nobody holds it at this moment.
    Result<std::optional<Claim>> get(TicketId ticket);
    Result<std::vector<Claim>> all();
    Result<void> put(const Claim &claim);
    Result<void> remove(TicketId ticket);

private:
    Tx &tx_;
};

} // namespace vigie::store
