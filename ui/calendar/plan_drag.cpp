// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/plan_drag.hpp"

#include <QMimeData>

namespace vigie::ui::calendar {

QMimeData *dragOf(PlanId id)
{
    auto *data = new QMimeData;
    data->setData(kPlanMime, QByteArray::number(static_cast<qlonglong>(id.value)));
    return data;
}

PlanId draggedPlan(const QMimeData *data)
{
    return data != nullptr && data->hasFormat(kPlanMime) ? PlanId{data->data(kPlanMime).toLongLong()} : PlanId{};
}

} // namespace vigie::ui::calendar
