// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/meta/graph.hpp"

#include "connect/common/api_base.hpp"
#include "connect/common/http_error.hpp"

#include <vigie/net/rate.hpp>

namespace vigie::connect::meta {

namespace {

constexpr const char *kGraphVersion = "/v25.0", *kThreadsVersion = "/v1.0";
constexpr std::chrono::seconds kRateWait{300}; ///< Meta seldom says how long; its windows slide over an hour

struct Told {
    std::int64_t code = 0, subcode = 0;
    bool passing = false;
};

Told toldBy(const net::Response &response)
{
    const auto body = parseJson(response.body);
    if (!body)
        return {};
    const auto &error = at(*body, "error");
    return {intAt(error, "code").value_or(0), intAt(error, "error_subcode").value_or(0), boolAt(error, "is_transient")};
}

bool between(std::int64_t value, std::int64_t first, std::int64_t last)
{
    return value >= first && value <= last;
}

bool isRateCode(std::int64_t code)
{
    return code == 4 || code == 17 || code == 32 || code == 613 || between(code, 80'000, 80'014);
}

/// 463 and 467: the token ended; what renews it is tried. The others (password changed, application removed) need the person.
Errc tokenMeaning(std::int64_t subcode)
{
    return subcode == 463 || subcode == 467 ? Errc::AuthExpired : Errc::AuthRevoked;
}

std::optional<Errc> meaningOf(const Told &told, bool writing)
{
    constexpr std::int64_t kNoSuchObject = 33, kPublishedTooOften = 2'207'042, kNotReady = 9'007, kOutsideWindow = 2'018'278;
    if (told.code == 190 || told.code == 102)
        return tokenMeaning(told.subcode);
    if (isRateCode(told.code))
        return Errc::RateLimited;
    if (told.subcode == kPublishedTooOften)
        return Errc::QuotaExhausted;
    if (told.code == kNotReady)
        return Errc::Pending;
    if (told.subcode == kOutsideWindow || told.code == 10'900 || told.code == 551 || told.code == 368)
        return Errc::PolicyRefused; // answered too late, twice, to somebody who takes no messages; or a pause imposed
    if (told.code == 3)
        return Errc::ApprovalMissing;
    if (told.code == 10 || between(told.code, 200, 299))
        return Errc::ScopeMissing;
    if (told.code == 506)
        return Errc::Duplicate;
    if (told.code == 803 || (told.code == 100 && told.subcode == kNoSuchObject))
        return Errc::NotFound;
    if (told.code == 1 || told.code == 2)
        return Errc::Server;
    if (told.code == 100 || between(told.code, 36'000, 36'999) || told.code == 352)
        return writing ? Errc::ContentRefused : Errc::Unsupported;
    return std::nullopt;
}

} // namespace

Network networkOf(const Account &account)
{
    if (account.connector == "instagram")
        return Network::Instagram;
    return account.connector == "threads" ? Network::Threads : Network::Facebook;
}

const char *idOf(Network network)
{
    switch (network) {
    case Network::Facebook: return "facebook";
    case Network::Instagram: return "instagram";
    case Network::Threads: return "threads";
    }
    return "facebook";
}

bool throughFacebook(const Account &account)
{
    return networkOf(account) == Network::Facebook || (networkOf(account) == Network::Instagram && account.setting("login") == "facebook");
}

std::string baseOf(Network network, const std::string &instance, bool throughFacebook)
{
    const char *real = network == Network::Threads ? "https://graph.threads.net" : throughFacebook ? "https://graph.facebook.com" : "https://graph.instagram.com";
    return apiBase(instance, real) + (network == Network::Threads ? kThreadsVersion : kGraphVersion);
}

std::string baseOf(const Account &account)
{
    return baseOf(networkOf(account), account.instance, throughFacebook(account));
}

Result<std::string> checkedId(std::string_view id)
{
    if (id.empty() || id.find_first_not_of("0123456789_") != std::string_view::npos)
        return fail(Errc::InvalidInput, "not an id of this network");
    return std::string(id);
}

net::Request get(const Context &context, const std::string &path, const net::QueryPairs &query)
{
    net::Request made;
    made.url = baseOf(context.account) + path;
    if (!query.empty())
        made.url = net::withQuery(made.url, query);
    made.headers.push_back({"Accept", "application/json"});
    made.bearer = context.token;
    return withPermission(std::move(made), context.account);
}

net::Request post(const Context &context, const std::string &path, const net::QueryPairs &form)
{
    auto made = get(context, path);
    made.method = net::Method::Post;
    made.headers.push_back({"Content-Type", "application/x-www-form-urlencoded"});
    made.body = net::formEncode(form);
    return made;
}

net::Request remove(const Context &context, const std::string &path)
{
    auto made = get(context, path);
    made.method = net::Method::Delete;
    return made;
}

Error refusal(const net::Response &response, const Secret &token, Instant now, bool writing)
{
    auto error = httpError(response, token, now);
    const auto told = toldBy(response);
    if (const auto meaning = meaningOf(told, writing))
        error.code = *meaning;
    else if (told.passing)
        error.code = Errc::Server;
    if (error.code == Errc::RateLimited && !error.retryAfter)
        error.retryAfter = net::retryAfterOf(response, now).value_or(kRateWait);
    if (error.code == Errc::QuotaExhausted && !error.retryAfter)
        error.retryAfter = std::chrono::hours{1}; // the window of a day slides
    return error;
}

Result<Json> bodyOf(const Context &context, const net::Response &response, bool writing)
{
    if (!response.ok())
        return fail(refusal(response, context.token, context.now, writing));
    auto body = objectOf(response);
    // Some refusals come with 200.
    if (body && at(*body, "error").is_object())
        return fail(refusal(response, context.token, context.now, writing));
    return body;
}

bool mayHaveTakenEffect(const net::Response &response)
{
    const auto told = toldBy(response);
    return (response.status >= 500 && told.code != 190 && !isRateCode(told.code)) || told.passing || told.code == 1 || told.code == 2;
}

} // namespace vigie::connect::meta
