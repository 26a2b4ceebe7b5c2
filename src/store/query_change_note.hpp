// SPDX-License-Identifier: GPL-3.0-or-later
// A saved query means something else from now on.
// Thread: the writer's. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/session.hpp"

namespace vigie::store {

void noteQueryChange(Session &session, QueryId query, Instant now);

} // namespace vigie::store
