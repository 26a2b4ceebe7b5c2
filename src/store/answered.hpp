// SPDX-License-Identifier: GPL-3.0-or-later
// The index of our public answers: kept behind the writer a slice at a time, and what became of a reply.
// Thread: that of the session. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/session.hpp"

#include <vigie/model/answer.hpp>

namespace vigie::store {

/// Takes in at most `limit` changes; false when there was none.
bool catchUpAnswered(Session &session, int limit);
[[nodiscard]] ReplyOutcome outcomeOf(Session &session, TicketId ticket, Instant repliedAt);

} // namespace vigie::store
