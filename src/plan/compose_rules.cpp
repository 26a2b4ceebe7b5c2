// SPDX-License-Identifier: GPL-3.0-or-later
// Where the workspace keeps how posts are composed (vigie/app/settings_table.hpp names the keys).
#include <vigie/plan/tracking.hpp>

#include <vigie/base/ascii.hpp>
#include <vigie/store/campaigns.hpp>
#include <vigie/store/members.hpp>

#include <nlohmann/json.hpp>

namespace vigie::plan {

namespace {

using Json = nlohmann::json;

constexpr const char *kAltKey = "calendar.altRequired", *kTrackingKey = "calendar.tracking";

} // namespace

std::string trackingToJson(const Tracking &tracking)
{
    const Json object{{"on", tracking.on}, {"source", tracking.source}, {"medium", tracking.medium}, {"campaign", tracking.campaign},
                      {"content", tracking.content}, {"term", tracking.term}, {"sites", tracking.sites}};
    return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<Tracking> trackingFromJson(std::string_view json)
{
    Tracking tracking;
    if (json.empty())
        return tracking;
    const auto object = Json::parse(json, nullptr, false);
    if (!object.is_object())
        return fail(Errc::InvalidInput, "the convention of campaign links cannot be read");
    const auto text = [&object](const char *key, std::string &into) {
        if (const auto found = object.find(key); found != object.end() && found->is_string())
            into = found->get<std::string>();
    };
    if (const auto on = object.find("on"); on != object.end() && on->is_boolean())
        tracking.on = on->get<bool>();
    text("source", tracking.source);
    text("medium", tracking.medium);
    text("campaign", tracking.campaign);
    text("content", tracking.content);
    text("term", tracking.term);
    if (const auto sites = object.find("sites"); sites != object.end() && sites->is_array())
        for (const auto &site : *sites)
            if (site.is_string() && !trimmed(site.get_ref<const std::string &>()).empty())
                tracking.sites.push_back(lowerAscii(trimmed(site.get_ref<const std::string &>())));
    return tracking;
}

Result<ComposeRules> readComposeRules(store::Tx &tx)
{
    ComposeRules rules;
    store::Settings settings(tx);
    VIGIE_TRY(const auto alt, settings.get(kAltKey));
    rules.altRequired = alt.value_or("1") != "0";
    VIGIE_TRY(const auto kept, settings.get(kTrackingKey));
    VIGIE_TRY(rules.tracking, trackingFromJson(kept.value_or("")));
    return rules;
}

Result<std::string> campaignName(store::Tx &tx, const PlanItem &plan)
{
    if (!plan.campaign)
        return std::string{};
    const auto campaign = store::Campaigns(tx).get(plan.campaign);
    if (!campaign && campaign.error().code != Errc::NotFound)
        return fail(campaign.error());
    return campaign ? campaign->name : std::string{};
}

Result<void> writeAltRequired(store::Tx &tx, bool required)
{
    return store::Settings(tx).set(kAltKey, required ? "1" : "0");
}

Result<void> writeTracking(store::Tx &tx, const Tracking &tracking)
{
    for (const auto *pattern : {&tracking.source, &tracking.medium, &tracking.campaign, &tracking.content, &tracking.term})
        VIGIE_CHECK(trackingValue(*pattern, TrackingValues{}));
    return store::Settings(tx).set(kTrackingKey, trackingToJson(tracking));
}

} // namespace vigie::plan
