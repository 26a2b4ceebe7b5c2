// SPDX-License-Identifier: GPL-3.0-or-later
// A feed as a network: one stream, read again and again. Servers answer 304 although something changed (an edit, a
// comment approved late), so every tenth run, and the first after an hour, asks without conditions; what is known
// already costs nothing but its reading. Both are counted in the cursor, so that it holds for a program that runs once
// and ends, too.
#include "connect/feeds/feeds.hpp"

#include "connect/common/http_error.hpp"
#include "connect/common/json.hpp"
#include "connect/feeds/feed.hpp"
#include "connect/feeds/probe.hpp"

#include <vigie/base/digest.hpp>
#include <vigie/base/utf8.hpp>
#include <vigie/net/url.hpp>
#include <vigie/text/rich_text.hpp>

#include <algorithm>
#include <set>

namespace vigie::connect {

namespace {

using feeds::Entry;
using feeds::Feed;

constexpr std::size_t kRemembered = 60;   ///< identities of the newest entries: to tell whether the last run is still in sight
constexpr std::chrono::hours kReadWholeAfter{1};
constexpr std::int64_t kMostUnchanged = 9;  ///< answers "nothing changed" in a row that are believed
constexpr std::size_t kDigestBytes = 12;
constexpr std::size_t kMostBody = 32U << 20;
constexpr std::size_t kMostTitle = 2'000, kMostText = 100'000;

/// The feed's own identity where it gives one, else what makes an entry that entry.
std::string identityOf(const Entry &entry)
{
    if (!entry.id.empty())
        return entry.id.size() <= 500 ? entry.id : sha256(entry.id, kDigestBytes);
    if (!entry.link.empty() || !entry.title.empty())
        return "sha256:" + sha256(entry.link + "\n" + entry.title, kDigestBytes);
    return "sha256:" + sha256(entry.html, kDigestBytes);
}

std::string hostOf(const std::string &url)
{
    const auto parsed = net::parseUrl(url);
    if (!parsed)
        return {};
    return parsed->host.rfind("www.", 0) == 0 ? parsed->host.substr(4) : parsed->host;
}

std::string addressOf(const Account &account)
{
    const auto moved = account.setting("url");
    if (!moved.empty())
        return moved;
    return account.nativeId.empty() ? account.instance : account.nativeId;
}

net::Request requestFor(const std::string &url, const Account &account)
{
    net::Request request;
    request.url = url;
    request.maxBody = kMostBody;
    request.headers.push_back({"Accept", feeds::kFeedTypes});
    return withPermission(std::move(request), account);
}

Item toItem(const Entry &entry, const Feed &feed, const Account &account, Instant now)
{
    Item item;
    item.connector = "feed";
    item.instance = account.instance;
    item.nativeId = identityOf(entry);
    item.uri = entry.id;
    item.permalink = entry.link;
    item.kind = entry.inReplyTo.empty() ? ItemKind::Article : ItemKind::Comment;
    item.visibility = Visibility::Public;
    text::HtmlContext context;
    context.baseUrl = entry.link.empty() ? feed.link : entry.link;
    item.title = text::fromHtml(entry.title, context).text;
    shortenUtf8(item.title, kMostTitle);
    std::replace(item.title.begin(), item.title.end(), '\n', ' ');
    auto rich = text::fromHtml(entry.html, context);
    item.text = std::move(rich.text);
    shortenUtf8(item.text, kMostText);
    for (auto &span : rich.spans)
        if (span.end <= item.text.size())
            item.spans.push_back(std::move(span));
    const auto host = hostOf(entry.link.empty() ? feed.link.empty() ? addressOf(account) : feed.link : entry.link);
    item.author.name = !entry.author.empty() ? entry.author : !feed.author.empty() ? feed.author : !feed.title.empty() ? feed.title : host;
    item.author.handle = host;
    item.author.nativeId = host + "|" + item.author.name;
    item.author.profileUrl = entry.authorUrl;
    item.container = feed.title;
    item.lang = entry.lang.empty() ? feed.lang : entry.lang;
    const auto published = feeds::readDate(entry.published), updated = feeds::readDate(entry.updated);
    if (published || updated) {
        const auto &date = published ? *published : *updated;
        // A date in the future is a planned post or a wrong clock: it must not stand above everything for days.
        item.publishedAt = std::min(date.at, now);
        item.precision = date.precision;
        if (published && updated && updated->at > published->at)
            item.editedAt = std::min(updated->at, now);
    } else {
        item.publishedAt = now;
        item.precision = TimePrecision::Unknown;
    }
    item.media = entry.media;
    if (!entry.inReplyTo.empty())
        item.refs.push_back(ItemRef{Relation::ReplyTo, entry.inReplyTo, {}});
    if (entry.comments)
        item.metrics.push_back(MetricValue{"replies", *entry.comments, ValueStatus::Ok});
    return item;
}

struct Cursor {
    std::string etag, modified;
    std::vector<std::string> newest;
    std::optional<Instant> wholeAt;       ///< when the feed itself was last read, not only asked whether it changed
    std::int64_t unchanged = 0;           ///< how often it was asked since

    static Cursor from(const std::string &text)
    {
        Cursor cursor;
        const auto json = parseJson(text);
        if (!json)
            return cursor;
        cursor.etag = textAt(*json, "etag");
        cursor.modified = textAt(*json, "modified");
        if (const auto at = intAt(*json, "whole_at"))
            cursor.wholeAt = fromMicros(*at);
        cursor.unchanged = std::max<std::int64_t>(0, intAt(*json, "unchanged").value_or(0));
        for (const auto &one : arrayAt(*json, "newest"))
            if (one.is_string())
                cursor.newest.push_back(one.get<std::string>());
        return cursor;
    }
    [[nodiscard]] std::string text() const
    {
        return dump(Json{{"etag", etag}, {"modified", modified}, {"newest", newest}, {"whole_at", wholeAt ? Json(toMicros(*wholeAt)) : Json(nullptr)},
                         {"unchanged", unchanged}});
    }
    /// A clock that was set back must not keep the next whole reading away for long.
    [[nodiscard]] bool mayAskForChanges(Instant now) const
    {
        return wholeAt && *wholeAt <= now && now - *wholeAt < kReadWholeAfter && unchanged < kMostUnchanged;
    }
};

Descriptor makeDescriptor()
{
    Descriptor descriptor;
    descriptor.id = "feed";
    descriptor.name = "RSS, Atom, JSON Feed";
    descriptor.badge = "Rs";
    descriptor.family = "feed";
    descriptor.fields = {FieldSpec{"url", FieldSpec::Kind::Url, true, "https://blog.example/"}};
    for (std::size_t i = 0; i < kCapabilityCount; ++i)
        descriptor.capabilities.set(static_cast<Capability>(i), CapabilityReason::ReadOnlySource);
    descriptor.capabilities.set(Capability::ListenKeyword);
    descriptor.rate = RatePolicy{60, std::chrono::seconds{3600}, std::chrono::seconds{300}};
    descriptor.verification = Verification::RealServer;
    return descriptor;
}

class Feeds final : public Connector {
public:
    [[nodiscard]] const Descriptor &describe() const override { return descriptor_; }

    /// The page that was typed, then the feed it names.
    [[nodiscard]] Result<std::optional<net::Request>> buildWhoAmI(const Context &context, std::span<const net::Response> soFar) const override
    {
        if (soFar.empty()) {
            VIGIE_TRY(const auto url, feeds::completedAddress(addressOf(context.account)));
            return std::optional(requestFor(url, context.account));
        }
        const auto &last = soFar.back();
        if (!last.ok())
            return fail(httpError(last, context.token, context.now));
        if (feeds::readFeed(last.body, last.header("content-type"), last.finalUrl) || soFar.size() > 1)
            return std::optional<net::Request>();
        const auto named = feeds::discover(feeds::toUtf8(last.body, last.header("content-type")), last.finalUrl);
        if (named.empty())
            return fail(Errc::NotFound, "this page is no feed and names none");
        return std::optional(requestFor(named.front(), context.account));
    }
    [[nodiscard]] Result<WhoAmI> parseWhoAmI(const Context &, std::span<const net::Response> answers) const override
    {
        if (answers.empty())
            return fail(Errc::Protocol, "no answer");
        const auto &last = answers.back();
        VIGIE_TRY(const auto feed, feeds::readFeed(last.body, last.header("content-type"), last.finalUrl));
        WhoAmI who;
        who.author.nativeId = last.finalUrl;
        who.author.handle = hostOf(feed.link.empty() ? last.finalUrl : feed.link);
        who.author.name = feed.title.empty() ? who.author.handle : feed.title;
        who.author.profileUrl = feed.link;
        who.capabilities = descriptor_.capabilities;
        return who;
    }

    [[nodiscard]] std::vector<StreamSpec> streams(const Account &) const override
    {
        StreamSpec spec;
        spec.name = "feed";
        spec.ordered = false;
        return {spec};
    }
    [[nodiscard]] Result<net::Request> buildFetch(const Context &context, const FetchSpec &spec) const override
    {
        VIGIE_TRY(const auto url, feeds::completedAddress(spec.page.empty() ? addressOf(context.account) : spec.page));
        auto request = requestFor(url, context.account);
        const auto cursor = Cursor::from(spec.cursor);
        if (spec.direction == Direction::Forward && cursor.mayAskForChanges(context.now)) {
            if (!cursor.etag.empty())
                request.headers.push_back({"If-None-Match", cursor.etag});
            if (!cursor.modified.empty())
                request.headers.push_back({"If-Modified-Since", cursor.modified});
        }
        return request;
    }
    [[nodiscard]] Result<FetchPage> parseFetch(const Context &context, const FetchSpec &spec, const net::Response &response) const override
    {
        FetchPage page;
        if (response.status == 304) {
            page.notModified = page.reachedKnown = true;
            auto same = Cursor::from(spec.cursor);
            ++same.unchanged;
            page.cursor = same.text();
            return page;
        }
        if (!response.ok())
            return fail(httpError(response, context.token, context.now));
        const auto url = response.finalUrl.empty() ? addressOf(context.account) : response.finalUrl;
        VIGIE_TRY(const auto feed, feeds::readFeed(response.body, response.header("content-type"), url));
        const auto before = Cursor::from(spec.cursor);
        const std::set<std::string> known(before.newest.begin(), before.newest.end());
        Cursor after;
        after.etag = response.header("etag");
        after.modified = response.header("last-modified");
        after.wholeAt = context.now;
        std::set<std::string> seen;
        for (const auto &entry : feed.entries) {
            auto item = toItem(entry, feed, context.account, context.now);
            if (!seen.insert(item.nativeId).second)
                continue; // the same entry twice: the first one is the newer
            if (after.newest.size() < kRemembered)
                after.newest.push_back(item.nativeId);
            page.reachedKnown = page.reachedKnown || known.count(item.nativeId) != 0;
            page.items.push_back(std::move(item));
            page.reasons.emplace_back();
        }
        if (spec.direction == Direction::Backfill) {
            page.nextPage = feed.next == spec.page ? std::string() : feed.next;
            return page;
        }
        page.reachedKnown = page.reachedKnown || known.empty() || page.items.empty();
        // Nothing of the last run is in sight any more: what stood between is gone from the feed.
        page.capped = !page.reachedKnown;
        page.cursor = after.text();
        if (response.permanentRedirect && !response.finalUrl.empty() && spec.page.empty())
            page.movedTo = response.finalUrl;
        return page;
    }

    [[nodiscard]] std::optional<Candidate> guess(std::string_view typed) const override { return feeds::guessFeed(typed); }
    [[nodiscard]] std::optional<net::Request> probe(std::string_view typed) const override { return feeds::probeFeed(typed); }
    [[nodiscard]] std::optional<net::Request> probeFurther(std::string_view, std::span<const net::Response> soFar) const override { return feeds::probeFeedFurther(soFar); }
    [[nodiscard]] std::optional<Candidate> recognise(std::string_view typed, const net::Response &response) const override { return feeds::recogniseFeed(typed, response); }

private:
    Descriptor descriptor_ = makeDescriptor();
};

} // namespace

std::unique_ptr<Connector> makeFeeds()
{
    return std::make_unique<Feeds>();
}

} // namespace vigie::connect
