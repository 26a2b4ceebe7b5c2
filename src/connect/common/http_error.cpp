// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/common/http_error.hpp"

#include "connect/common/json.hpp"
#include "connect/common/strings.hpp"

#include <vigie/base/ascii.hpp>
#include <vigie/base/log.hpp>
#include <vigie/base/utf8.hpp>
#include <vigie/net/rate.hpp>
#include <vigie/text/rich_text.hpp>

#include <algorithm>
#include <array>

namespace vigie::connect {

namespace {

constexpr std::size_t kLongestSentence = 300;

std::string oneLine(std::string_view text)
{
    std::string line;
    for (const char c : text) {
        const bool space = c == '\n' || c == '\r' || c == '\t' || c == ' ';
        if (!space)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    while (!line.empty() && line.back() == ' ')
        line.pop_back();
    if (line.size() > kLongestSentence) {
        shortenUtf8(line, kLongestSentence);
        line += "...";
    }
    return line;
}

/// A word of OAuth ("invalid_grant") says less than the description beside it.
std::string fromJson(const Json &body, int depth = 0)
{
    if (body.is_string())
        return body.get<std::string>();
    if (body.is_array())
        return body.empty() || depth > 3 ? std::string{} : fromJson(body.front(), depth + 1);
    if (!body.is_object() || depth > 3)
        return {};
    const auto description = textAt(body, "error_description");
    if (!description.empty())
        return description;
    for (const auto *key : {"error", "message", "detail", "title", "errors"}) {
        auto found = fromJson(at(body, key), depth + 1);
        if (!found.empty())
            return found;
    }
    return {};
}

std::string elementText(std::string_view html, std::string_view small, std::string_view name)
{
    const auto open = small.find("<" + std::string(name));
    if (open == std::string_view::npos)
        return {};
    const auto begin = small.find('>', open);
    const auto end = small.find("</" + std::string(name), open);
    if (begin == std::string_view::npos || end == std::string_view::npos || end <= begin)
        return {};
    return text::fromHtml(html.substr(begin + 1, end - begin - 1)).text;
}

std::string fromHtmlPage(std::string_view html)
{
    const auto small = lowerAscii(html);
    for (const auto *name : {"title", "h1", "h2", "p"}) {
        auto found = elementText(html, small, name);
        if (!found.empty())
            return found;
    }
    return text::fromHtml(html).text;
}

Errc meaningOf(int status)
{
    switch (status) {
    case 401: return Errc::AuthRevoked;
    case 403: return Errc::Forbidden;
    case 404: return Errc::NotFound;
    case 405: case 501: return Errc::Unsupported;
    case 408: return Errc::Timeout;
    case 409: return Errc::Conflict;
    case 410: return Errc::Gone;
    case 413: return Errc::TooLarge;
    case 418: case 451: return Errc::PolicyRefused;
    case 415: case 422: return Errc::ContentRefused;
    case 429: return Errc::RateLimited;
    default: return status >= 500 ? Errc::Server : Errc::Protocol;
    }
}

} // namespace

std::string sentenceOf(const net::Response &response)
{
    const auto body = std::string_view(response.body).substr(0, std::min<std::size_t>(response.body.size(), 64U << 10));
    const auto first = body.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    if (body[first] == '{' || body[first] == '[' || body[first] == '"') {
        const auto json = parseJson(body);
        return json ? oneLine(text::cleanUtf8(fromJson(*json))) : std::string{};
    }
    if (body[first] == '<')
        return oneLine(fromHtmlPage(body));
    return oneLine(text::cleanUtf8(body.substr(0, 1000)));
}

Error httpError(const net::Response &response, const Secret &token, Instant now)
{
    Error error;
    error.code = meaningOf(response.status);
    error.httpStatus = response.status;
    error.detail = log::redacted(sentenceOf(response));
    if (!token.empty())
        for (auto found = error.detail.find(token.reveal()); found != std::string::npos; found = error.detail.find(token.reveal()))
            error.detail.replace(found, token.reveal().size(), "***");
    const auto first = response.body.find_first_not_of(" \t\r\n");
    if (first != std::string::npos && response.body[first] == '<' && !error.detail.empty()
        && error.detail.find(std::to_string(response.status)) == std::string::npos) // the title of a page ("Error") says nothing without the number
        error.detail = "the server answered " + std::to_string(response.status) + ": " + error.detail;
    if (error.detail.empty())
        error.detail = "the server answered " + std::to_string(response.status) + " without a reason";
    if (response.status == 429 || response.status == 503)
        error.retryAfter = net::retryAfterOf(response, now);
    return error;
}

} // namespace vigie::connect
