// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/repeats.hpp"

#include <vigie/base/log.hpp>
#include <vigie/plan/series.hpp>
#include <vigie/store/post_queues.hpp>

namespace vigie::app {

void makeRepeats(store::Store &store, const connect::Catalogue &networks)
{
    // Looked at first: most workspaces repeat nothing, and the writer is not to be woken for that.
    const auto any = store.readNow<bool>([](store::Tx &tx) -> Result<bool> {
        VIGIE_TRY(const auto all, store::PostSeriesRows(tx).all());
        return !all.empty();
    });
    if (any && !*any)
        return;
    const auto made = any ? store.writeNow<int>([&networks](store::Tx &tx) { return plan::SeriesDesk(tx, networks).make(tx.now() + plan::kSeriesAhead); },
                                                store::Durability::Full)
                          : Result<int>(fail(any.error()));
    if (!made)
        log::error("app", "the next posts of a series cannot be made: {}", made.error().detail);
}

} // namespace vigie::app
