// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/mastodon/discover.hpp"

#include "connect/common/json.hpp"

#include <vigie/net/url.hpp>
#include <vigie/text/rich_text.hpp>

namespace vigie::connect::mastodon {

namespace {

constexpr std::string_view kInstancePath = "/api/v1/instance"; ///< the one that servers of every age and make still answer
constexpr std::size_t kMostTitle = 200;

struct Handle {
    std::string user, host;
    bool marked = false; ///< written with its @, as nobody writes a mail address
};

/// "@ada@social.example", "ada@social.example", "acct:ada@social.example".
std::optional<Handle> handleIn(std::string_view typed)
{
    Handle handle;
    if (typed.substr(0, 5) == "acct:")
        typed.remove_prefix(5);
    if (!typed.empty() && typed.front() == '@') {
        handle.marked = true;
        typed.remove_prefix(1);
    }
    const auto sign = typed.find('@');
    if (sign == std::string_view::npos || sign == 0 || typed.find_first_of("/ ?#") != std::string_view::npos || typed.find('@', sign + 1) != std::string_view::npos)
        return std::nullopt;
    handle.user = typed.substr(0, sign);
    handle.host = typed.substr(sign + 1);
    return handle;
}

std::optional<std::string> originOf(std::string_view typed)
{
    // Whether a private address may be asked is decided where it is asked.
    const auto handle = handleIn(typed);
    const auto origin = normaliseInstance(handle ? std::string_view(handle->host) : typed, true);
    return origin ? std::optional(*origin) : std::nullopt;
}

net::Request get(std::string url)
{
    net::Request request;
    request.url = std::move(url);
    request.headers.push_back({"Accept", "application/json, application/jrd+json"});
    return request;
}

net::Request askInstance(const std::string &origin)
{
    return get(origin + std::string(kInstancePath));
}

/// The server that WebFinger names for a handle: where the person's ActivityPub self lives.
std::optional<std::string> serverNamed(const net::Response &answer)
{
    const auto json = answer.ok() ? parseJson(answer.body) : Result<Json>(fail(Errc::NotFound));
    if (!json)
        return std::nullopt;
    for (const auto &link : arrayAt(*json, "links")) {
        const auto href = net::parseUrl(textAt(link, "href"));
        if (textAt(link, "rel") == "self" && href && !href->credentials && (href->scheme == "https" || net::isLoopbackHost(href->host)))
            return href->origin();
    }
    return std::nullopt;
}

bool looksLikeInstance(const Json &json)
{
    const bool named = !textAt(json, "uri").empty() || !textAt(json, "domain").empty();
    return named && !textAt(json, "version").empty() && (at(json, "stats").is_object() || at(json, "urls").is_object() || at(json, "configuration").is_object());
}

} // namespace

std::optional<Candidate> guessServer(std::string_view typed)
{
    const auto origin = originOf(typed);
    if (!origin)
        return std::nullopt;
    if (const auto handle = handleIn(typed))
        return Candidate{"mastodon", *origin, {}, "@" + handle->user + "@" + handle->host, handle->marked ? 45 : 25};
    const auto url = net::parseUrl(typed);
    if (!url || url->path.size() < 3 || url->path.rfind("/@", 0) != 0)
        return std::nullopt;
    return Candidate{"mastodon", *origin, {}, url->path.substr(1), 35};
}

std::optional<net::Request> probeServer(std::string_view typed)
{
    const auto origin = originOf(typed);
    if (!origin)
        return std::nullopt;
    if (const auto handle = handleIn(typed))
        return get(net::withQuery(*origin + "/.well-known/webfinger", {{"resource", "acct:" + handle->user + "@" + handle->host}}));
    return askInstance(*origin);
}

std::optional<net::Request> probeServerFurther(std::string_view typed, std::span<const net::Response> soFar)
{
    if (soFar.size() != 1 || !handleIn(typed))
        return std::nullopt;
    if (auto server = serverNamed(soFar.front()))
        return askInstance(*server);
    const auto origin = originOf(typed);
    return origin ? std::optional(askInstance(*origin)) : std::nullopt;
}

std::optional<Candidate> recogniseServer(std::string_view, const net::Response &response)
{
    const auto url = net::parseUrl(response.finalUrl);
    if (!url || url->path != kInstancePath)
        return std::nullopt;
    const auto json = parseJson(response.body);
    if (!json || !json->is_object())
        return std::nullopt;
    // A server that keeps to itself describes itself to nobody.
    if ((response.status == 401 || response.status == 403) && !textAt(*json, "error").empty())
        return Candidate{"mastodon", url->origin(), {}, url->host, 50};
    if (!response.ok() || !looksLikeInstance(*json))
        return std::nullopt;
    const auto title = text::cleanUtf8(textAt(*json, "title").substr(0, kMostTitle)); // a letter cut in half is mended
    return Candidate{"mastodon", url->origin(), {}, title.empty() ? url->host : title, 90};
}

} // namespace vigie::connect::mastodon
