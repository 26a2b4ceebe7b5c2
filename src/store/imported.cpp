// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/imported.hpp>

#include "store/session.hpp"

namespace vigie::store {

Result<std::vector<ItemId>> importedSince(Tx &tx, Instant since, ItemId above, int limit)
{
    auto &session = tx.session();
    return session.guard([&] {
        return session.column<ItemId>("SELECT id FROM item WHERE id>? AND fetched_at>=? AND source_id IN (SELECT id FROM source WHERE connector='file') ORDER BY id LIMIT ?", above,
                                      since, limit);
    });
}

} // namespace vigie::store
