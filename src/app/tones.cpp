// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever says a tone does not wait for what follows from it: the layer is learned and stored items are judged anew behind
// everything else, slice by slice, and go on after a restart.
#include "app/workspace_impl.hpp"

#include <vigie/base/log.hpp>

#include <utility>

namespace vigie::app {

void Workspace::Impl::tonesLater()
{
    const std::lock_guard guard(mutex);
    if (!std::exchange(tonesPosted, true))
        relayWorker->post([this] { tonesStep(); });
}

void Workspace::Impl::tonesStep()
{
    {
        const std::lock_guard guard(mutex);
        tonesPosted = false; // what is said from here on asks again
    }
    if (stop.stop_requested())
        return;
    const auto learned = tones->learn();
    const auto more = learned ? tones->step() : learned;
    if (more && *more)
        return tonesLater();
    if (!more && more.error().code != Errc::Cancelled)
        log::error("app", "tones are not judged to the end: {}", more.error().detail);
}

} // namespace vigie::app
