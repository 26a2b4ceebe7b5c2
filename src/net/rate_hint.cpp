// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/net/rate.hpp>

#include "net/ascii.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace vigie::net {

namespace {

using Json = nlohmann::json;
using Ms = std::chrono::milliseconds;

constexpr double kDayMs = 24.0 * 3'600'000.0;

std::optional<double> number(std::string_view text)
{
    text = trim(text);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::optional<Ms> believe(double ms, bool daily)
{
    if (!std::isfinite(ms) || ms > (daily ? 8 * kDayMs : kDayMs))
        return std::nullopt;
    return Ms(static_cast<std::int64_t>(std::ceil(std::max(ms, 0.0))));
}

std::optional<std::int64_t> count(std::string_view text)
{
    // "100, 100;w=60": the first number is the one that counts.
    text = trim(text.substr(0, text.find_first_of(",;")));
    const auto value = number(text);
    if (!value || *value < 0 || *value > 1e12)
        return std::nullopt;
    return static_cast<std::int64_t>(*value);
}

std::string_view firstOf(const Response &response, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names)
        if (const std::string_view value = response.header(name); !value.empty())
            return value;
    return {};
}

/// "limit=100, remaining=50, reset=5" (drafts of the RateLimit header).
void readStructured(std::string_view text, RateHint &hint, bool daily)
{
    while (!text.empty()) {
        const std::size_t end = text.find_first_of(",;");
        const std::string_view pair = trim(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        const std::size_t equals = pair.find('=');
        if (equals == std::string_view::npos)
            continue;
        const std::string_view name = trim(pair.substr(0, equals)), value = pair.substr(equals + 1);
        const auto amount = number(value);
        if (!amount)
            continue;
        if (equalsIgnoreCase(name, "limit"))
            hint.limit = count(value);
        else if (equalsIgnoreCase(name, "remaining") || equalsIgnoreCase(name, "r"))
            hint.remaining = count(value);
        else if (equalsIgnoreCase(name, "reset") || equalsIgnoreCase(name, "t"))
            hint.reset = believe(*amount * 1000, daily);
    }
}

/// App Store Connect: "user-hour-lim:3500;user-hour-rem:500;".
void readColons(std::string_view text, RateHint &hint)
{
    while (!text.empty()) {
        const std::size_t end = text.find(';');
        const std::string_view pair = trim(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        const std::size_t colon = pair.find(':');
        if (colon == std::string_view::npos)
            continue;
        if (equalsIgnoreCase(trim(pair.substr(0, colon)), "user-hour-lim"))
            hint.limit = count(pair.substr(colon + 1));
        else if (equalsIgnoreCase(trim(pair.substr(0, colon)), "user-hour-rem"))
            hint.remaining = count(pair.substr(colon + 1));
    }
}

double percentOf(const Json &usage)
{
    double most = 0;
    for (const char *name : {"call_count", "total_time", "total_cputime"})
        if (const auto found = usage.find(name); found != usage.end() && found->is_number())
            most = std::max(most, found->get<double>());
    return most;
}

void usePercent(double used, RateHint &hint)
{
    const auto left = static_cast<std::int64_t>(std::floor(100.0 - std::min(used, 100.0)));
    hint.limit = 100;
    hint.remaining = std::min(hint.remaining.value_or(100), std::max<std::int64_t>(left, 0));
}

/// Meta: percentages in JSON, and minutes until access comes back.
void readUsage(const Response &response, RateHint &hint, bool daily)
{
    for (const std::string_view name : {"x-app-usage", "x-page-usage", "x-ad-account-usage"}) {
        const auto usage = Json::parse(response.header(name), nullptr, false);
        if (usage.is_object())
            usePercent(percentOf(usage), hint);
    }
    const auto cases = Json::parse(response.header("x-business-use-case-usage"), nullptr, false);
    if (!cases.is_object())
        return;
    for (const auto &list : cases) {
        if (!list.is_array())
            continue;
        for (const auto &usage : list) {
            if (!usage.is_object())
                continue;
            usePercent(percentOf(usage), hint);
            const auto regain = usage.find("estimated_time_to_regain_access");
            if (regain != usage.end() && regain->is_number() && regain->get<double>() > 0)
                hint.reset = hint.wait = believe(regain->get<double>() * 60'000, daily); // the percentages begin anew with it
        }
    }
}

std::optional<double> member(const Json &object, const char *name)
{
    const auto found = object.find(name);
    if (found == object.end())
        return std::nullopt;
    if (found->is_number())
        return found->get<double>();
    return found->is_string() ? number(found->get_ref<const std::string &>()) : std::nullopt;
}

/// Discord, Telegram, Matrix and Stack Exchange put the wait in the body, the last one even in a 200.
void readBody(const Response &response, RateHint &hint, bool daily)
{
    const std::string &body = response.body;
    constexpr std::size_t kMaxBody = 2U << 20; // a page of answers, at most
    if (body.empty() || body.size() > kMaxBody || body.front() != '{')
        return;
    if (body.find("\"retry_after") == std::string::npos && body.find("\"backoff\"") == std::string::npos)
        return;
    const auto filter = [](int depth, Json::parse_event_t, Json &) { return depth <= 3; };
    const auto json = Json::parse(body, filter, false);
    if (!json.is_object())
        return;
    std::optional<double> ms;
    if (const auto backoff = member(json, "backoff"))
        ms = *backoff * 1000;
    if (!response.ok()) {
        if (const auto after = member(json, "retry_after"))
            ms = *after * 1000;
        if (const auto after = member(json, "retry_after_ms"))
            ms = *after;
        const auto parameters = json.find("parameters");
        if (parameters != json.end() && parameters->is_object())
            if (const auto after = member(*parameters, "retry_after"))
                ms = *after * 1000;
    }
    if (ms && *ms > 0)
        hint.wait = believe(*ms, daily);
}

int monthOf(std::string_view name)
{
    static constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                                 "jul", "aug", "sep", "oct", "nov", "dec"};
    for (std::size_t i = 0; i < kMonths.size(); ++i)
        if (equalsIgnoreCase(name, kMonths[i]))
            return static_cast<int>(i) + 1;
    return 0;
}

std::vector<std::string_view> words(std::string_view text)
{
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const std::size_t begin = text.find_first_not_of(" ,-");
        if (begin == std::string_view::npos)
            break;
        const std::size_t end = std::min(text.find_first_of(" ,-", begin), text.size());
        out.push_back(text.substr(begin, end - begin));
        text = text.substr(end);
    }
    return out;
}

int plain(std::string_view text)
{
    int value = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? value : -1;
}

} // namespace

std::optional<Instant> parseHttpDate(std::string_view text)
{
    const auto parts = words(text);
    if (parts.size() < 5)
        return std::nullopt;
    // "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"
    const bool asctime = monthOf(parts[1]) != 0;
    const int day = plain(asctime ? parts[2] : parts[1]);
    const int month = monthOf(asctime ? parts[1] : parts[2]);
    int year = plain(asctime ? parts[4] : parts[3]);
    const std::string_view time = asctime ? parts[3] : parts[4];
    if (year >= 0 && year < 100)
        year += year < 70 ? 2000 : 1900;
    if (day < 1 || month < 1 || year < 1900 || year > 9999 || time.size() != 8)
        return std::nullopt;
    std::string iso = std::to_string(year);
    const auto two = [](int value) { return std::string(value < 10 ? "0" : "") + std::to_string(value); };
    iso += '-' + two(month) + '-' + two(day) + 'T' + std::string(time) + 'Z';
    const auto parsed = parseRfc3339(iso);
    return parsed ? std::optional<Instant>(*parsed) : std::nullopt;
}

Instant serverNow(const Response &response, Instant now)
{
    return parseHttpDate(response.header("date")).value_or(now);
}

std::optional<Ms> parseReset(std::string_view value, Instant serverTime, bool daily)
{
    value = trim(value);
    const double serverMs = static_cast<double>(toMicros(serverTime)) / 1000.0;
    if (const auto amount = number(value)) {
        if (*amount > 1e12)
            return believe(*amount - serverMs, daily);
        if (*amount > 1e9)
            return believe(*amount * 1000 - serverMs, daily);
        return *amount < 0 ? std::nullopt : believe(*amount * 1000, daily);
    }
    std::optional<Instant> at;
    if (const auto parsed = parseRfc3339(value))
        at = *parsed;
    else
        at = parseHttpDate(value);
    if (!at)
        return std::nullopt;
    return believe(static_cast<double>(toMicros(*at)) / 1000.0 - serverMs, daily);
}

RateHint readRateHint(const Response &response, Instant now, bool daily)
{
    RateHint hint;
    const Instant serverTime = serverNow(response, now);
    readStructured(response.header("ratelimit"), hint, daily);
    if (const auto limit = count(firstOf(response, {"x-ratelimit-limit", "x-rate-limit-limit", "ratelimit-limit"})))
        hint.limit = limit;
    if (const auto left = count(firstOf(response, {"x-ratelimit-remaining", "x-rate-limit-remaining", "ratelimit-remaining"})))
        hint.remaining = left;
    // Discord sends both; the one in seconds needs no clock.
    if (const auto after = response.header("x-ratelimit-reset-after"); !after.empty())
        hint.reset = parseReset(after, serverTime, daily);
    if (!hint.reset)
        hint.reset = parseReset(firstOf(response, {"x-ratelimit-reset", "x-rate-limit-reset", "ratelimit-reset"}),
                                serverTime, daily);
    readColons(response.header("x-rate-limit"), hint);
    readUsage(response, hint, daily);
    readBody(response, hint, daily);
    if (const auto after = response.header("retry-after"); !after.empty())
        if (const auto wait = parseReset(after, serverTime, daily))
            hint.wait = wait;
    return hint;
}

std::optional<std::chrono::seconds> retryAfterOf(const Response &response, Instant now)
{
    const RateHint hint = readRateHint(response, now);
    std::optional<Ms> wait = hint.wait;
    if (!wait && (response.status == 429 || hint.remaining == 0))
        wait = hint.reset;
    if (!wait)
        return std::nullopt;
    return std::chrono::ceil<std::chrono::seconds>(*wait);
}

} // namespace vigie::net
