// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/app/report_schedule.hpp>

#include "app/workspace_impl.hpp"

#include <vigie/base/log.hpp>
#include <vigie/insight/report.hpp>
#include <vigie/store/relay_counting.hpp>
#include <vigie/store/reports.hpp>

namespace vigie::app {

namespace {

constexpr std::chrono::hours kAgain{1};  ///< after a report could not be made
constexpr int kMostAtOnce = 24;          ///< of one plan: two years of months that were missed

Result<ReportMade> makeOne(store::Store &store, insight::Columns &columns, const ReportPlan &plan, const insight::Period &period, const std::stop_token &stop)
{
    ReportMade made{plan.id, plan.name, period, {}, {}};
    VIGIE_TRY(const auto report, store.readNow<insight::Report>([&](store::Tx &tx) {
                  const store::AsCounted counted(tx);
                  insight::ReportRequest request;
                  request.scope = insight::scopeOf(plan);
                  request.scope.withoutRelays = plan.withoutRelays || !counted.withRelays();
                  request.period = period;
                  request.page = plan.page;
                  request.depth = plan.depth;
                  request.language = plan.language;
                  return insight::gatherReport(tx, columns, request, stop);
              }));
    std::vector<std::string> rendered; // all of them before the first is written: what fails leaves no half behind
    for (const auto format : plan.formats) {
        VIGIE_TRY(auto bytes, insight::renderReport(report, format, stop));
        rendered.push_back(std::move(bytes));
    }
    for (std::size_t i = 0; i < rendered.size(); ++i) {
        VIGIE_TRY(auto file, insight::writeReportInto(plan.folder, insight::reportFileName(report, plan.formats[i]), rendered[i]));
        made.files.push_back(std::move(file));
    }
    return made;
}

/// One plan: all that is due of it, oldest first, until one cannot be made.
Result<std::vector<ReportMade>> makePlan(store::Store &store, insight::Columns &columns, ReportPlan plan, const std::string &zone, const std::stop_token &stop)
{
    std::vector<ReportMade> out;
    for (int i = 0; i < kMostAtOnce; ++i) {
        const auto now = store.clock().now();
        VIGIE_TRY(const auto due, insight::nextDue(plan, plan.since, zone));
        if (due.at > now)
            break;
        auto made = makeOne(store, columns, plan, due.period, stop);
        if (!made && made.error().code == Errc::Cancelled)
            return fail(made.error());
        plan.triedAt = now;
        plan.problem = made ? std::string() : std::string(errcName(made.error().code)) + ": " + made.error().detail;
        if (made) {
            plan.since = due.at;
            plan.madeFile = made->files.empty() ? std::string() : made->files.front();
            out.push_back(std::move(*made));
        } else {
            log::error("app", "the report {} could not be made: {}", plan.name, made.error().detail);
            out.push_back({plan.id, plan.name, due.period, {}, made.error()});
        }
        VIGIE_CHECK(store.writeNow<void>([&](store::Tx &tx) { return store::Reports(tx).settle(plan); }));
        if (!plan.problem.empty())
            break;
    }
    return out;
}

} // namespace

Result<std::vector<ReportMade>> makeDueReports(store::Store &store, insight::Columns &columns, const std::string &zone, std::stop_token stop)
{
    VIGIE_TRY(const auto plans, store.readNow<std::vector<ReportPlan>>([](store::Tx &tx) { return store::Reports(tx).plans(); }));
    std::vector<ReportMade> all;
    for (const auto &plan : plans) {
        const auto now = store.clock().now();
        // A clock that jumped back must not keep a report waiting for as long as it jumped.
        const bool rests = !plan.problem.empty() && plan.triedAt && *plan.triedAt + kAgain > now && *plan.triedAt <= now;
        if (!plan.on || rests)
            continue;
        VIGIE_TRY(auto made, makePlan(store, columns, plan, zone, stop));
        std::move(made.begin(), made.end(), std::back_inserter(all));
    }
    return all;
}

void Workspace::Impl::reportsLater()
{
    {
        const std::lock_guard guard(mutex);
        if (reporting)
            return;
        reporting = true;
    }
    evidenceWorker->post([this] {
        std::string place;
        {
            const std::lock_guard guard(mutex);
            place = zone;
        }
        const auto made = stop.stop_requested() ? Result<std::vector<ReportMade>>(std::vector<ReportMade>{}) : makeDueReports(*store, columns, place, stop.get_token());
        if (!made && made.error().code != Errc::Cancelled)
            log::error("app", "reports cannot be made: {}", made.error().detail);
        const std::lock_guard guard(mutex);
        reporting = false;
    });
}

} // namespace vigie::app
