// SPDX-License-Identifier: GPL-3.0-or-later
// Campaigns with their phases and channels, and the posts that belong to one.
// Thread: inside a store job. Errors: Storage..., NotFound.
#pragma once

#include <vigie/model/campaign.hpp>
#include <vigie/model/plan.hpp>
#include <vigie/store/store.hpp>

#include <vector>

namespace vigie::store {

class Campaigns {
public:
    explicit Campaigns(Tx &tx) : tx_(tx) {}
    /// Without those put away unless asked for; by day, those without a day first.
    Result<std::vector<Campaign>> all(bool withArchived = false);
    Result<Campaign> get(CampaignId id);
    /// Inserts when the id is none. Phases keep their ids; one that is left out is taken off its posts.
    Result<CampaignId> save(const Campaign &campaign);
    /// Its posts and events stay in the calendar and belong to none.
    Result<void> remove(CampaignId id);
    /// Its posts, by time, those without a day last.
    Result<std::vector<PlanItem>> posts(CampaignId id);

private:
    Tx &tx_;
};

} // namespace vigie::store
