// SPDX-License-Identifier: GPL-3.0-or-later
// What all requests to the Graph API share, and what its refusals mean.
// Thread: pure functions. Errors: see Errc in each comment.
#pragma once

#include "connect/common/answer.hpp"
#include "connect/common/json.hpp"

#include <vigie/connect/connector.hpp>
#include <vigie/net/url.hpp>

#include <string>
#include <string_view>

namespace vigie::connect::meta {

enum class Network : std::uint8_t { Facebook, Instagram, Threads };
[[nodiscard]] Network networkOf(const Account &account);
/// "facebook", "instagram", "threads".
[[nodiscard]] const char *idOf(Network network);

/// Which of its two sign-ins an Instagram account uses; the other networks have one.
[[nodiscard]] bool throughFacebook(const Account &account);
/// Scheme, host and version, without a slash at the end.
[[nodiscard]] std::string baseOf(Network network, const std::string &instance, bool throughFacebook);
[[nodiscard]] std::string baseOf(const Account &account);

/// Digits and "_" alone: what may stand in a path. Errors: InvalidInput.
[[nodiscard]] Result<std::string> checkedId(std::string_view id);

[[nodiscard]] net::Request get(const Context &context, const std::string &path, const net::QueryPairs &query = {});
/// A write: always a form, never JSON.
[[nodiscard]] net::Request post(const Context &context, const std::string &path, const net::QueryPairs &form);
[[nodiscard]] net::Request remove(const Context &context, const std::string &path);

/// The meaning of `error.code` and `error_subcode`; Meta answers most refusals with 400. `writing`: a bad parameter is the text's or
/// the picture's fault rather than ours.
[[nodiscard]] Error refusal(const net::Response &response, const Secret &token, Instant now, bool writing = false);
/// The body as an object when the answer is 2xx. Errors: refusal(), Protocol, TooLarge.
[[nodiscard]] Result<Json> bodyOf(const Context &context, const net::Response &response, bool writing = false);
/// A 5xx, or an error that Meta calls passing, after a write: it may have taken effect.
[[nodiscard]] bool mayHaveTakenEffect(const net::Response &response);

} // namespace vigie::connect::meta
