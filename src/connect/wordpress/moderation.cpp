// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to comments and posts without a text of ours. An unknown status is answered with 200 and no change, so the
// status that comes back is compared with the one that was wanted.
#include "connect/wordpress/publish_stages.hpp"

#include "connect/wordpress/mapping.hpp"

namespace vigie::connect::wordpress::publishing {

namespace {

/// What WordPress is asked to make of a comment; nullptr for what is no change of status.
const char *wantedStatus(OutboundKind kind)
{
    switch (kind) {
    case OutboundKind::ApproveItem: return "approved";
    case OutboundKind::HoldItem: return "hold";
    case OutboundKind::MarkSpam: return "spam";
    case OutboundKind::RestoreItem: return "untrash"; // what it was before it was thrown away
    default: return nullptr;
    }
}

bool isRemoval(OutboundKind kind)
{
    return kind == OutboundKind::Delete || kind == OutboundKind::RemoveItem;
}

bool isAsWanted(OutboundKind kind, const std::string &status)
{
    const auto state = commentState(status);
    switch (kind) {
    case OutboundKind::ApproveItem: return state == ItemState::Visible;
    case OutboundKind::HoldItem: return state == ItemState::Held;
    case OutboundKind::MarkSpam: return state == ItemState::Spam;
    case OutboundKind::RestoreItem: return state == ItemState::Visible || state == ItemState::Held;
    default: return false;
    }
}

PublishOutcome done(const Place &place)
{
    return PublishDone{place.nativeId(), {}, false};
}

Result<PublishOutcome> absorbRemoval(const Context &context, const Place &place, State state, const net::Response &response)
{
    const auto code = codeOf(response);
    if (response.ok() || code == "rest_already_trashed" || response.status == 410 || (response.status == 404 && code != "rest_no_route"))
        return done(place);
    if (code == "rest_trash_not_supported" && !state.force) {
        state.force = true;
        return PublishOutcome(state.text());
    }
    return fail(refusal(context, response));
}

} // namespace

Result<PublishStep> actionStep(const Context &context, const PublishJob &job, const State &state)
{
    const auto *status = wantedStatus(job.outbound.kind);
    if (status == nullptr && !isRemoval(job.outbound.kind))
        return fail(Errc::Unsupported, "WordPress does not offer this");
    VIGIE_TRY(const auto place, targetOf(job));
    PublishStep step;
    step.phase = "send";
    step.effect = StepEffect::Idempotent;
    step.keyValidFor = std::chrono::hours{24};
    const net::QueryPairs fields{{"_fields", "id,status"}};
    if (isRemoval(job.outbound.kind)) {
        step.request = request(context, net::Method::Delete, place.path(), state.force ? net::QueryPairs{{"force", "true"}} : net::QueryPairs{});
        return step;
    }
    if (!place.isComment())
        return fail(Errc::Unsupported, "WordPress judges comments, not posts");
    if (state.doubtful) {
        step.phase = "confirm";
        step.effect = StepEffect::None;
        step.request = request(context, net::Method::Get, place.path(), fields);
        return step;
    }
    step.request = jsonRequest(context, net::Method::Post, place.path(), Json{{"status", state.unspam ? "unspam" : status}}, fields);
    return step;
}

Result<PublishOutcome> absorbAction(const Context &context, const PublishJob &job, State state, const net::Response &response)
{
    VIGIE_TRY(const auto place, targetOf(job));
    if (isRemoval(job.outbound.kind))
        return absorbRemoval(context, place, std::move(state), response);
    // "Updating comment status failed" is also said of a comment that is already so.
    if (!state.doubtful && codeOf(response) == "rest_comment_failed_edit") {
        state.doubtful = true;
        return PublishOutcome(state.text());
    }
    VIGIE_TRY(const auto body, bodyOf(context, response));
    const bool spam = commentState(textAt(body, "status")) == ItemState::Spam;
    if (job.outbound.kind == OutboundKind::RestoreItem && spam && !state.unspam) {
        state.unspam = true;
        state.doubtful = false;
        return PublishOutcome(state.text());
    }
    if (!isAsWanted(job.outbound.kind, textAt(body, "status")))
        return fail(Errc::Forbidden, "the site answered well, but the comment is still \"" + textAt(body, "status").substr(0, 20) + "\"");
    return done(place);
}

} // namespace vigie::connect::wordpress::publishing
