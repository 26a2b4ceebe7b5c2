// SPDX-License-Identifier: GPL-3.0-or-later
// The streams of an account: how they are named, asked for and read.
// Thread: pure functions. Errors: InvalidInput (no such stream), those of bodyOf() and stepAfter().
#pragma once

#include <vigie/connect/connector.hpp>

namespace vigie::connect::mastodon {

[[nodiscard]] std::vector<StreamSpec> streamsOf(const Account &account);
[[nodiscard]] Result<net::Request> fetchRequest(const Context &context, const FetchSpec &spec);
[[nodiscard]] Result<FetchPage> fetchPage(const Context &context, const FetchSpec &spec, const net::Response &response);

/// Server-sent events: "notifications" and "own" come on the user stream, "tag:x" on its hashtag stream.
[[nodiscard]] Result<net::Request> liveRequest(const Context &context, const std::string &stream);
[[nodiscard]] Result<FetchPage> liveEvent(const Context &context, const std::string &stream, const net::StreamEvent &event);

} // namespace vigie::connect::mastodon
