// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/dashboard_reading.hpp"

namespace vigie::ui {

namespace {
/// Who is among the first of this period was rarely beyond these in the one before; the rest counts as unknown.
constexpr int kMembersBefore = 2000;
} // namespace

Result<DashboardReading> readDashboard(store::Tx &tx, const insight::DashboardFilter &filter)
{
    insight::Dashboard dashboard(tx);
    DashboardReading reading;
    VIGIE_TRY(static_cast<insight::DashboardPage &>(reading), dashboard.page(filter));
    auto before = reading.filter;
    before.period = insight::previous(filter.period);
    VIGIE_TRY(const auto page, dashboard.page(before));
    for (const auto &row : page.panel)
        reading.panelBefore[row.query] = row;
    for (const auto &day : page.days)
        reading.seenBefore = reading.seenBefore || day.total() > 0;
    store::FigureFilter members;
    members.query = reading.filter.brand;
    members.fromDay = before.period.fromDay;
    members.toDay = before.period.toDay;
    members.networks = filter.networks;
    members.withoutRelays = filter.withoutRelays;
    VIGIE_TRY(const auto spoke, store::Figures(tx).topMembers(members, kMembersBefore));
    for (const auto &member : reading.members)
        if (spoke.size() < kMembersBefore)
            reading.membersBefore[member.member] = 0;
    for (const auto &member : spoke)
        reading.membersBefore[member.member] = member.mentions;
    return reading;
}

} // namespace vigie::ui
