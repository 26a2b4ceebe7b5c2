// SPDX-License-Identifier: GPL-3.0-or-later
// What a campaign was to cost and to reach, beside what it has cost and reached: in all, by channel, and by phase and channel.
// A count that a network does not give is not 0: each sum says of how many posts it is.
// Thread: campaignResult() pure, readCampaignResult() inside a store job. Errors: NotFound, Storage...
#pragma once

#include <vigie/plan/campaigns.hpp>
#include <vigie/store/campaign_results.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace vigie::plan {

/// Of posts that are out. Reach is added up post by post: who saw two posts counts twice, and is said so where it is shown.
struct ResultSum {
    int posts = 0;
    double reach = 0, views = 0, reactions = 0;
    int withReach = 0, withViews = 0, withReactions = 0; ///< posts that gave it
    void add(const store::CampaignPostResult &post);
};

struct CampaignResult {
    std::optional<std::int64_t> budgetCents, reachTarget;
    std::int64_t spentCents = 0;
    std::string currency;
    std::vector<store::CampaignSpending> spending;       ///< by day
    ResultSum all;
    std::vector<ResultSum> channels;                     ///< as Coverage::channels
    std::vector<std::vector<ResultSum>> cells;           ///< as Coverage::cells
    /// Spent for a thousand people reached; none: nothing spent, or nobody known to be reached.
    [[nodiscard]] std::optional<double> centsPerThousand() const;
};

struct CampaignFacts {
    std::span<const PlanItem> posts;
    std::span<const store::CampaignPostResult> results;
    std::span<const store::CampaignSpending> spending;
};
[[nodiscard]] CampaignResult campaignResult(const Campaign &campaign, const CampaignFacts &facts);
Result<CampaignResult> readCampaignResult(store::Tx &tx, CampaignId id);

} // namespace vigie::plan
