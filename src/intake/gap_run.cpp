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

Result<StreamReport> GapRun::run()
{
    StreamReport report;
    report.key = StreamKey{job_.account.id, job_.stream.name};
    connect::FetchSpec spec;
    spec.stream = job_.stream.name;
    spec.direction = connect::Direction::Backfill; // an empty cursor starts at the newest and goes back
    Instant reached = parts_.clock.now();
    std::set<std::string> asked;
    for (int number = 0; number < kMostPages && reached > farEnd_; ++number) {
        auto page = reader_.fetch(spec);
        if (!page) {
            if (page.error().code == Errc::Cancelled)
                return fail(std::move(page.error()));
            report.error = page.error();
            return report;
        }
        const auto next = page->nextPage;
        auto items = takeItems(parts_, early_, job_.accounts, *page);
        ++report.pages;
        report.seen += static_cast<int>(items.size());
        Instant oldest = reached;
        for (const auto &analysed : items)
            oldest = std::min(oldest, analysed.item().publishedAt);
        const bool atEnd = next.empty() && !page->capped; // the network has nothing older: all of the gap was asked
        PageCommit commit{job_.account, report.key, *page, std::move(items), true, {}, {}, {}, {}};
        commit.seen = PageCommit::Stretch{atEnd ? std::min(oldest, farEnd_) : oldest, reached};
        VIGIE_TRY(const auto outcome, commitPage(parts_, early_, std::move(commit)));
        report.inserted += outcome.inserted;
        report.revised += outcome.revised;
        reached = oldest;
        if (next.empty() || page->capped || !asked.insert(next).second)
            break;
        spec.page = next;
    }
    return report;
}

} // namespace vigie::intake
