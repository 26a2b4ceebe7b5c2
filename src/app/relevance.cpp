// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever marks a mention does not wait for the filter: what it decides of all other mentions of the query is decided anew
// behind everything else, slice by slice, and goes on after a restart.
#include "app/workspace_impl.hpp"

#include <vigie/app/relevance.hpp>
#include <vigie/base/log.hpp>
#include <vigie/store/relevance.hpp>

#include <utility>

namespace vigie::app {

namespace {

constexpr int kSlice = 250; ///< a few milliseconds of the writer at a time

using Queries = std::vector<QueryId>;

Result<Queries> unfinished(store::Store &store)
{
    return store.readNow<Queries>([](store::Tx &tx) { return store::Relevance(tx).unfinished(); });
}

Result<store::RelevanceStep> step(store::Store &store, QueryId query)
{
    return store.writeNow<store::RelevanceStep>([query](store::Tx &tx) { return store::Relevance(tx).judge(query, kSlice); }, store::Durability::Normal);
}

} // namespace

void Workspace::Impl::relevanceLater()
{
    const std::lock_guard guard(mutex);
    if (!std::exchange(relevancePosted, true))
        relayWorker->post([this] { relevanceStep(); });
}

/// One slice of one query at a time: relays and closing never wait for a million mentions.
void Workspace::Impl::relevanceStep()
{
    {
        const std::lock_guard guard(mutex);
        relevancePosted = false; // what is marked from here on asks again
    }
    if (stop.stop_requested())
        return;
    const auto queries = unfinished(*store);
    if (!queries || queries->empty())
        return;
    const auto done = step(*store, queries->front());
    if (done)
        return relevanceLater();
    if (done.error().code != Errc::Cancelled)
        log::error("app", "a filter is not judged to the end: {}", done.error().detail);
}

Result<void> judgeRelevance(store::Store &store, std::stop_token stop)
{
    VIGIE_TRY(const auto queries, unfinished(store));
    for (const auto query : queries)
        for (store::RelevanceStep now{0, false}; !now.done;) {
            if (stop.stop_requested())
                return fail(Errc::Cancelled);
            VIGIE_TRY(now, step(store, query));
        }
    return {};
}

} // namespace vigie::app
