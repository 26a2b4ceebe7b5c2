// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/stream_run.hpp"

#include <algorithm>
#include <set>

namespace vigie::intake {

namespace {
constexpr int kMostPages = 500;
}

GapRun::GapRun(EngineParts &parts, EarlyDeletions &early, StreamJob job, Instant farEnd, std::stop_token stop)
    : parts_(parts), early_(early), job_(std::move(job)), farEnd_(farEnd), reader_(parts, job_, std::move(stop))
{
}

Result<StreamReport> GapRun::run(const std::function<void(Instant reached)> &reached)
{
    report_.key = StreamKey{job_.account.id, job_.stream.name};
    connect::FetchSpec spec;
    spec.stream = job_.stream.name;
    spec.direction = connect::Direction::Backfill; // an empty cursor starts at the newest and goes back
    Instant at = parts_.clock.now();
    std::set<std::string> asked;
    bool atEnd = false;
    for (int number = 0; number < kMostPages && at > farEnd_ && !atEnd; ++number) {
        auto page = reader_.fetch(spec);
        if (!page) {
            if (page.error().code == Errc::Cancelled)
                return fail(std::move(page.error()));
            report_.error = page.error();
            if (page.error().retryAfter)
                report_.retryAt = parts_.clock.now() + *page.error().retryAfter;
            return report_;
        }
        spec.page = page->nextPage;
        VIGIE_TRY(at, commit(*page, at, atEnd));
        if (reached)
            reached(at);
        atEnd = atEnd || !asked.insert(spec.page).second; // a server that answers with a page already read
    }
    return report_;
}

Result<Instant> GapRun::commit(connect::FetchPage &page, Instant reached, bool &atEnd)
{
    atEnd = page.nextPage.empty() || page.capped;
    const bool whole = atEnd && !page.capped; // the network has nothing older: all of the gap was asked
    auto items = takeItems(parts_, early_, job_.accounts, page);
    ++report_.pages;
    report_.seen += static_cast<int>(items.size());
    Instant oldest = reached;
    for (const auto &analysed : items)
        oldest = std::min(oldest, analysed.item().publishedAt);
    PageCommit one{job_.account, report_.key, page, std::move(items), true, {}, {}, {}, {}};
    one.seen = PageCommit::Stretch{whole ? std::min(oldest, farEnd_) : oldest, reached};
    if (page.capped)
        one.givenUp = PageCommit::Stretch{farEnd_, oldest};
    VIGIE_TRY(const auto outcome, commitPage(parts_, early_, std::move(one)));
    report_.inserted += outcome.inserted;
    report_.revised += outcome.revised;
    return oldest;
}

} // namespace vigie::intake
