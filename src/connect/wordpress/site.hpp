// SPDX-License-Identifier: GPL-3.0-or-later
// Finding a WordPress behind an address, and its REST interface: a Link header on every page, or a <link> in its head.
// The interface is only believed on the host that was asked: an announcement that names another host (a proxy in front,
// a port that WordPress does not know of) keeps its path alone, so that no password travels elsewhere.
// Thread: pure functions. Errors: InvalidInput (no address), Unsupported (no WordPress there), PolicyRefused.
#pragma once

#include <vigie/connect/connector.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace vigie::connect::wordpress {

struct Site {
    std::string home; ///< "https://blog.example" or "https://example.org/blog", without a slash at the end
    std::string api;  ///< ".../wp-json/" or ".../?rest_route=/"
};

/// What was typed as an address, with its path.
[[nodiscard]] Result<std::string> siteAddress(std::string_view typed, bool privateNetwork);
/// From any page of the site.
[[nodiscard]] std::optional<Site> siteOf(const net::Response &response);

[[nodiscard]] std::optional<Candidate> guessSite(std::string_view typed);
[[nodiscard]] std::optional<net::Request> probeSite(std::string_view typed);
[[nodiscard]] std::optional<Candidate> recogniseSite(const net::Response &response);
[[nodiscard]] Result<SignInProgress> signInSite(const SignInForm &form, std::span<const net::Response> soFar);

} // namespace vigie::connect::wordpress
