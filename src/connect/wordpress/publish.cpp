// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/wordpress/publish.hpp"

#include "connect/wordpress/publish_stages.hpp"

namespace vigie::connect::wordpress {

namespace publishing {

PublishState State::text() const
{
    Json list = Json::array();
    for (const auto &picture : pictures)
        list.push_back({{"id", picture.id}, {"url", picture.url}, {"alt", picture.alt}});
    return {dump(Json{{"pictures", list}, {"figures", figures}, {"title", title}, {"ownTitle", ownTitle}, {"looked", looked}, {"duplicate", duplicate}, {"force", force}, {"doubtful", doubtful}, {"unspam", unspam}})};
}

State State::from(const PublishState &stored)
{
    State state;
    const auto json = parseJson(stored.data.empty() ? "{}" : stored.data);
    if (!json)
        return state;
    for (const auto &picture : arrayAt(*json, "pictures"))
        state.pictures.push_back({idAt(picture, "id"), textAt(picture, "url"), textAt(picture, "alt")});
    state.figures = textAt(*json, "figures");
    state.title = textAt(*json, "title");
    state.ownTitle = boolAt(*json, "ownTitle", true);
    state.looked = boolAt(*json, "looked");
    state.duplicate = boolAt(*json, "duplicate");
    state.force = boolAt(*json, "force");
    state.doubtful = boolAt(*json, "doubtful");
    state.unspam = boolAt(*json, "unspam");
    return state;
}

const OutboundPart *partOf(const PublishJob &job)
{
    return job.part < job.outbound.parts.size() ? &job.outbound.parts[job.part] : nullptr;
}

Result<Place> targetOf(const PublishJob &job)
{
    const auto place = Place::from(job.outbound.targetNative);
    return place ? Result<Place>(*place) : fail(Errc::InvalidInput, "not a post or a comment of a WordPress site");
}

} // namespace publishing

using namespace publishing;

Result<PublishStep> publishStep(const Context &context, const PublishJob &job, const PublishState &stored)
{
    const auto state = State::from(stored);
    switch (job.outbound.kind) {
    case OutboundKind::Reply: return replyStep(context, job, state);
    case OutboundKind::Post: return postStep(context, job, state);
    case OutboundKind::Edit: return editStep(context, job, state);
    default: return actionStep(context, job, state);
    }
}

Result<PublishOutcome> publishAbsorb(const Context &context, const PublishJob &job, const PublishState &stored, const net::Response &response)
{
    auto state = State::from(stored);
    switch (job.outbound.kind) {
    case OutboundKind::Reply: return absorbReply(context, job, std::move(state), response);
    case OutboundKind::Post: return absorbPost(context, job, std::move(state), response);
    case OutboundKind::Edit: return absorbEdit(context, job, std::move(state), response);
    default: return absorbAction(context, job, std::move(state), response);
    }
}

} // namespace vigie::connect::wordpress
