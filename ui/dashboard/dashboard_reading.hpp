// SPDX-License-Identifier: GPL-3.0-or-later
// What the dashboard asks the store for: the page of figures, and what the rows of its lists were in the period before.
// Thread: readDashboard() inside a store job, the rest values. Errors: those of insight::Dashboard.
#pragma once

#include <vigie/insight/dashboard.hpp>

#include <map>
#include <optional>

namespace vigie::ui {

struct DashboardReading : insight::DashboardPage {
    std::map<QueryId, insight::ShareRow> panelBefore;
    std::map<MemberId, std::int64_t> membersBefore;  ///< of those who speak most now
    bool seenBefore = false;                         ///< something of the period before was seen: a change can be told
};

[[nodiscard]] Result<DashboardReading> readDashboard(store::Tx &tx, const insight::DashboardFilter &filter);

} // namespace vigie::ui
