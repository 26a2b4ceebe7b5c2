// SPDX-License-Identifier: GPL-3.0-or-later
// A post on its way from the list of drafts to a place of the calendar.
// Thread: the window's.
#pragma once

#include <vigie/base/id.hpp>

#include <QString>

class QMimeData;

namespace vigie::ui::calendar {

inline const QString kPlanMime = QStringLiteral("application/x-vigie-plan");
/// The caller owns it.
[[nodiscard]] QMimeData *dragOf(PlanId id);
/// None when something else is dragged.
[[nodiscard]] PlanId draggedPlan(const QMimeData *data);

} // namespace vigie::ui::calendar
