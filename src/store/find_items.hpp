// SPDX-License-Identifier: GPL-3.0-or-later
// Mentions as things found, by date or by relevance.
// Thread: that of the session. Errors: throws; callers are inside Session::guard().
#pragma once

#include <vigie/store/find.hpp>

namespace vigie::store {

/// `bound`: see bindQuery().
Result<FindPage> findItems(Tx &tx, const text::Query &bound, const FindRequest &request);

} // namespace vigie::store
