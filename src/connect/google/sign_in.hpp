// SPDX-License-Identifier: GPL-3.0-or-later
// Google's OAuth for programs on a desk: the person's own client id and secret, the system's browser, the answer on
// loopback with PKCE. And its service accounts, whose key signs a short-lived word that is exchanged for an access.
// Thread: pure functions. Errors: AuthRevoked (invalid_grant), InvalidInput (a key that cannot be used), Protocol, refusals.
#pragma once

#include <vigie/connect/connector.hpp>

namespace vigie::connect::google {

/// What the person must make in Google's console: the two fields of the way.
[[nodiscard]] SignInWay desktopClient(std::vector<std::string> scopes);

[[nodiscard]] std::string authorizeAddress(const std::string &instance, const Connector::OAuthApp &app, const std::vector<std::string> &scopes,
                                           const std::string &redirectUri, const std::string &state, const std::string &pkceChallenge);
[[nodiscard]] net::Request tokenRequest(const std::string &instance, const Connector::OAuthApp &app, const std::string &redirectUri,
                                        const std::string &code, const std::string &pkceVerifier);
[[nodiscard]] Result<Credential> tokenFrom(const net::Response &response, Instant now);
/// From the refresh token, or from the service account's key where there is one.
[[nodiscard]] Result<net::Request> refreshRequest(const Context &context, const std::vector<std::string> &scopes);
[[nodiscard]] net::Request revokeRequest(const std::string &instance, const Secret &token);

/// The JSON file of a service account, as pasted: its address and its key.
struct ServiceKey {
    std::string email;
    Secret privateKey;
};
[[nodiscard]] Result<ServiceKey> serviceKey(const Secret &file);
/// Exchanges the key's word for an access (RFC 7523).
[[nodiscard]] Result<net::Request> serviceTokenRequest(const std::string &instance, const ServiceKey &key, const std::vector<std::string> &scopes, Instant now);

} // namespace vigie::connect::google
