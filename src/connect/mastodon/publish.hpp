// SPDX-License-Identifier: GPL-3.0-or-later
// Sending, step by step: look up what is needed, upload media, wait for it, send. All that is known between two steps is
// in PublishState, so that a restart continues where it was.
// Thread: pure functions. Errors: ContentRefused, InvalidInput, UnknownOutcome (sent, and the answer does not tell), refusals.
#pragma once

#include <vigie/connect/connector.hpp>

namespace vigie::connect::mastodon {

[[nodiscard]] std::string outgoingText(const Context &context, const PublishJob &job);
[[nodiscard]] Result<PublishStep> publishStep(const Context &context, const PublishJob &job, const PublishState &state);
[[nodiscard]] Result<PublishOutcome> publishAbsorb(const Context &context, const PublishJob &job, const PublishState &state, const net::Response &response);

} // namespace vigie::connect::mastodon
