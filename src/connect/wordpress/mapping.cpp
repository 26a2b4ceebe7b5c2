// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/wordpress/mapping.hpp"

#include "connect/common/answer.hpp"
#include "connect/wordpress/wire.hpp"

#include <vigie/base/digest.hpp>
#include <vigie/text/rich_text.hpp>

namespace vigie::connect::wordpress {

namespace {

constexpr std::size_t kMostName = 300;

std::string htmlAt(const Json &object, std::string_view key)
{
    const auto &value = at(object, key);
    return value.is_object() ? textAt(value, "rendered") : textAt(object, key);
}

const Json &embedded(const Json &object, std::string_view relation)
{
    const auto &list = arrayAt(at(object, "_embedded"), relation);
    static const Json kNone;
    // A thing that we may not see is embedded as an error.
    return list.empty() || !at(list.front(), "code").is_null() ? kNone : list.front();
}

/// Somebody without an account of the site is known by what they typed into the form, and by nothing else.
Author commenter(const Json &comment, const Account &account)
{
    Author author;
    author.name = text::fromHtml(textAt(comment, "author_name")).text.substr(0, kMostName);
    author.name = text::cleanUtf8(author.name);
    author.profileUrl = urlAt(comment, "author_url");
    author.handle = siteName(account.instance);
    const auto id = idAt(comment, "author");
    if (!id.empty() && id != "0")
        author.nativeId = id;
    else if (!author.name.empty())
        author.nativeId = "guest/" + sha256(author.name + "\n" + author.profileUrl, 12);
    return author;
}

ItemState postState(std::string_view status)
{
    if (status == "trash")
        return ItemState::RemovedByModeration;
    return status.empty() || status == "publish" || status == "private" ? ItemState::Visible : ItemState::Held;
}

void setBody(Item &item, std::string_view html, const Account &account)
{
    text::HtmlContext context;
    context.baseUrl = account.instance + "/";
    auto rich = text::fromHtml(html, context);
    item.text = std::move(rich.text);
    item.spans = std::move(rich.spans);
}

void addFeaturedImage(Item &item, const Json &post)
{
    const auto &media = embedded(post, "wp:featuredmedia");
    MediaRef image;
    image.url = urlAt(media, "source_url");
    if (image.url.empty())
        return;
    image.nativeId = idAt(media, "id");
    image.alt = cleanAt(media, "alt_text");
    image.mime = cleanAt(media, "mime_type");
    item.media.push_back(std::move(image));
}

} // namespace

std::optional<Instant> gmtAt(const Json &object, std::string_view key)
{
    auto written = textAt(object, key);
    if (written.empty() || written.rfind("0000", 0) == 0) // a draft has no date yet
        return std::nullopt;
    if (written.back() != 'Z' && written.find('+') == std::string::npos)
        written += 'Z';
    const auto read = parseRfc3339(written);
    return read ? std::optional(*read) : std::nullopt;
}

std::string gmtText(Instant at)
{
    constexpr std::size_t kSeconds = 19; // "2026-11-21T07:05:48"
    return toRfc3339(at).substr(0, kSeconds);
}

std::string plainAt(const Json &object, std::string_view key, const Account &account)
{
    text::HtmlContext context;
    context.baseUrl = account.instance + "/";
    return text::fromHtml(htmlAt(object, key), context).text;
}

std::string siteName(const std::string &instance)
{
    const auto scheme = instance.find("://");
    return scheme == std::string::npos ? instance : instance.substr(scheme + 3);
}

std::optional<ItemState> commentState(std::string_view status)
{
    if (status == "approved" || status == "approve" || status == "1")
        return ItemState::Visible;
    if (status == "hold" || status == "0" || status == "unapproved")
        return ItemState::Held;
    if (status == "spam")
        return ItemState::Spam;
    if (status == "trash" || status == "post-trashed")
        return ItemState::RemovedByModeration;
    return std::nullopt;
}

std::optional<Item> toComment(const Json &comment, const Account &account, Instant now)
{
    const Place place{idAt(comment, "post"), idAt(comment, "id")};
    if (!Place::from(place.nativeId()) || !place.isComment())
        return std::nullopt;
    Item item;
    item.connector = "wordpress";
    item.instance = account.instance;
    item.nativeId = place.nativeId();
    item.kind = ItemKind::Comment;
    item.permalink = urlAt(comment, "link");
    item.state = commentState(textAt(comment, "status")).value_or(ItemState::Visible);
    item.visibility = item.state == ItemState::Visible ? Visibility::Public : Visibility::Unknown;
    item.author = commenter(comment, account);
    if (!item.author.nativeId.empty() && item.author.nativeId == account.nativeId)
        item.ours = account.id;
    setPublished(item, gmtAt(comment, "date_gmt"), now);
    setBody(item, htmlAt(comment, "content"), account);
    item.lang = "und";
    item.container = plainAt(embedded(comment, "up"), "title", account);
    const auto parent = idAt(comment, "parent");
    const bool nested = !parent.empty() && parent != "0" && parent != place.comment;
    item.refs.push_back({Relation::ReplyTo, Place{place.post, nested ? parent : std::string{}}.nativeId(), {}});
    if (nested)
        item.refs.push_back({Relation::Root, Place{place.post, {}}.nativeId(), {}});
    return item;
}

std::optional<Item> toPost(const Json &post, const Account &account, Instant now)
{
    const Place place{idAt(post, "id"), {}};
    if (!Place::from(place.nativeId()))
        return std::nullopt;
    Item item;
    item.connector = "wordpress";
    item.instance = account.instance;
    item.nativeId = place.nativeId();
    item.kind = ItemKind::Article;
    item.permalink = urlAt(post, "link");
    const auto status = textAt(post, "status");
    item.state = postState(status);
    item.visibility = status == "private" ? Visibility::Followers : item.state == ItemState::Visible ? Visibility::Public : Visibility::Unknown;
    item.author.nativeId = idAt(post, "author");
    item.author.handle = siteName(account.instance);
    const auto &writer = embedded(post, "author");
    item.author.name = cleanAt(writer, "name").substr(0, kMostName);
    item.author.profileUrl = urlAt(writer, "link");
    if (!item.author.nativeId.empty() && item.author.nativeId == account.nativeId) {
        item.ours = account.id;
        item.author.handle = account.handle;
    }
    setPublished(item, gmtAt(post, "date_gmt"), now);
    const auto changed = gmtAt(post, "modified_gmt");
    if (changed && *changed > item.publishedAt && hasCome(changed, now))
        item.editedAt = changed;
    item.title = plainAt(post, "title", account);
    setBody(item, htmlAt(post, "content"), account);
    item.lang = "und";
    item.container = siteName(account.instance);
    addFeaturedImage(item, post);
    return item;
}

} // namespace vigie::connect::wordpress
