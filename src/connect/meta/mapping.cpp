// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/meta/mapping.hpp"

#include <vigie/net/rate.hpp>

#include <algorithm>

namespace vigie::connect::meta {

const char *const kPostFields = "id,message,story,created_time,updated_time,from{id,name,picture{url}},permalink_url,is_hidden,is_published,shares,"
                                "attachments{media_type,media,url,title,description,subattachments},reactions.summary(total_count).limit(0),"
                                "comments.summary(total_count).limit(0)";
const char *const kCommentFields = "id,message,created_time,from{id,name,picture{url}},permalink_url,is_hidden,is_private,like_count,comment_count,parent{id},"
                                   "attachment{type,media,url,title,description}";
const char *const kRatingFields = "created_time,recommendation_type,review_text,reviewer{id,name},has_review,open_graph_story{id}";
const char *const kAnyFacebookFields = "id,message,created_time,from{id,name},permalink_url,is_hidden";
const char *const kMediaFields = "id,caption,media_type,media_product_type,media_url,thumbnail_url,permalink,timestamp,username,like_count,comments_count,alt_text,"
                                 "children{id,media_type,media_url,thumbnail_url,alt_text}";
const char *const kMediaCommentFields = "id,text,timestamp,username,from{id,username},like_count,hidden,parent_id,media{id}";
const char *const kThreadFields = "id,text,timestamp,permalink,username,media_type,media_url,thumbnail_url,alt_text,children{id,media_type,media_url,thumbnail_url,alt_text},"
                                  "is_quote_post,quoted_post{id},reposted_post{id},has_replies,root_post{id},replied_to{id},is_reply,hide_status,link_attachment_url,"
                                  "topic_tag,profile_picture_url";

namespace {

std::optional<Item> begin(const std::string &id, const Json &object, const char *timeField, const Reading &reading)
{
    if (!checkedId(id))
        return std::nullopt;
    Item item;
    item.nativeId = id;
    item.connector = reading.account.connector;
    item.instance = reading.account.instance;
    item.visibility = Visibility::Public;
    setPublished(item, timeAt(object, timeField), reading.now);
    item.lang = "und";
    return item;
}

void addRef(Item &item, Relation relation, const std::string &target)
{
    if (!target.empty() && target != item.nativeId)
        item.refs.push_back({relation, target, {}});
}

/// Without the permission to read what people wrote there is no "from": the author stays unknown.
Author facebookAuthor(const Json &from)
{
    Author author;
    author.nativeId = idAt(from, "id");
    author.name = cleanAt(from, "name");
    author.handle = author.name;
    author.avatarUrl = urlAt(at(at(from, "picture"), "data"), "url");
    return author;
}

/// Meta gives other people's names, and no number that would outlive a change of name.
Author namedAuthor(const std::string &username, const std::string &id, const char *site)
{
    Author author;
    author.handle = username;
    author.name = username;
    author.nativeId = id.empty() ? username : id;
    if (!username.empty())
        author.profileUrl = std::string(site) + net::encodeComponent(username);
    return author;
}

void markOurs(Item &item, const Account &account)
{
    const auto &author = item.author;
    const bool byId = !author.nativeId.empty() && author.nativeId == account.nativeId;
    const bool byName = account.connector != "facebook" && !author.handle.empty() && author.handle == account.handle;
    if (byId || byName)
        item.ours = account.id;
}

MediaRef::Kind kindOf(std::string_view type)
{
    if (type.find("video") != std::string_view::npos || type == "VIDEO" || type == "REELS")
        return MediaRef::Kind::Video;
    if (type == "AUDIO")
        return MediaRef::Kind::Audio;
    if (type == "photo" || type == "album" || type == "IMAGE" || type.find("image") != std::string_view::npos || type.find("photo") != std::string_view::npos)
        return MediaRef::Kind::Image;
    return MediaRef::Kind::Other;
}

int sizeAt(const Json &object, const char *key)
{
    return static_cast<int>(std::clamp<std::int64_t>(intAt(object, key).value_or(0), 0, 1'000'000));
}

void addAttachment(Item &item, const Json &attachment)
{
    auto type = textAt(attachment, "media_type");
    if (type.empty())
        type = textAt(attachment, "type");
    const auto &image = at(at(attachment, "media"), "image");
    if (type == "link" || type == "share") {
        addRef(item, Relation::LinksTo, urlAt(attachment, "url"));
        return;
    }
    MediaRef media;
    media.kind = kindOf(type);
    media.previewUrl = urlAt(image, "src");
    media.url = media.kind == MediaRef::Kind::Video ? urlAt(at(attachment, "media"), "source") : media.previewUrl;
    media.alt = cleanAt(attachment, "description");
    media.width = sizeAt(image, "width");
    media.height = sizeAt(image, "height");
    if (!media.url.empty() || !media.previewUrl.empty())
        item.media.push_back(std::move(media));
}

void addAttachments(Item &item, const Json &attachments)
{
    for (const auto &attachment : arrayAt(attachments, "data")) {
        const auto &inner = arrayAt(at(attachment, "subattachments"), "data");
        if (inner.empty())
            addAttachment(item, attachment);
        for (const auto &one : inner)
            addAttachment(item, one);
    }
}

void addMedium(Item &item, const Json &medium)
{
    const auto type = textAt(medium, "media_type");
    MediaRef media;
    media.kind = kindOf(type);
    media.nativeId = idAt(medium, "id");
    media.url = urlAt(medium, "media_url");
    media.previewUrl = urlAt(medium, "thumbnail_url");
    media.alt = cleanAt(medium, "alt_text");
    if (!media.url.empty() || !media.previewUrl.empty())
        item.media.push_back(std::move(media));
}

void addMedia(Item &item, const Json &medium)
{
    const auto &children = arrayAt(at(medium, "children"), "data");
    if (children.empty())
        addMedium(item, medium);
    for (const auto &child : children)
        addMedium(item, child);
}

std::optional<std::int64_t> totalAt(const Json &object, const char *edge)
{
    return intAt(at(at(object, edge), "summary"), "total_count");
}

} // namespace

Reading reading(const Context &context, const net::Response &response)
{
    return {context.account, net::serverNow(response, context.now)};
}

KeptId keptId(std::string_view nativeId)
{
    if (nativeId.substr(0, 2) == "c_")
        return {Kept::Comment, std::string(nativeId.substr(2))};
    if (nativeId.substr(0, 2) == "m_")
        return {Kept::Mentioning, std::string(nativeId.substr(2))};
    return {Kept::Medium, std::string(nativeId)};
}

std::string nativeIdOf(Kept kind, const std::string &id)
{
    if (id.empty() || kind == Kept::Medium)
        return id;
    return (kind == Kept::Comment ? "c_" : "m_") + id;
}

std::optional<Item> facebookPost(const Json &post, const Reading &reading)
{
    auto item = begin(idAt(post, "id"), post, "created_time", reading);
    if (!item)
        return std::nullopt;
    auto text = cleanAt(post, "message");
    setPlainText(*item, text.empty() ? cleanAt(post, "story") : text);
    item->author = facebookAuthor(at(post, "from"));
    item->permalink = urlAt(post, "permalink_url");
    if (boolAt(post, "is_hidden"))
        item->state = ItemState::HiddenByUs;
    addAttachments(*item, at(post, "attachments"));
    // A post that nobody shared has no "shares" at all.
    const auto shares = at(post, "shares").is_object() ? intAt(at(post, "shares"), "count") : std::optional<std::int64_t>(0);
    item->metrics = {metricOf("reactions", totalAt(post, "reactions")), metricOf("replies", totalAt(post, "comments")), metricOf("reposts", shares)};
    markOurs(*item, reading.account);
    return item;
}

std::optional<Item> facebookComment(const Json &comment, const std::string &post, const Reading &reading)
{
    auto item = begin(idAt(comment, "id"), comment, "created_time", reading);
    if (!item)
        return std::nullopt;
    item->kind = ItemKind::Comment;
    setPlainText(*item, cleanAt(comment, "message"));
    item->author = facebookAuthor(at(comment, "from"));
    item->permalink = urlAt(comment, "permalink_url");
    if (boolAt(comment, "is_hidden"))
        item->state = ItemState::HiddenByUs;
    if (boolAt(comment, "is_private"))
        item->visibility = Visibility::Direct;
    const auto parent = idAt(at(comment, "parent"), "id");
    addRef(*item, Relation::ReplyTo, parent.empty() ? post : parent);
    addRef(*item, Relation::Root, post);
    if (at(comment, "attachment").is_object())
        addAttachment(*item, at(comment, "attachment"));
    item->metrics = {metricOf("likes", intAt(comment, "like_count")), metricOf("replies", intAt(comment, "comment_count"))};
    markOurs(*item, reading.account);
    return item;
}

std::optional<Item> facebookRating(const Json &rating, const Reading &reading)
{
    auto item = begin(idAt(at(rating, "open_graph_story"), "id"), rating, "created_time", reading);
    if (!item)
        return std::nullopt;
    item->kind = ItemKind::Review;
    setPlainText(*item, cleanAt(rating, "review_text"));
    item->author = facebookAuthor(at(rating, "reviewer"));
    const auto word = textAt(rating, "recommendation_type");
    if (word == "positive" || word == "negative")
        item->rating = word == "positive" ? 1.0 : 0.0;
    item->container = reading.account.name;
    return item;
}

std::optional<Item> instagramMedium(const Json &medium, const Reading &reading, Kept kind)
{
    auto item = begin(idAt(medium, "id"), medium, "timestamp", reading);
    if (!item)
        return std::nullopt;
    item->nativeId = nativeIdOf(kind, item->nativeId);
    setPlainText(*item, cleanAt(medium, "caption"));
    item->author = namedAuthor(cleanAt(medium, "username"), idAt(at(medium, "owner"), "id"), "https://www.instagram.com/");
    item->permalink = urlAt(medium, "permalink");
    addMedia(*item, medium);
    item->metrics = {metricOf("likes", intAt(medium, "like_count")), metricOf("replies", intAt(medium, "comments_count"))};
    markOurs(*item, reading.account);
    return item;
}

std::optional<Item> instagramComment(const Json &comment, const std::string &medium, const Reading &reading)
{
    auto item = begin(idAt(comment, "id"), comment, "timestamp", reading);
    if (!item)
        return std::nullopt;
    item->nativeId = nativeIdOf(Kept::Comment, item->nativeId);
    item->kind = ItemKind::Comment;
    setPlainText(*item, cleanAt(comment, "text"));
    const auto &from = at(comment, "from");
    auto username = cleanAt(comment, "username");
    if (username.empty())
        username = cleanAt(from, "username");
    item->author = namedAuthor(username, idAt(from, "id"), "https://www.instagram.com/");
    if (boolAt(comment, "hidden"))
        item->state = ItemState::HiddenByUs;
    const auto parent = nativeIdOf(Kept::Comment, idAt(comment, "parent_id"));
    const auto root = medium.empty() ? idAt(at(comment, "media"), "id") : medium;
    addRef(*item, Relation::ReplyTo, parent.empty() ? root : parent);
    addRef(*item, Relation::Root, root);
    item->metrics = {metricOf("likes", intAt(comment, "like_count"))};
    markOurs(*item, reading.account);
    return item;
}

std::optional<Item> threadsPost(const Json &post, const Reading &reading)
{
    auto item = begin(idAt(post, "id"), post, "timestamp", reading);
    if (!item)
        return std::nullopt;
    setPlainText(*item, cleanAt(post, "text"));
    item->author = namedAuthor(cleanAt(post, "username"), {}, "https://www.threads.net/@");
    item->author.avatarUrl = urlAt(post, "profile_picture_url");
    item->permalink = urlAt(post, "permalink");
    const auto hidden = textAt(post, "hide_status");
    if (hidden == "HIDDEN" || hidden == "COVERED" || hidden == "BLOCKED" || hidden == "RESTRICTED")
        item->state = ItemState::HiddenByUs;
    addRef(*item, Relation::ReplyTo, idAt(at(post, "replied_to"), "id"));
    addRef(*item, Relation::Root, idAt(at(post, "root_post"), "id"));
    addRef(*item, Relation::QuoteOf, idAt(at(post, "quoted_post"), "id"));
    addRef(*item, Relation::RepostOf, idAt(at(post, "reposted_post"), "id"));
    addRef(*item, Relation::LinksTo, urlAt(post, "link_attachment_url"));
    addMedia(*item, post);
    markOurs(*item, reading.account);
    return item;
}

} // namespace vigie::connect::meta
