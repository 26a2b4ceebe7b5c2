// SPDX-License-Identifier: GPL-3.0-or-later
// What is written on the three networks besides containers: Facebook's posts with their pictures, public answers, private replies, and what is
// done to what others wrote. A private reply is its own call to a private place; nothing that is public ever goes there, nor the reverse.
// Thread: pure functions. Errors: Unsupported (this network has no such action), ContentRefused, InvalidInput, as graph.hpp.
#pragma once

#include "connect/meta/graph.hpp"

namespace vigie::connect::meta {

/// Everything but posts of Instagram and Threads and answers on Threads, which are containers.
[[nodiscard]] bool usesContainer(const Account &account, const Outbound &outbound);

[[nodiscard]] Result<PublishStep> actionStep(const Context &context, const PublishJob &job, const PublishState &state);
[[nodiscard]] Result<PublishOutcome> actionAbsorb(const Context &context, const PublishJob &job, const PublishState &state, const net::Response &response);

/// Facebook takes a post this long before it is due (10 minutes to 30 days) and keeps it until then.
[[nodiscard]] bool scheduledThere(const Context &context, const Outbound &outbound);

/// Answers of ours under what was answered; Unsupported for posts, which our own posts settle.
[[nodiscard]] Result<net::Request> readBackRequest(const Context &context, const PublishJob &job);
[[nodiscard]] Result<std::optional<OwnPost>> readBack(const Context &context, const PublishJob &job, const net::Response &response);

[[nodiscard]] Result<net::Request> ownPostsRequest(const Context &context, const std::string &page);
[[nodiscard]] Result<OwnPage> ownPage(const Context &context, const net::Response &response);

} // namespace vigie::connect::meta
