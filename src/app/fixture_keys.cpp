// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fixture_keys.hpp"

#include <vigie/base/ascii.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <vector>

namespace vigie::app {

namespace {

using connect::Json;

/// What a member is called whose own members are named after whom or what they are about: {"users":{"claire":{...}}}.
constexpr std::array<std::string_view, 24> kByName{"users", "members", "accounts", "profiles", "people", "persons", "participants", "authors", "contacts", "friends", "followers", "following", "voters", "voted",
                                                   "mentions", "relationships", "presence", "posts", "statuses", "messages", "comments", "channels", "groups", "handles"};
/// A page of a list rather than a table: {"comments":{"data":[...],"paging":{...}}}.
constexpr std::array<std::string_view, 22> kOfPages{"data", "items", "edges", "nodes", "results", "paging", "pageinfo", "page_info", "summary", "count", "total", "totalcount", "total_count", "totalitems",
                                                    "total_items", "cursor", "next", "first", "has_more", "href", "links", "type"};
/// Sizes and kinds of one picture: objects of one shape beside each other, and yet words of the format.
constexpr std::array<std::string_view, 14> kVariants{"original", "small", "medium", "large", "default", "standard", "high", "low", "maxres", "thumb", "thumbnail", "full", "preview", "tiny"};

template <std::size_t N>
bool isOneOf(std::string_view written, const std::array<std::string_view, N> &words)
{
    const auto word = lowerAscii(written);
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<std::string> namesIn(const Json &object)
{
    std::vector<std::string> names;
    for (const auto &[name, inner] : object.items())
        names.push_back(name);
    return names;
}

/// {"statuses":{"max_characters":500}}: what a server allows, not a table of posts.
bool holdsLimits(const Json &object)
{
    const auto limit = [](const std::string &name, const Json &value) {
        return value.is_number() && (name.rfind("max_", 0) == 0 || name.rfind("min_", 0) == 0);
    };
    for (const auto &[name, value] : object.items())
        if (limit(name, value))
            return true;
    return false;
}

/// "claire.social.example" is whose domain it is; "app.bsky.feed.post" is a type of the format.
bool isDomain(const std::string &key)
{
    return key.find('.') != std::string::npos && key.rfind("app.", 0) != 0 && key.rfind("com.", 0) != 0 && key.rfind("chat.", 0) != 0;
}

} // namespace

bool isMemberName(const std::string &key)
{
    const auto digits = std::count_if(key.begin(), key.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
    const auto plain = [](unsigned char c) { return std::isalnum(c) != 0 || c == '_' || c == '$' || c == '-' || c == '.'; };
    return !key.empty() && key.size() <= 40 && digits <= 4 && std::all_of(key.begin(), key.end(), plain) && !isDomain(key);
}

bool isTable(const Json &object, const std::string &called)
{
    const auto names = namesIn(object);
    const bool byName = isOneOf(called, kByName) || called.find("_by_") != std::string::npos || called.rfind("by_", 0) == 0;
    if (byName && !holdsLimits(object) && std::none_of(names.begin(), names.end(), [](const std::string &name) { return isOneOf(name, kOfPages); }))
        return true;
    if (object.size() < 2 || !std::all_of(object.begin(), object.end(), [](const Json &entry) { return entry.is_object() && !entry.empty(); }))
        return false;
    const auto shape = namesIn(*object.begin());
    return std::all_of(object.begin(), object.end(), [&shape](const Json &entry) { return namesIn(entry) == shape; })
           && !std::all_of(names.begin(), names.end(), [](const std::string &name) { return isOneOf(name, kVariants); });
}

} // namespace vigie::app
