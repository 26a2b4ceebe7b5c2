// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/google/youtube.hpp"

#include <vigie/text/rich_text.hpp>

#include <algorithm>

namespace vigie::connect::youtube {

using google::addressAt;

namespace {

constexpr std::string_view kVideo = "video/";

ItemState stateOf(const std::string &word, ItemState otherwise)
{
    if (word == "published")
        return ItemState::Visible;
    if (word == "heldForReview")
        return ItemState::Held;
    if (word == "likelySpam")
        return ItemState::Spam;
    return word == "rejected" ? ItemState::RemovedByModeration : otherwise;
}

std::string picture(const Json &snippet)
{
    const auto &sizes = at(snippet, "thumbnails");
    for (const auto *size : {"medium", "default", "high"})
        if (auto url = addressAt(at(sizes, size), "url"); !url.empty())
            return url;
    return {};
}

void setTimes(const Context &context, Item &item, const Json &snippet)
{
    item.fetchedAt = context.now;
    const auto published = timeAt(snippet, "publishedAt");
    item.publishedAt = published.value_or(context.now);
    if (!published)
        item.precision = TimePrecision::Unknown;
    if (const auto updated = timeAt(snippet, "updatedAt"); updated && published && *updated > *published)
        item.editedAt = updated;
}

Item blank(const Context &context, ItemKind kind)
{
    Item item;
    item.connector = context.account.connector;
    item.instance = context.account.instance;
    item.kind = kind;
    item.visibility = Visibility::Public;
    item.lang = "und";
    return item;
}

} // namespace

std::string topLevel(const std::string &commentId)
{
    return commentId.substr(0, commentId.find('.'));
}

std::string videoKey(const std::string &videoId)
{
    return std::string(kVideo) + videoId;
}

std::optional<std::string> videoIn(std::string_view nativeId)
{
    if (nativeId.substr(0, kVideo.size()) != kVideo)
        return std::nullopt;
    return std::string(nativeId.substr(kVideo.size()));
}

std::optional<Item> toComment(const Context &context, const Json &comment, ItemState otherwise)
{
    auto item = blank(context, ItemKind::Comment);
    item.nativeId = idAt(comment, "id");
    const auto &snippet = at(comment, "snippet");
    if (item.nativeId.empty() || !snippet.is_object())
        return std::nullopt;
    item.state = stateOf(textAt(snippet, "moderationStatus"), otherwise);
    auto &author = item.author;
    author.nativeId = idAt(at(snippet, "authorChannelId"), "value");
    author.handle = author.name = cleanAt(snippet, "authorDisplayName");
    author.avatarUrl = addressAt(snippet, "authorProfileImageUrl");
    author.profileUrl = addressAt(snippet, "authorChannelUrl");
    if (!author.nativeId.empty() && author.nativeId == context.account.nativeId)
        item.ours = context.account.id;
    setTimes(context, item, snippet);
    // Every request asks for textFormat=plainText, so "<b>" in it is what somebody typed. The original is given to its author only.
    const auto original = cleanAt(snippet, "textOriginal");
    setPlainText(item, original.empty() ? cleanAt(snippet, "textDisplay") : original);
    const auto video = idAt(snippet, "videoId");
    if (!video.empty()) {
        item.refs.push_back({Relation::Root, videoKey(video), {}});
        item.container = video;
        item.permalink = "https://www.youtube.com/watch?v=" + net::encodeComponent(video) + "&lc=" + net::encodeComponent(item.nativeId);
    }
    if (auto parent = idAt(snippet, "parentId"); !parent.empty() && parent != item.nativeId)
        item.refs.push_back({Relation::ReplyTo, std::move(parent), {}});
    item.metrics = {metricAt("likes", snippet, "likeCount")};
    return item;
}

std::optional<Item> toVideo(const Context &context, const Json &video, bool fromSearch)
{
    auto item = blank(context, ItemKind::Video);
    const auto id = fromSearch ? idAt(at(video, "id"), "videoId") : idAt(video, "id");
    const auto &snippet = at(video, "snippet");
    if (id.empty() || !snippet.is_object())
        return std::nullopt;
    item.nativeId = videoKey(id);
    item.permalink = "https://www.youtube.com/watch?v=" + net::encodeComponent(id);
    item.author.nativeId = idAt(snippet, "channelId");
    item.author.handle = item.author.name = cleanAt(snippet, "channelTitle");
    if (!item.author.nativeId.empty()) {
        item.author.profileUrl = "https://www.youtube.com/channel/" + net::encodeComponent(item.author.nativeId);
        if (item.author.nativeId == context.account.nativeId)
            item.ours = context.account.id;
    }
    setTimes(context, item, snippet);
    // What the search finds is escaped for a page ("&amp;"), what is looked up is not.
    const auto words = [&](const char *key) { return fromSearch ? text::fromHtml(textAt(snippet, key)).text : cleanAt(snippet, key); };
    item.title = words("title");
    setPlainText(item, words("description"));
    if (auto url = picture(snippet); !url.empty()) {
        MediaRef media;
        media.kind = MediaRef::Kind::Image;
        media.url = media.previewUrl = std::move(url);
        item.media.push_back(std::move(media));
    }
    if (const auto &counts = at(video, "statistics"); counts.is_object())
        item.metrics = {metricAt("views", counts, "viewCount"), metricAt("likes", counts, "likeCount"), metricAt("replies", counts, "commentCount")};
    auto language = textAt(snippet, "defaultAudioLanguage").substr(0, 2);
    if (language.size() == 2 && std::all_of(language.begin(), language.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
        item.lang = std::move(language);
    return item;
}

WhoAmI toChannel(const Context &context, const Json &channel)
{
    WhoAmI who;
    const auto &snippet = at(channel, "snippet"), &counts = at(channel, "statistics");
    auto &author = who.author;
    author.nativeId = idAt(channel, "id");
    author.name = cleanAt(snippet, "title");
    author.handle = cleanAt(snippet, "customUrl");
    if (author.handle.empty())
        author.handle = author.name;
    author.avatarUrl = picture(snippet);
    author.profileUrl = "https://www.youtube.com/channel/" + net::encodeComponent(author.nativeId);
    author.createdAt = timeAt(snippet, "publishedAt");
    auto followers = metricAt("followers", counts, "subscriberCount");
    if (boolAt(counts, "hiddenSubscriberCount"))
        followers = {"followers", 0, ValueStatus::Hidden};
    who.metrics = {followers, metricAt("posts", counts, "videoCount"), metricAt("views", counts, "viewCount")};
    author.metrics = {followers, who.metrics[1]};
    who.limits.maxCharacters = 10'000;
    who.limits.urlCost = 0;
    who.limits.maxMedia = 0;
    who.capabilities = bestCapabilities();
    if (context.credential != nullptr)
        who.scopes = context.credential->scopes;
    const bool allowed = who.scopes.empty() || std::find(who.scopes.begin(), who.scopes.end(), kScope) != who.scopes.end();
    if (!allowed)
        for (const auto what : {Capability::Inbox, Capability::Reply, Capability::Edit, Capability::Delete, Capability::HideReply, Capability::Moderate, Capability::RemoveOthers, Capability::BanMember})
            who.capabilities.set(what, CapabilityReason::ScopeMissing);
    return who;
}

} // namespace vigie::connect::youtube
