// SPDX-License-Identifier: GPL-3.0-or-later
// Reports: one set of figures in three depths (a line, a page, a page with its annex) and six forms. Gathered inside a store job; what is
// made of it afterwards is a pure function: the same report gives the same bytes, and `madeAt` is the only thing in it that is of today.
// Thread: gatherReport inside a store job; the rest anywhere, not on the thread of a window. Errors: Storage..., InvalidInput (empty period,
// unknown language), Cancelled, Internal (a library could not write).
#pragma once

#include <vigie/insight/figure.hpp>
#include <vigie/model/board.hpp>
#include <vigie/model/report.hpp>
#include <vigie/model/sync.hpp>
#include <vigie/store/figures.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::insight {

struct ReportRequest {
    FigureScope scope;                   ///< no query: the brand, else everything collected
    Period period;
    std::vector<std::string> keys;       ///< of the catalogue; empty: those of the page, else defaultReportKeys()
    std::string page = "overview";       ///< of the dashboard, as reportPage() names it; comments belong to a page and a period
    std::string title;                   ///< of that page; empty: its name, else the report's own word for it
    ReportDepth depth = ReportDepth::Page;
    std::string language = "en";         ///< "en" or "fr"
    std::optional<std::string> comment;  ///< instead of the one that is kept: what is being written
};
/// How reports name a page of the dashboard: the key of one that Vigie brings, else a name made of its number.
[[nodiscard]] std::string reportPage(const Board &board);
/// The figures of a page that has none, those that the catalogue has.
[[nodiscard]] std::vector<std::string> defaultReportKeys();

/// A figure as it is told: value, what it was, what can be said of the change.
struct ReportFigure {
    Change change;                       ///< with the figure now and before
    Figure lastYear;                     ///< the same weekdays 52 weeks earlier
    std::optional<double> target;        ///< of an objective
    [[nodiscard]] const Figure &now() const { return change.now; }
};
struct ReportShare {
    std::string name;
    std::int64_t mentions = 0;
    double share = 0;                    ///< 0..1 of the sum of the panel
};
struct ReportToneDay {
    std::int64_t negative = 0, neutral = 0, positive = 0;
    [[nodiscard]] std::int64_t total() const { return negative + neutral + positive; }
};
struct Report {
    ReportRequest request;
    std::string workspace;               ///< the name of the workspace; may be empty
    std::string brandName, querySource;  ///< empty: everything collected
    std::vector<std::string> tagNames;   ///< of the tags of the scope
    std::string zone;
    std::vector<ReportFigure> figures;
    std::vector<ReportToneDay> days;     ///< one a day of the period
    std::vector<double> mentionsBefore;  ///< by day, of the period before
    std::vector<ReportShare> panel;      ///< of a panel of two or more
    std::vector<store::TopMember> members; ///< those whose network lets them into files
    int membersLeftOut = 0;
    Coverage coverage, coverageBefore;
    int aside = 0;                       ///< mentions that the brand's filter keeps aside
    std::string comment, commentBy;
    Instant madeAt;                      ///< the date line
};

Result<Report> gatherReport(store::Tx &tx, Columns &columns, const ReportRequest &request, std::stop_token stop = {});

/// The whole file.
Result<std::string> renderReport(const Report &report, ReportFormat format, std::stop_token stop = {});
/// The pages of the PDF as PNG, to be looked at before they are kept. 1 pixel a point: 72 dots an inch.
Result<std::vector<std::string>> reportPictures(const Report &report, double pixelsPerPoint, std::stop_token stop = {});
/// A sentence or two: what fits into a message.
[[nodiscard]] std::string reportLine(const Report &report);
/// What a file of this report is called: "report-velo-2026-11-01-2026-11-30.pdf".
[[nodiscard]] std::string reportFileName(const Report &report, ReportFormat format);

/// On the disk under its name when this returns, and whole. Never over a file that is there, unless that was asked for: Duplicate.
/// Errors: Duplicate, NotFound (no such folder), Storage, StorageFull.
Result<void> writeReportFile(const std::string &path, std::string_view bytes, bool replace);
/// The same into a folder, with a number behind the name where the name is taken. Gives the path.
Result<std::string> writeReportInto(const std::string &folder, const std::string &name, std::string_view bytes);

} // namespace vigie::insight
