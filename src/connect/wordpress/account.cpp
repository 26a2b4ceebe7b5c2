// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/wordpress/account.hpp"

#include "connect/wordpress/mapping.hpp"
#include "connect/wordpress/streams.hpp"
#include "connect/wordpress/wire.hpp"

#include <vigie/text/rich_text.hpp>

namespace vigie::connect::wordpress {

namespace {

constexpr int kLongest = 65'000; ///< a comment's column holds 65,525 bytes; a post's far more

using What = Capability;
constexpr What kWriting[] = {What::Reply,  What::Publish, What::Images,       What::AltText,      What::Edit,
                             What::Delete, What::Moderate, What::RemoveOthers, What::ServerSchedule};

bool can(const Json &user, const char *capability)
{
    return boolAt(at(user, "capabilities"), capability);
}

/// What the person's role there leaves of what WordPress offers.
Capabilities allowed(const Json &user)
{
    Capabilities all = bestCapabilities();
    const auto needs = [&](std::initializer_list<What> what, bool holds) {
        for (const auto one : what)
            if (!holds)
                all.set(one, CapabilityReason::AdminNeeded);
    };
    const bool moderates = can(user, "moderate_comments");
    needs({What::Moderate, What::RemoveOthers}, moderates);
    needs({What::Publish, What::ServerSchedule}, can(user, "publish_posts"));
    needs({What::Images, What::AltText}, can(user, "upload_files"));
    needs({What::Edit, What::Delete}, moderates || can(user, "edit_published_posts"));
    return all;
}

const char *roleOf(const Json &user)
{
    if (can(user, "moderate_comments"))
        return kModerator;
    return can(user, "edit_posts") ? kWriter : kMember;
}

Limits siteLimits()
{
    Limits limits;
    limits.maxCharacters = kLongest;
    limits.urlCost = 0;
    limits.maxMedia = 20;
    limits.maxImageBytes = limits.maxVideoBytes = 0; // the site's own limit is told to nobody
    limits.mimeTypes = {"image/jpeg", "image/png", "image/gif", "image/webp"};
    limits.serverVersion = "WordPress";
    return limits;
}

/// The index of the interface; nothing when it is no such thing.
Result<Json> indexOf(const Context &context, const net::Response &response)
{
    VIGIE_TRY(auto index, bodyOf(context, response));
    for (const auto &space : arrayAt(index, "namespaces"))
        if (space.is_string() && space.get_ref<const std::string &>() == "wp/v2")
            return index;
    return fail(Errc::Unsupported, "there is no WordPress at this address, or its REST interface is switched off");
}

/// The first of the answers is the site's, the second the person's.
Result<WhoAmI> stranger(const Context &context, const Json &index)
{
    WhoAmI who;
    who.author.nativeId = "public";
    who.author.handle = siteName(context.account.instance);
    who.author.name = plainAt(index, "name", context.account);
    who.author.profileUrl = context.account.instance;
    who.capabilities = bestCapabilities();
    for (const auto what : kWriting)
        who.capabilities.set(what, CapabilityReason::SignInNeeded);
    who.capabilities.set(What::Inbox, CapabilityReason::SignInNeeded);
    who.limits = siteLimits();
    return who;
}

} // namespace

Capabilities bestCapabilities()
{
    Capabilities all;
    for (const auto what : {What::Inbox, What::Lookup})
        all.set(what);
    for (const auto what : kWriting)
        all.set(what);
    all.set(What::Video, CapabilityReason::NotImplemented);
    return all;
}

Result<std::optional<net::Request>> whoAmIRequest(const Context &context, std::span<const net::Response> soFar)
{
    using Next = std::optional<net::Request>;
    if (soFar.empty()) {
        auto index = request(context, net::Method::Get, "/", {{"_fields", "name,home,namespaces,authentication"}});
        index.secretHeaders.clear(); // a refused sign-in must not hide the site
        return Next(std::move(index));
    }
    if (soFar.size() == 1 && signedIn(context) && soFar[0].ok())
        return Next(request(context, net::Method::Get, "/wp/v2/users/me", {{"context", "edit"}, {"_fields", "id,name,slug,url,link,roles,capabilities"}}));
    return Next{};
}

Result<WhoAmI> whoAmI(const Context &context, std::span<const net::Response> answers)
{
    if (answers.empty())
        return fail(Errc::Protocol, "no answer to who we are");
    VIGIE_TRY(const auto index, indexOf(context, answers[0]));
    if (!signedIn(context))
        return stranger(context, index);
    if (answers.size() < 2)
        return fail(Errc::Protocol, "no answer to who we are");
    const auto me = bodyOf(context, answers[1]);
    if (!me) {
        auto error = me.error();
        if (error.code == Errc::AuthRevoked && at(at(index, "authentication"), "application-passwords").is_null())
            error.detail = "application passwords are switched off on this site (they need https and WordPress 5.6): " + error.detail;
        return fail(std::move(error));
    }
    WhoAmI who;
    who.author.nativeId = idAt(*me, "id");
    if (who.author.nativeId.empty() || who.author.nativeId == "0")
        return fail(Errc::AuthRevoked, "the site does not say who signs in");
    who.author.handle = text::cleanUtf8(textAt(*me, "slug")) + "@" + siteName(context.account.instance);
    who.author.name = text::cleanUtf8(textAt(*me, "name"));
    who.author.profileUrl = text::cleanUtf8(textAt(*me, "link"));
    who.capabilities = allowed(*me);
    who.limits = siteLimits();
    who.settings = {{kRole, roleOf(*me)}};
    return who;
}

} // namespace vigie::connect::wordpress
