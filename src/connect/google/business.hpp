// SPDX-License-Identifier: GPL-3.0-or-later
// Google Business Profile: the reviews of our places, and our one answer to each.
// Thread: pure functions. Errors: as Connector.
#pragma once

#include "connect/google/reviews.hpp"

namespace vigie::connect::business {

inline constexpr std::string_view kReviewsHost = "https://mybusiness.googleapis.com";
inline constexpr std::string_view kAccountsHost = "https://mybusinessaccountmanagement.googleapis.com";
inline constexpr std::string_view kPlacesHost = "https://mybusinessbusinessinformation.googleapis.com";
inline constexpr const char *kScope = "https://www.googleapis.com/auth/business.manage";
inline constexpr int kPageSize = 50, kAnswerBytes = 4096;

struct Place {
    std::string id, title;
};
/// As kept with the account, in the setting "places".
[[nodiscard]] std::vector<Place> placesOf(const Account &account);

[[nodiscard]] Result<std::optional<net::Request>> whoAmIRequest(const Context &context, std::span<const net::Response> soFar);
[[nodiscard]] Result<WhoAmI> whoAmI(const Context &context, std::span<const net::Response> answers);

/// The review, and after it our answer when there is one. None: it has no name.
[[nodiscard]] std::vector<Item> toItems(const Context &context, const Json &review);
[[nodiscard]] Capabilities bestCapabilities();

} // namespace vigie::connect::business
