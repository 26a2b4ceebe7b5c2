// SPDX-License-Identifier: GPL-3.0-or-later
// Did it arrive? Answers are looked for under what they answer, posts among our own.
#include "connect/common/strings.hpp"
#include "connect/meta/actions.hpp"
#include "connect/meta/containers.hpp"
#include "connect/meta/mapping.hpp"
#include "connect/meta/paging.hpp"

#include <vigie/text/rich_text.hpp>

namespace vigie::connect::meta {

namespace {

constexpr std::chrono::minutes kClockSkew{15};
constexpr const char *kHeldPage = "scheduled:"; ///< our posts that Facebook keeps until they are due come before those that are seen

std::optional<Item> ownItem(const Json &entry, const Reading &here)
{
    switch (networkOf(here.account)) {
    case Network::Facebook: return facebookPost(entry, here);
    case Network::Instagram: return instagramMedium(entry, here);
    case Network::Threads: return threadsPost(entry, here);
    }
    return std::nullopt;
}

std::optional<Item> answerItem(const Json &entry, const std::string &target, const Reading &here)
{
    switch (networkOf(here.account)) {
    case Network::Facebook: return facebookComment(entry, target, here);
    case Network::Instagram: return instagramComment(entry, {}, here);
    case Network::Threads: return threadsPost(entry, here);
    }
    return std::nullopt;
}

bool answersTarget(const Item &item, const PublishJob &job, Network network)
{
    if (network != Network::Threads)
        return true; // the list holds nothing else
    const auto *parent = item.ref(Relation::ReplyTo);
    return parent != nullptr && parent->targetNative == job.inReplyTo;
}

/// Scheduled posts are not in the list of those that are seen.
bool ofHeld(const std::string &page)
{
    return page.rfind(kHeldPage, 0) == 0;
}

} // namespace

Result<net::Request> readBackRequest(const Context &context, const PublishJob &job)
{
    const bool answer = job.outbound.kind == OutboundKind::Reply || (networkOf(context.account) == Network::Facebook && job.part > 0);
    if (!answer)
        return fail(Errc::Unsupported);
    const auto target = keptId(job.inReplyTo);
    VIGIE_TRY(const auto id, checkedId(target.id));
    // Neither private replies nor comments on other people's pictures can be listed: only the person can look.
    if (job.outbound.visibility == Visibility::Direct || target.kind == Kept::Mentioning)
        return fail(Errc::InvalidInput, "what was sent there cannot be read back");
    const auto limit = std::to_string(kPageSize);
    switch (networkOf(context.account)) {
    case Network::Facebook: return get(context, "/" + id + "/comments", {{"fields", kCommentFields}, {"filter", "stream"}, {"order", "reverse_chronological"}, {"limit", limit}});
    case Network::Instagram: return get(context, "/" + id + (target.kind == Kept::Comment ? "/replies" : "/comments"), {{"fields", kMediaCommentFields}, {"limit", limit}});
    case Network::Threads: break;
    }
    VIGIE_TRY(const auto account, checkedId(context.account.nativeId));
    return get(context, "/" + account + "/replies", {{"fields", kThreadFields}, {"limit", limit}});
}

Result<std::optional<OwnPost>> readBack(const Context &context, const PublishJob &job, const net::Response &response)
{
    using Found = std::optional<OwnPost>;
    VIGIE_TRY(const auto body, bodyOf(context, response));
    const auto *part = partOf(job);
    if (part == nullptr)
        return fail(Errc::InvalidInput, "nothing to look for");
    const auto here = reading(context, response);
    const auto since = part->startedAt.value_or(job.outbound.createdAt) - kClockSkew;
    const std::string wanted(trimmed(text::fromPlain(part->text).text));
    for (const auto &entry : arrayAt(body, "data")) {
        const auto item = answerItem(entry, job.inReplyTo, here);
        if (item && item->ours && item->publishedAt >= since && trimmed(item->text) == wanted && answersTarget(*item, job, networkOf(context.account)))
            return Found(OwnPost{item->nativeId, item->permalink, item->text, job.inReplyTo, item->publishedAt, static_cast<int>(item->media.size())});
    }
    return Found{};
}

Result<net::Request> ownPostsRequest(const Context &context, const std::string &page)
{
    VIGIE_TRY(const auto account, checkedId(context.account.nativeId));
    const auto network = networkOf(context.account);
    // First what is kept for later, then what is seen.
    const bool held = network == Network::Facebook && (page.empty() || ofHeld(page));
    const char *edge = held ? "/scheduled_posts" : network == Network::Facebook ? "/published_posts" : network == Network::Instagram ? "/media" : "/threads";
    const char *fields = network == Network::Facebook ? kPostFields : network == Network::Instagram ? kMediaFields : kThreadFields;
    net::QueryPairs query{{"fields", fields}, {"limit", std::to_string(kPageSize)}};
    const auto after = held ? page.substr(std::min(page.size(), std::string_view(kHeldPage).size())) : page;
    if (!after.empty() && after != "-")
        query.emplace_back("after", after);
    return get(context, "/" + account + edge, query);
}

Result<OwnPage> ownPage(const Context &context, const net::Response &response)
{
    VIGIE_TRY(const auto body, bodyOf(context, response));
    OwnPage page;
    const auto here = reading(context, response);
    // The answer does not say which list it is: a scheduled post is one that is not published.
    bool held = false, seen = false;
    for (const auto &entry : arrayAt(body, "data")) {
        const auto item = ownItem(entry, here);
        if (!item)
            continue;
        const bool waits = networkOf(context.account) == Network::Facebook && !boolAt(entry, "is_published", true);
        held = held || waits;
        seen = seen || !waits;
        if (!waits)
            page.reaches = item->publishedAt;
        const auto *parent = item->ref(Relation::ReplyTo);
        page.posts.push_back({item->nativeId, item->permalink, item->text, parent != nullptr ? parent->targetNative : std::string{}, item->publishedAt, static_cast<int>(item->media.size()), waits});
    }
    const auto after = afterOf(body);
    const bool facebook = networkOf(context.account) == Network::Facebook;
    const auto asked = net::parseUrl(response.finalUrl);
    const bool ofScheduled = facebook && asked && asked->path.find("/scheduled_posts") != std::string::npos;
    if (ofScheduled || (held && !seen))
        page.nextPage = after.empty() ? "-" : kHeldPage + after;
    else
        page.nextPage = after;
    return page;
}

} // namespace vigie::connect::meta
