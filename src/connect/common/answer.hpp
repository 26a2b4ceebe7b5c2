// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON of an answer that is no refusal, and what items are made of in it.
// Thread: pure functions. Errors: Protocol, TooLarge (as parseJson), with the answer's status.
#pragma once

#include "connect/common/json.hpp"

#include <vigie/base/time.hpp>
#include <vigie/model/item.hpp>
#include <vigie/net/http.hpp>

namespace vigie::connect {

[[nodiscard]] Result<Json> jsonOf(const net::Response &response);
[[nodiscard]] Result<Json> objectOf(const net::Response &response);

/// Text of a stranger, made valid.
[[nodiscard]] std::string cleanAt(const Json &object, std::string_view key);
/// `url`, or nothing unless it is one of http or https.
[[nodiscard]] std::string webOnly(std::string url);
/// An address of a stranger; empty unless it is one of http or https.
[[nodiscard]] std::string urlAt(const Json &object, std::string_view key);
/// None unless it is a time of RFC 3339.
[[nodiscard]] std::optional<Instant> timeAt(const Json &object, std::string_view key);
[[nodiscard]] MetricValue metricOf(std::string key, const std::optional<std::int64_t> &value);
[[nodiscard]] MetricValue metricAt(std::string key, const Json &object, std::string_view field);

/// Plain text, with the links, names and tags in it.
void setPlainText(Item &item, std::string_view text);
/// A time that is missing, or that has not come yet, would put an item in a wrong place for days: the time of reading stands
/// in its place, and is called unknown. Clocks of servers may run ahead a little.
[[nodiscard]] bool hasCome(const std::optional<Instant> &at, Instant now);
void setPublished(Item &item, const std::optional<Instant> &at, Instant now);

} // namespace vigie::connect
