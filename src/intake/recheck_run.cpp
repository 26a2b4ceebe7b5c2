// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/upkeep.hpp"

#include <vigie/base/log.hpp>
#include <vigie/store/recheck.hpp>

#include <algorithm>
#include <set>

namespace vigie::intake {

namespace {

constexpr int kCallsPerRun = 10; ///< a quarter of a thousand look-ups must not stand between a person and the news

Result<void> settleBatch(const UpkeepJob &job, const std::vector<store::DueRecheck> &asked, connect::LookupAnswer answer)
{
    std::set<std::string> shown;
    for (const auto &item : answer.items)
        shown.insert(item.nativeId);
    connect::FetchPage page;
    page.items = std::move(answer.items);
    answer.items.clear();
    auto items = takeItems(job.parts, job.early, job.accounts, page);
    VIGIE_CHECK(commitPage(job.parts, job.early, PageCommit{job.account, StreamKey{job.account.id, "recheck"}, page, std::move(items), true, {}, {}, {}, {}}));
    return job.parts.store.writeNow<void>([&](store::Tx &tx) -> Result<void> {
        store::Rechecks rechecks(tx);
        for (const auto &one : asked) {
            if (shown.count(one.nativeId) != 0) {
                VIGIE_CHECK(rechecks.seen(one.item));
                continue;
            }
            if (std::find(answer.notAsked.begin(), answer.notAsked.end(), one.nativeId) != answer.notAsked.end())
                continue; // stays due, and comes first the next time
            const bool said = std::find(answer.gone.begin(), answer.gone.end(), one.nativeId) != answer.gone.end();
            if (!said) {
                VIGIE_TRY(const bool twice, rechecks.missed(one.item));
                if (!twice)
                    continue;
            }
            VIGIE_CHECK(store::Items(tx).setState(one.item, said ? ItemState::DeletedByAuthor : ItemState::Unavailable));
            VIGIE_CHECK(rechecks.done(one.item));
        }
        return {};
    });
}

} // namespace

Result<connect::LookupAnswer> lookUp(const UpkeepJob &job, const std::vector<std::string> &ids)
{
    return job.parts.courier.ask<connect::LookupAnswer>(
        job.connector, job.account, net::RatePriority::Background, job.stop,
        [&](const connect::Context &context) { return job.connector.buildLookup(context, ids); },
        [&](const connect::Context &context, const net::Response &response) { return job.connector.parseLookup(context, ids, response); });
}

Result<void> recheckItems(const UpkeepJob &job)
{
    if (!job.account.capabilities.has(Capability::Lookup))
        return {};
    const int batch = std::max(job.connector.lookupBatch(job.account), 1);
    VIGIE_TRY(auto due, job.parts.store.readNow<std::vector<store::DueRecheck>>(
                            [&](store::Tx &tx) { return store::Rechecks(tx).due(job.account.id, batch * kCallsPerRun); }));
    for (std::size_t from = 0; from < due.size(); from += static_cast<std::size_t>(batch)) {
        const std::vector<store::DueRecheck> asked(due.begin() + static_cast<std::ptrdiff_t>(from),
                                                   due.begin() + static_cast<std::ptrdiff_t>(std::min(due.size(), from + static_cast<std::size_t>(batch))));
        std::vector<std::string> ids;
        for (const auto &one : asked)
            ids.push_back(one.nativeId);
        auto answer = lookUp(job, ids);
        if (!answer) {
            if (answer.error().code == Errc::Cancelled)
                return fail(std::move(answer.error()));
            log::info("intake", "items of {} could not be looked up again: {}", job.account.handle, errcName(answer.error().code));
            return {}; // they stay due
        }
        VIGIE_CHECK(settleBatch(job, asked, std::move(*answer)));
    }
    return {};
}

} // namespace vigie::intake
