// SPDX-License-Identifier: GPL-3.0-or-later
// What the machine said of an item, noted at the moment a person says better.
// Thread: that of the session. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/session.hpp"

#include <vigie/model/item.hpp>

namespace vigie::store {

/// `item`: as it stands before the person's word; one that a person judged before keeps what the machine said then.
void noteToneLesson(Session &session, const Item &item, Instant now);

} // namespace vigie::store
