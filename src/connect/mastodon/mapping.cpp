// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/mastodon/mapping.hpp"

#include "connect/common/answer.hpp"
#include "connect/common/strings.hpp"

#include <vigie/base/ascii.hpp>
#include <vigie/net/rate.hpp>
#include <vigie/text/rich_text.hpp>

#include <algorithm>
#include <cctype>

namespace vigie::connect::mastodon {

namespace {

MetricValue metric(const char *key, const Json &object, std::string_view field)
{
    const auto value = intAt(object, field);
    // Some servers answer -1 for what they hide.
    return value && *value < 0 ? MetricValue{key, 0, ValueStatus::Hidden} : metricOf(key, value);
}

text::HtmlContext htmlContext(const Json &owner, const Reading &reading)
{
    text::HtmlContext context;
    context.baseUrl = reading.account.instance;
    for (const auto &emoji : arrayAt(owner, "emojis")) {
        const auto code = textAt(emoji, "shortcode");
        if (!code.empty())
            context.emojis.push_back({code, urlAt(emoji, "url")});
    }
    return context;
}

/// A mention in the text says "@bob"; which bob is in `mentions`.
void nameMentions(Item &item, const Json &status, const Reading &reading)
{
    for (auto &span : item.spans) {
        if (span.kind != TextSpan::Kind::Mention || span.end > item.text.size() || span.begin >= span.end)
            continue;
        auto shown = lowerAscii(std::string_view(item.text).substr(span.begin, span.end - span.begin));
        shown.erase(0, shown.find_first_not_of('@'));
        std::string match;
        bool several = false;
        for (const auto &mention : arrayAt(status, "mentions")) {
            const auto handle = canonicalHandle(cleanAt(mention, "acct"), reading.domain);
            const auto small = lowerAscii(handle);
            const bool same = small == shown || small.substr(0, small.find('@')) == shown;
            const bool byUrl = !span.target.empty() && span.target == textAt(mention, "url");
            if (handle.empty() || !(same || byUrl))
                continue;
            several = several || (!match.empty() && match != handle && !byUrl);
            if (match.empty() || byUrl)
                match = handle;
        }
        if (!match.empty() && !several)
            span.target = match;
        else if (span.target.find("://") == std::string::npos && !shown.empty())
            span.target = canonicalHandle(span.target.empty() ? shown : span.target, reading.domain);
    }
}

MediaRef toMedia(const Json &attachment)
{
    MediaRef media;
    const auto type = textAt(attachment, "type");
    media.kind = type == "image" ? MediaRef::Kind::Image
                 : type == "video" ? MediaRef::Kind::Video
                 : type == "gifv" ? MediaRef::Kind::Animation
                 : type == "audio" ? MediaRef::Kind::Audio
                                   : MediaRef::Kind::Other;
    media.nativeId = idAt(attachment, "id");
    media.url = urlAt(attachment, "url");
    if (media.url.empty())
        media.url = urlAt(attachment, "remote_url");
    media.previewUrl = urlAt(attachment, "preview_url");
    media.alt = cleanAt(attachment, "description");
    const auto &original = at(at(attachment, "meta"), "original");
    media.width = static_cast<int>(std::clamp<std::int64_t>(intAt(original, "width").value_or(0), 0, 1'000'000));
    media.height = static_cast<int>(std::clamp<std::int64_t>(intAt(original, "height").value_or(0), 0, 1'000'000));
    const auto &duration = at(original, "duration");
    if (duration.is_number() && duration.get<double>() >= 0 && duration.get<double>() < 1e7)
        media.durationMs = static_cast<std::int64_t>(duration.get<double>() * 1000.0);
    return media;
}

/// The choices are part of what was asked; the counts are not, they would make every vote a new version of the text.
void appendPoll(Item &item, const Json &status)
{
    const auto &poll = at(status, "poll");
    const auto *box = boolAt(poll, "multiple") ? "[ ] " : "( ) ";
    std::string lines;
    for (const auto &option : arrayAt(poll, "options")) {
        const auto title = cleanAt(option, "title");
        if (!title.empty())
            lines += "\n" + std::string(box) + title;
    }
    if (!lines.empty())
        item.text += item.text.empty() ? lines.substr(1) : "\n" + lines;
}

Visibility visibilityOf(std::string_view name)
{
    if (name == "public" || name == "local")
        return Visibility::Public;
    if (name == "unlisted")
        return Visibility::Unlisted;
    if (name == "private" || name == "mutuals_only")
        return Visibility::Followers;
    return name == "direct" ? Visibility::Direct : Visibility::Unknown;
}

std::string quotedId(const Json &status)
{
    const auto &quote = at(status, "quote");
    for (auto id : {idAt(at(quote, "quoted_status"), "id"), idAt(quote, "quoted_status_id"), idAt(quote, "id"), idAt(status, "quote_id"), idAt(at(status, "pleroma"), "quote_id")})
        if (!id.empty())
            return id;
    return {};
}

std::string languageOf(const Json &status)
{
    auto code = lowerAscii(textAt(status, "language"));
    code.resize(std::min({code.size(), code.find('-'), code.find('_')}));
    return code.size() == 2 ? code : "und";
}

void setTimes(Item &item, const Json &status, const Reading &reading)
{
    setPublished(item, timeAt(status, "created_at"), reading.now); // snac lists its scheduled ones, too
    item.editedAt = timeAt(status, "edited_at");
}

void setRefs(Item &item, const Json &status, const Reading &reading)
{
    const auto add = [&](Relation relation, std::string target) {
        target = keptId(std::move(target), reading);
        if (!target.empty() && target != item.nativeId)
            item.refs.push_back({relation, std::move(target), {}});
    };
    add(Relation::ReplyTo, idAt(status, "in_reply_to_id"));
    add(Relation::QuoteOf, quotedId(status));
    add(Relation::RepostOf, idAt(at(status, "reblog"), "id"));
}

} // namespace

Reading reading(const Context &context, const net::Response *response)
{
    return {context.account, localDomain(context.account), response ? net::serverNow(*response, context.now) : context.now};
}

std::string keptId(std::string id, const Reading &reading)
{
    constexpr std::size_t kTimeDigits = 10, kLength = 42;
    const auto isDigit = [](unsigned char c) { return std::isdigit(c) != 0; };
    const auto isHex = [](unsigned char c) { return std::isxdigit(c) != 0; };
    if (softwareOf(reading.account.limits.serverVersion) != Software::Snac || id.size() != kLength)
        return id;
    const auto hash = id.begin() + kTimeDigits;
    if (std::all_of(id.begin(), hash, isDigit) && std::all_of(hash, id.end(), isHex))
        id.replace(0, kTimeDigits, kTimeDigits, '0');
    return id;
}

Author toAuthor(const Json &account, const Reading &reading)
{
    Author author;
    author.nativeId = idAt(account, "id");
    auto acct = cleanAt(account, "acct");
    if (acct.empty())
        acct = cleanAt(account, "username");
    author.handle = canonicalHandle(acct, reading.domain);
    author.name = cleanAt(account, "display_name");
    if (author.name.empty())
        author.name = acct.substr(0, acct.find('@'));
    author.bio = text::fromHtml(textAt(account, "note"), htmlContext(account, reading)).text;
    author.avatarUrl = urlAt(account, "avatar");
    author.profileUrl = urlAt(account, "url");
    author.bot = boolAt(account, "bot");
    author.optOut = boolAt(account, "noindex") || !boolAt(account, "indexable", true);
    author.createdAt = timeAt(account, "created_at");
    author.metrics = {metric("followers", account, "followers_count"), metric("following", account, "following_count"), metric("posts", account, "statuses_count")};
    return author;
}

std::optional<Item> toItem(const Json &status, const Reading &reading)
{
    Item item;
    item.nativeId = keptId(idAt(status, "id"), reading);
    if (item.nativeId.empty())
        return std::nullopt;
    // snac gives a boost the id of what is boosted: only the latter can be kept under it.
    const auto &boosted = at(status, "reblog");
    if (keptId(idAt(boosted, "id"), reading) == item.nativeId && !at(boosted, "reblog").is_object())
        return toItem(boosted, reading);
    item.connector = "mastodon";
    item.instance = reading.account.instance;
    item.uri = cleanAt(status, "uri");
    item.permalink = urlAt(status, "url");
    if (item.permalink.empty())
        item.permalink = webOnly(item.uri);
    item.visibility = visibilityOf(textAt(status, "visibility"));
    if (item.visibility == Visibility::Direct)
        item.kind = ItemKind::Message;
    item.author = toAuthor(at(status, "account"), reading);
    if (!item.author.nativeId.empty() && item.author.nativeId == reading.account.nativeId)
        item.ours = reading.account.id;
    setTimes(item, status, reading);
    setRefs(item, status, reading);
    item.lang = languageOf(status);
    if (item.ref(Relation::RepostOf) != nullptr)
        return item;
    auto context = htmlContext(status, reading);
    context.quotes = !quotedId(status).empty();
    auto rich = text::fromHtml(textAt(status, "content"), context);
    item.text = std::move(rich.text);
    item.spans = std::move(rich.spans);
    nameMentions(item, status, reading);
    appendPoll(item, status);
    item.warning = text::fromHtml(textAt(status, "spoiler_text"), htmlContext(status, reading)).text;
    item.sensitive = boolAt(status, "sensitive");
    for (const auto &attachment : arrayAt(status, "media_attachments"))
        if (attachment.is_object())
            item.media.push_back(toMedia(attachment));
    item.metrics = {metric("likes", status, "favourites_count"), metric("reposts", status, "reblogs_count"), metric("replies", status, "replies_count")};
    if (!at(status, "quotes_count").is_null())
        item.metrics.push_back(metric("quotes", status, "quotes_count"));
    return item;
}

std::vector<Item> toItems(const Json &status, const Reading &reading)
{
    std::vector<Item> items;
    auto outer = toItem(status, reading);
    if (!outer)
        return items;
    items.push_back(std::move(*outer));
    auto inner = toItem(at(status, "reblog"), reading);
    if (inner && inner->nativeId != items.front().nativeId)
        items.push_back(std::move(*inner));
    return items;
}

Notice toNotice(const Json &notification, const Reading &reading)
{
    Notice notice;
    notice.id = idAt(notification, "id");
    notice.unreadable = notice.id.empty();
    notice.at = timeAt(notification, "created_at");
    const auto type = textAt(notification, "type");
    const bool toUs = type == "mention" || type == "quote";
    // The server may ignore types[]: what is not listed here is no post of somebody.
    if (!toUs && type != "status" && type != "update" && type != "quoted_update" && type != "poll")
        return notice;
    const auto &status = at(notification, "status");
    notice.item = toItem(status, reading);
    if (!notice.item || !toUs || notice.item->author.nativeId == reading.account.nativeId)
        return notice;
    const auto answered = idAt(status, "in_reply_to_account_id");
    if (notice.item->visibility == Visibility::Direct)
        notice.reason = "direct";
    else if (type == "quote")
        notice.reason = "quote";
    else
        notice.reason = !answered.empty() && answered == reading.account.nativeId ? "reply" : "mention";
    return notice;
}

} // namespace vigie::connect::mastodon
