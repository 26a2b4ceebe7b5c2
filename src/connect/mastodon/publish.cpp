// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/mastodon/publish.hpp"

#include "connect/mastodon/publish_stages.hpp"

namespace vigie::connect::mastodon {

using namespace publishing;

Result<PublishStep> publishStep(const Context &context, const PublishJob &job, const PublishState &stored)
{
    const auto *part = partOf(job);
    const auto state = withKnownMedia(State::from(stored), part);
    switch (stageOf(job, state)) {
    case Stage::Look: return lookStep(context, job);
    case Stage::Upload: return uploadStep(context, *part, state);
    case Stage::Wait: return waitStep(context, state);
    case Stage::Send: break;
    }
    return writesText(job.outbound.kind) ? textStep(context, job, state) : actionStep(context, job, state);
}

Result<PublishOutcome> publishAbsorb(const Context &context, const PublishJob &job, const PublishState &stored, const net::Response &response)
{
    auto state = withKnownMedia(State::from(stored), partOf(job));
    switch (stageOf(job, state)) {
    case Stage::Look: return absorbLook(context, job, std::move(state), response);
    case Stage::Upload: return absorbUpload(context, std::move(state), response);
    case Stage::Wait: return absorbWait(context, std::move(state), response);
    case Stage::Send: break;
    }
    return writesText(job.outbound.kind) ? absorbText(context, job, std::move(state), response) : absorbAction(context, job, response);
}

} // namespace vigie::connect::mastodon
