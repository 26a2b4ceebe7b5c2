// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/meta/streams.hpp"

#include "connect/common/strings.hpp"
#include "connect/meta/mapping.hpp"
#include "connect/meta/paging.hpp"

#include <algorithm>
#include <span>

namespace vigie::connect::meta {

namespace {

constexpr std::string_view kSearch = "search:";
constexpr std::chrono::seconds kAnswersEvery{180}, kSlowEvery{900}, kSearchEvery{600};

void add(FetchPage &page, std::optional<Item> item, const char *reason)
{
    if (!item) {
        ++page.unreadable;
        return;
    }
    page.reasons.emplace_back(item->ours ? "" : reason);
    page.items.push_back(std::move(*item));
}

/// A plain list: where it is, what is asked of each entry, why an entry is for the inbox.
struct List {
    const char *edge, *fields, *reason;
};
std::optional<List> listOf(Network network, std::string_view stream)
{
    if (network == Network::Facebook) {
        if (stream == "own")
            return List{"/published_posts", kPostFields, ""};
        if (stream == "tagged")
            return List{"/tagged", kPostFields, "mention"};
        if (stream == "visitors")
            return List{"/visitor_posts", kPostFields, "mention"};
        if (stream == "ratings")
            return List{"/ratings", kRatingFields, "review"};
    } else if (network == Network::Instagram) {
        if (stream == "own")
            return List{"/media", kMediaFields, ""};
        if (stream == "tagged")
            return List{"/tags", kMediaFields, "mention"};
    } else {
        if (stream == "own")
            return List{"/threads", kThreadFields, ""};
        if (stream == "mentions")
            return List{"/mentions", kThreadFields, "mention"};
    }
    return std::nullopt;
}

std::optional<Item> listItem(Network network, std::string_view stream, const Json &entry, const Reading &here)
{
    if (network == Network::Facebook)
        return stream == "ratings" ? facebookRating(entry, here) : facebookPost(entry, here);
    if (network == Network::Instagram)
        return instagramMedium(entry, here, stream == "tagged" ? Kept::Mentioning : Kept::Medium);
    return threadsPost(entry, here);
}

std::string nestedComments(Network network)
{
    const auto limit = std::to_string(kPageSize);
    if (network == Network::Facebook)
        return std::string("id,created_time,comments.filter(stream).order(reverse_chronological).limit(") + limit + "){" + kCommentFields + "}";
    return std::string("id,timestamp,comments_count,comments.limit(") + limit + "){" + kMediaCommentFields + ",replies{" + kMediaCommentFields + "}}";
}

net::Request answersOf(const Context &context, const WalkAsk &ask)
{
    const auto network = networkOf(context.account);
    net::QueryPairs query{{"limit", std::to_string(kPageSize)}};
    const char *edge = "/comments";
    if (network == Network::Facebook) {
        query.insert(query.end(), {{"fields", kCommentFields}, {"filter", "stream"}, {"order", "reverse_chronological"}});
    } else if (network == Network::Instagram) {
        query.emplace_back("fields", std::string(kMediaCommentFields) + ",replies{" + kMediaCommentFields + "}");
    } else {
        edge = "/conversation";
        query.insert(query.end(), {{"fields", kThreadFields}, {"reverse", "true"}});
    }
    if (!ask.after.empty())
        query.emplace_back("after", ask.after);
    return get(context, "/" + ask.post + edge, query);
}

Result<net::Request> walkRequest(const Context &context, const FetchSpec &spec)
{
    const auto network = networkOf(context.account);
    const auto ask = walkAsk(spec);
    if (!ask.post.empty())
        return answersOf(context, ask);
    VIGIE_TRY(const auto account, checkedId(context.account.nativeId));
    const char *edge = network == Network::Facebook ? "/published_posts" : network == Network::Instagram ? "/media" : "/threads";
    net::QueryPairs query{{"fields", network == Network::Threads ? "id,timestamp,has_replies" : nestedComments(network)}, {"limit", std::to_string(kPostsPerPage)}};
    if (!ask.after.empty())
        query.emplace_back("after", ask.after);
    return get(context, "/" + account + edge, query);
}

void addInstagramComment(FetchPage &page, const Json &comment, const std::string &post, const Reading &here)
{
    add(page, instagramComment(comment, post, here), "reply");
    for (const auto &reply : arrayAt(at(comment, "replies"), "data")) {
        auto item = instagramComment(reply, post, here);
        // A nested answer does not say what it hangs on.
        if (item && item->ref(Relation::ReplyTo) != nullptr && item->ref(Relation::ReplyTo)->targetNative == post)
            item->refs.front().targetNative = nativeIdOf(Kept::Comment, idAt(comment, "id"));
        add(page, std::move(item), "reply");
    }
}

void addAnswers(FetchPage &page, const Json &list, const std::string &post, const Reading &here)
{
    for (const auto &entry : arrayAt(list, "data")) {
        switch (networkOf(here.account)) {
        case Network::Facebook: add(page, facebookComment(entry, post, here), "reply"); break;
        case Network::Instagram: addInstagramComment(page, entry, post, here); break;
        case Network::Threads: add(page, threadsPost(entry, here), "reply"); break;
        }
    }
}

/// More of this list lies within what has not been read.
bool goesOn(const FetchPage &page, const FetchSpec &spec, std::size_t from)
{
    const auto mark = Mark::from(spec.direction == Direction::Forward ? spec.cursor : std::string{});
    return std::none_of(page.items.begin() + static_cast<std::ptrdiff_t>(from), page.items.end(), [&](const Item &item) { return mark.wellBelow(item); });
}

Result<FetchPage> walkPage(const Context &context, const FetchSpec &spec, const net::Response &response)
{
    const auto ask = walkAsk(spec);
    FetchPage page;
    std::vector<Turn::Left> left;
    const auto here = reading(context, response);
    auto body = bodyOf(context, response);
    // A post that went away between two pages ends neither the walk nor the run.
    const bool postIsGone = !body && !ask.post.empty() && (body.error().code == Errc::NotFound || body.error().code == Errc::Gone || body.error().code == Errc::Unsupported);
    if (!body && !postIsGone)
        return fail(std::move(body.error()));
    if (!ask.post.empty()) {
        if (body) {
            addAnswers(page, *body, ask.post, here);
            const auto after = afterOf(*body);
            if (!after.empty() && after != ask.after && goesOn(page, spec, 0))
                left.push_back({ask.post, after});
        }
        endOfWalkPage(page, spec, std::move(left), {});
        return page;
    }
    for (const auto &post : arrayAt(*body, "data")) {
        const auto id = idAt(post, "id");
        if (!checkedId(id)) {
            ++page.unreadable;
            continue;
        }
        const auto &comments = at(post, "comments");
        const auto from = page.items.size();
        addAnswers(page, comments, id, here);
        if (networkOf(context.account) == Network::Threads) {
            if (boolAt(post, "has_replies"))
                left.push_back({id, {}});
        } else if (!afterOf(comments).empty() && goesOn(page, spec, from)) {
            left.push_back({id, afterOf(comments)});
        }
    }
    endOfWalkPage(page, spec, std::move(left), afterOf(*body));
    return page;
}

Result<net::Request> searchRequest(const Context &context, const FetchSpec &spec)
{
    net::QueryPairs query{{"q", spec.stream.substr(kSearch.size())}, {"search_type", "RECENT"}, {"fields", kThreadFields}, {"limit", std::to_string(kPageSize)}};
    if (const auto after = Turn::from(spec).after; !after.empty())
        query.emplace_back("after", after);
    auto made = get(context, "/keyword_search", query);
    made.cost.bucket = "search";
    return made;
}

} // namespace

std::vector<StreamSpec> streamsOf(const Account &account)
{
    switch (networkOf(account)) {
    case Network::Facebook:
        return {{"comments", true, kOverlap, true, true, false, kAnswersEvery}, {"visitors", true, kOverlap, true, true, false, kAnswersEvery},
                {"tagged", true, kOverlap, true, true, false, kSlowEvery}, {"ratings", true, kOverlap, true, true, false, kSlowEvery}, {"own", false, kOverlap, true, true, false, kSlowEvery}};
    case Network::Instagram:
        return {{"comments", true, kOverlap, true, true, false, kAnswersEvery}, {"tagged", true, kOverlap, true, true, false, kSlowEvery}, {"own", false, kOverlap, true, true, false, kSlowEvery}};
    case Network::Threads: break;
    }
    std::vector<StreamSpec> all{{"comments", true, kOverlap, true, true, false, kAnswersEvery}, {"mentions", true, kOverlap, true, true, false, kAnswersEvery},
                                {"own", false, kOverlap, true, true, false, kSlowEvery}};
    for (const auto &word : splitList(account.setting("keywords")))
        all.push_back({std::string(kSearch) + word, false, kOverlap, false, true, false, kSearchEvery});
    return all;
}

Result<net::Request> fetchRequest(const Context &context, const FetchSpec &spec)
{
    const auto network = networkOf(context.account);
    if (spec.stream == "comments")
        return walkRequest(context, spec);
    if (network == Network::Threads && spec.stream.starts_with(kSearch) && spec.stream.size() > kSearch.size())
        return searchRequest(context, spec);
    const auto list = listOf(network, spec.stream);
    if (!list)
        return fail(Errc::InvalidInput, "no such stream: " + spec.stream);
    VIGIE_TRY(const auto account, checkedId(context.account.nativeId));
    net::QueryPairs query{{"fields", list->fields}, {"limit", std::to_string(kPageSize)}};
    if (const auto after = Turn::from(spec).after; !after.empty())
        query.emplace_back("after", after);
    return get(context, "/" + account + list->edge, query);
}

Result<FetchPage> fetchPage(const Context &context, const FetchSpec &spec, const net::Response &response)
{
    const auto network = networkOf(context.account);
    if (spec.stream == "comments")
        return walkPage(context, spec, response);
    const auto list = listOf(network, spec.stream);
    VIGIE_TRY(const auto body, bodyOf(context, response));
    if (!at(body, "data").is_array())
        return fail(Errc::Protocol, "the answer has no list");
    FetchPage page;
    const auto here = reading(context, response);
    for (const auto &entry : arrayAt(body, "data"))
        add(page, listItem(network, spec.stream, entry, here), list ? list->reason : "");
    endOfListPage(page, spec, body);
    return page;
}

Result<net::Request> threadRequest(const Context &context, const std::string &nativeId)
{
    const auto target = keptId(nativeId);
    VIGIE_TRY(const auto id, checkedId(target.id));
    if (target.kind == Kept::Comment)
        return get(context, "/" + id + "/replies", {{"fields", kMediaCommentFields}, {"limit", std::to_string(kPageSize)}});
    if (target.kind == Kept::Mentioning)
        return fail(Errc::Unsupported, "what others wrote under their own picture is not shown to programs");
    return answersOf(context, {id, {}});
}

Result<ThreadAnswer> threadAnswer(const Context &context, const std::string &nativeId, const net::Response &response)
{
    VIGIE_TRY(const auto body, bodyOf(context, response));
    FetchPage page;
    const auto target = keptId(nativeId);
    addAnswers(page, body, target.kind == Kept::Comment ? std::string{} : target.id, reading(context, response));
    // Answers to a comment of Instagram name neither it nor its medium.
    for (auto &item : page.items)
        if (target.kind == Kept::Comment && item.ref(Relation::ReplyTo) == nullptr)
            item.refs.push_back({Relation::ReplyTo, nativeId, {}});
    return ThreadAnswer{std::move(page.items)};
}

Result<net::Request> lookupRequest(const Context &context, const std::string &nativeId)
{
    const auto target = keptId(nativeId);
    VIGIE_TRY(const auto id, checkedId(target.id));
    switch (networkOf(context.account)) {
    case Network::Facebook: return get(context, "/" + id, {{"fields", kAnyFacebookFields}});
    case Network::Instagram:
        if (target.kind == Kept::Mentioning)
            return fail(Errc::Unsupported, "what others published cannot be looked at by its id");
        return get(context, "/" + id, {{"fields", target.kind == Kept::Comment ? kMediaCommentFields : kMediaFields}});
    case Network::Threads: break;
    }
    return get(context, "/" + id, {{"fields", kThreadFields}});
}

Result<LookupAnswer> lookupAnswer(const Context &context, std::span<const std::string> ids, const net::Response &response)
{
    LookupAnswer answer;
    const auto body = bodyOf(context, response);
    if (!body && (body.error().code == Errc::NotFound || body.error().code == Errc::Gone)) {
        answer.gone.assign(ids.begin(), ids.end());
        return answer;
    }
    VIGIE_CHECK(body);
    const auto here = reading(context, response);
    const auto target = keptId(ids.empty() ? std::string_view{} : std::string_view(ids.front()));
    std::optional<Item> item;
    switch (networkOf(context.account)) {
    case Network::Facebook: item = facebookPost(*body, here); break;
    case Network::Instagram: item = target.kind == Kept::Comment ? instagramComment(*body, {}, here) : instagramMedium(*body, here); break;
    case Network::Threads: item = threadsPost(*body, here); break;
    }
    if (!item)
        return fail(Errc::Protocol, "the answer is nothing that can be kept");
    // The fields that posts and comments of Facebook share tell neither the counts nor the kind.
    const bool comment = networkOf(context.account) == Network::Facebook && target.id.rfind(context.account.nativeId + "_", 0) != 0;
    if (comment)
        item->kind = ItemKind::Comment;
    if (networkOf(context.account) == Network::Facebook)
        item->metrics.clear();
    answer.items.push_back(std::move(*item));
    return answer;
}

} // namespace vigie::connect::meta
