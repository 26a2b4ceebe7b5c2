// SPDX-License-Identifier: GPL-3.0-or-later
// How the feed keeps current: changes, numbers and coverage of its columns.
#include "ui/feed/feed_panel.hpp"

#include "ui/feed/column.hpp"
#include "ui/feed/reading_pane.hpp"

#include <vigie/store/members.hpp>
#include <vigie/store/sync.hpp>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr auto kCoverageSpan = std::chrono::hours(24 * 7);

/// Networks a query is limited to: every mention it can match is of one of these. Empty: of any.
std::vector<std::string> networksOf(const text::QueryNode &node)
{
    using Kind = text::QueryNode::Kind;
    if (node.kind == Kind::Field && node.field == text::QueryField::Network)
        return {node.value};
    std::vector<std::string> found;
    for (const auto &child : node.children) {
        const auto inner = node.kind == Kind::Not ? std::vector<std::string>{} : networksOf(child);
        if (node.kind == Kind::Or && inner.empty())
            return {};
        if (node.kind == Kind::And && !inner.empty())
            return inner;
        found.insert(found.end(), inner.begin(), inner.end());
    }
    return node.kind == Kind::Or ? found : std::vector<std::string>{};
}

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
    if (!change.matches.empty() || change.queries || !change.itemsAdded.empty() || !change.tickets.empty() || change.tags)
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
        [ids](store::Tx &tx) -> Result<Counts> {
            Counts out;
            for (const auto id : ids)
                if (auto counts = store::Queries(tx).counts(id)) // one removed meanwhile is left out
                    out.emplace_back(id, std::move(*counts));
            return out;
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
            VIGIE_TRY(const auto accounts, store::Accounts(tx).all());
            Answer out;
            for (const auto &source : sources) {
                const auto parsed = text::parseQuery(source.second);
                const auto networks = parsed ? networksOf(parsed->root) : std::vector<std::string>{};
                std::vector<AccountId> asked;
                for (const auto &account : accounts)
                    if (account.state != AccountState::Removed
                        && (networks.empty() || std::find(networks.begin(), networks.end(), text::compactName(account.connector)) != networks.end()))
                        asked.push_back(account.id);
                Coverage coverage;
                coverage.from = now - kCoverageSpan;
                coverage.to = now;
                if (!asked.empty()) {
                    VIGIE_TRY(coverage, store::Sync(tx).coverage(asked, now - kCoverageSpan, now));
                }
                out.emplace_back(source.first, std::move(coverage));
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
