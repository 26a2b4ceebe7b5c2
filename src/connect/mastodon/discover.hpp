// SPDX-License-Identifier: GPL-3.0-or-later
// Is there a server behind a typed address or handle that speaks Mastodon's client API? Handles are looked up by WebFinger
// (RFC 7033), because their domain need not be the server's.
#pragma once

#include <vigie/connect/connector.hpp>

namespace vigie::connect::mastodon {

[[nodiscard]] std::optional<Candidate> guessServer(std::string_view typed);
[[nodiscard]] std::optional<net::Request> probeServer(std::string_view typed);
[[nodiscard]] std::optional<net::Request> probeServerFurther(std::string_view typed, std::span<const net::Response> soFar);
[[nodiscard]] std::optional<Candidate> recogniseServer(std::string_view typed, const net::Response &response);

} // namespace vigie::connect::mastodon
