// SPDX-License-Identifier: GPL-3.0-or-later
// What all requests to such a server share, and what its refusals mean.
// Thread: pure functions. Errors: see Errc in each comment.
#pragma once

#include "connect/common/json.hpp"

#include <vigie/connect/connector.hpp>
#include <vigie/net/url.hpp>

#include <string>
#include <string_view>

namespace vigie::connect::mastodon {

/// Scheme and host, without a slash at the end.
[[nodiscard]] std::string baseOf(const Account &account);
/// "host" or "host:port" of our server, lower case.
[[nodiscard]] std::string hostOf(const std::string &instance);
/// What follows the @ in handles of our server: a server may live at a host other than the name it uses.
[[nodiscard]] std::string localDomain(const Account &account);
/// "user@host", lower-case host, whatever of "@user", "user", "user@HOST" the server wrote.
[[nodiscard]] std::string canonicalHandle(std::string_view acct, const std::string &localDomain);

[[nodiscard]] net::Request request(const Context &context, net::Method method, const std::string &path, const net::QueryPairs &query = {});
/// POST or PUT with a form in its body.
[[nodiscard]] net::Request formRequest(const Context &context, net::Method method, const std::string &path, const net::QueryPairs &form);

/// Error for a status of 400 or more. Empty text/html with 422 is snac's word for a token it does not know; a 403 that
/// speaks of scopes is not a refusal of the person.
[[nodiscard]] Error refusal(const Context &context, const net::Response &response);
/// The body as JSON when the answer is 2xx. Errors: refusal(), Protocol, TooLarge.
[[nodiscard]] Result<Json> bodyOf(const Context &context, const net::Response &response);

/// Which program answers; only what changes behaviour is told apart.
enum class Software : std::uint8_t { Mastodon, GoToSocial, Snac, Compatible };
[[nodiscard]] Software softwareOf(std::string_view version);
/// Only Mastodon itself and its forks remember an Idempotency-Key (one hour).
[[nodiscard]] inline bool honoursKeys(const Account &account) { return softwareOf(account.limits.serverVersion) == Software::Mastodon; }

} // namespace vigie::connect::mastodon
