// SPDX-License-Identifier: GPL-3.0-or-later
// Posts of the calendar by a condition on "p", with their variants and files.
// Thread: that of the session. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/session.hpp"

#include <vigie/model/plan.hpp>

#include <string>
#include <vector>

namespace vigie::store {

/// `where` begins with " WHERE"; orders too.
[[nodiscard]] std::vector<PlanItem> loadPlans(Session &session, const std::string &where, std::vector<Bound> values);

} // namespace vigie::store
