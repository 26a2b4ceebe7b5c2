// SPDX-License-Identifier: GPL-3.0-or-later
// Relays are looked for behind everything else, on a worker that the system lets wait: what came in first, the warming up of
// older items between.
#include "app/workspace_impl.hpp"

#include <vigie/base/log.hpp>

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <utility>

namespace vigie::app {

namespace {

constexpr int kLowest = 19;

/// Of the calling thread alone; a system that refuses just runs it as it is.
void yieldToOthers()
{
    static thread_local bool done = false;
    if (!std::exchange(done, true))
        (void)::setpriority(PRIO_PROCESS, static_cast<id_t>(::syscall(SYS_gettid)), kLowest);
}

} // namespace

void Workspace::Impl::relaysLater(const std::vector<ItemId> &arrived)
{
    const std::lock_guard guard(mutex);
    if (!started)
        return; // nobody warms the index up; the next start finds what came in
    arrivals.insert(arrivals.end(), arrived.begin(), arrived.end());
    if (!std::exchange(relaysPosted, true))
        relayWorker->post([this] { relaysStep(); });
}

/// One step at a time, so that what comes in never waits for the past, and closing for neither.
void Workspace::Impl::relaysStep()
{
    yieldToOthers();
    std::vector<ItemId> items;
    {
        const std::lock_guard guard(mutex);
        items.swap(arrivals);
    }
    if (stop.stop_requested())
        return;
    bool more = true;
    if (!items.empty()) {
        if (const auto judged = relays->judge(items, stop.get_token()); !judged && judged.error().code != Errc::Cancelled)
            log::warning("relays", "{} items were not judged: {}", items.size(), judged.error().detail);
    } else {
        const auto warmed = relays->warmUp(stop.get_token());
        if (!warmed && warmed.error().code != Errc::Cancelled)
            log::warning("relays", "older items cannot be read: {}", warmed.error().detail);
        more = warmed.value_or(false);
    }
    const std::lock_guard guard(mutex);
    relaysPosted = more || !arrivals.empty();
    if (relaysPosted)
        relayWorker->post([this] { relaysStep(); });
}

Result<void> Workspace::findRelaysAndWait(std::stop_token stop)
{
    intake::RelayRun run(*impl_->store);
    for (bool more = true; more;) {
        VIGIE_TRY(more, run.warmUp(stop));
    }
    return {};
}

} // namespace vigie::app
