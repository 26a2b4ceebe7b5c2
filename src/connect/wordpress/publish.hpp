// SPDX-License-Identifier: GPL-3.0-or-later
// Sending, step by step: pictures, posts (now or on the site's own clock), answers to comments, edits, moderation. All
// that is known between two steps is in PublishState.
// Thread: pure functions. Errors: ContentRefused, InvalidInput, UnknownOutcome (sent, and the answer does not tell),
// Duplicate, RateLimited, refusals.
#pragma once

#include <vigie/connect/connector.hpp>

namespace vigie::connect::wordpress {

[[nodiscard]] Result<PublishStep> publishStep(const Context &context, const PublishJob &job, const PublishState &state);
[[nodiscard]] Result<PublishOutcome> publishAbsorb(const Context &context, const PublishJob &job, const PublishState &state, const net::Response &response);

/// A reply is looked for under what it answers: WordPress keeps no two of the same words by the same hand there.
[[nodiscard]] Result<net::Request> readBackRequest(const Context &context, const PublishJob &job);
[[nodiscard]] Result<std::optional<OwnPost>> readBack(const Context &context, const PublishJob &job, const net::Response &response);
[[nodiscard]] Result<net::Request> ownPostsRequest(const Context &context, const std::string &page);
[[nodiscard]] Result<OwnPage> ownPage(const Context &context, const net::Response &response);

} // namespace vigie::connect::wordpress
