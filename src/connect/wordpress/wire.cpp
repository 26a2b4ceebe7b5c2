// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/wordpress/wire.hpp"

#include "connect/common/answer.hpp"
#include "connect/common/basic.hpp"
#include "connect/common/http_error.hpp"

#include <algorithm>
#include <array>

namespace vigie::connect::wordpress {

namespace {

bool allDigits(std::string_view text)
{
    return !text.empty() && text.size() <= 20 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

struct Meaning {
    std::string_view code;
    Errc errc;
};
/// WordPress' own words. What is not here is judged by its status.
constexpr std::array kMeanings{
    Meaning{"rest_not_logged_in", Errc::AuthRevoked},
    Meaning{"rest_comment_login_required", Errc::AuthRevoked},
    Meaning{"incorrect_password", Errc::AuthRevoked},
    Meaning{"invalid_username", Errc::AuthRevoked},
    Meaning{"invalid_email", Errc::AuthRevoked},
    Meaning{"application_passwords_disabled", Errc::AuthRevoked},
    Meaning{"application_passwords_disabled_for_user", Errc::AuthRevoked},
    Meaning{"comment_flood", Errc::RateLimited},
    Meaning{"comment_duplicate", Errc::Duplicate},
    Meaning{"rest_cannot_read", Errc::NotFound},
    Meaning{"rest_comment_invalid_id", Errc::NotFound},
    Meaning{"rest_post_invalid_id", Errc::NotFound},
    Meaning{"rest_comment_invalid_post_id", Errc::NotFound},
    Meaning{"rest_already_trashed", Errc::Gone},
    Meaning{"rest_comment_trash_post", Errc::Gone},
    Meaning{"rest_comment_closed", Errc::PolicyRefused},
    Meaning{"rest_comment_draft_post", Errc::PolicyRefused},
    Meaning{"rest_comment_content_invalid", Errc::ContentRefused},
    Meaning{"comment_content_column_length", Errc::ContentRefused},
    Meaning{"rest_upload_file_too_big", Errc::ContentRefused},
    Meaning{"rest_upload_unknown_error", Errc::ContentRefused},
    Meaning{"rest_upload_limited_space", Errc::ContentRefused},
    Meaning{"rest_cannot_create", Errc::Forbidden},
    Meaning{"rest_cannot_publish", Errc::Forbidden},
    Meaning{"rest_cannot_edit", Errc::Forbidden},
    Meaning{"rest_cannot_delete", Errc::Forbidden},
    Meaning{"rest_cannot_assign_term", Errc::Forbidden},
    Meaning{"rest_forbidden", Errc::Forbidden},
    Meaning{"rest_forbidden_context", Errc::Forbidden},
    Meaning{"rest_forbidden_param", Errc::Forbidden},
    Meaning{"rest_forbidden_status", Errc::Forbidden},
    Meaning{"rest_invalid_param", Errc::InvalidInput},
    Meaning{"rest_missing_callback_param", Errc::InvalidInput},
    Meaning{"rest_no_route", Errc::Unsupported},
    Meaning{"rest_disabled", Errc::Unsupported},
    Meaning{"rest_trash_not_supported", Errc::Unsupported},
};

/// WordPress lets a person comment every 15 seconds; it does not say so in its answer.
constexpr std::chrono::seconds kFloodWait{16};

} // namespace

std::optional<Place> Place::from(std::string_view nativeId)
{
    constexpr std::string_view kPost = "post/", kComment = "/comment/";
    if (nativeId.substr(0, kPost.size()) != kPost)
        return std::nullopt;
    nativeId.remove_prefix(kPost.size());
    const auto mark = nativeId.find(kComment);
    Place place{std::string(nativeId.substr(0, mark)), {}};
    if (mark != std::string_view::npos)
        place.comment = nativeId.substr(mark + kComment.size());
    const bool sound = allDigits(place.post) && (mark == std::string_view::npos || allDigits(place.comment));
    return sound ? std::optional(std::move(place)) : std::nullopt;
}

std::string apiUrl(const std::string &root, const std::string &path, const net::QueryPairs &query)
{
    auto url = root;
    while (!url.empty() && url.back() == '/')
        url.pop_back();
    url += path;
    return query.empty() ? url : net::withQuery(url, query);
}

std::string rootOf(const Account &account)
{
    auto root = account.setting(kApi);
    return root.empty() ? account.instance + "/wp-json" : root;
}

bool signedIn(const Context &context)
{
    return !context.token.empty();
}

net::Request request(const Context &context, net::Method method, const std::string &path, const net::QueryPairs &query)
{
    net::Request made;
    made.method = method;
    made.url = apiUrl(rootOf(context.account), path, query);
    made.headers.push_back({"Accept", "application/json"});
    if (signedIn(context))
        made.secretHeaders.push_back({"Authorization", basicAuthorization(context.account.setting(kUser), context.token.reveal())});
    return withPermission(std::move(made), context.account);
}

net::Request jsonRequest(const Context &context, net::Method method, const std::string &path, const Json &body, const net::QueryPairs &query)
{
    auto made = request(context, method, path, query);
    made.headers.push_back({"Content-Type", "application/json"});
    made.body = dump(body);
    return made;
}

std::string codeOf(const net::Response &response)
{
    const auto body = parseJson(response.body);
    if (!body)
        return {};
    auto code = textAt(*body, "code");
    const bool word = code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") == std::string::npos;
    return word && code.size() < 80 ? code : std::string{};
}

Error refusal(const Context &context, const net::Response &response)
{
    auto error = httpError(response, context.token, context.now);
    const auto code = codeOf(response);
    const auto *known = std::find_if(kMeanings.begin(), kMeanings.end(), [&](const Meaning &one) { return one.code == code; });
    if (known != kMeanings.end())
        error.code = known->errc;
    else if (response.status == 400)
        error.code = Errc::InvalidInput; // an answer that says no: nothing was done
    // To somebody whom it takes for a stranger WordPress says 401, to one of its own who may not 403.
    if (response.status == 401 && error.code == Errc::Forbidden)
        error.code = Errc::AuthRevoked;
    if (error.code == Errc::AuthRevoked && !signedIn(context))
        error.code = Errc::Forbidden; // there is no sign-in that could have ended
    if (code == "comment_flood")
        error.retryAfter = kFloodWait;
    if (!code.empty())
        error.detail = code + ": " + error.detail;
    return error;
}

Result<Json> bodyOf(const Context &context, const net::Response &response)
{
    if (!response.ok())
        return fail(refusal(context, response));
    return jsonOf(response);
}

bool saysNotVisible(const net::Response &response)
{
    const auto code = codeOf(response);
    if (response.status == 404 || response.status == 410)
        return code != "rest_no_route"; // the interface is gone, not the comment
    return (response.status == 401 || response.status == 403) && (code == "rest_cannot_read" || code == "rest_forbidden" || code == "rest_cannot_read_post");
}

} // namespace vigie::connect::wordpress
