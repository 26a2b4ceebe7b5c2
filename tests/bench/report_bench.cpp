// SPDX-License-Identifier: GPL-3.0-or-later
// A report from the question to the bytes of the file, with its annex over a year. Goal: the PDF under 2 s.
// Beside it in the same run: the figures alone (what no report can do without), every other form, and the whole once more, whose bytes must be the same.
// Usage: bench_report [ITEMS]
#include "bench/generator.hpp"
#include "bench/measure.hpp"

#include <vigie/base/clock.hpp>
#include <vigie/insight/columns.hpp>
#include <vigie/insight/report.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/queries.hpp>

using namespace vigie;
using bench::must;

namespace {

constexpr double kGoalSeconds = 2;
constexpr std::size_t kSlice = 1000;
constexpr std::int32_t kYear = 334;      ///< days that the generator fills

void fill(store::Store &store, bench::Generator &made, std::int64_t items)
{
    must(store.writeNow<QueryId>([](store::Tx &tx) -> Result<QueryId> {
        VIGIE_CHECK(store::Settings(tx).set("workspace.zone", "Europe/Paris"));
        SavedQuery brand;
        brand.name = bench::kCommonWord;
        brand.source = bench::kCommonWord;
        brand.role = QueryRole::Brand;
        return store::Queries(tx).save(brand);
    }));
    std::vector<store::AnalysedItem> slice;
    for (std::int64_t i = 0; i < items; ++i) {
        slice.emplace_back(made.next());
        if (slice.size() < kSlice && i + 1 < items)
            continue;
        must(store.writeNow<bool>([&](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::Items(tx).store(slice));
            return true;
        }));
        slice.clear();
    }
}

} // namespace

int main(int argc, char **argv)
{
    const auto items = bench::itemsAsked(argc, argv, 200'000);
    const bench::RunFolder folder;
    bench::Generator made(20261122, items, std::max<std::int64_t>(items / 10, 100));
    const FakeClock clock(made.last());
    auto store = must(store::Store::open((folder.path() / "report.vigie").string(), clock));
    fill(*store, made, items);
    insight::Columns columns;
    insight::ReportRequest request;
    const auto first = must(localDay(made.first(), "Europe/Paris"));
    request.period = {first, first + kYear};
    request.depth = ReportDepth::Annex;
    request.comment = "Une ann\xC3\xA9""e sous le signe du salon.";
    request.language = "fr";
    insight::Report report;
    std::string pdf, again;
    const auto gather = [&] { report = must(store->readNow<insight::Report>([&](store::Tx &tx) { return insight::gatherReport(tx, columns, request); })); };
    const double firstFigures = bench::seconds(gather), figures = bench::seconds(gather);
    const double drawn = bench::seconds([&] { pdf = must(insight::renderReport(report, ReportFormat::Pdf)); });
    fmt::print("{} items, {} days, {} figures: figures {:.0f} ms the first time, {:.0f} ms afterwards; PDF {:.0f} ms, {} bytes\n", items, kYear, report.figures.size(),
               firstFigures * 1000, figures * 1000, drawn * 1000, pdf.size());
    for (const auto format : {ReportFormat::Text, ReportFormat::Html, ReportFormat::Csv, ReportFormat::Xlsx, ReportFormat::Ods}) {
        std::size_t size = 0;
        const double taken = bench::seconds([&] { size = must(insight::renderReport(report, format)).size(); });
        fmt::print("  {:<4} {:6.1f} ms {:9} bytes\n", toString(format), taken * 1000, size);
    }
    gather();
    again = must(insight::renderReport(report, ReportFormat::Pdf));
    fmt::print("goal: PDF from the question to its bytes in {:.0f} s; {:.2f} s, of which the figures {:.2f} s\n", kGoalSeconds, figures + drawn, figures);
    bench::goal(fmt::format("the PDF in under {:.0f} s", kGoalSeconds), figures + drawn < kGoalSeconds, true);
    bench::goal("the same question gives the same bytes", pdf == again, true);
    return bench::verdict();
}
