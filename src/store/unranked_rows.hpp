// SPDX-License-Identifier: GPL-3.0-or-later
// Thread: the writer's. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/session.hpp"

#include <vigie/store/unranked.hpp>

namespace vigie::store {

/// As a fact about the person.
void setUnranked(Session &session, MemberId member, Unranked why);

} // namespace vigie::store
