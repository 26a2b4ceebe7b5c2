// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/panels.hpp"

#include "ui/accounts/accounts_panel.hpp"
#include "ui/alerts/alerts_panel.hpp"
#include "ui/answers/answers_panel.hpp"
#include "ui/calendar/calendar_panel.hpp"
#include "ui/charter/charter_panel.hpp"
#include "ui/dashboard/dashboard_panel.hpp"
#include "ui/evidence/evidence_panel.hpp"
#include "ui/feed/feed_panel.hpp"
#include "ui/inbox/inbox_panel.hpp"
#include "ui/members/members_panel.hpp"
#include "ui/rules/rules_panel.hpp"
#include "ui/settings/settings_panel.hpp"

namespace vigie::ui {

template <class P>
PanelFactory make()
{
    return [](Shell &shell, QWidget *parent) -> Panel * { return new P(shell, parent); };
}

// One line per panel: this is the only place that names them.
std::vector<PanelFactory> panelFactories()
{
    return {
        make<FeedPanel>(), make<InboxPanel>(), make<CalendarPanel>(), make<DashboardPanel>(),
        make<MembersPanel>(), make<AccountsPanel>(), make<SettingsPanel>(), make<AlertsPanel>(), make<EvidencePanel>(),
        make<AnswersPanel>(), make<RulesPanel>(),
        make<CharterPanel>(),
    };
}

} // namespace vigie::ui
