// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in with the person's own application (a public client with a proof key), who the token is, what may be done with it.
// Thread: pure functions. Errors: as wire.hpp; AuthRevoked (the refresh token is over).
#pragma once

#include "connect/x/wire.hpp"

#include <span>

namespace vigie::connect::x {

[[nodiscard]] Descriptor describe();
[[nodiscard]] Result<std::optional<net::Request>> whoAmIRequest(const Context &context, std::span<const net::Response> soFar);
[[nodiscard]] Result<WhoAmI> whoAmI(const Context &context, std::span<const net::Response> answers);

[[nodiscard]] std::string authorizeAddress(const std::string &instance, const Connector::OAuthApp &app, const std::string &redirectUri, const std::string &state, const std::string &challenge);
[[nodiscard]] net::Request tokenRequest(const std::string &instance, const Connector::OAuthApp &app, const std::string &redirectUri, const std::string &code, const std::string &verifier);
[[nodiscard]] Result<Credential> tokenFrom(const net::Response &response, Instant now, bool renewing);
[[nodiscard]] Result<net::Request> renewRequest(const Context &context);
[[nodiscard]] net::Request revokeRequest(const std::string &instance, const Connector::OAuthApp &app, const Secret &token);

} // namespace vigie::connect::x
