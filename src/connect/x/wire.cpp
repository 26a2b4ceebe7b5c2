// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/x/wire.hpp"

#include "connect/common/answer.hpp"
#include "connect/common/api_base.hpp"
#include "connect/common/http_error.hpp"

#include <vigie/net/rate.hpp>

#include <charconv>

namespace vigie::connect::x {

namespace {

bool ends(std::string_view text, std::string_view tail)
{
    return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

bool holds(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

/// A 403 says why in words.
Errc meaningOfForbidden(std::string_view type, std::string_view said)
{
    if (ends(type, "/unsupported-authentication")) // the token of an application, not of a person
        return Errc::AuthRevoked;
    if (ends(type, "/client-forbidden"))
        return Errc::ApprovalMissing;
    if (ends(type, "/oauth1-permissions") || holds(said, "scope"))
        return Errc::ScopeMissing;
    if (holds(said, "duplicate content"))
        return Errc::Duplicate;
    if (holds(said, "reply") || holds(said, "mentioned"))
        return Errc::PolicyRefused;
    return Errc::Forbidden;
}

} // namespace

std::string baseOf(const std::string &instance)
{
    return apiBase(instance, "https://api.x.com");
}

Result<std::string> checkedId(std::string_view id)
{
    if (id.empty() || id.size() > 19 || id.find_first_not_of("0123456789") != std::string_view::npos)
        return fail(Errc::InvalidInput, "not an id of this network");
    return std::string(id);
}

net::Request get(const Context &context, const std::string &path, const net::QueryPairs &query, const char *bucket, std::int64_t microDollars)
{
    net::Request made;
    made.url = baseOf(context.account.instance) + path;
    if (!query.empty())
        made.url = net::withQuery(made.url, query);
    made.headers.push_back({"Accept", "application/json"});
    made.bearer = context.token;
    made.cost = {bucket, 1, microDollars};
    return withPermission(std::move(made), context.account);
}

net::Request send(const Context &context, net::Method method, const std::string &path, const Json &body, const char *bucket, std::int64_t microDollars)
{
    auto made = get(context, path, {}, bucket, microDollars);
    made.method = method;
    if (!body.is_null()) {
        made.headers.push_back({"Content-Type", "application/json"});
        made.body = dump(body);
    }
    return made;
}

net::QueryPairs postQuery(bool withAuthors, bool withReferenced)
{
    std::string expansions = "attachments.media_keys";
    if (withAuthors)
        expansions += ",author_id";
    if (withReferenced)
        expansions += ",referenced_tweets.id";
    net::QueryPairs query{{"tweet.fields", kTweetFields}, {"expansions", expansions}, {"media.fields", kMediaFields}};
    if (withAuthors)
        query.emplace_back("user.fields", kUserFields);
    return query;
}

std::int64_t ownPrice(const Account &account)
{
    return account.setting("app_owner") == "no" ? kPostRead : kOwnRead;
}

Errc meaningOfProblem(const Json &problem)
{
    const auto type = textAt(problem, "type");
    if (ends(type, "/resource-not-found"))
        return Errc::NotFound;
    if (ends(type, "/not-authorized-for-resource") || ends(type, "/resource-unavailable") || ends(type, "/disallowed-resource"))
        return Errc::Forbidden;
    if (ends(type, "/not-authorized-for-field"))
        return Errc::ScopeMissing;
    return Errc::Protocol;
}

Error refusal(const Context &context, const net::Response &response)
{
    auto error = httpError(response, context.token, context.now);
    const auto body = parseJson(response.body);
    const auto type = body ? textAt(*body, "type") : std::string{};
    if (body && !textAt(*body, "detail").empty() && error.detail == textAt(*body, "title"))
        error.detail = textAt(*body, "detail");
    if (response.status == 401) // the access of two hours ended; whether it can be renewed is seen when it is tried
        error.code = Errc::AuthExpired;
    else if (response.status == 402 || ends(type, "/usage-capped"))
        error.code = Errc::QuotaExhausted; // the credits that were bought there are used up
    else if (response.status == 403)
        error.code = meaningOfForbidden(type, error.detail + " " + (body ? textAt(*body, "detail") : std::string{}));
    else if (response.status == 400)
        error.code = Errc::ContentRefused;
    if (error.code == Errc::QuotaExhausted)
        error.retryAfter = std::chrono::hours{1};
    return error;
}

Result<Json> bodyOf(const Context &context, const net::Response &response)
{
    if (!response.ok())
        return fail(refusal(context, response));
    VIGIE_TRY(auto body, objectOf(response));
    const auto &errors = arrayAt(body, "errors");
    if (!body.contains("data") && !errors.empty()) {
        Error error{meaningOfProblem(errors.front()), textAt(errors.front(), "detail"), response.status, {}, {}};
        return fail(std::move(error));
    }
    return body;
}

bool newerId(std::string_view a, std::string_view b)
{
    return a.size() != b.size() ? a.size() > b.size() : a > b;
}

std::optional<Instant> timeOfId(std::string_view id)
{
    constexpr std::uint64_t kEpochMs = 1'288'834'974'657, kNumbersPerMs = 1ULL << 22;
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
    if (error != std::errc() || end != id.data() + id.size() || number < kNumbersPerMs)
        return std::nullopt;
    return Instant{std::chrono::milliseconds{static_cast<std::int64_t>(number / kNumbersPerMs + kEpochMs)}};
}

} // namespace vigie::connect::x
