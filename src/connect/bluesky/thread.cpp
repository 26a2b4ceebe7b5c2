// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/bluesky/thread.hpp"

#include "connect/bluesky/mapping.hpp"

namespace vigie::connect::bluesky {

namespace {

constexpr int kDepth = 50, kParents = 80;
constexpr int kThreadNesting = 400; ///< every answer lies two levels deeper than what it answers
constexpr std::size_t kMostPosts = 5000;

} // namespace

Result<net::Request> threadRequest(const Context &context, const std::string &uri)
{
    if (!parseAtUri(uri))
        return fail(Errc::InvalidInput, "this is no post of the network");
    return query(context, "app.bsky.feed.getPostThread", {{"uri", uri}, {"depth", std::to_string(kDepth)}, {"parentHeight", std::to_string(kParents)}});
}

Result<ThreadAnswer> threadAnswer(const Context &context, const net::Response &response)
{
    if (!response.ok())
        return fail(refusal(context, response));
    VIGIE_TRY(const auto body, parseJson(response.body, kThreadNesting));
    if (!at(body, "thread").is_object())
        return fail(Errc::Protocol, "the conversation is no object");
    ThreadAnswer answer;
    const auto here = reading(context, &response);
    std::vector<const Json *> open{&at(body, "thread")};
    while (!open.empty() && answer.items.size() < kMostPosts) {
        const auto &node = *open.back();
        open.pop_back();
        if (auto item = toItem(at(node, "post"), here))
            answer.items.push_back(std::move(*item));
        if (at(node, "parent").is_object())
            open.push_back(&at(node, "parent"));
        for (const auto &reply : arrayAt(node, "replies"))
            open.push_back(&reply);
    }
    return answer;
}

Result<net::Request> lookupRequest(const Context &context, std::span<const std::string> uris)
{
    net::QueryPairs pairs;
    for (const auto &uri : uris)
        if (parseAtUri(uri)) // an address with a handle in it makes the whole question fail
            pairs.emplace_back("uris", uri);
    if (pairs.empty() || pairs.size() > static_cast<std::size_t>(kLookupBatch))
        return fail(Errc::InvalidInput, pairs.empty() ? "no post named" : "too many posts for one question");
    return query(context, "app.bsky.feed.getPosts", pairs);
}

Result<LookupAnswer> lookupAnswer(const Context &context, const net::Response &response)
{
    VIGIE_TRY(const auto body, bodyOf(context, response));
    LookupAnswer answer;
    const auto here = reading(context, &response);
    for (const auto &post : arrayAt(body, "posts"))
        if (auto item = toItem(post, here))
            answer.items.push_back(std::move(*item));
    return answer;
}

} // namespace vigie::connect::bluesky
