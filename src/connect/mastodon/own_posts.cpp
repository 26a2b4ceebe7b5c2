// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/mastodon/own_posts.hpp"

#include "connect/mastodon/mapping.hpp"
#include "connect/mastodon/paging.hpp"

#include <vigie/net/link_header.hpp>

namespace vigie::connect::mastodon {

namespace {

/// The max_id of the server's own link to older posts. Only that is taken of it: the request is always ours.
std::string olderThan(const net::Response &response)
{
    const auto url = net::parseUrl(net::linkOf(response, "next"));
    if (!url)
        return {};
    for (const auto &[name, value] : net::parseQuery(url->query))
        if (name == "max_id")
            return value;
    return {};
}

} // namespace

Result<net::Request> ownPostsRequest(const Context &context, const std::string &page)
{
    if (context.account.nativeId.empty())
        return fail(Errc::InvalidInput, "the account has no id yet");
    net::QueryPairs query{{"limit", std::to_string(kPageSize)}};
    if (!page.empty())
        query.emplace_back("max_id", page);
    return request(context, net::Method::Get, "/api/v1/accounts/" + net::encodeComponent(context.account.nativeId) + "/statuses", query);
}

Result<OwnPage> ownPage(const Context &context, const net::Response &response)
{
    VIGIE_TRY(const auto body, bodyOf(context, response));
    if (!body.is_array())
        return fail(Errc::Protocol, "the answer is not a list");
    OwnPage page;
    const auto here = reading(context, &response);
    std::string last;
    for (const auto &status : body) {
        if (auto id = idAt(status, "id"); !id.empty())
            last = std::move(id);
        auto item = toItem(status, here);
        if (item)
            page.reaches = item->publishedAt;
        const bool foreign = item && !item->author.nativeId.empty() && item->author.nativeId != context.account.nativeId;
        if (!item || foreign || item->ref(Relation::RepostOf) != nullptr)
            continue;
        const auto *parent = item->ref(Relation::ReplyTo);
        page.posts.push_back({item->nativeId, item->permalink, item->text, parent ? parent->targetNative : std::string{}, item->publishedAt,
                              static_cast<int>(item->media.size())});
    }
    page.nextPage = olderThan(response);
    // Without a link a full page may have another one behind it; a server that gives all it has gives more than was asked.
    if (page.nextPage.empty() && response.header("Link").empty() && body.size() == kPageSize)
        page.nextPage = last;
    return page;
}

} // namespace vigie::connect::mastodon
