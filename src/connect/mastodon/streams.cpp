// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/mastodon/streams.hpp"

#include "connect/common/strings.hpp"
#include "connect/mastodon/mapping.hpp"
#include "connect/mastodon/paging.hpp"

#include <algorithm>
#include <cctype>

namespace vigie::connect::mastodon {

namespace {

constexpr std::string_view kTag = "tag:", kSearch = "search:";

/// Search gives no cursor but an offset, and not all posts: a few pages are all that can be had.
constexpr int kSearchPages = 5;

struct SearchTurn {
    int offset = 0;
    std::string mark; ///< becomes the cursor when the run ends: a crash in between starts over
};
SearchTurn searchTurn(const FetchSpec &spec)
{
    const auto &token = spec.page.empty() && spec.direction == Direction::Backfill ? spec.cursor : spec.page;
    const auto json = parseJson(token.empty() ? "{}" : token);
    if (!json)
        return {};
    return {static_cast<int>(std::clamp<std::int64_t>(intAt(*json, "offset").value_or(0), 0, 10'000)), textAt(*json, "mark")};
}

Result<net::Request> searchRequest(const Context &context, const FetchSpec &spec)
{
    net::QueryPairs query{{"q", spec.stream.substr(kSearch.size())}, {"type", "statuses"}, {"limit", std::to_string(kPageSize)}};
    const auto turn = searchTurn(spec);
    if (turn.offset > 0)
        query.emplace_back("offset", std::to_string(turn.offset));
    return request(context, net::Method::Get, "/api/v2/search", query);
}

void note(Found &found, const std::string &id, const std::optional<Instant> &at, bool future)
{
    if (id.empty())
        return;
    found.ids.push_back(id);
    if (!future)
        found.anchors.push_back(id);
    if (at && !future) {
        found.newest = found.newest ? std::max(*found.newest, *at) : *at;
        found.oldest = found.oldest ? std::min(*found.oldest, *at) : *at;
    }
}

void addStatus(FetchPage &page, Found &found, const Json &status, const Reading &reading)
{
    auto items = toItems(status, reading);
    if (items.empty()) {
        ++page.unreadable;
        return;
    }
    const auto &first = items.front();
    const bool dated = first.precision != TimePrecision::Unknown;
    // Paging speaks in the server's own ids.
    note(found, idAt(status, "id"), dated ? std::optional(first.publishedAt) : std::nullopt, !dated);
    for (auto &item : items) {
        page.items.push_back(std::move(item));
        page.reasons.emplace_back();
    }
}

void addNotice(FetchPage &page, Found &found, const Json &entry, const Reading &reading)
{
    auto notice = toNotice(entry, reading);
    if (notice.unreadable) {
        ++page.unreadable;
        return;
    }
    const bool future = notice.at && *notice.at > reading.now + kOverlap;
    note(found, notice.id, notice.at, future);
    if (notice.item) {
        page.items.push_back(std::move(*notice.item));
        page.reasons.push_back(std::move(notice.reason));
    }
}

Result<FetchPage> searchPage(const Context &context, const FetchSpec &spec, const net::Response &response)
{
    FetchPage page;
    // Many servers have no search of posts; that is a limit of the stream, not a failure of the account.
    if (response.status == 404 || response.status == 501) {
        page.capped = true;
        return page;
    }
    VIGIE_TRY(const auto body, bodyOf(context, response));
    if (!body.is_object())
        return fail(Errc::Protocol, "the search answered no object");
    Found found;
    const auto here = reading(context, &response);
    const auto &statuses = arrayAt(body, "statuses");
    for (const auto &status : statuses)
        addStatus(page, found, status, here);
    const bool forward = spec.direction == Direction::Forward;
    auto turn = searchTurn(spec);
    const auto mark = Mark::from(forward ? spec.cursor : std::string{});
    page.reachedKnown = std::any_of(found.ids.begin(), found.ids.end(), [&](const auto &id) { return mark.knows(id); });
    if (forward && spec.page.empty() && !found.ids.empty()) {
        Mark fresh;
        fresh.seen = found.anchors.empty() ? found.ids : found.anchors;
        fresh.at = found.newest ? found.newest : mark.at;
        turn.mark = fresh.text();
    }
    turn.offset += static_cast<int>(statuses.size());
    const bool more = statuses.size() >= static_cast<std::size_t>(kPageSize) && !page.reachedKnown && (!forward || !mark.seen.empty());
    page.capped = more && turn.offset >= kSearchPages * kPageSize;
    if (more && !page.capped)
        page.nextPage = dump(Json{{"offset", turn.offset}, {"mark", turn.mark}});
    if (!forward || page.nextPage.empty())
        page.cursor = forward ? turn.mark : page.nextPage;
    return page;
}

/// On the user stream run the posts of everybody we follow; only what concerns us belongs here.
bool concernsUs(const Json &status, const Account &account)
{
    if (idAt(at(status, "account"), "id") == account.nativeId || idAt(status, "in_reply_to_account_id") == account.nativeId)
        return true;
    const auto &mentions = arrayAt(status, "mentions");
    return std::any_of(mentions.begin(), mentions.end(), [&](const Json &mention) { return idAt(mention, "id") == account.nativeId; });
}

/// The payload, which some servers wrap in one more layer of quotes.
Json payloadOf(const std::string &data)
{
    auto json = parseJson(data);
    if (json && json->is_string()) {
        auto inner = parseJson(json->get<std::string>());
        if (inner && inner->is_object())
            return std::move(*inner);
    }
    return json ? std::move(*json) : Json(nullptr);
}

/// A bare id: too long for a number, or no number at all.
std::string bareId(std::string data)
{
    while (!data.empty() && (std::isspace(static_cast<unsigned char>(data.back())) != 0 || data.back() == '"'))
        data.pop_back();
    data.erase(0, std::min(data.size(), data.find_first_not_of(" \t\r\n\"")));
    return data.find_first_of("{}[] \n<>") == std::string::npos ? data : std::string{};
}

} // namespace

std::vector<StreamSpec> streamsOf(const Account &account)
{
    std::vector<StreamSpec> all;
    all.push_back({"notifications", true, kOverlap, true, true});
    all.push_back({"own", false, kOverlap, true, true});
    for (const auto &tag : splitList(account.setting("tags"), kBetweenTags))
        all.push_back({std::string(kTag) + tag, false, kOverlap, true, true});
    for (const auto &word : splitList(account.setting("keywords")))
        all.push_back({std::string(kSearch) + word, false, kOverlap, false, true});
    return all;
}

Result<net::Request> fetchRequest(const Context &context, const FetchSpec &spec)
{
    if (spec.stream.starts_with(kSearch))
        return searchRequest(context, spec);
    auto ask = askFor(spec);
    if (!ask.url.empty()) {
        auto made = request(context, net::Method::Get, "");
        made.url = ask.url;
        return made;
    }
    if (spec.stream == "notifications") {
        for (const auto *type : {"mention", "quote", "status", "update", "quoted_update", "poll"})
            ask.pairs.emplace_back("types[]", type);
        // Without it Mastodon holds back private mentions and those of limited accounts.
        ask.pairs.emplace_back("include_filtered", "true");
        return request(context, net::Method::Get, "/api/v1/notifications", ask.pairs);
    }
    if (spec.stream == "own") {
        if (context.account.nativeId.empty())
            return fail(Errc::InvalidInput, "the account has no id yet");
        return request(context, net::Method::Get, "/api/v1/accounts/" + net::encodeComponent(context.account.nativeId) + "/statuses", ask.pairs);
    }
    if (spec.stream.starts_with(kTag) && spec.stream.size() > kTag.size())
        return request(context, net::Method::Get, "/api/v1/timelines/tag/" + net::encodeComponent(spec.stream.substr(kTag.size())), ask.pairs);
    return fail(Errc::InvalidInput, "no such stream: " + spec.stream);
}

Result<FetchPage> fetchPage(const Context &context, const FetchSpec &spec, const net::Response &response)
{
    if (spec.stream.starts_with(kSearch))
        return searchPage(context, spec, response);
    VIGIE_TRY(const auto body, bodyOf(context, response));
    if (!body.is_array())
        return fail(Errc::Protocol, "the answer is not a list");
    FetchPage page;
    Found found;
    const auto here = reading(context, &response);
    const bool notices = spec.stream == "notifications";
    for (const auto &entry : body) {
        if (notices)
            addNotice(page, found, entry, here);
        else
            addStatus(page, found, entry, here);
    }
    if (found.anchors.empty())
        found.anchors = found.ids;
    VIGIE_TRY(const auto step, stepAfter(context, spec, response, found));
    if (step.leaveItems) {
        page.items.clear();
        page.reasons.clear();
    }
    page.nextPage = step.nextPage;
    page.cursor = step.cursor;
    page.reachedKnown = step.reachedKnown;
    page.capped = step.capped;
    return page;
}

Result<net::Request> liveRequest(const Context &context, const std::string &stream)
{
    auto base = context.account.limits.streamingUrl;
    if (base.empty())
        return fail(Errc::Unsupported, "the server announces no streaming");
    while (!base.empty() && base.back() == '/')
        base.pop_back();
    std::string address;
    if (stream == "notifications" || stream == "own")
        address = base + "/api/v1/streaming/user";
    else if (stream.starts_with(kTag) && stream.size() > kTag.size())
        address = net::withQuery(base + "/api/v1/streaming/hashtag", {{"tag", stream.substr(kTag.size())}});
    else
        return fail(Errc::Unsupported, "no live events for " + stream);
    VIGIE_TRY(const auto url, net::parseUrl(address));
    // The announced host may be another one than the server's; it must be as well protected.
    const auto own = net::parseUrl(baseOf(context.account));
    const bool house = own && own->scheme == "http" && own->host == url.host; // http was the person's own choice there
    if (url.scheme != "https" && !net::isLoopbackHost(url.host) && !house)
        return fail(Errc::PolicyRefused, "the streaming address is not protected by TLS");
    auto made = request(context, net::Method::Get, "");
    made.url = address;
    made.headers = {{"Accept", "text/event-stream"}};
    made.followRedirects = false;
    made.privateNetwork = false; // of the server's own host only, which the streaming address need not be
    return withPermission(std::move(made), context.account);
}

Result<FetchPage> liveEvent(const Context &context, const std::string &stream, const net::StreamEvent &event)
{
    FetchPage page;
    if (event.type == "delete") {
        auto id = bareId(event.data);
        if (id.empty())
            ++page.unreadable;
        else
            page.signals.push_back({ItemSignal::Kind::Deleted, keptId(std::move(id), reading(context))});
        return page;
    }
    const bool status = event.type == "update" || event.type == "status.update";
    if (!status && event.type != "notification")
        return page;
    const auto payload = payloadOf(event.data);
    if (!payload.is_object()) {
        ++page.unreadable;
        return page;
    }
    Found found;
    const auto here = reading(context);
    if (!status)
        addNotice(page, found, payload, here);
    else if (stream.starts_with(kTag) || concernsUs(payload, context.account))
        addStatus(page, found, payload, here);
    return page;
}

} // namespace vigie::connect::mastodon
