// SPDX-License-Identifier: GPL-3.0-or-later
// report: the figures of the dashboard as a table, CSV or JSON, or a report as a file
#include "cli/context.hpp"
#include "cli/report_file_commands.hpp"

#include <vigie/insight/report.hpp>

#include <cmath>
#include <cstdio>

namespace vigie::cli {

namespace {

std::string shown(const std::optional<double> &value, insight::Unit unit)
{
    if (!value)
        return "no data";
    char text[64];
    switch (unit) {
    case insight::Unit::Count:
    case insight::Unit::People:
    case insight::Unit::Views: std::snprintf(text, sizeof text, "%.0f", *value); break;
    case insight::Unit::Points: std::snprintf(text, sizeof text, "%+.1f", *value); break;
    case insight::Unit::Percent: std::snprintf(text, sizeof text, "%.1f %%", *value); break;
    case insight::Unit::Seconds:
        if (*value < 3600)
            std::snprintf(text, sizeof text, "%.0f min", *value / 60);
        else
            std::snprintf(text, sizeof text, "%d h %02d", static_cast<int>(*value) / 3600, static_cast<int>(*value) % 3600 / 60);
        break;
    case insight::Unit::Stars:
    case insight::Unit::Score:
    case insight::Unit::PerPost:
    case insight::Unit::PerDay:
    case insight::Unit::PerHour:
    case insight::Unit::Ratio:
    case insight::Unit::Currency: std::snprintf(text, sizeof text, "%.2f", *value); break;
    }
    return text;
}

std::string changeOf(const insight::Change &change)
{
    if (change.isNew)
        return "new";
    const bool relative = change.intervalIsRelative || (!change.interval && change.relative && change.now.unit == insight::Unit::Seconds);
    const auto moved = relative ? change.relative : change.absolute;
    if (!moved || !std::isfinite(*moved))
        return "";
    const double scale = relative ? 100 : 1;
    char text[96];
    std::snprintf(text, sizeof text, relative ? "%+.0f %%" : "%+.1f", *moved * scale);
    std::string words = text;
    if (change.interval && std::isfinite(change.interval->low) && std::isfinite(change.interval->high)) {
        std::snprintf(text, sizeof text, " [%+.0f, %+.0f]", change.interval->low * scale, change.interval->high * scale);
        words += text;
        if (!change.distinguishable)
            words += " not distinguishable";
    }
    return words;
}

/// Conversations and reviews that wait still.
std::int64_t openOf(const insight::Figure &figure)
{
    for (const auto &note : figure.notes)
        if (note.kind == insight::Note::Kind::Censored)
            return note.count;
    return 0;
}

nlohmann::json toJson(const insight::Report &report)
{
    const auto number = [](const std::optional<double> &value) { return value && std::isfinite(*value) ? nlohmann::json(*value) : nlohmann::json(); };
    auto figures = nlohmann::json::array();
    for (const auto &figure : report.figures) {
        const auto &now = figure.now();
        const auto &change = figure.change;
        const auto *of = insight::metric(now.key);
        figures.push_back({{"key", now.key}, {"value", number(now.value)}, {"before", number(change.before.value)}, {"change", number(change.intervalIsRelative ? change.relative : change.absolute)},
                           {"relative", number(change.relative)}, {"last_year", number(figure.lastYear.value)}, {"distinguishable", change.distinguishable}, {"n", now.n}, {"open", openOf(now)},
                           {"formula", of != nullptr ? of->formula : std::string()}});
    }
    auto members = nlohmann::json::array();
    for (const auto &member : report.members)
        members.push_back({{"handle", member.handle}, {"mentions", member.mentions}});
    const auto &request = report.request;
    return {{"brand", report.brandName}, {"without_relays", request.scope.withoutRelays}, {"zone", report.zone}, {"from_day", request.period.fromDay}, {"to_day", request.period.toDay},
            {"indicators", figures}, {"members", members}, {"members_left_out", report.membersLeftOut}, {"coverage", report.coverage.seenShare}, {"gaps", report.coverage.openGaps},
            {"aside", report.aside}};
}

Result<void> writeCsv(const insight::Report &report, const std::string &path)
{
    VIGIE_TRY(const auto bytes, insight::renderReport(report, ReportFormat::Csv, Context::interrupted()));
    return insight::writeReportFile(path, bytes, true);
}

int report(const Context &context, const FigureOptions &figures, const ReportFileOptions &file, const std::string &csv)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    if (!file.out.empty())
        return writeReport(context, **workspace, figures, file);
    const auto report = gatherAsked(**workspace, figures, file);
    if (!report)
        return context.failed(report.error());
    if (!csv.empty())
        if (const auto written = writeCsv(*report, csv); !written)
            return context.failed(written.error());
    context.print(toJson(*report), [&] {
        std::printf("%-18s %12s %12s  %-34s %8s\n", oneLine(report->brandName.empty() ? "everything" : report->brandName, 18).c_str(), "value", "before", "change", "n");
        for (const auto &figure : report->figures) {
            const auto &now = figure.now();
            std::printf("%-18s %12s %12s  %-34s %8lld", now.key.c_str(), shown(now.value, now.unit).c_str(), shown(figure.change.before.value, now.unit).c_str(), changeOf(figure.change).c_str(),
                        static_cast<long long>(now.n));
            std::printf(openOf(now) > 0 ? "  (%lld open)\n" : "\n", static_cast<long long>(openOf(now)));
        }
        std::printf("coverage %.1f %% of the period seen, %d gap(s)\n", report->coverage.seenShare * 100, report->coverage.openGaps);
    });
    return kOk;
}

} // namespace

void addReportCommands(CLI::App &app, Context &context, int &code)
{
    struct Options {
        FigureOptions figures;
        ReportFileOptions file;
        std::string csv;
    };
    auto options = std::make_shared<Options>();
    auto *figures = app.add_subcommand("report", "the figures of the dashboard, or a report as a file");
    options->figures.addTo(*figures);
    options->file.addTo(*figures);
    figures->add_option("--csv", options->csv, "also write them to this file, over what is there");
    addReportFileCommands(*figures, context, code);
    figures->callback([&code, &context, options, figures] {
        if (figures->get_subcommands().empty())
            code = report(context, options->figures, options->file, options->csv);
    });
}

} // namespace vigie::cli
