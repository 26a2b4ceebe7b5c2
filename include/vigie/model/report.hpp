// SPDX-License-Identifier: GPL-3.0-or-later
// How a report is made, what a person says of a period, and reports that are made by themselves.
// Thread: values. Errors: none.
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/base/time.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

enum class ReportDepth : std::uint8_t { Line, Page, Annex };
[[nodiscard]] const char *toString(ReportDepth depth) noexcept;      ///< "line", "page", "annex"
[[nodiscard]] std::optional<ReportDepth> reportDepthFrom(std::string_view name) noexcept;

enum class ReportFormat : std::uint8_t { Text, Html, Pdf, Csv, Xlsx, Ods };
[[nodiscard]] const char *toString(ReportFormat format) noexcept;    ///< what the file's name ends with: "txt", "html", "pdf", "csv", "xlsx", "ods"
[[nodiscard]] std::optional<ReportFormat> reportFormatFrom(std::string_view name) noexcept;

/// What somebody said of a page of the dashboard in a period; one for each page and period.
struct ReportComment {
    std::string page;
    std::int32_t fromDay = 0, toDay = 0; ///< local days, [fromDay, toDay)
    std::string text, person;
    Instant at;
};

struct ReportPlanTag;
using ReportPlanId = Id<ReportPlanTag>;

/// A report that is made each week (of the seven days before) or each month (of the month before).
struct ReportPlan {
    ReportPlanId id;
    std::string name, page = "overview";
    QueryId brand;                       ///< none: as the dashboard
    std::string words;                   ///< more, in the query language
    std::vector<std::string> networks, langs; ///< empty: all
    std::vector<TagId> tags;             ///< any of them; empty: all
    std::vector<std::int8_t> tones;      ///< -1, 0, 1; empty: all
    bool withoutRelays = false;
    ReportDepth depth = ReportDepth::Page;
    std::vector<ReportFormat> formats{ReportFormat::Pdf};
    std::string language = "en";
    enum class Every : std::uint8_t { Week, Month } every = Every::Week;
    int day = 1;                         ///< Week: 1 Monday .. 7 Sunday; Month: 1..28
    int minute = 8 * 60;                 ///< local time of the workspace's zone, minutes after midnight
    std::string folder;
    bool on = true;
    Instant since;                       ///< what was due up to here is done
    std::optional<Instant> triedAt;      ///< the last time, whatever became of it
    std::string madeFile;                ///< the newest one that was made
    std::string problem;                 ///< name of the Errc and its detail; empty: the last one was made
};

} // namespace vigie
