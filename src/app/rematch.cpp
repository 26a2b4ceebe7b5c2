// SPDX-License-Identifier: GPL-3.0-or-later
// Holding history against saved queries: at once for who waits for it, behind everything else for what a change of one query
// means for those that ask for it, and for what was left when the program ended.
#include "app/workspace_impl.hpp"

#include <vigie/base/log.hpp>
#include <vigie/store/queries.hpp>

#include <utility>

namespace vigie::app {

namespace {

constexpr int kRematchSlice = 20'000;

/// Goes on where it was stopped the last time, be it in another life of the program.
Result<void> rematchAll(store::Store &store, QueryId query, const std::function<bool()> &stopped, const std::function<void(double)> &progress)
{
    for (store::Rematch step{0, false}; !step.done;) {
        if (stopped())
            return fail(Errc::Cancelled);
        VIGIE_TRY(step, store.writeNow<store::Rematch>([&](store::Tx &tx) { return store::Queries(tx).rematch(query, kRematchSlice); }));
        if (progress)
            progress(step.share);
    }
    return {};
}

} // namespace

void Workspace::Impl::rematchLater()
{
    const std::lock_guard guard(mutex);
    if (started && !std::exchange(rematchPosted, true))
        accountWorker->post([this] { rematchStep(); });
}

/// One slice of one query at a time, so that who watches a query of their own does not wait for the others.
void Workspace::Impl::rematchStep()
{
    {
        const std::lock_guard guard(mutex);
        rematchPosted = false;
    }
    const auto open = store->readNow<std::vector<QueryId>>([](store::Tx &tx) { return store::Queries(tx).unfinished(); });
    std::optional<QueryId> next;
    {
        const std::lock_guard guard(mutex);
        for (const auto query : open.value_or(std::vector<QueryId>{}))
            if (!next && resting.count(query) == 0)
                next = query;
    }
    if (!next || stop.stop_requested())
        return;
    const auto done = store->writeNow<store::Rematch>([&](store::Tx &tx) { return store::Queries(tx).rematch(*next, kRematchSlice); });
    if (done)
        return rematchLater();
    if (done.error().code != Errc::Cancelled)
        log::error("app", "a saved query is not judged to the end: {}", done.error().detail);
}

void Workspace::Impl::rest(QueryId query, bool wanted)
{
    const std::lock_guard guard(mutex);
    if (wanted)
        resting.insert(query);
    else
        resting.erase(query);
}

void Workspace::rematch(QueryId query, std::stop_token stop, Executor &reply, std::function<void(double share)> progress,
                        std::function<void(Result<void>)> done)
{
    auto onReply = [&reply, progress = std::move(progress)](double share) {
        if (progress)
            reply.post([progress, share] { progress(share); });
    };
    impl_->run<void>(*impl_->accountWorker, reply,
                     [this, query, stop, onReply = std::move(onReply)] {
                         const auto judged = rematchAll(*impl_->store, query, [this, &stop] { return stop.stop_requested() || impl_->stop.stop_requested(); }, onReply);
                         impl_->rest(query, stop.stop_requested());
                         return judged;
                     },
                     std::move(done));
}

Result<void> Workspace::rematchAndWait(QueryId query)
{
    return rematchAll(*impl_->store, query, [this] { return impl_->stop.stop_requested(); }, {});
}

} // namespace vigie::app
