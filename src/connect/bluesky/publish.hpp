// SPDX-License-Identifier: GPL-3.0-or-later
// Sending, step by step: look up what the record must name (the post answered, the people mentioned, the post quoted, the page
// linked), upload pictures, write the record under a key chosen before. Writing it again changes nothing.
// Thread: pure functions. Errors: ContentRefused, InvalidInput, NotFound, TooLarge, Conflict (edited meanwhile),
// UnknownOutcome, refusals.
#pragma once

#include <vigie/connect/connector.hpp>

namespace vigie::connect::bluesky {

[[nodiscard]] text::LengthProfile lengthProfile();
[[nodiscard]] std::string outgoingText(const PublishJob &job);
[[nodiscard]] Result<PublishStep> publishStep(const Context &context, const PublishJob &job, const PublishState &state);
[[nodiscard]] Result<PublishOutcome> publishAbsorb(const Context &context, const PublishJob &job, const PublishState &state, const net::Response &response);

/// What is there under the key of this part.
[[nodiscard]] Result<net::Request> readBackRequest(const Context &context, const PublishJob &job);
[[nodiscard]] Result<std::optional<OwnPost>> readBack(const Context &context, const PublishJob &job, const net::Response &response);
/// Our posts as our own data server holds them: complete the moment they are written, unlike the network's views.
[[nodiscard]] Result<net::Request> ownPostsRequest(const Context &context, const std::string &page);
[[nodiscard]] Result<OwnPage> ownPage(const Context &context, const net::Response &response);

} // namespace vigie::connect::bluesky
