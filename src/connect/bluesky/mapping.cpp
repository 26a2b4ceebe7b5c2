// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/bluesky/mapping.hpp"

#include "connect/bluesky/facets.hpp"
#include "connect/common/answer.hpp"

#include <vigie/base/ascii.hpp>
#include <vigie/net/rate.hpp>
#include <vigie/text/rich_text.hpp>

#include <algorithm>
#include <array>

namespace vigie::connect::bluesky {

namespace {

constexpr std::string_view kInvalidHandle = "handle.invalid";
const Json kNothing;
constexpr const char *kPictures = "https://cdn.bsky.app/img/feed_fullsize/plain/";

void addCount(std::vector<MetricValue> &metrics, const char *name, const Json &object, std::string_view key)
{
    const auto count = intAt(object, key);
    if (count && *count >= 0)
        metrics.push_back({name, static_cast<double>(*count), ValueStatus::Ok});
}

/// createdAt is what the author's program says: days ahead, twenty years old, with any offset. What lies ahead is taken for
/// the time the network first saw it, which stays the same at every reading.
void setTimes(Item &item, const Json &record, const Json &view, const Reading &reading)
{
    const auto created = timeAt(record, "createdAt");
    setPublished(item, hasCome(created, reading.now) ? created : timeAt(view, "indexedAt"), reading.now);
}

void addRef(Item &item, Relation relation, const std::string &target)
{
    const auto uri = parseAtUri(target);
    if (uri && uri->collection == kPost && target != item.nativeId && item.ref(relation) == nullptr)
        item.refs.push_back({relation, target, {}});
}

void setSize(MediaRef &media, const Json &object)
{
    const auto &ratio = at(object, "aspectRatio");
    media.width = static_cast<int>(std::clamp<std::int64_t>(intAt(ratio, "width").value_or(0), 0, 1'000'000));
    media.height = static_cast<int>(std::clamp<std::int64_t>(intAt(ratio, "height").value_or(0), 0, 1'000'000));
}

std::string blobOf(const Json &blob)
{
    auto link = textAt(at(blob, "ref"), "$link");
    return link.empty() ? textAt(blob, "cid") : link; // records from before 2023
}

/// The embed as its author wrote it, and as the network shows it where that is known.
void addEmbed(Item &item, const Json &embed, const Json &shown, const Reading &reading, const std::string &did, bool nested = false)
{
    const auto type = textAt(embed, "$type");
    const auto picture = [&](const std::string &blob) { return reading.publicNetwork && !blob.empty() ? kPictures + did + "/" + blob + "@jpeg" : std::string{}; };
    if (type == "app.bsky.embed.images") {
        const auto &views = arrayAt(shown, "images");
        std::size_t number = 0;
        for (const auto &image : arrayAt(embed, "images")) {
            const auto &view = number < views.size() ? views[number] : kNothing;
            ++number;
            MediaRef media;
            media.nativeId = blobOf(at(image, "image"));
            media.mime = textAt(at(image, "image"), "mimeType");
            media.alt = cleanAt(image, "alt");
            media.url = urlAt(view, "fullsize");
            media.previewUrl = urlAt(view, "thumb");
            if (media.url.empty())
                media.url = picture(media.nativeId);
            setSize(media, image);
            item.media.push_back(std::move(media));
        }
    } else if (type == "app.bsky.embed.video") {
        MediaRef media;
        media.kind = MediaRef::Kind::Video;
        media.nativeId = blobOf(at(embed, "video"));
        media.mime = textAt(at(embed, "video"), "mimeType");
        media.alt = cleanAt(embed, "alt");
        media.url = urlAt(shown, "playlist");
        media.previewUrl = urlAt(shown, "thumbnail");
        setSize(media, embed);
        item.media.push_back(std::move(media));
    } else if (type == "app.bsky.embed.external") {
        if (auto link = urlAt(at(embed, "external"), "uri"); !link.empty())
            item.refs.push_back({Relation::LinksTo, std::move(link), {}});
    } else if (type == "app.bsky.embed.record") {
        addRef(item, Relation::QuoteOf, textAt(at(embed, "record"), "uri"));
    } else if (type == "app.bsky.embed.recordWithMedia" && !nested) {
        addRef(item, Relation::QuoteOf, textAt(at(at(embed, "record"), "record"), "uri"));
        addEmbed(item, at(embed, "media"), at(shown, "media"), reading, did, true);
    }
}

/// What moderators and the author themselves say about it. A label that is taken back carries "neg".
void addLabels(Item &item, const Json &labels)
{
    static constexpr std::array<std::string_view, 9> kDelicate{"porn", "sexual", "nudity", "nsfl", "gore", "graphic-media", "sexual-figurative", "self-harm", "!warn"};
    for (const auto &label : labels) {
        const auto name = cleanAt(label, "val");
        if (name.empty() || boolAt(label, "neg"))
            continue;
        if (name == "!takedown" || name == "!suspend")
            item.state = ItemState::RemovedByModeration;
        if (std::find(kDelicate.begin(), kDelicate.end(), name) != kDelicate.end())
            item.sensitive = true;
        if (name.front() != '!' && item.warning.find(name) == std::string::npos && item.warning.size() < 200)
            item.warning += (item.warning.empty() ? "" : ", ") + name;
    }
}

bool mutedByUs(const Json &viewer)
{
    return boolAt(viewer, "muted") || !textAt(viewer, "blocking").empty() || at(viewer, "mutedByList").is_object() || at(viewer, "blockingByList").is_object();
}

std::string languageOf(const Json &record)
{
    const auto &languages = arrayAt(record, "langs");
    auto code = languages.empty() || !languages.front().is_string() ? std::string{} : languages.front().get<std::string>();
    code.resize(std::min({code.size(), code.find('-'), code.find('_')}));
    code = lowerAscii(code);
    return code.size() == 2 ? code : "und";
}

std::optional<Item> itemOf(const AtUri &uri, const Json &record, const Json &view, const Reading &reading)
{
    if (uri.collection != kPost || !record.is_object())
        return std::nullopt;
    Item item;
    item.connector = "bluesky";
    item.instance = reading.account.instance;
    item.nativeId = item.uri = uri.text();
    item.permalink = permalinkOf(uri);
    item.visibility = Visibility::Public;
    item.author.nativeId = uri.did;
    if (uri.did == reading.account.nativeId)
        item.ours = reading.account.id;
    const auto written = textAt(record, "text");
    item.text = text::cleanUtf8(written);
    if (item.text == written) // else the bytes of the facets no longer mean the same places
        item.spans = spansOf(at(record, "facets"), item.text);
    item.lang = languageOf(record);
    setTimes(item, record, view, reading);
    const auto &reply = at(record, "reply");
    addRef(item, Relation::ReplyTo, textAt(at(reply, "parent"), "uri"));
    if (const auto root = textAt(at(reply, "root"), "uri"); root != textAt(at(reply, "parent"), "uri"))
        addRef(item, Relation::Root, root);
    addEmbed(item, at(record, "embed"), at(view, "embed"), reading, uri.did);
    addLabels(item, arrayAt(at(record, "labels"), "values"));
    addLabels(item, arrayAt(view, "labels"));
    return item;
}

} // namespace

Reading reading(const Context &context, const net::Response *response)
{
    const auto home = net::parseUrl(serverOf(context.account));
    return {context.account, response != nullptr ? net::serverNow(*response, context.now) : context.now, home && !net::isLoopbackHost(home->host)};
}

Author toAuthor(const Json &profile, const Reading &)
{
    Author author;
    author.nativeId = textAt(profile, "did");
    if (!isDid(author.nativeId))
        return Author{};
    author.handle = cleanAt(profile, "handle");
    if (author.handle.empty() || author.handle == kInvalidHandle)
        author.handle = author.nativeId; // the name it claims is not its own
    author.name = cleanAt(profile, "displayName");
    if (author.name.empty())
        author.name = author.handle;
    author.bio = cleanAt(profile, "description");
    author.avatarUrl = urlAt(profile, "avatar");
    author.profileUrl = "https://bsky.app/profile/" + author.nativeId;
    author.createdAt = timeAt(profile, "createdAt");
    const auto &labels = arrayAt(profile, "labels");
    author.bot = std::any_of(labels.begin(), labels.end(), [](const Json &label) { return textAt(label, "val") == "bot" && !boolAt(label, "neg"); });
    addCount(author.metrics, "followers", profile, "followersCount");
    addCount(author.metrics, "following", profile, "followsCount");
    addCount(author.metrics, "posts", profile, "postsCount");
    return author;
}

std::optional<Item> fromRecord(const AtUri &uri, const Json &record, const Reading &reading)
{
    return itemOf(uri, record, kNothing, reading);
}

std::optional<Item> toItem(const Json &view, const Reading &reading)
{
    const auto uri = parseAtUri(textAt(view, "uri"));
    auto item = uri ? itemOf(*uri, at(view, "record"), view, reading) : std::nullopt;
    if (!item)
        return std::nullopt;
    const auto &profile = at(view, "author");
    if (auto author = toAuthor(profile, reading); author.nativeId == uri->did)
        item->author = std::move(author);
    if (item->state == ItemState::Visible && mutedByUs(at(profile, "viewer")))
        item->state = ItemState::HiddenByUs;
    addCount(item->metrics, "likes", view, "likeCount");
    addCount(item->metrics, "reposts", view, "repostCount");
    addCount(item->metrics, "replies", view, "replyCount");
    addCount(item->metrics, "quotes", view, "quoteCount");
    return item;
}

std::string concernOf(const Json &record, const Account &account)
{
    const auto ours = [&](const std::string &uri) {
        const auto parts = parseAtUri(uri);
        return parts && !account.nativeId.empty() && parts->did == account.nativeId;
    };
    const auto mentioned = mentionedIn(at(record, "facets"));
    if (!account.nativeId.empty() && std::find(mentioned.begin(), mentioned.end(), account.nativeId) != mentioned.end())
        return "mention";
    const auto &quoted = at(at(record, "embed"), "record");
    if (ours(textAt(quoted, "uri")) || ours(textAt(at(quoted, "record"), "uri")))
        return "quote";
    const auto &reply = at(record, "reply");
    return ours(textAt(at(reply, "parent"), "uri")) || ours(textAt(at(reply, "root"), "uri")) ? "reply" : "";
}

} // namespace vigie::connect::bluesky
