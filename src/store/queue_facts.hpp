// SPDX-License-Identifier: GPL-3.0-or-later
// The table that keeps what scores are made of.
// Thread: the writer's. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/session.hpp"

namespace vigie::store {

/// Works out what is missing of at most `slice` tickets; false when nothing is left to do.
bool fillQueueFacts(Session &session, int slice);

} // namespace vigie::store
