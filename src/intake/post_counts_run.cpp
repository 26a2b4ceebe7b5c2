// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/upkeep.hpp"

#include <vigie/base/log.hpp>
#include <vigie/store/post_counts.hpp>
#include <vigie/store/recheck.hpp>

#include <algorithm>
#include <map>

namespace vigie::intake {

namespace {

constexpr int kCallsPerRun = 10, kMostWithoutLookup = 200;

using Counts = std::map<std::string, std::vector<MetricValue>>; ///< by native id

void layOver(std::vector<MetricValue> &counts, const std::vector<MetricValue> &more)
{
    for (const auto &one : more) {
        const auto same = std::find_if(counts.begin(), counts.end(), [&](const MetricValue &known) { return known.key == one.key; });
        if (same == counts.end())
            counts.push_back(one);
        else
            *same = one;
    }
}

/// What could not be asked stays due until its slack is over.
void leave(const UpkeepJob &job, const Error &error)
{
    log::info("intake", "counts of posts of {} could not be read: {}", job.account.handle, errcName(error.code));
}

Result<void> addInsights(const UpkeepJob &job, const std::vector<std::string> &ids, Counts &counts)
{
    if (!job.account.capabilities.has(Capability::Insights))
        return {};
    const auto now = job.parts.clock.now();
    connect::InsightSpec spec{ids, now - std::chrono::hours{24}, now, namesRefused(job.account)};
    auto answer = askInsights(job, spec);
    if (!answer) {
        if (answer.error().code == Errc::Cancelled)
            return fail(std::move(answer.error()));
        if (answer.error().code != Errc::Unsupported)
            leave(job, answer.error());
        return {};
    }
    for (const auto &line : answer->lines)
        if (const auto found = counts.find(line.nativeId); found != counts.end())
            layOver(found->second, line.metrics);
    return {};
}

Result<void> keepCounts(const UpkeepJob &job, const std::vector<store::DuePost> &asked, const Counts &counts, const std::vector<std::string> &gone)
{
    return job.parts.store.writeNow<void>([&](store::Tx &tx) -> Result<void> {
        store::PostCounts series(tx);
        for (const auto &post : asked) {
            if (const auto found = counts.find(post.nativeId); found != counts.end()) {
                VIGIE_CHECK(series.keep(post, found->second));
                VIGIE_CHECK(store::Rechecks(tx).seen(post.item)); // it need not be looked up once more
            } else if (std::find(gone.begin(), gone.end(), post.nativeId) != gone.end())
                VIGIE_CHECK(series.end(post.item));
        }
        return {};
    });
}

/// False: the network could not be asked, and the rest waits for the next run.
Result<bool> readBatch(const UpkeepJob &job, const std::vector<store::DuePost> &asked)
{
    std::vector<std::string> ids;
    for (const auto &post : asked)
        ids.push_back(post.nativeId);
    auto answer = lookUp(job, ids);
    if (!answer) {
        if (answer.error().code == Errc::Cancelled)
            return fail(std::move(answer.error()));
        leave(job, answer.error());
        return false;
    }
    Counts counts;
    for (const auto &item : answer->items)
        counts[item.nativeId] = item.metrics;
    connect::FetchPage page;
    page.items = std::move(answer->items);
    auto items = takeItems(job.parts, job.early, job.accounts, page);
    VIGIE_CHECK(commitPage(job.parts, job.early, PageCommit{job.account, StreamKey{job.account.id, "series"}, page, std::move(items), true, {}, {}, {}, {}}));
    std::erase_if(ids, [&](const std::string &id) { return counts.count(id) == 0; });
    if (!ids.empty())
        VIGIE_CHECK(addInsights(job, ids, counts));
    VIGIE_CHECK(keepCounts(job, asked, counts, answer->gone));
    return true;
}

} // namespace

Result<void> readPostCounts(const UpkeepJob &job)
{
    VIGIE_TRY(const auto next, job.parts.store.readNow<std::optional<Instant>>([&](store::Tx &tx) { return store::PostCounts(tx).nextDue(job.account.id); }));
    if (!next || *next > job.parts.clock.now())
        return {};
    const bool canAsk = job.account.capabilities.has(Capability::Lookup);
    const auto batch = static_cast<std::size_t>(std::max(job.connector.lookupBatch(job.account), 1));
    const int most = canAsk ? static_cast<int>(batch) * kCallsPerRun : kMostWithoutLookup;
    VIGIE_TRY(const auto due, job.parts.store.writeNow<std::vector<store::DuePost>>([&](store::Tx &tx) { return store::PostCounts(tx).due(job.account.id, most); }));
    if (!canAsk && !due.empty())
        return job.parts.store.writeNow<void>([&](store::Tx &tx) -> Result<void> {
            for (const auto &post : due)
                VIGIE_CHECK(store::PostCounts(tx).keepKnown(post));
            return {};
        });
    for (std::size_t from = 0; from < due.size(); from += batch) {
        const std::vector<store::DuePost> asked(due.begin() + static_cast<std::ptrdiff_t>(from),
                                                due.begin() + static_cast<std::ptrdiff_t>(std::min(due.size(), from + batch)));
        VIGIE_TRY(const bool goOn, readBatch(job, asked));
        if (!goOn)
            break;
    }
    return {};
}

} // namespace vigie::intake
