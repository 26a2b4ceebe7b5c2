// SPDX-License-Identifier: GPL-3.0-or-later
// A campaign on one printed page: what it is for, its phases on a line of time, what each says on each channel, its posts.
// Thread: the window's.
#pragma once

#include <vigie/model/campaign.hpp>
#include <vigie/model/plan.hpp>
#include <vigie/plan/campaign_results.hpp>

#include <QString>

#include <functional>
#include <vector>

namespace vigie::ui {

struct CampaignPage {
    Campaign campaign;
    std::vector<PlanItem> posts;                      ///< by time
    plan::CampaignResult result;                      ///< spent and reached so far
    std::function<QString(AccountId)> accountName;
    QString workspace, zone;
};
/// As PDF, A4 upright, on one page: when it is too much, the last posts are counted instead of listed. False when it cannot be
/// written.
[[nodiscard]] bool writeCampaignPage(const QString &file, const CampaignPage &page);

} // namespace vigie::ui
