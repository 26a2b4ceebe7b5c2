// SPDX-License-Identifier: GPL-3.0-or-later
// Who the token is, what the server offers, and how a person signs in.
// Thread: pure functions. Errors: AuthRevoked, ScopeMissing, Forbidden, InvalidInput, Protocol, those of refusal().
#pragma once

#include "connect/mastodon/wire.hpp"

#include <span>

namespace vigie::connect::mastodon {

/// What such a server may offer at best.
[[nodiscard]] Capabilities bestCapabilities();

/// verify_credentials; instance v2, else v1; one notification (for the scope); the scopes of the application.
[[nodiscard]] Result<std::optional<net::Request>> whoAmIRequest(const Context &context, std::span<const net::Response> soFar);
[[nodiscard]] Result<WhoAmI> whoAmI(const Context &context, std::span<const net::Response> answers);

[[nodiscard]] Limits limitsFrom(const Json &instance);

} // namespace vigie::connect::mastodon
