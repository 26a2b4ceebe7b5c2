// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/wordpress/streams.hpp"

#include "connect/wordpress/mapping.hpp"
#include "connect/wordpress/paging.hpp"
#include "connect/wordpress/wire.hpp"

#include <vigie/net/rate.hpp>

#include <algorithm>
#include <charconv>

namespace vigie::connect::wordpress {

namespace {

constexpr std::chrono::seconds kFolderEvery{300}; ///< spam and trash change when somebody tidies up
constexpr std::chrono::hours kOverlap{1};

bool isFolder(const std::string &stream)
{
    return stream == "spam" || stream == "trash";
}

net::QueryPairs commentQuery()
{
    return {{"orderby", "id"}, {"order", "desc"}, {"_embed", "up"}, {"_fields", kCommentFields}};
}

net::QueryPairs postQuery()
{
    return {{"orderby", "date"}, {"order", "desc"}, {"_embed", "author,wp:featuredmedia"}, {"_fields", kPostFields}};
}

void addPage(net::QueryPairs &query, const Turn &turn)
{
    query.emplace_back("per_page", std::to_string(turn.size));
    if (turn.offset > 0)
        query.emplace_back("offset", std::to_string(turn.offset));
}

std::optional<int> totalOf(const net::Response &response)
{
    const auto written = response.header("X-WP-Total");
    int total = 0;
    const auto [stop, error] = std::from_chars(written.data(), written.data() + written.size(), total);
    return error == std::errc{} && stop == written.data() + written.size() && total >= 0 ? std::optional(total) : std::nullopt;
}

/// Under what is ours, everything that others say is for us. Elsewhere it is an answer to a comment of ours, as far as the
/// page shows that one.
std::string reasonFor(const Item &item, const Account &account, const std::vector<Item> &page)
{
    if (item.ours || (item.state != ItemState::Visible && item.state != ItemState::Held) || item.kind != ItemKind::Comment)
        return {};
    if (seesHeld(account))
        return "reply";
    const auto *parent = item.ref(Relation::ReplyTo);
    const bool toUs = parent != nullptr && std::any_of(page.begin(), page.end(), [&](const Item &one) { return one.nativeId == parent->targetNative && one.ours; });
    return toUs ? "reply" : "";
}

/// What a page of a listing held: its items, and where they stand.
Result<Listing> readListing(const Context &context, const net::Response &response, bool comments, FetchPage &page)
{
    VIGIE_TRY(const auto body, bodyOf(context, response));
    if (!body.is_array())
        return fail(Errc::Protocol, "the answer is not a list");
    Listing listing;
    listing.total = totalOf(response);
    listing.entries = static_cast<int>(body.size());
    const auto now = net::serverNow(response, context.now);
    for (const auto &entry : body) {
        auto item = comments ? toComment(entry, context.account, now) : toPost(entry, context.account, now);
        if (!item) {
            ++page.unreadable;
            continue;
        }
        listing.ids.push_back(item->nativeId);
        page.items.push_back(std::move(*item));
    }
    return listing;
}

} // namespace

bool isModerator(const Account &account)
{
    return account.setting(kRole) == kModerator;
}

bool seesHeld(const Account &account)
{
    return isModerator(account) || account.setting(kRole) == kWriter;
}

std::vector<StreamSpec> streamsOf(const Account &account)
{
    std::vector<StreamSpec> streams;
    const auto add = [&](const char *name, bool inbox, bool backfill, std::chrono::seconds every) {
        StreamSpec stream;
        stream.name = name;
        stream.inbox = inbox;
        stream.overlap = kOverlap;
        stream.backfill = backfill;
        stream.every = every;
        streams.push_back(std::move(stream));
    };
    add("comments", true, true, std::chrono::seconds{0});
    if (isModerator(account)) { // after the comments: what they no longer show may be found here
        add("spam", false, false, kFolderEvery);
        add("trash", false, false, kFolderEvery);
    }
    add("posts", false, true, kFolderEvery);
    return streams;
}

Result<net::Request> fetchRequest(const Context &context, const FetchSpec &spec)
{
    const auto turn = Turn::from(spec, context.now);
    if (spec.stream == "posts") {
        auto query = postQuery();
        addPage(query, turn);
        return request(context, net::Method::Get, "/wp/v2/posts", query);
    }
    if (spec.stream != "comments" && !isFolder(spec.stream))
        return fail(Errc::InvalidInput, "no such stream: " + spec.stream);
    auto query = commentQuery();
    if (isFolder(spec.stream))
        query.emplace_back("status", spec.stream);
    else if (seesHeld(context.account))
        query.emplace_back("status", "all"); // approved and waiting
    addPage(query, turn);
    return request(context, net::Method::Get, "/wp/v2/comments", query);
}

Result<FetchPage> fetchPage(const Context &context, const FetchSpec &spec, const net::Response &response)
{
    FetchPage page;
    VIGIE_TRY(const auto listing, readListing(context, response, spec.stream != "posts", page));
    const auto step = stepAfter(spec, listing, context.now);
    for (const auto &item : page.items)
        page.reasons.push_back(reasonFor(item, context.account, page.items));
    if (!isFolder(spec.stream)) // what left the spam folder was found to be none
        for (const auto &id : step.vanished)
            page.signals.push_back({ItemSignal::Kind::Gone, id});
    page.nextPage = step.nextPage;
    page.cursor = step.cursor;
    page.reachedKnown = step.reachedKnown;
    page.capped = step.capped;
    return page;
}

Result<net::Request> threadRequest(const Context &context, const std::string &nativeId)
{
    const auto place = Place::from(nativeId);
    if (!place)
        return fail(Errc::InvalidInput, "not a post or a comment of a WordPress site");
    auto query = commentQuery();
    query.emplace_back("post", place->post);
    query.emplace_back("per_page", std::to_string(kPage));
    if (seesHeld(context.account))
        query.emplace_back("status", "all");
    return request(context, net::Method::Get, "/wp/v2/comments", query);
}

Result<ThreadAnswer> thread(const Context &context, const net::Response &response)
{
    FetchPage page;
    VIGIE_CHECK(readListing(context, response, true, page));
    return ThreadAnswer{std::move(page.items)};
}

Result<net::Request> lookupRequest(const Context &context, std::span<const std::string> ids)
{
    const auto first = ids.empty() ? std::nullopt : Place::from(ids.front());
    if (!first)
        return fail(Errc::InvalidInput, "not a post or a comment of a WordPress site");
    auto query = first->isComment() ? commentQuery() : postQuery();
    if (ids.size() == 1)
        return request(context, net::Method::Get, first->path(), query);
    std::string include;
    for (const auto &id : ids)
        if (const auto place = Place::from(id); place && place->isComment() == first->isComment())
            include += (include.empty() ? "" : ",") + (place->isComment() ? place->comment : place->post);
    query.emplace_back("include", include);
    query.emplace_back("per_page", std::to_string(kPage));
    if (isModerator(context.account) && first->isComment())
        query.emplace_back("status", "any"); // the trash and the spam too
    return request(context, net::Method::Get, first->isComment() ? "/wp/v2/comments" : "/wp/v2/posts", query);
}

Result<LookupAnswer> lookup(const Context &context, std::span<const std::string> ids, const net::Response &response)
{
    LookupAnswer answer;
    const auto first = ids.empty() ? std::nullopt : Place::from(ids.front());
    if (!first)
        return fail(Errc::InvalidInput, "not a post or a comment of a WordPress site");
    if (ids.size() > 1) {
        FetchPage page;
        VIGIE_CHECK(readListing(context, response, first->isComment(), page));
        answer.items = std::move(page.items);
        for (const auto &id : ids)
            if (const auto place = Place::from(id); place && place->isComment() != first->isComment())
                answer.notAsked.push_back(id);
        return answer;
    }
    if (saysNotVisible(response)) {
        answer.gone.emplace_back(ids.front());
        return answer;
    }
    VIGIE_TRY(const auto body, bodyOf(context, response));
    const auto now = net::serverNow(response, context.now);
    auto item = first->isComment() ? toComment(body, context.account, now) : toPost(body, context.account, now);
    if (!item)
        return fail(Errc::Protocol, "the answer is neither a comment nor a post");
    answer.items.push_back(std::move(*item));
    return answer;
}

} // namespace vigie::connect::wordpress
