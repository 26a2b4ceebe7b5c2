// SPDX-License-Identifier: GPL-3.0-or-later
// When a report that is made by itself is due, and of which days it tells.
// Thread: pure. Errors: InvalidInput (unknown zone).
#pragma once

#include <vigie/base/result.hpp>
#include <vigie/insight/figure.hpp>
#include <vigie/model/report.hpp>

#include <string>

namespace vigie::insight {

struct DueReport {
    Instant at;
    Period period;                       ///< Week: the seven days before the day it is due; Month: the calendar month before that day's
};
/// Whose mentions a plan tells of.
[[nodiscard]] FigureScope scopeOf(const ReportPlan &plan);
/// A plan keeps all of a scope.
void setScope(ReportPlan &plan, const FigureScope &scope);
/// The first after `after`. An hour that the clocks leave out is the first instant after them; one that they have twice is the first of the two.
Result<DueReport> nextDue(const ReportPlan &plan, Instant after, const std::string &zone);

} // namespace vigie::insight
