// SPDX-License-Identifier: GPL-3.0-or-later
// From the person's own application to a token that lasts. Meta hands out a token of an hour first; it is exchanged for one of
// sixty days, and on Facebook that one for the token of the Page, which does not end. Each exchange is a renewal: what is over at
// birth is renewed at once.
// Thread: pure functions. Errors: as graph.hpp; Unsupported (only the person can renew it), InvalidInput (no such Page).
#pragma once

#include "connect/meta/graph.hpp"

namespace vigie::connect::meta {

[[nodiscard]] std::vector<std::string> scopesOf(Network network);

[[nodiscard]] Result<std::string> authorizeAddress(Network network, const std::string &instance, const Connector::OAuthApp &app, const std::string &redirectUri, const std::string &state);
/// `code` may be the whole address of the page that Facebook ends on.
[[nodiscard]] Result<net::Request> tokenRequest(Network network, const std::string &instance, const Connector::OAuthApp &app, const std::string &redirectUri, const std::string &code);
[[nodiscard]] Result<Credential> tokenFrom(const net::Response &response, Instant now);

/// A token that was made on Meta's own page.
[[nodiscard]] Result<SignedIn> typedToken(const SignInForm &form);

[[nodiscard]] Result<net::Request> renewRequest(const Context &context);
[[nodiscard]] Result<Credential> renewed(const Context &context, const net::Response &response);

} // namespace vigie::connect::meta
