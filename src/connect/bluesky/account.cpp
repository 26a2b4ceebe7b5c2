// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/bluesky/account.hpp"

#include "connect/bluesky/jetstream.hpp"
#include "connect/bluesky/mapping.hpp"
#include "connect/bluesky/session.hpp"

#include <algorithm>

namespace vigie::connect::bluesky {

namespace {

constexpr std::int64_t kLargestImage = 2'000'000; ///< of app.bsky.embed.images
constexpr int kAltCharacters = 2000;

Limits limitsFrom(const net::Response *server)
{
    Limits limits;
    limits.maxCharacters = 300;
    limits.urlCost = 0;
    limits.maxMedia = 4;
    limits.maxAltCharacters = kAltCharacters;
    limits.maxImageBytes = kLargestImage;
    limits.maxVideoBytes = 0;
    limits.mimeTypes = {"image/jpeg", "image/png", "image/webp", "image/gif"};
    if (server == nullptr || !server->ok())
        return limits;
    const auto json = parseJson(server->body);
    if (!json)
        return limits;
    if (const auto blob = intAt(*json, "blobUploadLimit"); blob && *blob > 0)
        limits.maxImageBytes = std::min(limits.maxImageBytes, *blob);
    return limits;
}

} // namespace

Capabilities bestCapabilities()
{
    using C = Capability;
    Capabilities all;
    for (const auto what : {C::ListenTag, C::ListenKeyword, C::Inbox, C::Reply, C::Publish, C::Threads, C::Images, C::AltText, C::Edit, C::Delete, C::Favourite, C::Boost,
                            C::Mute, C::Block, C::Report, C::PostCounts, C::AccountCounts, C::Stream, C::Lookup, C::Quote, C::LinkCard, C::HideReply})
        all.set(what);
    return all.set(C::DirectMessages, CapabilityReason::NotImplemented).set(C::Video, CapabilityReason::NotImplemented);
}

Result<std::optional<net::Request>> whoAmIRequest(const Context &context, std::span<const net::Response> soFar)
{
    using Next = std::optional<net::Request>;
    if (soFar.empty())
        return Next(query(context, "com.atproto.server.getSession"));
    if (!soFar[0].ok())
        return Next{};
    if (soFar.size() == 1) {
        VIGIE_TRY(const auto session, bodyOf(context, soFar[0]));
        return Next(query(context, "app.bsky.actor.getProfile", {{"actor", textAt(session, "did")}}));
    }
    if (soFar.size() == 2)
        return Next(query(context, "com.atproto.server.describeServer"));
    return Next{};
}

Result<WhoAmI> whoAmI(const Context &context, std::span<const net::Response> answers)
{
    if (answers.empty())
        return fail(Errc::Protocol, "no answer to who we are");
    VIGIE_TRY(const auto session, bodyOf(context, answers[0]));
    WhoAmI me;
    me.author.nativeId = textAt(session, "did");
    if (!isDid(me.author.nativeId))
        return fail(Errc::Protocol, "the server does not say who the session belongs to");
    if (!boolAt(session, "active", true))
        return fail(Errc::Forbidden, "the account is " + (textAt(session, "status").empty() ? std::string("not active") : textAt(session, "status")));
    me.author.handle = me.author.name = textAt(session, "handle");
    const auto profile = answers.size() > 1 && answers[1].ok() ? parseJson(answers[1].body) : fail(Errc::NotFound);
    // A new account has no profile until the network has seen its first record; the session is proof enough.
    if (profile)
        if (auto shown = toAuthor(*profile, reading(context, &answers[1])); shown.nativeId == me.author.nativeId) {
            me.author = std::move(shown);
            me.metrics = me.author.metrics;
        }
    me.limits = limitsFrom(answers.size() > 2 ? &answers[2] : nullptr);
    me.capabilities = bestCapabilities();
    if (generationOf(context.account) == Generation::Off)
        me.capabilities.set(Capability::Stream, CapabilityReason::SwitchedOff);
    if (const auto server = dataServerIn(at(session, "didDoc")); !server.empty())
        me.settings.push_back({"pds", server});
    return me;
}

std::optional<Candidate> guessFrom(std::string_view typed)
{
    const auto first = typed.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return std::nullopt;
    typed = typed.substr(first, typed.find_last_not_of(" \t\r\n") - first + 1);
    Candidate found{"bluesky", {}, {}, {}, 95};
    const auto named = [&](std::string_view user) {
        found.settings.push_back({"user", std::string(user)});
        found.name = user;
        return std::optional(found);
    };
    if (isDid(typed))
        return named(typed);
    for (const std::string_view page : {"https://bsky.app/profile/", "http://bsky.app/profile/", "bsky.app/profile/"})
        if (typed.substr(0, page.size()) == page) {
            const auto who = typed.substr(page.size(), typed.find_first_of("/?#", page.size()) - page.size());
            const auto handle = isDid(who) ? std::string(who) : canonicalHandle(who);
            return handle.empty() ? std::nullopt : named(handle);
        }
    const auto handle = canonicalHandle(typed);
    if (handle == "bsky.social" || handle == "bsky.app" || handle == "bluesky.social") {
        found.name = "Bluesky";
        return found;
    }
    constexpr std::string_view kHosted = ".bsky.social";
    if (handle.size() > kHosted.size() && handle.compare(handle.size() - kHosted.size(), kHosted.size(), kHosted) == 0)
        return named(handle);
    return std::nullopt;
}

std::optional<net::Request> probeFor(std::string_view typed)
{
    net::Request ask;
    ask.timeout = std::chrono::seconds{10};
    ask.maxBody = 64U << 10;
    // A domain that is a handle says so itself; nobody else has to be told what was typed here.
    if (!typed.empty() && typed.front() == '@') {
        const auto handle = canonicalHandle(typed);
        if (handle.empty())
            return std::nullopt;
        ask.url = "https://" + handle + "/.well-known/atproto-did";
        return ask;
    }
    const auto server = normaliseInstance(typed);
    if (!server)
        return std::nullopt;
    ask.url = *server + "/xrpc/com.atproto.server.describeServer";
    return ask;
}

std::optional<Candidate> recognised(std::string_view typed, const net::Response &response)
{
    if (!response.ok())
        return std::nullopt;
    if (!typed.empty() && typed.front() == '@') {
        auto did = response.body;
        did.erase(std::min(did.size(), did.find_last_not_of(" \t\r\n") + 1));
        if (!isDid(did))
            return std::nullopt;
        const auto handle = canonicalHandle(typed);
        return Candidate{"bluesky", {}, {{"user", handle}}, handle, 90};
    }
    const auto json = parseJson(response.body);
    const auto server = normaliseInstance(typed);
    if (!json || !server || !isDid(textAt(*json, "did")) || !at(*json, "availableUserDomains").is_array())
        return std::nullopt;
    return Candidate{"bluesky", *server, {}, *server, 90};
}

} // namespace vigie::connect::bluesky
