// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the reports that are due. What was missed while the program was closed is made up for, one report a period; a file that is there is
// never written over; what could not be made is said with the report and tried again an hour later.
// Thread: a worker's; it reads and writes the workspace and waits. Errors: Storage..., Cancelled; those of one report are in its ReportMade.
#pragma once

#include <vigie/insight/columns.hpp>
#include <vigie/insight/report_plan.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace vigie::app {

struct ReportMade {
    ReportPlanId plan;
    std::string name;
    insight::Period period;
    std::vector<std::string> files;
    std::optional<Error> problem;        ///< why it was not made
};
Result<std::vector<ReportMade>> makeDueReports(store::Store &store, insight::Columns &columns, const std::string &zone, std::stop_token stop);

} // namespace vigie::app
