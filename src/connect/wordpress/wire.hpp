// SPDX-License-Identifier: GPL-3.0-or-later
// What all requests to a WordPress site share, and what its refusals mean. A site speaks its owner's language: what an
// error is, its `code` says, never its message.
// Thread: pure functions. Errors: see Errc in each comment.
#pragma once

#include "connect/common/json.hpp"

#include <vigie/connect/connector.hpp>
#include <vigie/net/url.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace vigie::connect::wordpress {

inline constexpr const char *kApi = "api";   ///< setting: address of the REST interface as the site announced it
inline constexpr const char *kSite = "url";  ///< setting: address of the site as typed
inline constexpr const char *kUser = "user"; ///< setting: who signs in

/// A thing of the site: a post, or a comment under one. Numbers of posts and of comments overlap, so both are named.
struct Place {
    std::string post;    ///< never empty
    std::string comment; ///< empty: the post itself

    [[nodiscard]] bool isComment() const { return !comment.empty(); }
    [[nodiscard]] std::string nativeId() const { return isComment() ? "post/" + post + "/comment/" + comment : "post/" + post; }
    /// "/wp/v2/comments/12" or "/wp/v2/posts/4".
    [[nodiscard]] std::string path() const { return isComment() ? "/wp/v2/comments/" + comment : "/wp/v2/posts/" + post; }
    [[nodiscard]] static std::optional<Place> from(std::string_view nativeId);
};

/// `root` is ".../wp-json/" or, with plain permalinks, ".../?rest_route=/".
[[nodiscard]] std::string apiUrl(const std::string &root, const std::string &path, const net::QueryPairs &query);
[[nodiscard]] std::string rootOf(const Account &account);
[[nodiscard]] bool signedIn(const Context &context);

[[nodiscard]] net::Request request(const Context &context, net::Method method, const std::string &path, const net::QueryPairs &query = {});
/// With a JSON body.
[[nodiscard]] net::Request jsonRequest(const Context &context, net::Method method, const std::string &path, const Json &body, const net::QueryPairs &query = {});

/// The `code` of an error body; empty when it has none.
[[nodiscard]] std::string codeOf(const net::Response &response);
/// Error for a status of 400 or more.
[[nodiscard]] Error refusal(const Context &context, const net::Response &response);
/// The body as JSON when the answer is 2xx. Errors: refusal(), Protocol, TooLarge.
[[nodiscard]] Result<Json> bodyOf(const Context &context, const net::Response &response);
/// Not there for us: removed (404, 410), put into the trash or held back (401 rest_cannot_read).
[[nodiscard]] bool saysNotVisible(const net::Response &response);

} // namespace vigie::connect::wordpress
