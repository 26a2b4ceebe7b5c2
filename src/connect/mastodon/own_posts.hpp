// SPDX-License-Identifier: GPL-3.0-or-later
// What we posted, read back from the network a page at a time.
// Thread: pure functions. Errors: InvalidInput (no id of ours yet), Protocol, refusals.
#pragma once

#include <vigie/connect/connector.hpp>

namespace vigie::connect::mastodon {

[[nodiscard]] Result<net::Request> ownPostsRequest(const Context &context, const std::string &page);
[[nodiscard]] Result<OwnPage> ownPage(const Context &context, const net::Response &response);

} // namespace vigie::connect::mastodon
