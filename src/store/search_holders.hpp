// SPDX-License-Identifier: GPL-3.0-or-later
// What only few items carry - a tag, a ticket, a certain author, one who has so many followers - named from its own table, so
// that a common word beside it is not walked to its end to find that nobody said it.
// Thread: that of the session. Errors: throws; callers are inside Session::guard().
#pragma once

#include "store/session.hpp"

#include <vigie/text/query_node.hpp>

#include <optional>
#include <utility>
#include <vector>

namespace vigie::store {

/// Where those are that a part of a query can hold for.
struct Holders {
    std::optional<std::vector<ItemId>> ids;              ///< all of them, ascending; none: they are many, or the part says nothing of the kind
    std::optional<std::pair<ItemId, ItemId>> ends;       ///< the first and the last of them, where only that is known
};
[[nodiscard]] Holders holdersOf(Session &session, const text::QueryNode &part);

} // namespace vigie::store
