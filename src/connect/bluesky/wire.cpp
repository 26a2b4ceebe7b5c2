// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/bluesky/wire.hpp"

#include "connect/common/answer.hpp"
#include "connect/common/http_error.hpp"

#include <vigie/base/ascii.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace vigie::connect::bluesky {

namespace {

bool anyOf(std::string_view text, std::string_view allowed)
{
    return std::all_of(text.begin(), text.end(), [&](unsigned char c) { return std::isalnum(c) != 0 || allowed.find(static_cast<char>(c)) != std::string_view::npos; });
}

Errc meaningOfName(const std::string &name)
{
    static constexpr std::pair<std::string_view, Errc> kNames[] = {
        {"ExpiredToken", Errc::AuthExpired},       {"InvalidToken", Errc::AuthExpired},     {"AuthMissing", Errc::AuthRevoked},
        {"AuthenticationRequired", Errc::AuthExpired}, {"RateLimitExceeded", Errc::RateLimited}, {"NotFound", Errc::NotFound},
        {"RecordNotFound", Errc::NotFound},        {"HandleNotFound", Errc::NotFound},      {"RepoNotFound", Errc::NotFound},
        {"AccountDeactivated", Errc::Gone},        {"AccountTakedown", Errc::Gone},         {"RepoDeactivated", Errc::Gone},
        {"RepoTakendown", Errc::Gone},             {"BlockedActor", Errc::Forbidden},       {"BlockedByActor", Errc::Forbidden},
        {"InvalidSwap", Errc::Conflict},           {"BlobNotFound", Errc::ContentRefused},  {"BlobTooLarge", Errc::TooLarge},
        {"PayloadTooLarge", Errc::TooLarge},       {"InvalidMimeType", Errc::ContentRefused}, {"MethodNotImplemented", Errc::Unsupported},
        {"InsufficientScope", Errc::ScopeMissing},
    };
    const auto *found = std::find_if(std::begin(kNames), std::end(kNames), [&](const auto &one) { return one.first == name; });
    return found == std::end(kNames) ? Errc::Internal : found->second;
}

/// InvalidRequest is the name of everything else; only its sentence tells what.
Errc meaningOfSentence(const std::string &sentence)
{
    const auto says = [&](std::string_view words) { return sentence.find(words) != std::string::npos; };
    if (says("Profile not found") || says("Could not find repo") || says("Could not locate record") || says("Post not found") || says("Could not find user info"))
        return Errc::NotFound;
    if (says(" record: ") || says("at $.") || says("too big") || says("Invalid datetime") || says("Missing required key"))
        return Errc::ContentRefused;
    return Errc::Protocol;
}

} // namespace

std::string serverOf(const Account &account)
{
    auto base = account.setting("pds");
    if (base.empty())
        base = account.instance.empty() ? kHome : account.instance;
    while (!base.empty() && base.back() == '/')
        base.pop_back();
    return base;
}

bool isDid(std::string_view text)
{
    const auto method = text.find(':', 4);
    return text.substr(0, 4) == "did:" && method != std::string_view::npos && method > 4 && method + 1 < text.size() && text.size() <= 2048 && anyOf(text, ":._-%");
}

std::optional<AtUri> parseAtUri(std::string_view uri)
{
    if (uri.substr(0, 5) != "at://" || uri.size() > 4096)
        return std::nullopt;
    uri.remove_prefix(5);
    const auto first = uri.find('/');
    const auto second = first == std::string_view::npos ? first : uri.find('/', first + 1);
    if (second == std::string_view::npos)
        return std::nullopt;
    AtUri parts{std::string(uri.substr(0, first)), std::string(uri.substr(first + 1, second - first - 1)), std::string(uri.substr(second + 1))};
    const bool sound = isDid(parts.did) && !parts.collection.empty() && anyOf(parts.collection, ".-") && !parts.rkey.empty() && anyOf(parts.rkey, "._:~-");
    return sound ? std::optional(std::move(parts)) : std::nullopt;
}

std::string canonicalHandle(std::string_view typed)
{
    const auto first = typed.find_first_not_of(" \t\r\n@");
    if (first == std::string_view::npos)
        return {};
    std::string handle(typed.substr(first, typed.find_last_not_of(" \t\r\n") - first + 1));
    handle = lowerAscii(handle);
    const bool ends = !handle.empty() && (handle.front() == '.' || handle.front() == '-' || handle.back() == '.' || handle.back() == '-');
    const bool sound = handle.size() <= 253 && anyOf(handle, ".-") && handle.find('.') != std::string::npos && handle.find("..") == std::string::npos && !ends;
    // What ends in digits is an address of a machine, not of a person.
    return sound && std::isalpha(static_cast<unsigned char>(handle[handle.rfind('.') + 1])) != 0 ? handle : std::string{};
}

std::string permalinkOf(const AtUri &uri)
{
    return "https://bsky.app/profile/" + uri.did + "/post/" + uri.rkey;
}

net::Request query(const Context &context, const std::string &method, const net::QueryPairs &pairs)
{
    net::Request made;
    made.url = serverOf(context.account) + "/xrpc/" + method;
    if (!pairs.empty())
        made.url = net::withQuery(made.url, pairs);
    made.headers.push_back({"Accept", "application/json"});
    made.bearer = context.token;
    return withPermission(std::move(made), context.account);
}

net::Request procedure(const Context &context, const std::string &method, const Json &body)
{
    auto made = query(context, method);
    made.method = net::Method::Post;
    made.headers.push_back({"Content-Type", "application/json"});
    made.body = dump(body);
    made.followRedirects = false;
    return made;
}

std::string errorName(const net::Response &response)
{
    const auto json = response.body.size() < (64U << 10) ? parseJson(response.body) : fail(Errc::TooLarge);
    return json ? textAt(*json, "error") : std::string{};
}

Error refusal(const Context &context, const net::Response &response)
{
    auto error = httpError(response, context.token, context.now);
    const auto json = response.body.size() < (64U << 10) ? parseJson(response.body) : fail(Errc::TooLarge);
    if (!json || !json->is_object() || response.status >= 500) {
        if (response.status == 401)
            error.code = Errc::AuthExpired;
        return error;
    }
    const auto name = textAt(*json, "error"), sentence = textAt(*json, "message");
    if (!sentence.empty()) { // the name alone ("InvalidRequest") says less
        auto said = response;
        said.body = dump(Json{{"message", sentence}});
        error.detail = httpError(said, context.token, context.now).detail;
    }
    const auto named = meaningOfName(name);
    if (named != Errc::Internal)
        error.code = named;
    else if (response.status == 400)
        error.code = meaningOfSentence(sentence);
    if (name == "InvalidToken" && sentence.find("scope") != std::string::npos)
        error.code = Errc::ScopeMissing;
    if (error.code == Errc::RateLimited && !error.retryAfter)
        error.retryAfter = std::chrono::seconds{60};
    return error;
}

Result<Json> bodyOf(const Context &context, const net::Response &response)
{
    if (!response.ok())
        return fail(refusal(context, response));
    return objectOf(response);
}

} // namespace vigie::connect::bluesky
