// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/json_views.hpp"

#include "practice/markup.hpp"

#include <vigie/base/html.hpp>
#include <vigie/net/url.hpp>

#include <fmt/format.h>

namespace vigie::practice {

std::string dump(const Json &json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string isoMillis(Instant t)
{
    const std::string whole = toRfc3339(fromMicros(toMicros(t) / 1'000'000 * 1'000'000));
    return whole.substr(0, 19) + fmt::format(".{:03}Z", toMicros(t) / 1000 % 1000);
}

namespace {

Json statusView(Network &network, const Status &status, Key viewer, bool nested);

std::string day(Instant t) { return isoMillis(t).substr(0, 10) + "T00:00:00.000Z"; }

std::string avatarUrl(const Network &network, const Account &account)
{
    return network.base + "/avatars/" + idText(account.id) + ".png";
}

/// What Mastodon puts before the text for those who do not know quotes.
std::string quoteFallback(const std::string &url)
{
    return "<p class=\"quote-inline\">RE: <a href=\"" + escapeHtml(url) + "\">" + escapeHtml(url) + "</a></p>";
}

} // namespace

Json emojiJson(const Network &network, const std::string &code)
{
    const std::string url = network.base + "/emoji/" + code + ".png";
    return {{"shortcode", code}, {"url", url}, {"static_url", url}, {"visible_in_picker", true}};
}

Json emojisIn(const Network &network, const std::string &text)
{
    Json out = Json::array();
    for (const std::string &code : network.emojis)
        if (text.find(':' + code + ':') != std::string::npos)
            out.push_back(emojiJson(network, code));
    return out;
}

Json accountJson(Network &network, const Account &account)
{
    const std::vector<Key> posts = network.postsOf(account.id);
    const Status *latest = posts.empty() ? nullptr : network.status(posts.back());
    const Instant last = latest != nullptr ? latest->at : account.createdAt;
    const std::string url = accountUrl(network, account), avatar = avatarUrl(network, account);
    return {{"id", idText(account.id)}, {"username", account.username}, {"acct", account.acct()},
            {"display_name", account.name}, {"locked", false}, {"bot", account.bot}, {"discoverable", true},
            {"indexable", true}, {"group", false}, {"noindex", false}, {"created_at", day(account.createdAt)},
            {"note", html(network, account.note)}, {"url", url}, {"uri", url}, {"avatar", avatar},
            {"avatar_static", avatar}, {"header", avatar}, {"header_static", avatar},
            {"followers_count", account.followers}, {"following_count", account.following},
            {"statuses_count", posts.size()}, {"last_status_at", isoMillis(last).substr(0, 10)},
            {"hide_collections", false}, {"emojis", emojisIn(network, account.name + ' ' + account.note)}, {"roles", Json::array()}, {"fields", Json::array()}};
}

Json mediaJson(const Network &network, const Media &media)
{
    const bool image = media.mime.rfind("image/", 0) == 0;
    const bool ready = media.processingPolls == 0;
    const std::string url = network.base + "/media/" + idText(media.id) + (media.paint >= 0 ? ".png" : "");
    Json json = {{"id", idText(media.id)}, {"type", image ? "image" : media.mime.rfind("video/", 0) == 0 ? "video" : "unknown"},
                 {"url", ready ? Json(url) : Json()}, {"preview_url", ready ? Json(url) : Json()},
                 {"remote_url", nullptr}, {"preview_remote_url", nullptr}, {"text_url", nullptr},
                 {"description", media.description.empty() ? Json() : Json(media.description)}, {"blurhash", nullptr}};
    json["meta"] = Json::object();
    if (media.width > 0)
        json["meta"]["original"] = {{"width", media.width}, {"height", media.height},
                                    {"size", fmt::format("{}x{}", media.width, media.height)},
                                    {"aspect", static_cast<double>(media.width) / media.height}};
    return json;
}

Json pollJson(const Network &network, const Poll &poll, Key viewer)
{
    Json options = Json::array(), own = Json::array();
    std::set<Key> voters;
    std::size_t votes = 0;
    for (std::size_t i = 0; i < poll.options.size(); ++i) {
        const PollOption &option = poll.options[i];
        options.push_back({{"title", option.title}, {"votes_count", option.voters.size()}});
        votes += option.voters.size();
        voters.insert(option.voters.begin(), option.voters.end());
        if (option.voters.count(viewer) != 0)
            own.push_back(i);
    }
    const bool voted = !own.empty();
    return {{"id", idText(poll.id)}, {"expires_at", isoMillis(poll.expiresAt)},
            {"expired", poll.expiresAt <= network.now()}, {"multiple", poll.multiple}, {"votes_count", votes},
            {"voters_count", voters.size()}, {"voted", voted}, {"own_votes", std::move(own)},
            {"options", std::move(options)}, {"emojis", Json::array()}};
}

namespace {

std::string statusUrl(Network &network, const Status &status)
{
    const Account *author = network.account(status.author);
    return (author != nullptr ? accountUrl(network, *author) : network.base) + '/' + idText(status.id);
}

/// The quoted post whole, one level deep; below that only its id, as Mastodon has it.
Json quoteJson(Network &network, const Status &status, Key viewer, bool nested)
{
    if (status.quoteOf == 0)
        return nullptr;
    const Status *quoted = network.status(status.quoteOf);
    if (nested)
        return {{"state", quoted != nullptr ? "accepted" : "deleted"}, {"quoted_status_id", quoted != nullptr ? Json(idText(quoted->id)) : Json()}};
    if (quoted == nullptr)
        return {{"state", "deleted"}, {"quoted_status", nullptr}};
    return {{"state", "accepted"}, {"quoted_status", statusView(network, *quoted, viewer, true)}};
}

Json statusView(Network &network, const Status &status, Key viewer, bool nested)
{
    Account *author = network.account(status.author);
    const std::string url = statusUrl(network, status);
    const Status *quoted = status.quoteOf != 0 ? network.status(status.quoteOf) : nullptr;
    Json media = Json::array(), mentions = Json::array(), tags = Json::array();
    for (const Key id : status.media)
        if (const auto it = network.media.find(id); it != network.media.end())
            media.push_back(mediaJson(network, it->second));
    for (const Key id : status.mentions)
        if (const Account *account = network.account(id))
            mentions.push_back({{"id", idText(id)}, {"username", account->username}, {"acct", account->acct()},
                                {"url", accountUrl(network, *account)}});
    for (const std::string &tag : status.tags)
        tags.push_back({{"name", foldTag(tag)}, {"url", network.base + "/tags/" + net::encodeComponent(foldTag(tag))}});
    const Status *parent = status.inReplyTo != 0 ? network.status(status.inReplyTo) : nullptr;
    bool boosted = false;
    for (const Key id : status.boosts)
        if (const Status *wrapper = network.status(id))
            boosted = boosted || wrapper->author == viewer;
    Json json = {
        {"id", idText(status.id)}, {"uri", url}, {"url", url}, {"created_at", isoMillis(status.at)},
        {"edited_at", status.editedAt ? Json(isoMillis(*status.editedAt)) : Json()},
        {"account", author != nullptr ? accountJson(network, *author) : Json()},
        {"content", (quoted != nullptr ? quoteFallback(statusUrl(network, *quoted)) : std::string()) + html(network, status.text)}, {"visibility", status.visibility}, {"sensitive", status.sensitive},
        {"spoiler_text", status.spoiler}, {"language", status.lang.empty() ? Json() : Json(status.lang)},
        {"in_reply_to_id", status.inReplyTo != 0 ? Json(idText(status.inReplyTo)) : Json()},
        {"in_reply_to_account_id", parent != nullptr ? Json(idText(parent->author)) : Json()},
        {"media_attachments", std::move(media)}, {"mentions", std::move(mentions)}, {"tags", std::move(tags)},
        {"emojis", emojisIn(network, status.text + ' ' + status.spoiler)}, {"filtered", Json::array()}, {"card", nullptr}, {"application", nullptr},
        {"poll", status.poll ? pollJson(network, *status.poll, viewer) : Json()},
        {"replies_count", network.replyCount(status.id)}, {"reblogs_count", status.boosts.size()},
        {"favourites_count", static_cast<std::int64_t>(status.favouritedBy.size()) + status.crowdFavourites},
        {"quotes_count", status.quotes.size()}, {"quote", quoteJson(network, status, viewer, nested)}, {"favourited", status.favouritedBy.count(viewer) != 0}, {"reblogged", boosted},
        {"bookmarked", status.bookmarkedBy.count(viewer) != 0}, {"muted", network.mutedThreads.count(status.id) != 0},
        {"pinned", false}, {"reblog", nullptr}};
    if (status.boostOf != 0)
        if (const Status *original = network.status(status.boostOf)) {
            json["reblog"] = statusView(network, *original, viewer, nested);
            for (const char *key : {"content", "media_attachments", "mentions", "tags", "replies_count", "reblogs_count",
                                    "favourites_count", "spoiler_text", "sensitive"})
                json[key] = json["reblog"][key];
        }
    return json;
}

} // namespace

Json statusJson(Network &network, const Status &status, Key viewer) { return statusView(network, status, viewer, false); }

Json notificationJson(Network &network, const Notification &notification)
{
    const Account *from = network.account(notification.account);
    Json json = {{"id", idText(notification.id)}, {"type", notification.type},
                 {"created_at", isoMillis(notification.at)}, {"group_key", "ungrouped-" + idText(notification.id)},
                 {"account", from != nullptr ? accountJson(network, *from) : Json()}};
    if (const Status *status = notification.status != 0 ? network.status(notification.status) : nullptr)
        json["status"] = statusJson(network, *status, notification.owner);
    return json;
}

Json historyJson(Network &network, const Status &status)
{
    Json out = Json::array();
    const Account *author = network.account(status.author);
    const auto add = [&](const std::string &text, const std::string &spoiler, Instant at) {
        out.push_back({{"content", html(network, text)}, {"spoiler_text", spoiler}, {"sensitive", status.sensitive},
                       {"created_at", isoMillis(at)}, {"media_attachments", Json::array()}, {"emojis", Json::array()},
                       {"account", author != nullptr ? accountJson(network, *author) : Json()}});
    };
    for (const Version &version : status.versions)
        add(version.text, version.spoiler, version.at);
    add(status.text, status.spoiler, status.editedAt.value_or(status.at));
    return out;
}

Json relationshipJson(const Network &network, const Account &account)
{
    return {{"id", idText(account.id)}, {"following", network.followed.count(account.id) != 0},
            {"showing_reblogs", true}, {"notifying", false}, {"languages", nullptr}, {"followed_by", false},
            {"blocking", network.blocked.count(account.id) != 0}, {"blocked_by", false},
            {"muting", network.muted.count(account.id) != 0}, {"muting_notifications", network.muted.count(account.id) != 0},
            {"requested", false}, {"requested_by", false}, {"domain_blocking", false}, {"endorsed", false}, {"note", ""}};
}

Json instanceJson(Network &network, bool v2, bool streams)
{
    const Json configuration = {
        {"urls", {{"streaming", streams ? Json(network.base) : Json()}}},
        {"accounts", {{"max_featured_tags", 10}}},
        {"statuses", {{"max_characters", kMaxCharacters}, {"max_media_attachments", 4}, {"characters_reserved_per_url", 23}}},
        {"media_attachments", {{"supported_mime_types", {"image/jpeg", "image/png", "image/gif", "image/webp", "video/mp4"}},
                               {"description_limit", 1500}, {"image_size_limit", 16'777'216},
                               {"image_matrix_limit", 33'177'600}, {"video_size_limit", 103'809'024},
                               {"video_frame_rate_limit", 120}, {"video_matrix_limit", 8'294'400}}},
        {"polls", {{"max_options", 4}, {"max_characters_per_option", 50}, {"min_expiration", 300},
                   {"max_expiration", 2'629'746}}},
        {"translation", {{"enabled", false}}}};
    Json json = {{"title", "Vigie practice network"}, {"version", "4.5.7"}, {"configuration", configuration},
                 {"languages", {"fr", "en"}}, {"rules", Json::array()}};
    if (v2) {
        json["domain"] = network.domain;
        json["source_url"] = "https://github.com/mastodon/mastodon";
        json["description"] = "An invented place to practise in.";
        json["usage"] = {{"users", {{"active_month", network.accounts.size()}}}};
        json["registrations"] = {{"enabled", false}, {"approval_required", false}, {"message", nullptr}};
        json["api_versions"] = {{"mastodon", 7}};
    } else {
        json["uri"] = network.domain;
        json["short_description"] = "An invented place to practise in.";
        json["description"] = "An invented place to practise in.";
        json["urls"] = {{"streaming_api", streams ? Json(network.base) : Json()}};
        json["stats"] = {{"user_count", network.accounts.size()}, {"status_count", network.statuses.size()},
                         {"domain_count", 4}};
        json["registrations"] = false;
    }
    return json;
}

} // namespace vigie::practice
