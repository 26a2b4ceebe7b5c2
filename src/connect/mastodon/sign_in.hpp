// SPDX-License-Identifier: GPL-3.0-or-later
// OAuth with a code: the application registers itself, the person agrees in the browser, the code becomes a token.
// Thread: pure functions. Errors: Forbidden (the person said no), InvalidInput (code used or too old), Protocol, refusals.
#pragma once

#include <vigie/connect/connector.hpp>

namespace vigie::connect::mastodon {

inline constexpr const char *kScopes = "read write follow";

[[nodiscard]] net::Request registerRequest(const std::string &instance, const std::string &redirectUri);
[[nodiscard]] Result<Connector::OAuthApp> registered(const net::Response &response);
[[nodiscard]] std::string authorizeAddress(const std::string &instance, const Connector::OAuthApp &app, const std::string &redirectUri,
                                           const std::string &state, const std::string &pkceChallenge);
[[nodiscard]] net::Request tokenRequest(const std::string &instance, const Connector::OAuthApp &app, const std::string &redirectUri,
                                        const std::string &code, const std::string &pkceVerifier);
[[nodiscard]] Result<Secret> tokenFrom(const net::Response &response);
[[nodiscard]] net::Request revokeRequest(const std::string &instance, const Connector::OAuthApp &app, const Secret &token);

} // namespace vigie::connect::mastodon
