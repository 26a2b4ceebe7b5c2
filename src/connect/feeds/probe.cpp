// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/feeds/probe.hpp"

#include "connect/feeds/feed.hpp"

#include <vigie/net/url.hpp>

#include <algorithm>
#include <array>

namespace vigie::connect::feeds {

namespace {

constexpr std::array<std::string_view, 8> kFeedEnds{".rss", ".atom", ".rdf", ".xml", "/feed", "/feed/", "/rss", "feed.json"};

/// Without scheme and last slash: what makes two spellings the same address.
std::string essence(std::string_view url)
{
    const auto scheme = url.find("://");
    if (scheme != std::string_view::npos)
        url.remove_prefix(scheme + 3);
    while (!url.empty() && url.back() == '/')
        url.remove_suffix(1);
    return std::string(url);
}

bool isFeed(const net::Response &response)
{
    return response.ok() && readFeed(response.body, response.header("content-type"), response.finalUrl);
}

} // namespace

Result<std::string> completedAddress(const std::string &typed)
{
    const auto begin = typed.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos)
        return fail(Errc::InvalidInput, "the address of the feed is missing");
    auto text = typed.substr(begin, typed.find_last_not_of(" \t\r\n") - begin + 1);
    if (text.rfind("feed://", 0) == 0)
        text = "http://" + text.substr(7);
    else if (text.rfind("feed:", 0) == 0)
        text = text.substr(5);
    if (text.find("://") == std::string::npos)
        text = "https://" + text;
    VIGIE_TRY(const auto parsed, net::parseUrl(text));
    if (parsed.credentials)
        return fail(Errc::InvalidInput, "an address must not hold a password");
    return text;
}

std::optional<Candidate> guessFeed(std::string_view typed)
{
    const auto address = completedAddress(std::string(typed));
    const auto url = address ? net::parseUrl(*address) : Result<net::Url>(fail(Errc::InvalidInput));
    if (!url)
        return std::nullopt;
    const bool named = typed.substr(0, 5) == "feed:" || std::any_of(kFeedEnds.begin(), kFeedEnds.end(), [&](auto end) { return url->path.ends_with(end); });
    if (!named)
        return std::nullopt;
    return Candidate{"feed", {}, {{"url", *address}}, url->host, 40};
}

std::optional<net::Request> probeFeed(std::string_view typed)
{
    const auto address = completedAddress(std::string(typed)); // a handle reads as an address with a name before its host: none
    if (!address)
        return std::nullopt;
    net::Request request;
    request.url = *address;
    request.headers.push_back({"Accept", kFeedTypes});
    return request;
}

std::optional<net::Request> probeFeedFurther(std::span<const net::Response> soFar)
{
    if (soFar.size() != 1 || !soFar.front().ok() || isFeed(soFar.front()))
        return std::nullopt;
    const auto &page = soFar.front();
    const auto named = discover(toUtf8(page.body, page.header("content-type")), page.finalUrl);
    return named.empty() ? std::nullopt : probeFeed(named.front());
}

std::optional<Candidate> recogniseFeed(std::string_view typed, const net::Response &response)
{
    if (!response.ok())
        return std::nullopt;
    const auto feed = readFeed(response.body, response.header("content-type"), response.finalUrl);
    if (!feed)
        return std::nullopt;
    const auto host = net::parseUrl(response.finalUrl);
    // A page that names a feed is more often typed for what it is than for its feed.
    const bool itself = essence(completedAddress(std::string(typed)).value_or("")) == essence(response.finalUrl);
    return Candidate{"feed", {}, {{"url", response.finalUrl}}, feed->title.empty() && host ? host->host : feed->title, itself ? 95 : 60};
}

} // namespace vigie::connect::feeds
