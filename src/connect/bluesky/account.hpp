// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in with an app password, renewing the session, who we are, and recognising what somebody typed.
// Thread: pure functions. Errors: InvalidInput (identifier or password refused), Forbidden (account taken down), AuthRevoked
// (renewing was refused), Protocol, those of refusal().
#pragma once

#include <vigie/connect/connector.hpp>

#include <span>

namespace vigie::connect::bluesky {

[[nodiscard]] Capabilities bestCapabilities();

/// A handle or DID: its identity document, then its own data server. An e-mail address, or where a server was typed: there at once.
[[nodiscard]] Result<SignInProgress> signInStep(const SignInForm &form, std::span<const net::Response> soFar);

[[nodiscard]] Result<net::Request> refreshRequest(const Context &context);
[[nodiscard]] Result<Credential> refreshed(const Context &context, const net::Response &response);

/// getSession; getProfile; describeServer.
[[nodiscard]] Result<std::optional<net::Request>> whoAmIRequest(const Context &context, std::span<const net::Response> soFar);
[[nodiscard]] Result<WhoAmI> whoAmI(const Context &context, std::span<const net::Response> answers);

[[nodiscard]] std::optional<Candidate> guessFrom(std::string_view typed);
[[nodiscard]] std::optional<net::Request> probeFor(std::string_view typed);
[[nodiscard]] std::optional<Candidate> recognised(std::string_view typed, const net::Response &response);

} // namespace vigie::connect::bluesky
