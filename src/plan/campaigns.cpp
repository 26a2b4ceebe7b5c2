// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/plan/campaigns.hpp>

#include "plan/belonging.hpp"
#include "plan/day_moves.hpp"

#include <vigie/base/ascii.hpp>
#include <vigie/base/civil_day.hpp>
#include <vigie/plan/events.hpp>
#include <vigie/store/calendar_events.hpp>
#include <vigie/store/campaigns.hpp>

#include <algorithm>

namespace vigie::plan {

namespace {

Result<void> check(const Campaign &campaign)
{
    if (trimmed(campaign.name).empty())
        return fail(Errc::InvalidInput, "the campaign has no name");
    if (!campaign.zone.empty() && !zoneExists(campaign.zone))
        return fail(Errc::InvalidInput, "unknown time zone \"" + campaign.zone + "\"");
    for (const auto &phase : campaign.phases)
        if (trimmed(phase.name).empty() || phase.fromDay > phase.toDay)
            return fail(Errc::InvalidInput, "a phase needs a name and ends on the day it begins or later: \"" + phase.name + "\"");
    return {};
}

void count(CoverageCell &cell, const PlanItem &post, const PlanVariant &variant)
{
    switch (variant.state) {
    case OutboundState::Sent:
    case OutboundState::Accepted: ++cell.sent; break;
    case OutboundState::Planned:
    case OutboundState::WaitingApproval:
    case OutboundState::Held:
    case OutboundState::Sending:
    case OutboundState::Unknown: ++cell.planned; break;
    case OutboundState::Cancelled:
        if (!post.approved)
            ++cell.drafts;
        break;
    default: ++cell.drafts; break;
    }
}

Result<DayChange> changeDay(store::Tx &tx, const connect::Catalogue &networks, CampaignId id, std::int32_t day, bool trial)
{
    store::Campaigns campaigns(tx);
    VIGIE_TRY(const auto before, campaigns.get(id));
    CalendarLog log(tx, "campaign_day");
    DayMover mover(tx, networks, trial ? nullptr : &log, before.day ? day - *before.day : 0);
    if (!trial) {
        auto after = before;
        after.day = day;
        VIGIE_CHECK(campaigns.save(after));
        VIGIE_CHECK(log.changed(before));
    }
    VIGIE_TRY(const auto events, store::CalendarEvents(tx).ofCampaign(id));
    VIGIE_TRY(const auto posts, campaigns.posts(id));
    DayChange change;
    if (before.day && *before.day != day) {
        for (const auto &event : events)
            VIGIE_CHECK(mover.move(event));
        for (const auto &post : posts)
            if (!post.event) // those around an event moved with it, or stay with it
                VIGIE_CHECK(mover.move(post));
        change.moves = mover.take();
    } else if (!before.day && !trial) {
        for (auto post : posts) { // from here on they hang on the day
            const auto was = post.dayOffset;
            VIGIE_CHECK(settleBelonging(tx, post));
            if (post.dayOffset != was)
                VIGIE_CHECK(store::Plans(tx).save(post));
        }
    }
    change.step = log.id();
    return change;
}

} // namespace

int DayChange::count(DayMove::What what) const
{
    return static_cast<int>(std::count_if(moves.begin(), moves.end(), [what](const DayMove &one) { return one.what == what; }));
}

const CampaignPhase *phaseOf(const Campaign &campaign, const PlanItem &post)
{
    for (const auto &phase : campaign.phases)
        if (post.phase && phase.id == post.phase)
            return &phase;
    if (!campaign.day || !post.wall)
        return nullptr;
    const int offset = civilDay(*post.wall) - *campaign.day;
    const auto found = std::find_if(campaign.phases.begin(), campaign.phases.end(), [offset](const CampaignPhase &one) { return one.fromDay <= offset && offset <= one.toDay; });
    return found == campaign.phases.end() ? nullptr : &*found;
}

int Coverage::holes(std::size_t intended) const
{
    int count = 0;
    for (std::size_t row = 0; row < phases.size(); ++row)
        if (phases[row].id)
            for (std::size_t column = 0; column < std::min(intended, channels.size()); ++column)
                count += cells[row][column].sum() == 0 ? 1 : 0;
    return count;
}

Coverage coverage(const Campaign &campaign, std::span<const PlanItem> posts)
{
    Coverage out;
    out.phases = campaign.phases;
    out.channels = campaign.channels;
    for (const auto &post : posts)
        for (const auto &variant : post.variants)
            if (std::find(out.channels.begin(), out.channels.end(), variant.account) == out.channels.end())
                out.channels.push_back(variant.account);
    out.cells.assign(out.phases.size() + 1, std::vector<CoverageCell>(out.channels.size()));
    bool outside = false;
    for (const auto &post : posts) {
        const auto *phase = phaseOf(campaign, post);
        const auto row = phase != nullptr ? static_cast<std::size_t>(phase - campaign.phases.data()) : out.phases.size();
        outside = outside || phase == nullptr;
        for (const auto &variant : post.variants) {
            const auto column = static_cast<std::size_t>(std::find(out.channels.begin(), out.channels.end(), variant.account) - out.channels.begin());
            count(out.cells[row][column], post, variant);
        }
    }
    if (outside)
        out.phases.push_back({});
    else
        out.cells.pop_back();
    return out;
}

Result<CampaignId> CampaignDesk::save(const Campaign &campaign, int *takenBack)
{
    VIGIE_CHECK(check(campaign));
    auto stored = campaign;
    if (campaign.id) {
        VIGIE_TRY(const auto before, store::Campaigns(tx_).get(campaign.id));
        stored.day = before.day;
    }
    VIGIE_TRY(const auto id, store::Campaigns(tx_).save(stored));
    if (takenBack != nullptr)
        *takenBack = 0;
    if (!stored.embargo)
        return id;
    VIGIE_TRY(const auto posts, store::Campaigns(tx_).posts(id));
    for (const auto &post : posts) {
        const bool early = post.approved && post.wall && post.due < *stored.embargo;
        const bool waits = std::any_of(post.variants.begin(), post.variants.end(), [](const PlanVariant &one) { return one.state == OutboundState::Planned; });
        if (!early || !waits)
            continue;
        VIGIE_CHECK(Planner(tx_, networks_).unapprove(post.id));
        if (takenBack != nullptr)
            ++*takenBack;
    }
    return id;
}

Result<DayChange> CampaignDesk::tryDay(CampaignId id, std::int32_t day)
{
    return changeDay(tx_, networks_, id, day, true);
}

Result<DayChange> CampaignDesk::setDay(CampaignId id, std::int32_t day)
{
    return changeDay(tx_, networks_, id, day, false);
}

Result<CampaignId> CampaignDesk::makeWith(const Campaign &campaign, std::span<const CampaignStep> steps)
{
    VIGIE_TRY(const auto id, save(campaign));
    VIGIE_TRY(const auto stored, store::Campaigns(tx_).get(id));
    CalendarLog log(tx_, "campaign");
    VIGIE_CHECK(log.made(id));
    for (const auto &step : steps) {
        PlanItem post;
        post.text = step.text;
        post.zone = stored.zone.empty() ? systemZone() : stored.zone;
        post.campaign = id;
        post.owner = stored.owner;
        post.dayOffset = step.day;
        if (step.phase < stored.phases.size())
            post.phase = stored.phases[step.phase].id;
        if (stored.day)
            post.wall = wallAt(*stored.day + step.day, step.minute);
        for (const auto account : stored.channels) {
            PlanVariant variant;
            variant.account = account;
            post.variants.push_back(std::move(variant));
        }
        VIGIE_TRY(const auto made, Planner(tx_, networks_).save(post));
        VIGIE_CHECK(log.made(made));
    }
    return id;
}

} // namespace vigie::plan
