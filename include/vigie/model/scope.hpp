// SPDX-License-Identifier: GPL-3.0-or-later
// Who looks after what: scopes, absences, and claims on single tickets.
// Thread: values. Errors: none.
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/base/time.hpp>

#include <string>
#include <vector>

namespace vigie {

using ScopeId = Id<struct ScopeTag>;
using AbsenceId = Id<struct AbsenceTag>;

/// A part of the work. An empty list asks nothing; several lists must all agree.
struct Scope {
    ScopeId id;
    std::string name, owner;              ///< owner: the colleague who looks after it; empty: nobody by rule
    int position = 0;                     ///< the first scope with somebody present decides
    std::vector<std::string> countries;   ///< ISO 3166 codes in capitals
    std::vector<std::string> languages;   ///< ISO 639-1
    std::vector<std::string> segments;    ///< tags
    std::vector<std::string> brands;      ///< handles of accounts of ours
    friend bool operator==(const Scope &, const Scope &) = default;
};

struct Absence {
    AbsenceId id;
    std::string person;
    Instant from, until;                  ///< half-open
    std::string replacedBy;               ///< empty: the next scope decides
    friend bool operator==(const Absence &, const Absence &) = default;
};

/// Somebody is on this ticket until then; afterwards it is anybody's again.
struct Claim {
    TicketId ticket;
    std::string person;
    Instant takenAt, until;
    friend bool operator==(const Claim &, const Claim &) = default;
};

} // namespace vigie
