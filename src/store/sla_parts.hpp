// SPDX-License-Identifier: GPL-3.0-or-later
// Calendars and policies as rows: their definitions as JSON, and how the undo log puts an earlier version back in force.
// Thread: that of the session. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/session.hpp"

#include <vigie/store/sla.hpp>

#include <string>

namespace vigie::store {

inline constexpr const char *kSlaChange = "sla"; ///< kind of change_row
inline constexpr int kSlaCalendar = 1, kSlaPolicy = 2;

[[nodiscard]] std::string slaJson(const BusinessCalendar &calendar);
[[nodiscard]] std::string slaJson(const SlaPolicy &policy);
[[nodiscard]] BusinessCalendar slaCalendarFrom(const std::string &json);
[[nodiscard]] SlaPolicy slaPolicyFrom(const std::string &json);

[[nodiscard]] int slaChangedSince(Session &session, ChangeSetId id);
/// Versions are never taken away: an undo makes the one before the one in force again.
void restoreSla(Tx &tx, ChangeSetId id);

} // namespace vigie::store
