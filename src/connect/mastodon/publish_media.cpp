// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures and films go up first; some servers take a while until they can be attached.
#include "connect/common/upload.hpp"
#include "connect/mastodon/publish_stages.hpp"

#include "connect/mastodon/mapping.hpp"

#include <algorithm>

namespace vigie::connect::mastodon::publishing {

namespace {

constexpr int kMediaChecks = 60;   ///< with the waits below about 14 minutes, as long as a long video may take
constexpr int kMediaMissing = 3;   ///< a 404 right after the upload is no proof

} // namespace

Result<PublishStep> uploadStep(const Context &context, const OutboundPart &part, const State &state)
{
    const auto &media = part.media[state.uploads.size()];
    const auto &limits = context.account.limits;
    if (static_cast<int>(part.media.size()) > limits.maxMedia)
        return fail(Errc::ContentRefused, "the server takes at most " + std::to_string(limits.maxMedia) + " attachments");
    if (!limits.mimeTypes.empty() && !media.mime.empty() && std::find(limits.mimeTypes.begin(), limits.mimeTypes.end(), media.mime) == limits.mimeTypes.end())
        return fail(Errc::ContentRefused, "the server does not take " + media.mime);
    PublishStep step;
    step.phase = "prepare";
    step.request = request(context, net::Method::Post, state.oldUpload ? "/api/v1/media" : "/api/v2/media");
    step.request.timeout = kUploadTimeout;
    step.request.form.push_back(fileField("file", media));
    if (!media.alt.empty())
        step.request.form.push_back(textField("description", media.alt));
    return step;
}

PublishStep waitStep(const Context &context, const State &state)
{
    PublishStep step;
    step.phase = "prepare";
    step.request = request(context, net::Method::Get, "/api/v1/media/" + net::encodeComponent(state.uploads.back().id));
    step.notBefore = std::chrono::seconds(std::min(15, 1 << std::min(state.checks, 4)));
    return step;
}

Result<PublishOutcome> absorbUpload(const Context &context, State state, const net::Response &response)
{
    if ((response.status == 404 || response.status == 405) && !state.oldUpload) {
        state.oldUpload = true;
        return PublishOutcome(state.text());
    }
    VIGIE_TRY(const auto body, bodyOf(context, response));
    auto id = idAt(body, "id");
    if (id.empty())
        return fail(Errc::Protocol, "the upload got no id");
    state.uploads.push_back({std::move(id), response.status != 202});
    state.checks = state.missing = 0;
    return PublishOutcome(state.text());
}

Result<PublishOutcome> absorbWait(const Context &context, State state, const net::Response &response)
{
    ++state.checks;
    if (response.status == 404)
        ++state.missing;
    else if (!response.ok())
        return fail(refusal(context, response));
    // 206: still at work. Where the end point does not exist at all, only the post itself can tell.
    if (response.status != 206 && (response.status != 404 || state.missing >= kMediaMissing))
        state.uploads.back().ready = true;
    else if (state.checks >= kMediaChecks)
        return fail(Errc::Timeout, "the server does not finish processing the media");
    return PublishOutcome(state.text());
}

} // namespace vigie::connect::mastodon::publishing
