// SPDX-License-Identifier: GPL-3.0-or-later
// Which tickets a filter lets through, as SQL over table ticket (alias t) and what has to be asked of their latest items after.
// Thread: that of the session. Errors: throws; callers are inside Session::guard(). InvalidInput: its query does not parse.
#pragma once

#include "store/search_confirm.hpp"
#include "store/where.hpp"

#include <vigie/store/queue.hpp>

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <vector>

namespace vigie::store {

struct FilteredTickets {
    Where where;
    std::optional<text::Query> rest; ///< none: SQL said it all

    static Result<FilteredTickets> of(Session &session, const QueueFilter &filter, Instant now);
    /// Leaves out rows whose latest item the rest of the query does not hold for.
    template <class Row, class Latest>
    void keep(Session &session, std::vector<Row> &rows, const Latest &latest, Instant now) const
    {
        if (!rest)
            return;
        std::vector<ItemId> ids;
        ids.reserve(rows.size());
        for (const auto &row : rows)
            ids.push_back(latest(row));
        const auto held = Confirmer(session, rest, now).keep(ids);
        const std::unordered_set<ItemId> in(held.begin(), held.end());
        std::erase_if(rows, [&](const Row &row) { return in.count(latest(row)) == 0; });
    }
};

} // namespace vigie::store
