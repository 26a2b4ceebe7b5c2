// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to a post or a member without a text of ours, and the look that some of it begins with.
#include "connect/common/http_error.hpp"
#include "connect/mastodon/publish_stages.hpp"

#include "connect/mastodon/mapping.hpp"

namespace vigie::connect::mastodon::publishing {

Result<PublishStep> lookStep(const Context &context, const PublishJob &job)
{
    if (job.outbound.targetNative.empty())
        return fail(Errc::InvalidInput, "nothing to act on");
    PublishStep step;
    step.phase = "prepare";
    step.request = request(context, net::Method::Get, statusPath(job.outbound.targetNative));
    return step;
}

Result<PublishOutcome> absorbLook(const Context &context, const PublishJob &job, State state, const net::Response &response)
{
    VIGIE_TRY(const auto status, bodyOf(context, response));
    state.looked = true;
    state.account = idAt(at(status, "account"), "id");
    if (job.outbound.kind == OutboundKind::Report && state.account.empty())
        return fail(Errc::Protocol, "the server does not say who wrote it");
    for (const auto &media : arrayAt(status, "media_attachments"))
        if (auto id = idAt(media, "id"); !id.empty())
            state.kept.push_back(std::move(id));
    return PublishOutcome(state.text());
}

Result<PublishStep> actionStep(const Context &context, const PublishJob &job, const State &state)
{
    const auto &target = job.outbound.targetNative;
    if (target.empty())
        return fail(Errc::InvalidInput, "nothing to act on");
    PublishStep step;
    step.phase = "send";
    step.effect = StepEffect::Idempotent;
    step.keyValidFor = kKeyValid;
    const auto status = [&](const char *action) { step.request = request(context, net::Method::Post, statusPath(target, action)); };
    const auto member = [&](const char *action) { step.request = request(context, net::Method::Post, "/api/v1/accounts/" + net::encodeComponent(target) + action); };
    switch (job.outbound.kind) {
    case OutboundKind::Delete: step.request = request(context, net::Method::Delete, statusPath(target)); break;
    case OutboundKind::Favourite: status("/favourite"); break;
    case OutboundKind::Unfavourite: status("/unfavourite"); break;
    case OutboundKind::Boost:
        status("/reblog");
        // Mastodon answers with the boost that is there already; that others do is not known.
        if (!honoursKeys(context.account))
            step.effect = StepEffect::Once;
        break;
    case OutboundKind::Unboost: status("/unreblog"); break;
    case OutboundKind::MuteMember: member("/mute"); break;
    case OutboundKind::UnmuteMember: member("/unmute"); break;
    case OutboundKind::BlockMember: member("/block"); break;
    case OutboundKind::UnblockMember: member("/unblock"); break;
    case OutboundKind::Report:
        step.request = formRequest(context, net::Method::Post, "/api/v1/reports", {{"account_id", state.account}, {"status_ids[]", target}, {"comment", job.outbound.comment}, {"forward", "false"}});
        step.effect = StepEffect::Once;
        break;
    case OutboundKind::Post: case OutboundKind::Reply: case OutboundKind::Edit: return fail(Errc::Internal, "not an action");
    case OutboundKind::HideReply: case OutboundKind::UnhideReply: case OutboundKind::ApproveItem: case OutboundKind::HoldItem:
    case OutboundKind::MarkSpam: case OutboundKind::RemoveItem: case OutboundKind::RestoreItem: case OutboundKind::BanMember:
        return fail(Errc::Unsupported);
    }
    if (step.effect == StepEffect::Once)
        step.keyValidFor = std::chrono::seconds{0};
    return step;
}

Result<PublishOutcome> absorbAction(const Context &context, const PublishJob &job, const net::Response &response)
{
    const auto kind = job.outbound.kind;
    const bool absent = response.status == 404 || response.status == 410;
    // snac 2.75 has no such call: its 404 says nothing of the post, which is still there.
    if (kind == OutboundKind::Delete && absent && softwareOf(context.account.limits.serverVersion) == Software::Snac)
        return fail(Errc::Unsupported, "this server does not delete posts for other programs");
    if (!response.ok() && !(kind == OutboundKind::Delete && absent)) {
        auto error = refusal(context, response);
        if (error.code == Errc::ContentRefused)
            error.code = Errc::Forbidden;
        if ((kind == OutboundKind::Report || kind == OutboundKind::Boost) && mayHaveTakenEffect(response.status))
            error.code = Errc::UnknownOutcome;
        return fail(std::move(error));
    }
    PublishDone done;
    done.nativeId = job.outbound.targetNative;
    if (kind == OutboundKind::Boost) {
        const auto body = parseJson(response.body);
        if (body && !idAt(*body, "id").empty())
            done.nativeId = idAt(*body, "id");
    }
    return PublishOutcome(std::move(done));
}

} // namespace vigie::connect::mastodon::publishing
