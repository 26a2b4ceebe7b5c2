// SPDX-License-Identifier: GPL-3.0-or-later
// How the feed keeps current: changes, numbers and coverage of its columns.
#include "ui/feed/feed_panel.hpp"

#include "ui/feed/column.hpp"
#include "ui/feed/reading_pane.hpp"

#include <vigie/app/coverage.hpp>
#include <vigie/store/relay_counting.hpp>

#include <algorithm>

namespace vigie::ui {

namespace {

void startOnce(QTimer &timer)
{
    if (!timer.isActive())
        timer.start();
}

} // namespace

void FeedPanel::apply(const Change &change)
{
    if (change.queries)
        columnsTimer_.start();
    for (auto *column : columns_)
        column->model().apply(change);
    pane_->apply(change);
    refreshShelf();
    if (!change.matches.empty() || change.queries || !change.itemsAdded.empty() || !change.itemsChanged.empty() || !change.tickets.empty() || change.tags)
        startOnce(countsTimer_);
    if (change.coverage || !change.accounts.empty())
        startOnce(coverageTimer_);
}

void FeedPanel::readCounts()
{
    readAsides();
    using Counts = std::vector<std::pair<QueryId, store::QueryCounts>>;
    std::vector<QueryId> ids;
    for (const auto *column : columns_)
        ids.push_back(column->id());
    bridge().read<Counts>(
        this,
        [ids](store::Tx &tx) {
            const store::AsCounted counted(tx);
            return store::Queries(tx).counts(ids); // one removed meanwhile is left out
        },
        [this](Result<Counts> counts) {
            if (!counts)
                return;
            for (const auto &[id, count] : *counts)
                if (auto *column = columnOf(id))
                    column->setCounts(count);
        });
}

void FeedPanel::readCoverage()
{
    using Answer = std::vector<std::pair<QueryId, Coverage>>;
    std::vector<std::pair<QueryId, std::string>> sources;
    for (const auto *column : columns_)
        sources.emplace_back(column->id(), column->model().query().source);
    bridge().read<Answer>(
        this,
        [sources, now = bridge().now()](store::Tx &tx) -> Result<Answer> {
            Answer out;
            for (const auto &[id, source] : sources) {
                const auto parsed = text::parseQuery(source);
                VIGIE_TRY(auto coverage, app::coverageOf(tx, {parsed ? app::networksAsked(parsed->root) : std::vector<std::string>{}, now - kCoverageSpan, now}));
                out.emplace_back(id, std::move(coverage));
            }
            return out;
        },
        [this](Result<Answer> answer) {
            if (!answer)
                return;
            for (auto &[id, coverage] : *answer)
                if (auto *column = columnOf(id))
                    column->setCoverage(std::move(coverage));
        });
}

} // namespace vigie::ui
