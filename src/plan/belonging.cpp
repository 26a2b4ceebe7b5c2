// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/belonging.hpp"

#include <vigie/base/civil_day.hpp>
#include <vigie/store/calendar_events.hpp>
#include <vigie/store/campaigns.hpp>

#include <algorithm>

namespace vigie::plan {

namespace {

/// None instead of an error for what is not there any more.
template <class T>
Result<std::optional<T>> ifThere(Result<T> found)
{
    if (found)
        return std::optional<T>(std::move(*found));
    if (found.error().code == Errc::NotFound)
        return std::optional<T>{};
    return fail(std::move(found.error()));
}

} // namespace

Result<void> settleBelonging(store::Tx &tx, PlanItem &plan)
{
    std::optional<std::int32_t> anchor;
    if (plan.event) {
        VIGIE_TRY(const auto event, ifThere(store::CalendarEvents(tx).get(plan.event)));
        if (!event || event->deletedAt) {
            plan.event = {};
        } else {
            anchor = civilDay(event->starts);
            if (!plan.campaign)
                plan.campaign = event->campaign;
        }
    }
    if (plan.campaign) {
        VIGIE_TRY(const auto campaign, ifThere(store::Campaigns(tx).get(plan.campaign)));
        if (!campaign)
            plan.campaign = {};
        else if (!anchor)
            anchor = campaign->day;
        const bool known = campaign && std::any_of(campaign->phases.begin(), campaign->phases.end(), [&](const CampaignPhase &one) { return one.id == plan.phase; });
        if (!known)
            plan.phase = {};
    } else {
        plan.phase = {};
    }
    if (anchor && plan.wall)
        plan.dayOffset = civilDay(*plan.wall) - *anchor;
    else if (!plan.event && !plan.campaign)
        plan.dayOffset.reset();
    return {};
}

Result<std::optional<Instant>> embargoOf(store::Tx &tx, const PlanItem &plan)
{
    auto embargo = plan.embargo;
    if (plan.campaign) {
        VIGIE_TRY(const auto campaign, ifThere(store::Campaigns(tx).get(plan.campaign)));
        if (campaign && campaign->embargo)
            embargo = embargo ? std::max(*embargo, *campaign->embargo) : *campaign->embargo;
    }
    return embargo;
}

Result<void> refuseEmbargo(store::Tx &tx, const PlanItem &plan, Instant at)
{
    VIGIE_TRY(const auto embargo, embargoOf(tx, plan));
    if (embargo && at < *embargo)
        return fail(Errc::PolicyRefused, "it is under embargo until " + toRfc3339(*embargo));
    return {};
}

} // namespace vigie::plan
