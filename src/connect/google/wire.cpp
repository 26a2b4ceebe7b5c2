// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/google/wire.hpp"

#include "connect/common/answer.hpp"
#include "connect/common/http_error.hpp"

#include <vigie/net/rate.hpp>

#include <algorithm>
#include <array>

namespace vigie::connect::google {

namespace {

constexpr std::chrono::seconds kPause{60}; ///< Google says neither how long nor how often: a minute is what its limits count in

struct Meaning {
    std::string_view reason;
    Errc code;
};
/// YouTube's and the older interfaces' words are in camel case, those of google.rpc.ErrorInfo in capitals.
constexpr std::array kMeanings{
    Meaning{"quotaExceeded", Errc::QuotaExhausted}, Meaning{"dailyLimitExceeded", Errc::QuotaExhausted},
    Meaning{"rateLimitExceeded", Errc::RateLimited}, Meaning{"userRateLimitExceeded", Errc::RateLimited},
    Meaning{"RATE_LIMIT_EXCEEDED", Errc::RateLimited},
    Meaning{"insufficientPermissions", Errc::ScopeMissing}, Meaning{"ACCESS_TOKEN_SCOPE_INSUFFICIENT", Errc::ScopeMissing},
    Meaning{"accessNotConfigured", Errc::ApprovalMissing}, Meaning{"SERVICE_DISABLED", Errc::ApprovalMissing},
    Meaning{"commentsDisabled", Errc::PolicyRefused}, Meaning{"ineligibleAccount", Errc::Forbidden},
    Meaning{"commentTextTooLong", Errc::ContentRefused}, Meaning{"commentTextRequired", Errc::ContentRefused},
    Meaning{"invalidCommentMetadata", Errc::ContentRefused}, Meaning{"processingFailure", Errc::Server},
    Meaning{"youtubeSignupRequired", Errc::Forbidden}, Meaning{"commentNotFound", Errc::NotFound},
    Meaning{"parentCommentNotFound", Errc::NotFound}, Meaning{"invalidPageToken", Errc::Conflict}};

/// "quota_limit_value": "0": the project was never let in (Business Profile before its form is granted).
bool neverGranted(const Json &error)
{
    for (const auto &detail : arrayAt(error, "details"))
        if (textAt(at(detail, "metadata"), "quota_limit_value") == "0")
            return true;
    return false;
}

Errc meaningOf(int status, const std::string &reason, const Json &error, Errc usual)
{
    if (status == 429 || status == 403)
        if (neverGranted(error))
            return Errc::ApprovalMissing;
    const auto found = std::find_if(kMeanings.begin(), kMeanings.end(), [&](const Meaning &one) { return one.reason == reason; });
    if (found != kMeanings.end())
        return found->code;
    return status == 401 ? Errc::AuthExpired : usual; // whether it is over for good is for the renewal to find out
}

} // namespace

net::Request request(const Context &context, net::Method method, std::string_view host, const std::string &path, const net::QueryPairs &query)
{
    net::Request made;
    made.method = method;
    made.url = apiBase(context.account.instance, host) + path;
    if (!query.empty())
        made.url = net::withQuery(made.url, query);
    made.headers = {{"Accept", "application/json"}};
    made.bearer = context.token;
    return made;
}

net::Request jsonRequest(const Context &context, net::Method method, std::string_view host, const std::string &path, const net::QueryPairs &query, const Json &body)
{
    auto made = request(context, method, host, path, query);
    made.headers.push_back({"Content-Type", "application/json"});
    made.body = dump(body);
    return made;
}

std::string reasonOf(const net::Response &response)
{
    const auto json = parseJson(response.body);
    if (!json)
        return {};
    const auto &error = at(*json, "error");
    for (const auto &detail : arrayAt(error, "details"))
        if (auto reason = textAt(detail, "reason"); !reason.empty())
            return reason;
    for (const auto &one : arrayAt(error, "errors"))
        if (auto reason = textAt(one, "reason"); !reason.empty())
            return reason;
    return {};
}

std::chrono::seconds untilQuotaDay(Instant now)
{
    const auto today = localDay(now, kQuotaZone);
    const auto next = today ? dayStart(*today + 1, kQuotaZone) : Result<Instant>(fail(Errc::Internal));
    return next ? std::chrono::ceil<std::chrono::seconds>(*next - now) : std::chrono::hours{24};
}

Error refusal(const Context &context, const net::Response &response)
{
    auto error = httpError(response, context.token, context.now);
    const auto json = parseJson(response.body);
    error.code = meaningOf(response.status, reasonOf(response), json ? at(*json, "error") : Json{}, error.code);
    if (error.code == Errc::QuotaExhausted)
        error.retryAfter = untilQuotaDay(context.now);
    else if (error.code == Errc::RateLimited)
        error.retryAfter = net::retryAfterOf(response, context.now).value_or(kPause);
    else if (error.code != Errc::Server)
        error.retryAfter.reset();
    return error;
}

Error writeRefusal(const Context &context, const net::Response &response)
{
    auto error = refusal(context, response);
    if (response.status == 400 && error.code == Errc::Protocol)
        error.code = Errc::ContentRefused;
    return error;
}

Result<Json> bodyOf(const Context &context, const net::Response &response)
{
    if (!response.ok())
        return fail(refusal(context, response));
    return objectOf(response);
}

std::string addressAt(const Json &object, std::string_view key)
{
    auto url = cleanAt(object, key);
    return webOnly(url.starts_with("//") ? "https:" + url : std::move(url));
}

} // namespace vigie::connect::google
