// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/x/mapping.hpp"

#include "connect/common/answer.hpp"
#include "connect/common/strings.hpp"

#include <vigie/base/ascii.hpp>

#include <algorithm>
#include <cctype>

namespace vigie::connect::x {

namespace {

/// X wraps & < > as HTML does, and nothing else.
std::string unescaped(std::string text)
{
    struct Pair {
        const char *written, *meant;
    };
    for (const auto &[written, meant] : {Pair{"&lt;", "<"}, Pair{"&gt;", ">"}, Pair{"&amp;", "&"}})
        for (auto at = text.find(written); at != std::string::npos; at = text.find(written, at + 1))
            text.replace(at, std::string_view(written).size(), meant);
    return text;
}

std::string replaced(std::string text, const std::string &from, const std::string &to)
{
    if (from.empty())
        return text;
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

std::string referenced(const Json &post, std::string_view type)
{
    for (const auto &one : arrayAt(post, "referenced_tweets"))
        if (textAt(one, "type") == type)
            return idAt(one, "id");
    return {};
}

/// Addresses of pictures and quoted posts hang at the end of the text and are shown on their own.
bool ofAttachment(const Json &url)
{
    return !textAt(url, "media_key").empty() || textAt(url, "display_url").rfind("pic.", 0) == 0;
}

MediaRef toMedia(const Json &medium)
{
    MediaRef media;
    const auto type = textAt(medium, "type");
    media.kind = type == "photo" ? MediaRef::Kind::Image : type == "video" ? MediaRef::Kind::Video : type == "animated_gif" ? MediaRef::Kind::Animation : MediaRef::Kind::Other;
    media.nativeId = textAt(medium, "media_key");
    media.url = urlAt(medium, "url");
    media.previewUrl = urlAt(medium, "preview_image_url");
    media.alt = cleanAt(medium, "alt_text");
    media.width = static_cast<int>(std::clamp<std::int64_t>(intAt(medium, "width").value_or(0), 0, 1'000'000));
    media.height = static_cast<int>(std::clamp<std::int64_t>(intAt(medium, "height").value_or(0), 0, 1'000'000));
    if (const auto length = intAt(medium, "duration_ms"); length && *length > 0 && *length < 100'000'000)
        media.durationMs = *length;
    return media;
}

const Json &found(const std::map<std::string, const Json *> &all, const std::string &key)
{
    static const Json kNone;
    const auto entry = all.find(key);
    return entry == all.end() ? kNone : *entry->second;
}

void setText(Item &item, const Json &post)
{
    setPlainText(item, writtenOut(post));
    // A @name here belongs to this network alone.
    for (auto &span : item.spans)
        if (span.kind == TextSpan::Kind::Mention)
            span.target = span.target.substr(span.target.find_first_not_of('@') == std::string::npos ? 0 : span.target.find_first_not_of('@'));
}

std::string languageOf(const Json &post)
{
    const auto lang = textAt(post, "lang");
    const bool code = lang.size() == 2 && std::all_of(lang.begin(), lang.end(), [](unsigned char c) { return std::islower(c) != 0; });
    return code ? lang : "und"; // "qme", "zxx" and others say that there are no words
}

} // namespace

Beside Beside::of(const Json &body)
{
    Beside beside;
    const auto &includes = at(body, "includes");
    const auto fill = [&](std::map<std::string, const Json *> &into, const char *list, const char *key) {
        for (const auto &entry : arrayAt(includes, list))
            if (auto id = idAt(entry, key); !id.empty())
                into.emplace(std::move(id), &entry);
    };
    fill(beside.users, "users", "id");
    fill(beside.media, "media", "media_key");
    fill(beside.posts, "tweets", "id");
    return beside;
}

Author toAuthor(const Json &user)
{
    Author author;
    author.nativeId = idAt(user, "id");
    author.handle = cleanAt(user, "username");
    author.name = cleanAt(user, "name");
    author.bio = unescaped(cleanAt(user, "description"));
    author.avatarUrl = urlAt(user, "profile_image_url");
    if (!author.handle.empty())
        author.profileUrl = "https://x.com/" + net::encodeComponent(author.handle);
    author.createdAt = timeAt(user, "created_at");
    const auto &counts = at(user, "public_metrics");
    if (counts.is_object())
        author.metrics = {metricAt("followers", counts, "followers_count"), metricAt("following", counts, "following_count"), metricAt("posts", counts, "tweet_count")};
    return author;
}

std::string writtenOut(const Json &post)
{
    auto text = cleanAt(post, "text");
    for (const auto &url : arrayAt(at(post, "entities"), "urls")) {
        const auto whole = urlAt(url, "unwound_url");
        const auto target = whole.empty() ? urlAt(url, "expanded_url") : whole;
        if (ofAttachment(url))
            text = replaced(std::move(text), textAt(url, "url"), {});
        else if (!target.empty())
            text = replaced(std::move(text), textAt(url, "url"), target);
    }
    const auto last = text.find_last_not_of(" \n"); // what stood before the address of a picture
    text.resize(last == std::string::npos ? 0 : last + 1);
    return unescaped(std::move(text));
}

std::optional<Item> toItem(const Json &post, const Reading &reading)
{
    Item item;
    item.nativeId = idAt(post, "id");
    if (!checkedId(item.nativeId))
        return std::nullopt;
    item.connector = "x";
    item.instance = reading.account.instance;
    item.visibility = Visibility::Public;
    const auto &user = found(reading.beside.users, idAt(post, "author_id"));
    item.author = user.is_object() ? toAuthor(user) : Author{};
    item.author.nativeId = idAt(post, "author_id");
    if (item.author.nativeId == reading.account.nativeId && !item.author.nativeId.empty()) {
        item.ours = reading.account.id;
        if (item.author.handle.empty())
            item.author.handle = reading.account.handle;
        if (item.author.name.empty())
            item.author.name = reading.account.name;
    }
    item.permalink = "https://x.com/" + (item.author.handle.empty() ? std::string("i") : net::encodeComponent(item.author.handle)) + "/status/" + item.nativeId;
    auto at = timeAt(post, "created_at");
    if (!at)
        at = timeOfId(item.nativeId);
    setPublished(item, at, reading.now);
    setText(item, post);
    item.lang = languageOf(post);
    item.sensitive = boolAt(post, "possibly_sensitive");
    const auto add = [&](Relation relation, std::string target) {
        if (!target.empty() && target != item.nativeId)
            item.refs.push_back({relation, std::move(target), {}});
    };
    add(Relation::ReplyTo, referenced(post, "replied_to"));
    add(Relation::Root, idAt(post, "conversation_id"));
    add(Relation::QuoteOf, referenced(post, "quoted"));
    add(Relation::RepostOf, referenced(post, "retweeted"));
    for (const auto &key : arrayAt(connect::at(post, "attachments"), "media_keys"))
        if (const auto &medium = found(reading.beside.media, asId(key)); medium.is_object())
            item.media.push_back(toMedia(medium));
    const auto &counts = connect::at(post, "public_metrics");
    auto reposts = metricAt("reposts", counts, "retweet_count");
    if (reposts.status == ValueStatus::Missing) // its name since August 2026
        reposts = metricAt("reposts", counts, "repost_count");
    item.metrics = {metricAt("likes", counts, "like_count"), reposts, metricAt("replies", counts, "reply_count"), metricAt("quotes", counts, "quote_count"), metricAt("impressions", counts, "impression_count")};
    return item;
}

bool callsForUs(const Json &post, const Reading &reading)
{
    const auto &me = reading.account;
    if (idAt(post, "author_id") == me.nativeId && !me.nativeId.empty())
        return true; // our own post: a thread goes on
    for (const auto &mention : arrayAt(at(post, "entities"), "mentions"))
        if ((!me.nativeId.empty() && idAt(mention, "id") == me.nativeId) || (!me.handle.empty() && lowerAscii(textAt(mention, "username")) == lowerAscii(me.handle)))
            return true;
    const auto &quoted = found(reading.beside.posts, referenced(post, "quoted"));
    return quoted.is_object() && !me.nativeId.empty() && idAt(quoted, "author_id") == me.nativeId;
}

std::string reasonOf(const Json &post, const Reading &reading)
{
    if (idAt(post, "author_id") == reading.account.nativeId)
        return {};
    if (!referenced(post, "replied_to").empty() && idAt(post, "in_reply_to_user_id") == reading.account.nativeId)
        return "reply";
    const auto &quoted = found(reading.beside.posts, referenced(post, "quoted"));
    return quoted.is_object() && idAt(quoted, "author_id") == reading.account.nativeId ? "quote" : "mention";
}

std::int64_t priceOf(const Json &body, std::int64_t postPrice)
{
    const auto &data = at(body, "data");
    const auto posts = static_cast<std::int64_t>(data.is_array() ? data.size() : data.is_object() ? 1 : 0);
    const auto &includes = at(body, "includes");
    const auto users = static_cast<std::int64_t>(arrayAt(includes, "users").size());
    const auto others = static_cast<std::int64_t>(arrayAt(includes, "tweets").size());
    return posts * postPrice + others * kPostRead + users * kUserRead;
}

} // namespace vigie::connect::x
