// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/stream_run.hpp"

#include <vigie/store/sync.hpp>

#include <algorithm>
#include <set>

namespace vigie::intake {

namespace {
/// Longer than any rhythm of reading: nobody was there to read.
constexpr std::chrono::seconds kLongAway = std::chrono::hours{1};
}

StreamRun::StreamRun(EngineParts &parts, EarlyDeletions &early, StreamJob job, const RunOptions &options, std::stop_token stop)
    : parts_(parts), early_(early), job_(std::move(job)), options_(options), reader_(parts, job_, std::move(stop))
{
    report_.key = StreamKey{job_.account.id, job_.stream.name};
}

Result<StreamReport> StreamRun::run()
{
    startedAt_ = parts_.clock.now();
    VIGIE_TRY(auto stored, parts_.store.readNow<std::optional<SyncCursor>>(
                               [&](store::Tx &tx) { return store::Sync(tx).cursor(report_.key); }));
    cursor_ = stored.value_or(SyncCursor{});
    cursor_.key = report_.key;
    if (cursor_.lastError)
        kept_ = missCauseOf(cursor_.lastError->code);
    else if (cursor_.lastOkAt && startedAt_ - *cursor_.lastOkAt > std::max(kLongAway, 2 * job_.stream.every))
        kept_ = MissCause::NotRunning;
    const bool fromNothing = cursor_.forward.empty();
    VIGIE_CHECK(forward());
    if (fromNothing) { // what lies under the first page that is not empty is history still to be read
        cursor_.backfill.clear();
        cursor_.backfillDone = false;
    }
    if (!report_.error && job_.stream.backfill && !cursor_.backfillDone && !cursor_.forward.empty())
        VIGIE_CHECK(backfill());
    report_.backfillDone = cursor_.backfillDone;
    return report_;
}

Result<connect::FetchPage> PageReader::fetch(const connect::FetchSpec &spec)
{
    if (stop_.stop_requested())
        return fail(Errc::Cancelled);
    std::optional<net::Cost> cost;
    auto page = parts_.courier.ask<connect::FetchPage>(
        job_.connector, job_.account, net::RatePriority::Background, stop_,
        [&](const connect::Context &context) {
            auto request = job_.connector.buildFetch(context, spec);
            if (request)
                cost = request->cost;
            return request;
        },
        [&](const connect::Context &context, const net::Response &response) { return job_.connector.parseFetch(context, spec, response); });
    if (page && cost)
        parts_.courier.settleCost(job_.account, *cost, page->microDollars);
    return page;
}

std::vector<store::AnalysedItem> StreamRun::analyse(connect::FetchPage &page)
{
    auto items = takeItems(parts_, early_, job_.accounts, page);
    report_.seen += static_cast<int>(items.size());
    report_.unreadable += page.unreadable;
    ++report_.pages;
    return items;
}

Result<void> StreamRun::forward()
{
    connect::FetchSpec spec;
    spec.stream = job_.stream.name;
    spec.direction = connect::Direction::Forward;
    spec.cursor = cursor_.forward;
    std::set<std::string> pagesAsked; // a server that answers "next" with a page already read must not hold us for ever
    for (int number = 1;; ++number) {
        auto page = reader_.fetch(spec);
        if (!page)
            return recordError(page.error());
        const bool loops = !page->nextPage.empty() && !pagesAsked.insert(page->nextPage).second;
        const bool last = page->nextPage.empty() || loops;
        const bool pageLimit = !last && number >= options_.maxPagesPerStream;
        const auto next = page->nextPage;
        VIGIE_CHECK(commitForward(*page, last, pageLimit));
        if (options_.progress)
            options_.progress(report_);
        if (last || pageLimit)
            return {};
        spec.page = next;
    }
}

Result<void> StreamRun::commitForward(connect::FetchPage &page, bool last, bool pageLimit)
{
    const int layer = parts_.analysis.layer();
    PageCommit commit{job_.account, report_.key, page, analyse(page), cursor_.first, {}, {}, {}, {}};
    commit.toneLayer = layer;
    for (const auto &analysed : commit.items) {
        const auto at = analysed.item().publishedAt;
        oldest_ = oldest_ ? std::min(*oldest_, at) : at;
        newest_ = newest_ ? std::max(*newest_, at) : at;
    }
    if (!page.cursor.empty()) {
        cursorMoved_ = cursorMoved_ || page.cursor != cursor_.forward;
        cursor_.forward = page.cursor;
    }
    if (last || pageLimit) {
        VIGIE_TRY(const auto extent, (parts_.store.readNow<std::optional<std::pair<Instant, Instant>>>(
                                         [&](store::Tx &tx) { return store::Sync(tx).extent(report_.key); })));
        const auto lastSeen = extent ? std::optional(extent->second) : std::nullopt;
        // Paging upwards saves its place page by page: what is left above is simply not read yet. Paging downwards that
        // ends early leaves a hole between where it stopped and where the last run ended.
        const bool upwards = pageLimit && cursorMoved_;
        const bool hole = lastSeen && oldest_ && *oldest_ > *lastSeen && !page.reachedKnown && (page.capped || (pageLimit && !upwards));
        const auto to = upwards ? newest_.value_or(startedAt_) : startedAt_;
        const auto from = hole ? *oldest_ : lastSeen ? std::min(*lastSeen, to) : std::min(oldest_.value_or(to), to);
        commit.seen = PageCommit::Stretch{std::min(from, to - Micros{1}), to};
        if (hole) {
            commit.gap = PageCommit::Stretch{*lastSeen, *oldest_};
            commit.gapReason = page.capped ? "server-cap" : "page-limit";
            commit.gapCause = kept_;
        }
        cursor_.lastRunAt = cursor_.lastOkAt = startedAt_;
        cursor_.lastError.reset();
        cursor_.first = false;
    }
    commit.cursor = cursor_;
    VIGIE_TRY(const auto outcome, commitPage(parts_, early_, std::move(commit)));
    report_.inserted += outcome.inserted;
    report_.revised += outcome.revised;
    return {};
}

Result<void> StreamRun::backfill()
{
    const auto horizon = startedAt_ - options_.backfillHorizon;
    connect::FetchSpec spec;
    spec.stream = job_.stream.name;
    spec.direction = connect::Direction::Backfill;
    spec.cursor = cursor_.backfill;
    for (int number = 0; number < options_.backfillPages; ++number) {
        auto page = reader_.fetch(spec);
        if (!page)
            return recordError(page.error());
        const auto next = page->nextPage;
        const int layer = parts_.analysis.layer();
        PageCommit commit{job_.account, report_.key, *page, analyse(*page), true, {}, {}, {}, {}};
        commit.toneLayer = layer;
        std::optional<Instant> oldest;
        for (const auto &analysed : commit.items)
            oldest = oldest ? std::min(*oldest, analysed.item().publishedAt) : analysed.item().publishedAt;
        VIGIE_TRY(const auto extent, (parts_.store.readNow<std::optional<std::pair<Instant, Instant>>>(
                                         [&](store::Tx &tx) { return store::Sync(tx).extent(report_.key); })));
        if (oldest && extent && *oldest < extent->first)
            commit.seen = PageCommit::Stretch{*oldest, extent->first};
        if (!page->cursor.empty())
            cursor_.backfill = page->cursor;
        cursor_.backfillDone = next.empty() || page->capped || (oldest && *oldest < horizon); // a page may be empty and still lead on
        commit.cursor = cursor_;
        VIGIE_TRY(const auto outcome, commitPage(parts_, early_, std::move(commit)));
        report_.inserted += outcome.inserted;
        report_.revised += outcome.revised;
        if (cursor_.backfillDone)
            return {};
        spec.page = next;
    }
    return {};
}

Result<void> StreamRun::recordError(const Error &error)
{
    if (error.code == Errc::Cancelled)
        return fail(error);
    report_.error = error;
    if (error.retryAfter)
        report_.retryAt = parts_.clock.now() + *error.retryAfter;
    cursor_.lastRunAt = startedAt_;
    cursor_.lastError = error;
    return parts_.store.writeNow<void>([&](store::Tx &tx) { return store::Sync(tx).saveCursor(cursor_); });
}

} // namespace vigie::intake
