// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/app/objective_results.hpp>

#include "app/workspace_impl.hpp"

#include <vigie/base/log.hpp>
#include <vigie/insight/objectives.hpp>

namespace vigie::app {

namespace {

using Measured = std::vector<insight::ObjectiveReader::Measured>;

constexpr std::chrono::hours kAgain{1};  ///< after they could not be kept
constexpr std::size_t kAtOnce = 50;      ///< values; nobody waits for the reader or the writer longer than that

} // namespace

Result<int> keepObjectiveResults(store::Store &store, insight::Columns &columns, const std::stop_token &stop)
{
    int kept = 0;
    for (bool more = true; more;) {
        if (stop.stop_requested())
            return fail(Errc::Cancelled);
        VIGIE_TRY(const auto missed, store.readNow<Measured>([&columns](store::Tx &tx) {
                      insight::WorkspaceFigures figures(tx, columns);
                      return insight::ObjectiveReader(tx, figures).missed(kAtOnce);
                  }));
        if (missed.empty())
            break;
        VIGIE_CHECK(store.writeNow<void>([&missed](store::Tx &tx) -> Result<void> {
            for (const auto &one : missed)
                VIGIE_CHECK(store::Objectives(tx).keep(one.indicator, one.result));
            return {};
        }));
        kept += static_cast<int>(missed.size());
        more = missed.size() >= kAtOnce;
    }
    return kept;
}

void Workspace::Impl::resultsLater(Instant now)
{
    {
        const std::lock_guard guard(mutex);
        const auto today = localDay(now, zone);
        // A clock that jumped back must not keep them waiting for as long as it jumped.
        const bool rests = keepAgain && now < *keepAgain && now + kAgain >= *keepAgain;
        if (keeping || rests || !today || keptDay == *today)
            return;
        keeping = true;
    }
    evidenceWorker->post([this, now] {
        const auto kept = keepObjectiveResults(*store, columns, stop.get_token());
        if (!kept && kept.error().code != Errc::Cancelled)
            log::error("app", "what indicators were worth cannot be kept: {}", kept.error().detail);
        const std::lock_guard guard(mutex);
        keeping = false;
        if (const auto today = localDay(now, zone); kept && today)
            keptDay = *today;
        keepAgain = kept ? std::nullopt : std::optional(now + kAgain);
    });
}

} // namespace vigie::app
