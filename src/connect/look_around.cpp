// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/connect/look_around.hpp>

#include "connect/bluesky/publish_stages.hpp"
#include "connect/common/json.hpp"
#include "connect/mastodon/wire.hpp"

#include <vigie/base/ascii.hpp>

#include <algorithm>

namespace vigie::connect {

namespace {

/// "anna" of our own server is the same person as "anna@social.example".
std::string fullHandle(const Context &context, const std::string &handle)
{
    if (handle.find('@') != std::string::npos)
        return lowerAscii(handle);
    const auto url = net::parseUrl(context.account.instance);
    return lowerAscii(handle) + (url ? "@" + url->host : std::string());
}

} // namespace

net::Request linkRequest(const std::string &url)
{
    return bluesky::publishing::pageRequest(url);
}

std::optional<LinkCard> linkCard(const net::Response &page)
{
    const auto said = bluesky::publishing::cardOf(page);
    if (!said.is_object())
        return std::nullopt;
    return LinkCard{textAt(said, "title"), textAt(said, "description"), textAt(said, "image")};
}

Result<net::Request> personRequest(const Context &context, const std::string &handle)
{
    if (context.account.connector == "bluesky")
        return bluesky::query(context, "com.atproto.identity.resolveHandle", {{"handle", handle}});
    if (context.account.connector == "mastodon") // asks the other server where ours does not know the person yet
        return mastodon::request(context, net::Method::Get, "/api/v2/search",
                                 {{"q", "@" + fullHandle(context, handle)}, {"type", "accounts"}, {"resolve", "true"}, {"limit", "5"}});
    return fail(Errc::Unsupported);
}

Result<bool> personThere(const Context &context, const std::string &handle, const net::Response &response)
{
    if (context.account.connector == "bluesky") {
        if (response.status == 400)
            return false;
        if (!response.ok())
            return fail(Errc::Server, "the name was not looked up");
        return true;
    }
    VIGIE_TRY(const auto body, mastodon::bodyOf(context, response));
    const auto wanted = fullHandle(context, handle);
    const auto &people = arrayAt(body, "accounts");
    return std::any_of(people.begin(), people.end(), [&](const Json &person) { return fullHandle(context, textAt(person, "acct")) == wanted; });
}

} // namespace vigie::connect
