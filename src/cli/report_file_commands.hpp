// SPDX-License-Identifier: GPL-3.0-or-later
// Reports as files.
// Thread: the program's. Errors: told by the exit code.
#pragma once

#include "cli/report_words.hpp"

#include <vigie/insight/report.hpp>

#include <string>

namespace vigie::cli {

struct ReportFileOptions {
    std::string out, format, depth = "page", language = shellLanguage(), page = "overview";
    bool force = false;
    void addTo(CLI::App &command);
};
Result<insight::Report> gatherAsked(app::Workspace &workspace, const FigureOptions &figures, const ReportFileOptions &options);
int writeReport(const Context &context, app::Workspace &workspace, const FigureOptions &figures, const ReportFileOptions &options);
/// comment, plan, run-due.
void addReportFileCommands(CLI::App &report, Context &context, int &code);

} // namespace vigie::cli
