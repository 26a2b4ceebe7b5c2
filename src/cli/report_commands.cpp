// SPDX-License-Identifier: GPL-3.0-or-later
// report: the figures of the dashboard as a table, CSV or JSON, or a report as a file
#include "cli/context.hpp"
#include "cli/report_file_commands.hpp"

#include <vigie/insight/dashboard.hpp>

#include <cmath>
#include <cstdio>
#include <fstream>

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
    case insight::Unit::Ratio:
    case insight::Unit::Currency: std::snprintf(text, sizeof text, "%.2f", *value); break;
    }
    return text;
}

std::string changeOf(const insight::Indicator &tile)
{
    if (!tile.change)
        return tile.before && *tile.before == 0 && tile.value && *tile.value > 0 ? "new" : "";
    const bool relative = tile.unit == insight::Unit::Count || tile.unit == insight::Unit::Seconds;
    char text[96];
    std::snprintf(text, sizeof text, relative ? "%+.0f %%" : "%+.1f", relative ? *tile.change * 100 : *tile.change);
    std::string words = text;
    if (tile.changeInterval && std::isfinite(tile.changeInterval->low) && std::isfinite(tile.changeInterval->high)) {
        const double scale = relative ? 100 : 1;
        std::snprintf(text, sizeof text, " [%+.0f, %+.0f]", tile.changeInterval->low * scale, tile.changeInterval->high * scale);
        words += text;
        if (!tile.distinguishable)
            words += " not distinguishable";
    }
    return words;
}

nlohmann::json toJson(const insight::DashboardPage &page)
{
    const auto number = [](const std::optional<double> &value) { return value && std::isfinite(*value) ? nlohmann::json(*value) : nlohmann::json(); };
    auto tiles = nlohmann::json::array();
    for (const auto &tile : page.indicators)
        tiles.push_back({{"key", tile.key}, {"value", number(tile.value)}, {"before", number(tile.before)}, {"change", number(tile.change)},
                         {"distinguishable", tile.distinguishable}, {"n", tile.n}, {"open", tile.open}, {"formula", tile.formula}});
    auto members = nlohmann::json::array();
    for (const auto &member : page.members)
        members.push_back({{"handle", member.handle}, {"mentions", member.mentions}});
    return {{"brand", page.brandName}, {"without_relays", page.filter.withoutRelays}, {"zone", page.zone}, {"from_day", page.filter.period.fromDay}, {"to_day", page.filter.period.toDay},
            {"indicators", tiles}, {"members", members}, {"coverage", page.coverage.seenShare}, {"gaps", page.coverage.openGaps}, {"aside", page.aside}};
}

int report(const Context &context, const FigureOptions &figures, const ReportFileOptions &file, const std::string &csv)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    if (!file.out.empty())
        return writeReport(context, **workspace, figures, file);
    const auto page = (*workspace)->store().readNow<insight::DashboardPage>([&](store::Tx &tx) -> Result<insight::DashboardPage> {
        insight::DashboardFilter filter;
        VIGIE_TRY(filter.period, figures.period(tx.now(), (*workspace)->zone()));
        VIGIE_TRY(const auto scope, figures.scope(tx));
        filter.brand = scope.query;
        filter.networks = scope.networks;
        filter.withoutRelays = scope.withoutRelays;
        return insight::Dashboard(tx).page(filter);
    });
    if (!page)
        return context.failed(page.error());
    if (!csv.empty()) {
        std::ofstream table(csv, std::ios::binary);
        table << insight::toCsv(*page);
        table.close();
        if (!table)
            return context.failed(Error{Errc::Storage, csv + " could not be written", 0, {}, {}});
    }
    context.print(toJson(*page), [&] {
        std::printf("%-18s %12s %12s  %-34s %8s\n", oneLine(page->brandName.empty() ? "everything" : page->brandName, 18).c_str(), "value", "before", "change", "n");
        for (const auto &tile : page->indicators) {
            std::printf("%-18s %12s %12s  %-34s %8lld", tile.key.c_str(), shown(tile.value, tile.unit).c_str(), shown(tile.before, tile.unit).c_str(),
                        changeOf(tile).c_str(), static_cast<long long>(tile.n));
            std::printf(tile.open > 0 ? "  (%lld open)\n" : "\n", static_cast<long long>(tile.open));
        }
        std::printf("coverage %.1f %% of the period seen, %d gap(s)\n", page->coverage.seenShare * 100, page->coverage.openGaps);
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
    figures->add_option("--csv", options->csv, "also write them to this file");
    addReportFileCommands(*figures, context, code);
    figures->callback([&code, &context, options, figures] {
        if (figures->get_subcommands().empty())
            code = report(context, options->figures, options->file, options->csv);
    });
}

} // namespace vigie::cli
