// SPDX-License-Identifier: GPL-3.0-or-later
// Requests to Google's interfaces and what their refusals mean.
// Thread: pure functions. Errors: as Connector.
#pragma once

#include "connect/common/api_base.hpp"
#include "connect/common/json.hpp"

#include <vigie/connect/connector.hpp>
#include <vigie/net/url.hpp>

namespace vigie::connect::google {

/// `path` begins with a slash; `host` is the interface's own ("https://youtube.googleapis.com").
[[nodiscard]] net::Request request(const Context &context, net::Method method, std::string_view host, const std::string &path, const net::QueryPairs &query = {});
[[nodiscard]] net::Request jsonRequest(const Context &context, net::Method method, std::string_view host, const std::string &path, const net::QueryPairs &query, const Json &body);

/// The word in an error body that says which refusal it is ("quotaExceeded", "SERVICE_DISABLED"); empty when there is none.
[[nodiscard]] std::string reasonOf(const net::Response &response);
[[nodiscard]] Error refusal(const Context &context, const net::Response &response);
/// The JSON of a good answer.
[[nodiscard]] Result<Json> bodyOf(const Context &context, const net::Response &response);
/// Google's day ends at midnight on its west coast.
inline constexpr const char *kQuotaZone = "America/Los_Angeles";
[[nodiscard]] std::chrono::seconds untilQuotaDay(Instant now);

[[nodiscard]] std::optional<Instant> timeAt(const Json &object, std::string_view key);
/// Text of a stranger, made valid.
[[nodiscard]] std::string plainAt(const Json &object, std::string_view key);
/// An address of a stranger; empty unless it is one of http or https.
[[nodiscard]] std::string urlAt(const Json &object, std::string_view key);
/// A refused write that may have taken effect all the same.
[[nodiscard]] inline bool mayHaveTakenEffect(int status) { return status >= 500 && status != 501 && status != 503; }

} // namespace vigie::connect::google
