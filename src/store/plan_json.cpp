// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/plan_json.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace vigie::store {

namespace {

using Json = nlohmann::json;

template <class T>
Json idOrNull(Id<T> id)
{
    return id ? Json(id.value) : Json();
}

Json mediaJson(const OutboundMedia &media)
{
    return {{"path", media.path}, {"mime", media.mime}, {"alt", media.alt}, {"sha256", media.sha256}, {"asset", media.asset.value}};
}

OutboundMedia mediaFrom(const Json &json)
{
    return {json.at("path"), json.at("mime"), json.at("alt"), json.at("sha256"), {}, AssetId{json.at("asset").get<std::int64_t>()}};
}

template <class T>
Id<T> idFrom(const Json &json, const char *key)
{
    const auto found = json.find(key);
    return found != json.end() && found->is_number_integer() ? Id<T>{found->template get<std::int64_t>()} : Id<T>{};
}

PlanItem parsed(const Json &json)
{
    PlanItem plan;
    plan.text = json.at("text");
    plan.warning = json.at("warning");
    plan.lang = json.at("lang");
    plan.visibility = visibilityFrom(json.at("visibility").get<std::string>());
    for (const auto &one : json.at("media"))
        plan.media.push_back(mediaFrom(one));
    if (json.at("wall").is_string())
        if (const auto wall = parseWallTime(json.at("wall").get<std::string>()))
            plan.wall = *wall;
    plan.zone = json.at("zone");
    plan.lateBy = std::chrono::minutes{json.at("late_by").get<long long>()};
    for (const auto &one : json.at("variants")) {
        PlanVariant variant;
        variant.account = AccountId{one.at("account").get<std::int64_t>()};
        variant.overridden = one.at("own");
        variant.text = one.at("text");
        plan.variants.push_back(std::move(variant));
    }
    plan.firstComment = json.at("first_comment");
    plan.owner = json.at("owner");
    plan.campaign = idFrom<CampaignTag>(json, "campaign");
    plan.phase = idFrom<PhaseTag>(json, "phase");
    plan.event = idFrom<EventTag>(json, "event");
    if (json.at("day_offset").is_number())
        plan.dayOffset = json.at("day_offset").get<int>();
    plan.locked = json.at("locked");
    if (json.at("embargo").is_number())
        plan.embargo = fromMicros(json.at("embargo").get<std::int64_t>());
    plan.series = idFrom<SeriesTag>(json, "series");
    plan.seriesDay = json.at("series_day");
    plan.queue = idFrom<PostQueueTag>(json, "queue");
    plan.handOver = json.value("hand_over", false);
    return plan;
}

} // namespace

std::string planToJson(const PlanItem &plan)
{
    Json media = Json::array(), variants = Json::array();
    for (const auto &one : plan.media)
        media.push_back(mediaJson(one));
    for (const auto &one : plan.variants)
        variants.push_back({{"account", one.account.value}, {"own", one.overridden}, {"text", one.text}});
    const Json json = {{"text", plan.text}, {"warning", plan.warning}, {"lang", plan.lang}, {"visibility", toString(plan.visibility)},
                       {"media", media}, {"wall", plan.wall ? Json(toString(*plan.wall)) : Json()}, {"zone", plan.zone}, {"late_by", plan.lateBy.count()},
                       {"variants", variants}, {"first_comment", plan.firstComment}, {"owner", plan.owner}, {"campaign", idOrNull(plan.campaign)},
                       {"phase", idOrNull(plan.phase)}, {"event", idOrNull(plan.event)}, {"day_offset", plan.dayOffset ? Json(*plan.dayOffset) : Json()},
                       {"locked", plan.locked}, {"embargo", plan.embargo ? Json(toMicros(*plan.embargo)) : Json()}, {"series", idOrNull(plan.series)},
                       {"series_day", plan.seriesDay}, {"queue", idOrNull(plan.queue)},
                       {"hand_over", plan.handOver}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<PlanItem> planFromJson(const std::string &text)
{
    try {
        return parsed(Json::parse(text));
    } catch (const Json::exception &error) {
        return fail(Errc::InvalidInput, std::string("a post of the calendar cannot be read: ") + error.what());
    }
}

PlanItem withWords(PlanItem plan, const PlanItem &words)
{
    auto out = words;
    out.id = plan.id;
    out.due = plan.due;
    out.dueKind = plan.dueKind;
    out.approved = plan.approved;
    out.createdAt = plan.createdAt;
    out.changedAt = plan.changedAt;
    out.deletedAt = plan.deletedAt;
    for (auto &variant : out.variants) {
        const auto before = std::find_if(plan.variants.begin(), plan.variants.end(), [&](const PlanVariant &one) { return one.account == variant.account; });
        if (before == plan.variants.end())
            continue;
        variant.outbound = before->outbound;
        variant.state = before->state;
        variant.permalink = before->permalink;
        variant.error = before->error;
    }
    return out;
}

} // namespace vigie::store
