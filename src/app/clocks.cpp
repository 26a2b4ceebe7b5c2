// SPDX-License-Identifier: GPL-3.0-or-later
// Clocks of tickets are kept behind everything else, slice by slice, and go on after a restart. Whoever looks meanwhile sees what
// changed as it is now (desk::SlaDesk).
#include "app/workspace_impl.hpp"

#include <vigie/base/log.hpp>
#include <vigie/desk/sla.hpp>

#include <utility>

namespace vigie::app {

namespace {
constexpr int kSlice = 200; ///< some ten milliseconds of the writer at a time
}

void Workspace::Impl::clocksLater()
{
    const std::lock_guard guard(mutex);
    if (!std::exchange(clocksPosted, true))
        relayWorker->post([this] { clocksStep(); });
}

void Workspace::Impl::clocksStep()
{
    {
        const std::lock_guard guard(mutex);
        clocksPosted = false; // what changes from here on asks again
    }
    if (stop.stop_requested())
        return;
    const auto done = store->writeNow<int>([](store::Tx &tx) { return desk::SlaDesk(tx).catchUp(kSlice); }, store::Durability::Normal);
    if (done && *done > 0)
        clocksLater();
    else if (!done && done.error().code != Errc::Cancelled)
        log::error("app", "clocks of tickets are not worked out: {}", done.error().detail);
}

} // namespace vigie::app
