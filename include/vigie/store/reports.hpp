// SPDX-License-Identifier: GPL-3.0-or-later
// Comments on a page of the dashboard in a period, and reports that are made by themselves.
// Thread: inside a store job. Errors: Storage..., NotFound, InvalidInput (no name, no folder, a day that there is not, no format), Duplicate (the
// name is taken).
#pragma once

#include <vigie/model/report.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <string>
#include <vector>

namespace vigie::store {

class Reports {
public:
    explicit Reports(Tx &tx) : tx_(tx) {}

    Result<std::optional<ReportComment>> comment(const std::string &page, std::int32_t fromDay, std::int32_t toDay);
    /// Newest period first.
    Result<std::vector<ReportComment>> comments(const std::string &page);
    /// Without words it goes. Gives what stood there before, so that it can be put back.
    Result<std::optional<ReportComment>> setComment(const ReportComment &comment);

    /// By name.
    Result<std::vector<ReportPlan>> plans();
    Result<ReportPlan> plan(ReportPlanId id);
    /// Inserts when the id is none; what was due before now is not made up for then.
    Result<ReportPlanId> save(const ReportPlan &plan);
    Result<void> remove(ReportPlanId id);
    /// What became of a plan: `since`, `triedAt`, `madeFile` and `problem`.
    Result<void> settle(const ReportPlan &plan);

private:
    Tx &tx_;
};

} // namespace vigie::store
