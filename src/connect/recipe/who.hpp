// SPDX-License-Identifier: GPL-3.0-or-later
// Who the account is (operation "me"), and signing in.
// Thread: pure functions. Errors: those of requests and answers; Unsupported for what the recipe does not describe.
#pragma once

#include "connect/recipe/answer.hpp"
#include "connect/recipe/write.hpp"

#include <vigie/net/url.hpp>

namespace vigie::connect::recipe {

[[nodiscard]] Result<std::optional<net::Request>> whoAmIRequest(const Recipe &recipe, const Context &context, std::span<const net::Response> soFar);
[[nodiscard]] Result<WhoAmI> whoAmI(const Recipe &recipe, const Context &context, std::span<const net::Response> answers);

[[nodiscard]] Result<SignInProgress> signIn(const Recipe &recipe, const SignInForm &form, std::span<const net::Response> soFar);
[[nodiscard]] Result<std::string> authorizeAddress(const Recipe &recipe, const std::string &instance, const Connector::OAuthApp &app, const std::string &redirectUri, const std::string &state, const std::string &challenge);
[[nodiscard]] Result<net::Request> tokenRequest(const Recipe &recipe, const std::string &instance, const Connector::OAuthApp &app, const std::string &redirectUri, const std::string &code, const std::string &verifier);
/// The way of that kind when it is one of OAuth; else Unsupported.
[[nodiscard]] Result<const WayPlan *> oauthWay(const Recipe &recipe, AuthKind kind);
/// The members of a token answer (RFC 6749, 5.1), or where the recipe says that they are.
[[nodiscard]] Result<Credential> credentialOf(const WayPlan &way, const Json &members, Instant now);
/// Where nothing is exchanged (OAuthPlan::Answer): the key pair, what comes back; extraQuery: what the address carries besides.
[[nodiscard]] Result<Connector::OAuthApp> sealingApp(const Recipe &recipe);
[[nodiscard]] net::QueryPairs extraQuery(const WayPlan &way, const CallVariables &variables);
[[nodiscard]] Result<Credential> openedAnswer(const Recipe &recipe, const Connector::OAuthApp &app, const std::string &state, const std::string &answer, Instant now);
[[nodiscard]] Result<Credential> tokenFrom(const Recipe &recipe, AuthKind kind, const net::Response &response, Instant now);
[[nodiscard]] Result<net::Request> revokeRequest(const Recipe &recipe, const std::string &instance, const Connector::OAuthApp &app, const Secret &token);
[[nodiscard]] Result<net::Request> refreshRequest(const Recipe &recipe, const Context &context);
[[nodiscard]] Result<Credential> refreshed(const Recipe &recipe, const Context &context, const net::Response &response);
[[nodiscard]] Result<Credential> minted(const Recipe &recipe, const Context &context);
[[nodiscard]] Result<net::Request> deviceRequest(const Recipe &recipe, const Account &account, const Credential &typed);
[[nodiscard]] Result<DeviceGrant> deviceGrant(const Recipe &recipe, const net::Response &response);
[[nodiscard]] Result<net::Request> devicePollRequest(const Recipe &recipe, const Account &account, const Credential &typed, const DeviceGrant &grant);

} // namespace vigie::connect::recipe
