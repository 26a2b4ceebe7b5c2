// SPDX-License-Identifier: GPL-3.0-or-later
// What the person did at the calendar, with the rows as they were and as they became, so that it can be taken back, also
// after a restart. The last 50 are kept.
// Thread: inside a store job. Errors: Storage...
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/store/store.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vigie::store {

using CalendarStepId = Id<struct CalendarStepTag>;

struct CalendarStepRow {
    std::string kind;                          ///< "plan", "event", "campaign", "series", "skip"
    std::int64_t row = 0;
    std::optional<std::string> before, after;  ///< JSON of its kind; none: it was not there
};
struct CalendarStep {
    CalendarStepId id;
    std::string action;                        ///< "move", "delete", "import", "campaign_day", "queue_fill", "series", ...
    Instant at;
    std::vector<CalendarStepRow> rows;
};

class CalendarSteps {
public:
    explicit CalendarSteps(Tx &tx) : tx_(tx) {}
    Result<CalendarStepId> begin(const std::string &action);
    Result<void> add(CalendarStepId step, const CalendarStepRow &row);
    /// The newest that was not taken back.
    Result<std::optional<CalendarStep>> last();
    Result<CalendarStep> get(CalendarStepId id);
    Result<void> markUndone(CalendarStepId id);

private:
    Tx &tx_;
};

} // namespace vigie::store
