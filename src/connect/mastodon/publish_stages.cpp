// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/mastodon/publish_stages.hpp"

#include "connect/mastodon/mapping.hpp"

namespace vigie::connect::mastodon::publishing {

PublishState State::text() const
{
    Json media = Json::array();
    for (const auto &upload : uploads)
        media.push_back({{"id", upload.id}, {"ready", upload.ready}});
    return {dump(Json{{"media", media}, {"kept", kept}, {"account", account}, {"looked", looked}, {"oldUpload", oldUpload}, {"noLanguage", noLanguage}, {"checks", checks}, {"missing", missing}})};
}

State State::from(const PublishState &stored)
{
    State state;
    const auto json = parseJson(stored.data.empty() ? "{}" : stored.data);
    if (!json)
        return state;
    for (const auto &upload : arrayAt(*json, "media"))
        state.uploads.push_back({idAt(upload, "id"), boolAt(upload, "ready")});
    for (const auto &id : arrayAt(*json, "kept"))
        state.kept.push_back(asId(id));
    state.account = textAt(*json, "account");
    state.looked = boolAt(*json, "looked");
    state.oldUpload = boolAt(*json, "oldUpload");
    state.noLanguage = boolAt(*json, "noLanguage");
    state.checks = static_cast<int>(intAt(*json, "checks").value_or(0));
    state.missing = static_cast<int>(intAt(*json, "missing").value_or(0));
    return state;
}

bool writesText(OutboundKind kind)
{
    return kind == OutboundKind::Post || kind == OutboundKind::Reply || kind == OutboundKind::Edit;
}

const OutboundPart *partOf(const PublishJob &job)
{
    return job.part < job.outbound.parts.size() ? &job.outbound.parts[job.part] : nullptr;
}

State withKnownMedia(State state, const OutboundPart *part)
{
    if (part != nullptr)
        while (state.uploads.size() < part->media.size() && !part->media[state.uploads.size()].nativeId.empty())
            state.uploads.push_back({part->media[state.uploads.size()].nativeId, true});
    return state;
}

Stage stageOf(const PublishJob &job, const State &state)
{
    const auto *part = partOf(job);
    const bool editKeepsMedia = job.outbound.kind == OutboundKind::Edit && part != nullptr && part->media.empty();
    if ((editKeepsMedia || job.outbound.kind == OutboundKind::Report) && !state.looked)
        return Stage::Look;
    if (!writesText(job.outbound.kind) || part == nullptr)
        return Stage::Send;
    if (!state.uploads.empty() && !state.uploads.back().ready)
        return Stage::Wait;
    return state.uploads.size() < part->media.size() ? Stage::Upload : Stage::Send;
}

std::string statusPath(const std::string &id, const char *action)
{
    return "/api/v1/statuses/" + net::encodeComponent(id) + action;
}

} // namespace vigie::connect::mastodon::publishing
