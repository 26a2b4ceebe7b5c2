// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/mastodon/account.hpp"

#include "connect/mastodon/mapping.hpp"

#include <vigie/text/rich_text.hpp>

#include <algorithm>
#include <limits>

namespace vigie::connect::mastodon {

namespace {

/// Where each answer stands in the list.
struct Answers {
    const net::Response *who = nullptr, *instance = nullptr, *notifications = nullptr, *app = nullptr;
};

bool usable(const net::Response &response)
{
    if (!response.ok())
        return false;
    const auto json = parseJson(response.body);
    return json && json->is_object();
}

Answers sort(std::span<const net::Response> answers)
{
    Answers sorted;
    std::size_t next = 0;
    const auto take = [&]() -> const net::Response * { return next < answers.size() ? &answers[next++] : nullptr; };
    sorted.who = take();
    sorted.instance = take();
    if (sorted.instance != nullptr && !usable(*sorted.instance))
        sorted.instance = take();
    sorted.notifications = take();
    sorted.app = take();
    return sorted;
}

template <class Number>
void setFrom(Number &into, const Json &object, std::string_view key, std::int64_t least = 1)
{
    const auto value = intAt(object, key);
    if (value && *value >= least)
        into = static_cast<Number>(std::min<std::int64_t>(*value, std::numeric_limits<Number>::max()));
}

/// Streams are announced as wss://; server-sent events live at the same address over https.
std::string streamingBase(std::string url)
{
    if (url.rfind("wss://", 0) == 0)
        return "https://" + url.substr(6);
    if (url.rfind("ws://", 0) == 0)
        return "http://" + url.substr(5);
    return url.rfind("http", 0) == 0 ? url : std::string{};
}

std::vector<std::string> scopesOf(const net::Response *app)
{
    std::vector<std::string> scopes;
    if (app == nullptr || !app->ok())
        return scopes;
    const auto json = parseJson(app->body);
    if (!json)
        return scopes;
    for (const auto &scope : arrayAt(*json, "scopes"))
        if (scope.is_string())
            scopes.push_back(scope.get<std::string>());
    auto written = textAt(*json, "scopes");
    for (std::size_t end = 0; !written.empty(); written.erase(0, end == std::string::npos ? end : end + 1)) {
        end = written.find(' ');
        scopes.push_back(written.substr(0, end));
    }
    return scopes;
}

bool granted(const std::vector<std::string> &scopes, const std::string &scope)
{
    if (scopes.empty()) // not told: the first refusal will
        return true;
    const auto has = [&](std::string_view wanted) { return std::find(scopes.begin(), scopes.end(), wanted) != scopes.end(); };
    const bool relation = scope == "write:mutes" || scope == "write:blocks";
    return has(scope) || has(scope.substr(0, scope.find(':'))) || (relation && has("follow"));
}

bool olderThan(std::string_view version, int major, int minor)
{
    int parts[2] = {0, 0};
    std::size_t part = 0;
    for (const char c : version) {
        if (c == '.')
            ++part;
        else if (c < '0' || c > '9')
            break;
        if (part > 1)
            break;
        if (c != '.' && parts[part] < 10'000)
            parts[part] = parts[part] * 10 + (c - '0');
    }
    return parts[0] < major || (parts[0] == major && parts[1] < minor);
}

void restrictToScopes(Capabilities &can, const std::vector<std::string> &scopes)
{
    using C = Capability;
    struct Need {
        Capability what;
        const char *scope;
    };
    constexpr Need needs[] = {{C::Publish, "write:statuses"}, {C::Reply, "write:statuses"}, {C::Threads, "write:statuses"}, {C::Edit, "write:statuses"},
                              {C::Delete, "write:statuses"}, {C::Boost, "write:statuses"}, {C::ContentWarning, "write:statuses"}, {C::Images, "write:media"},
                              {C::Video, "write:media"}, {C::AltText, "write:media"}, {C::Favourite, "write:favourites"}, {C::Mute, "write:mutes"},
                              {C::Block, "write:blocks"}, {C::Report, "write:reports"}, {C::ListenTag, "read:statuses"}, {C::ListenKeyword, "read:search"},
                              {C::Inbox, "read:notifications"}, {C::DirectMessages, "read:notifications"}, {C::Lookup, "read:statuses"}};
    for (const auto &need : needs)
        if (can.has(need.what) && !granted(scopes, need.scope))
            can.set(need.what, CapabilityReason::ScopeMissing);
}

void restrictToServer(Capabilities &can, const Limits &limits)
{
    const auto software = softwareOf(limits.serverVersion);
    // GoToSocial, snac and most compatible servers have WebSockets at best; events over HTTP are Mastodon's own.
    if (limits.streamingUrl.empty() || software != Software::Mastodon)
        can.set(Capability::Stream, CapabilityReason::NotOffered);
    if (software == Software::Mastodon && olderThan(limits.serverVersion, 3, 5))
        can.set(Capability::Edit, CapabilityReason::ServerTooOld);
    if (software == Software::Snac)
        can.set(Capability::Report, CapabilityReason::NotOffered);
    const auto accepts = [&](std::string_view kind) {
        return limits.mimeTypes.empty() || std::any_of(limits.mimeTypes.begin(), limits.mimeTypes.end(), [&](const auto &mime) { return mime.rfind(kind, 0) == 0; });
    };
    if (!accepts("image/"))
        can.set(Capability::Images, CapabilityReason::NotOffered);
    if (!accepts("video/"))
        can.set(Capability::Video, CapabilityReason::NotOffered);
}

std::string domainOf(const Json &instance, const std::string &fallback)
{
    auto domain = textAt(instance, "domain");
    if (domain.empty())
        domain = textAt(instance, "uri");
    domain = hostOf(domain);
    const bool sound = !domain.empty() && domain.find_first_of(" @/<>\"") == std::string::npos;
    return sound ? domain : fallback;
}

} // namespace

Capabilities bestCapabilities()
{
    using C = Capability;
    Capabilities all;
    for (const auto what : {C::ListenTag, C::Inbox, C::DirectMessages, C::Reply, C::Publish, C::Threads, C::Images, C::Video, C::AltText, C::ContentWarning, C::Edit,
                            C::Delete, C::Favourite, C::Boost, C::Mute, C::Block, C::Report, C::PostCounts, C::AccountCounts, C::Stream, C::Lookup})
        all.set(what);
    return all.set(C::ListenKeyword, CapabilityReason::SearchScopeLimited);
}

Limits limitsFrom(const Json &instance)
{
    Limits limits;
    const auto &configuration = at(instance, "configuration");
    const auto &statuses = at(configuration, "statuses");
    const auto &media = at(configuration, "media_attachments");
    limits.serverVersion = text::cleanUtf8(textAt(instance, "version")).substr(0, 200);
    setFrom(limits.maxCharacters, instance, "max_toot_chars"); // older forks
    setFrom(limits.maxCharacters, statuses, "max_characters");
    setFrom(limits.urlCost, statuses, "characters_reserved_per_url");
    setFrom(limits.maxMedia, statuses, "max_media_attachments", 0);
    setFrom(limits.maxAltCharacters, instance, "description_limit");
    setFrom(limits.maxAltCharacters, media, "description_limit");
    setFrom(limits.maxImageBytes, media, "image_size_limit");
    setFrom(limits.maxVideoBytes, media, "video_size_limit");
    for (const auto &mime : arrayAt(media, "supported_mime_types"))
        if (mime.is_string())
            limits.mimeTypes.push_back(mime.get<std::string>());
    // GoToSocial announces a cost for links and then counts them in full.
    if (softwareOf(limits.serverVersion) == Software::GoToSocial)
        limits.urlCost = 0;
    for (const auto &url : {textAt(at(configuration, "urls"), "streaming"), textAt(at(instance, "urls"), "streaming_api")})
        if (limits.streamingUrl.empty())
            limits.streamingUrl = streamingBase(url);
    return limits;
}

Result<std::optional<net::Request>> whoAmIRequest(const Context &context, std::span<const net::Response> soFar)
{
    using Next = std::optional<net::Request>;
    if (soFar.empty())
        return Next(request(context, net::Method::Get, "/api/v1/accounts/verify_credentials"));
    if (!soFar[0].ok())
        return Next{};
    if (soFar.size() == 1)
        return Next(request(context, net::Method::Get, "/api/v2/instance"));
    const bool old = !usable(soFar[1]);
    const auto rest = soFar.size() - (old ? 1U : 0U);
    if (old && soFar.size() == 2)
        return Next(request(context, net::Method::Get, "/api/v1/instance"));
    if (rest == 2)
        return Next(request(context, net::Method::Get, "/api/v1/notifications", {{"limit", "1"}}));
    if (rest == 3)
        return Next(request(context, net::Method::Get, "/api/v1/apps/verify_credentials"));
    return Next{};
}

Result<WhoAmI> whoAmI(const Context &context, std::span<const net::Response> answers)
{
    const auto sorted = sort(answers);
    if (sorted.who == nullptr)
        return fail(Errc::Protocol, "no answer to who we are");
    VIGIE_TRY(const auto account, bodyOf(context, *sorted.who));
    auto here = reading(context, sorted.who);
    Json instance;
    if (sorted.instance != nullptr && usable(*sorted.instance))
        if (auto read = parseJson(sorted.instance->body))
            instance = std::move(*read);
    here.domain = domainOf(instance, hostOf(context.account.instance));
    WhoAmI me;
    me.author = toAuthor(account, here);
    if (me.author.nativeId.empty() || me.author.handle.empty())
        return fail(Errc::Protocol, "the server does not say who the token belongs to");
    me.metrics = me.author.metrics;
    me.limits = limitsFrom(instance);
    me.capabilities = bestCapabilities();
    restrictToServer(me.capabilities, me.limits);
    restrictToScopes(me.capabilities, scopesOf(sorted.app));
    if (sorted.notifications != nullptr && sorted.notifications->status == 403 && refusal(context, *sorted.notifications).code == Errc::ScopeMissing)
        me.capabilities.set(Capability::Inbox, CapabilityReason::ScopeMissing).set(Capability::DirectMessages, CapabilityReason::ScopeMissing);
    return me;
}

} // namespace vigie::connect::mastodon
