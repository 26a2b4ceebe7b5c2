// SPDX-License-Identifier: GPL-3.0-or-later
// A post of ours that has just come in is read from now on, age by age.
// Thread: the writer's. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/session.hpp"

#include <vigie/model/item.hpp>

namespace vigie::store {

/// Nothing happens for what is not a post of ours: answers, relays, what was said in private.
void watchPost(Session &session, const Item &item, Instant now);

} // namespace vigie::store
