// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/common/answer.hpp"

#include <vigie/text/rich_text.hpp>

namespace vigie::connect {

namespace {

/// A server clock that runs ahead by less than this is normal.
constexpr std::chrono::minutes kFutureTolerance{5};

} // namespace

Result<Json> jsonOf(const net::Response &response)
{
    auto json = parseJson(response.body);
    if (!json)
        json.error().httpStatus = response.status;
    return json;
}

Result<Json> objectOf(const net::Response &response)
{
    auto json = jsonOf(response);
    if (json && !json->is_object())
        return fail(Error{Errc::Protocol, "the answer is no object", response.status, {}, {}});
    return json;
}

std::string cleanAt(const Json &object, std::string_view key)
{
    return text::cleanUtf8(textAt(object, key));
}

std::string webOnly(std::string url)
{
    return url.starts_with("https://") || url.starts_with("http://") ? url : std::string{};
}

std::string urlAt(const Json &object, std::string_view key)
{
    return webOnly(cleanAt(object, key));
}

std::optional<Instant> timeAt(const Json &object, std::string_view key)
{
    const auto read = parseRfc3339(textAt(object, key));
    return read ? std::optional(*read) : std::nullopt;
}

MetricValue metricOf(std::string key, const std::optional<std::int64_t> &value)
{
    return {std::move(key), value ? static_cast<double>(*value) : 0.0, value ? ValueStatus::Ok : ValueStatus::Missing};
}

MetricValue metricAt(std::string key, const Json &object, std::string_view field)
{
    return metricOf(std::move(key), intAt(object, field));
}

void setPlainText(Item &item, std::string_view text)
{
    auto rich = text::fromPlain(text);
    item.text = std::move(rich.text);
    item.spans = std::move(rich.spans);
}

bool hasCome(const std::optional<Instant> &at, Instant now)
{
    return at && *at <= now + kFutureTolerance;
}

void setPublished(Item &item, const std::optional<Instant> &at, Instant now)
{
    item.fetchedAt = now;
    item.publishedAt = hasCome(at, now) ? *at : now;
    item.precision = hasCome(at, now) ? TimePrecision::Exact : TimePrecision::Unknown;
}

} // namespace vigie::connect
