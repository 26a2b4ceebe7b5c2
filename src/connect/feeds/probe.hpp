// SPDX-License-Identifier: GPL-3.0-or-later
// Is there a feed behind a typed address, or a page that names one?
#pragma once

#include <vigie/connect/connector.hpp>

namespace vigie::connect::feeds {

inline constexpr const char *kFeedTypes = "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, "
                                          "text/xml;q=0.9, text/html;q=0.5, */*;q=0.1";

[[nodiscard]] std::optional<Candidate> guessFeed(std::string_view typed);
[[nodiscard]] std::optional<net::Request> probeFeed(std::string_view typed);
[[nodiscard]] std::optional<net::Request> probeFeedFurther(std::span<const net::Response> soFar);
[[nodiscard]] std::optional<Candidate> recogniseFeed(std::string_view typed, const net::Response &response);

/// "example.org/feed" is what people type. Errors: InvalidInput (nothing, no address, a password in it).
[[nodiscard]] Result<std::string> completedAddress(const std::string &typed);

} // namespace vigie::connect::feeds
