// SPDX-License-Identifier: GPL-3.0-or-later
// How the services of the house answer: what was asked in a period, how long answers took, how much came late, what is open.
// Thread: inside a store job. Errors: Storage...
#pragma once

#include <vigie/model/department.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <string>
#include <vector>

namespace vigie::insight {

struct PassingFigures {
    DepartmentId department;                       ///< none: all of them together
    std::string nameFr, nameEn;
    int asked = 0, answered = 0, open = 0, late = 0; ///< late: answered after its time, or open when it had run out
    std::optional<double> medianSeconds, p90Seconds; ///< from asked to the first answer of a person; open ones are not counted
    std::optional<double> openMedianSeconds;         ///< of the same, in the opening hours of the service
    std::optional<double> lateShare;               ///< of asked
    std::optional<Instant> oldestOpen;             ///< when the oldest open one was asked
};

/// Asked in [from, to): one row for each service that was asked something, in the order of the services, and a last one for
/// all. Reminders are no questions; what failed or was taken back is not counted.
Result<std::vector<PassingFigures>> passingReport(store::Tx &tx, Instant from, Instant to);

/// The same as a table for a spreadsheet, durations in seconds.
[[nodiscard]] std::string passingCsv(const std::vector<PassingFigures> &rows);

} // namespace vigie::insight
