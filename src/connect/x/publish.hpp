// SPDX-License-Identifier: GPL-3.0-or-later
// Posts, replies, deletion, and hiding of replies. A reply begins with a look at what is answered: without a call for us by its
// author X refuses it, so it is not tried. Pictures and films go up in pieces.
// Thread: pure functions; nextStep asks how big a file is. Errors: PolicyRefused (nobody called for us), ContentRefused (too long), InvalidInput,
// Unsupported, UnknownOutcome, as wire.hpp.
#pragma once

#include "connect/x/wire.hpp"

namespace vigie::connect::x {

/// What can be told of an item without asking: nobody in it names us, and it quotes nothing that might be ours.
[[nodiscard]] std::optional<CapabilityReason> notCalled(const Account &account, const Item &item);

[[nodiscard]] Result<PublishStep> publishStep(const Context &context, const PublishJob &job, const PublishState &state);
[[nodiscard]] Result<PublishOutcome> publishAbsorb(const Context &context, const PublishJob &job, const PublishState &state, const net::Response &response);

/// Our posts since a little before it was sent, compared as X changes them: links are shortened, and names without a protocol become links.
[[nodiscard]] Result<net::Request> readBackRequest(const Context &context, const PublishJob &job);
[[nodiscard]] Result<std::optional<OwnPost>> readBack(const Context &context, const PublishJob &job, const net::Response &response);
[[nodiscard]] Result<net::Request> ownPostsRequest(const Context &context, const std::string &page);
[[nodiscard]] Result<OwnPage> ownPage(const Context &context, const net::Response &response);

} // namespace vigie::connect::x
