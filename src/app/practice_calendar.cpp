// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/practice_calendar.hpp"

#include <vigie/base/civil_day.hpp>
#include <vigie/plan/campaigns.hpp>
#include <vigie/plan/events.hpp>
#include <vigie/store/outbox.hpp>

#include <algorithm>

namespace vigie::app {

namespace {

constexpr const char *kBrandZone = "Europe/Paris", *kFairZone = "America/Toronto";
constexpr int kFairDay = 5, kWorkshopDay = 14, kNine = 9 * 60, kTen = 10 * 60;

Result<CampaignId> workshopCampaign(store::Tx &tx, const connect::Catalogue &networks, std::int32_t day, const std::vector<AccountId> &channels)
{
    Campaign campaign;
    campaign.name = "Atelier ouvert";
    campaign.objective = "Trente personnes à l’atelier, et que l’on sache que nos meubles se réparent.";
    campaign.audience = "Clients de Nantes et alentour, amateurs de réparation";
    campaign.messages = "On répare avant de remplacer\nApportez une chaise, repartez avec une chaise";
    campaign.hue = 3;
    campaign.zone = kBrandZone;
    campaign.day = day;
    campaign.budgetCents = 45'000;
    campaign.phases = {{{}, "Annonce", -14, -8}, {{}, "Rappel", -7, -1}, {{}, "Jour J", 0, 0}, {{}, "Merci", 1, 7}};
    campaign.channels = channels;
    return plan::CampaignDesk(tx, networks).save(campaign);
}

Result<EventId> saveEvent(store::Tx &tx, const connect::Catalogue &networks, CalendarEvent event, std::int32_t day, int from, int to)
{
    event.starts = wallAt(day, from);
    event.ends = wallAt(day, to);
    return plan::EventDesk(tx, networks).save(event);
}

} // namespace

Result<void> firstPracticeEvents(store::Tx &tx, const connect::Catalogue &networks, const std::vector<PlanId> &posts)
{
    VIGIE_TRY(const auto now, toWall(tx.now(), kBrandZone));
    const auto today = civilDay(now);
    store::Plans plans(tx);
    std::vector<PlanItem> all;
    std::vector<AccountId> channels;
    for (const auto id : posts) {
        VIGIE_TRY(auto post, plans.get(id));
        for (const auto &variant : post.variants)
            if (std::find(channels.begin(), channels.end(), variant.account) == channels.end())
                channels.push_back(variant.account);
        all.push_back(std::move(post));
    }
    VIGIE_TRY(const auto campaign, workshopCampaign(tx, networks, today + kWorkshopDay, channels));
    CalendarEvent workshop, fair;
    workshop.name = "Atelier ouvert";
    workshop.place = "rue des Copeaux, Nantes";
    workshop.zone = kBrandZone;
    workshop.campaign = campaign;
    workshop.expected = 30;
    VIGIE_TRY(const auto open, saveEvent(tx, networks, workshop, today + kWorkshopDay, kNine, 13 * 60));
    fair.name = "Salon du meuble";
    fair.place = "Montréal, allée C";
    fair.zone = kFairZone;
    VIGIE_TRY(const auto stand, saveEvent(tx, networks, fair, today + kFairDay, kTen, 18 * 60));
    for (auto &post : all) {
        const bool before = post.wall && civilDay(*post.wall) == today + kWorkshopDay - 1, onStand = post.zone == kFairZone;
        if (!before && !onStand)
            continue;
        post.event = before ? open : stand;
        post.campaign = before ? campaign : CampaignId{};
        if (post.wall)
            post.dayOffset = civilDay(*post.wall) - (before ? today + kWorkshopDay : today + kFairDay);
        VIGIE_CHECK(plans.save(post)); // its intents say the same as before
    }
    return {};
}

} // namespace vigie::app
