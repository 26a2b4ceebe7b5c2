// SPDX-License-Identifier: GPL-3.0-or-later
// What all requests to a personal data server share, and what its refusals mean.
// Thread: pure functions. Errors: see refusal().
#pragma once

#include "connect/common/json.hpp"

#include <vigie/connect/connector.hpp>
#include <vigie/net/url.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace vigie::connect::bluesky {

inline constexpr const char *kPost = "app.bsky.feed.post";
inline constexpr const char *kHome = "https://bsky.social"; ///< where accounts without a server of their own sign in

/// The account's own data server: what its identity document says, else what was typed.
[[nodiscard]] std::string serverOf(const Account &account);
/// Parts of at://did/collection/rkey. None for anything else, an authority that is a handle included: handles change hands.
struct AtUri {
    std::string did, collection, rkey;
    [[nodiscard]] std::string text() const { return "at://" + did + "/" + collection + "/" + rkey; }
};
[[nodiscard]] std::optional<AtUri> parseAtUri(std::string_view uri);
[[nodiscard]] bool isDid(std::string_view text);
/// "@Brand.Test " to "brand.test"; a display of letters, digits, hyphens and dots with a dot in it, else empty.
[[nodiscard]] std::string canonicalHandle(std::string_view typed);
[[nodiscard]] std::string permalinkOf(const AtUri &uri);

/// GET /xrpc/method.
[[nodiscard]] net::Request query(const Context &context, const std::string &method, const net::QueryPairs &pairs = {});
/// POST /xrpc/method with a JSON body.
[[nodiscard]] net::Request procedure(const Context &context, const std::string &method, const Json &body);

/// The name in {"error": "ExpiredToken", "message": "..."}; empty when there is none.
[[nodiscard]] std::string errorName(const net::Response &response);
/// AuthExpired (400 ExpiredToken and InvalidToken: renewing decides), ScopeMissing, RateLimited, NotFound, Gone (an account
/// that was switched off or taken down), Forbidden (blocked), Conflict (InvalidSwap), ContentRefused (a record or a picture
/// that breaks a rule), TooLarge, Unsupported, Server, Protocol.
[[nodiscard]] Error refusal(const Context &context, const net::Response &response);
/// The body as JSON when the answer is 2xx.
[[nodiscard]] Result<Json> bodyOf(const Context &context, const net::Response &response);

} // namespace vigie::connect::bluesky
