// SPDX-License-Identifier: GPL-3.0-or-later
// Conversations, and posts looked up by their ids.
// Thread: pure functions. Errors: InvalidInput, NotFound, Protocol, refusals.
#pragma once

#include <vigie/connect/connector.hpp>

#include <span>

namespace vigie::connect::bluesky {

inline constexpr int kLookupBatch = 25;

[[nodiscard]] Result<net::Request> threadRequest(const Context &context, const std::string &uri);
/// Posts that were removed or are hidden from us leave only their addresses: the answers to them are kept.
[[nodiscard]] Result<ThreadAnswer> threadAnswer(const Context &context, const net::Response &response);

/// What the network leaves out without a word may be gone, blocked or not there yet: a second look decides.
[[nodiscard]] Result<net::Request> lookupRequest(const Context &context, std::span<const std::string> uris);
[[nodiscard]] Result<LookupAnswer> lookupAnswer(const Context &context, const net::Response &response);

} // namespace vigie::connect::bluesky
