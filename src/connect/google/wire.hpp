// SPDX-License-Identifier: GPL-3.0-or-later
// Requests to Google's interfaces and what their refusals mean.
// Thread: pure functions. Errors: as Connector.
#pragma once

#include "connect/common/answer.hpp"
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
/// Of a write: what Google calls wrong in the request is the text.
[[nodiscard]] Error writeRefusal(const Context &context, const net::Response &response);
/// The JSON of a good answer.
[[nodiscard]] Result<Json> bodyOf(const Context &context, const net::Response &response);
/// Google's day ends at midnight on its west coast.
inline constexpr const char *kQuotaZone = "America/Los_Angeles";
[[nodiscard]] std::chrono::seconds untilQuotaDay(Instant now);

/// An address of a stranger, which Google may write without its scheme; empty unless it is one of http or https.
[[nodiscard]] std::string addressAt(const Json &object, std::string_view key);

} // namespace vigie::connect::google
