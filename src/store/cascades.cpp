// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/cascades.hpp>

#include "store/hot_statement.hpp"
#include "store/session.hpp"

#include <vigie/store/relays.hpp>

namespace vigie::store {

Result<std::vector<RelayEdge>> Cascades::of(std::span<const ItemId> originals)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<RelayEdge> out;
        auto &rows = session.hot("SELECT y.root_id, y.item_id, y.parent_id FROM json_each(?1) j CROSS JOIN relay y INDEXED BY relay_root ON y.root_id=j.value"
                                 " JOIN item i ON i.id=y.item_id WHERE y.how<>?2 AND i.state=0 ORDER BY y.root_id, y.item_id");
        const auto list = idList(originals);
        rows.bind(list, RelayHow::Reaction);
        while (rows.next())
            out.push_back({ItemId{rows.integer(0)}, ItemId{rows.integer(1)}, ItemId{rows.integer(2)}});
        return out;
    });
}

} // namespace vigie::store
