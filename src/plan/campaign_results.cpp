// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/plan/campaign_results.hpp>

#include <vigie/store/campaigns.hpp>

#include <algorithm>

namespace vigie::plan {

void ResultSum::add(const store::CampaignPostResult &post)
{
    ++posts;
    const auto take = [](const std::optional<double> &value, double &sum, int &given) {
        sum += value.value_or(0);
        given += value ? 1 : 0;
    };
    take(post.reach, reach, withReach);
    take(post.views, views, withViews);
    take(post.reactions, reactions, withReactions);
}

std::optional<double> CampaignResult::centsPerThousand() const
{
    constexpr double kThousand = 1000;
    if (spentCents <= 0 || all.withReach == 0 || all.reach <= 0)
        return std::nullopt;
    return static_cast<double>(spentCents) * kThousand / all.reach;
}

CampaignResult campaignResult(const Campaign &campaign, const CampaignFacts &facts)
{
    const auto table = coverage(campaign, facts.posts);
    CampaignResult out;
    out.budgetCents = campaign.budgetCents;
    out.reachTarget = campaign.reachTarget;
    out.currency = campaign.currency;
    out.spending.assign(facts.spending.begin(), facts.spending.end());
    for (const auto &line : facts.spending)
        out.spentCents += line.cents;
    out.channels.resize(table.channels.size());
    out.cells.assign(table.phases.size(), std::vector<ResultSum>(table.channels.size()));
    for (const auto &result : facts.results) {
        const auto post = std::find_if(facts.posts.begin(), facts.posts.end(), [&](const PlanItem &one) { return one.id == result.plan; });
        const auto channel = std::find(table.channels.begin(), table.channels.end(), result.account);
        if (post == facts.posts.end() || channel == table.channels.end())
            continue;
        const auto column = static_cast<std::size_t>(channel - table.channels.begin());
        const auto *phase = phaseOf(campaign, *post);
        const auto row = phase != nullptr ? static_cast<std::size_t>(phase - campaign.phases.data()) : table.phases.size() - 1;
        out.all.add(result);
        out.channels[column].add(result);
        out.cells[row][column].add(result);
    }
    return out;
}

Result<CampaignResult> readCampaignResult(store::Tx &tx, CampaignId id)
{
    store::Campaigns campaigns(tx);
    store::CampaignResults results(tx);
    VIGIE_TRY(const auto campaign, campaigns.get(id));
    VIGIE_TRY(const auto posts, campaigns.posts(id));
    VIGIE_TRY(const auto brought, results.posts(id));
    VIGIE_TRY(const auto spending, results.spending(id));
    return campaignResult(campaign, {posts, brought, spending});
}

} // namespace vigie::plan
