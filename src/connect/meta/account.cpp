// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/meta/account.hpp"

#include "connect/common/strings.hpp"
#include "connect/meta/sign_in.hpp"

#include <vigie/base/ascii.hpp>
#include <vigie/connect/extensions.hpp>

#include <algorithm>

namespace vigie::connect::meta {

namespace {

using C = Capability;
using R = CapabilityReason;

Capabilities with(std::initializer_list<C> offered)
{
    Capabilities all;
    for (const auto what : offered)
        all.set(what);
    return all;
}

Capabilities bestOf(Network network)
{
    switch (network) {
    case Network::Facebook:
        return with({C::Inbox, C::Reply, C::Publish, C::Images, C::Video, C::AltText, C::Edit, C::Delete, C::Favourite, C::PostCounts, C::AccountCounts, C::Lookup, C::LinkCard, C::Reviews,
                     C::ServerSchedule, C::HideReply, C::RemoveOthers, C::Insights})
            .set(C::DirectMessages, R::NotImplemented)
            .set(C::BanMember, R::NotImplemented);
    case Network::Instagram:
        return with({C::Inbox, C::Reply, C::PostCounts, C::AccountCounts, C::Lookup, C::HideReply, C::RemoveOthers, C::Insights})
            .set(C::Publish, R::PublicMediaUrlNeeded)
            .set(C::Images, R::PublicMediaUrlNeeded)
            .set(C::Video, R::PublicMediaUrlNeeded)
            .set(C::AltText, R::PublicMediaUrlNeeded)
            .set(C::DirectMessages, R::NotImplemented)
            .set(C::ListenTag, R::NotImplemented);
    case Network::Threads: break;
    }
    return with({C::Inbox, C::Reply, C::Publish, C::Threads, C::Delete, C::Lookup, C::LinkCard, C::AccountCounts, C::HideReply, C::Insights})
        .set(C::ListenKeyword, R::OwnPostsOnlyUntilApproved)
        .set(C::Images, R::PublicMediaUrlNeeded)
        .set(C::Video, R::PublicMediaUrlNeeded)
        .set(C::AltText, R::PublicMediaUrlNeeded);
}

Limits limitsOf(Network network)
{
    Limits limits;
    limits.urlCost = 0;
    limits.maxAltCharacters = 1000;
    limits.mimeTypes = {"image/jpeg", "image/png", "video/mp4", "video/quicktime"};
    switch (network) {
    case Network::Facebook:
        limits.maxCharacters = 63'206;
        limits.maxImageBytes = 4'000'000;
        limits.maxVideoBytes = 1'000'000'000;
        limits.maxMedia = 10;
        break;
    case Network::Instagram:
        limits.maxCharacters = 2'200;
        limits.maxImageBytes = 8'000'000;
        limits.maxVideoBytes = 300'000'000;
        limits.maxMedia = 10;
        limits.mimeTypes = {"image/jpeg", "video/mp4", "video/quicktime"};
        break;
    case Network::Threads:
        limits.maxCharacters = 500;
        limits.maxImageBytes = 8'000'000;
        limits.maxVideoBytes = 1'000'000'000;
        limits.maxMedia = 20;
        break;
    }
    return limits;
}

bool hasPlaceForMedia(const Account &account)
{
    if (placeOf(account)) // files are put there when they are needed
        return true;
    const auto url = net::parseUrl(account.setting("media_base"));
    return url && url->scheme == "https" && !url->credentials;
}

bool granted(const std::vector<std::string> &scopes, std::string_view scope)
{
    return scopes.empty() || std::find(scopes.begin(), scopes.end(), scope) != scopes.end(); // not told: the first refusal will
}

struct Need {
    C what;
    const char *scope;
};
std::vector<Need> needsOf(Network network, bool throughFacebook)
{
    if (network == Network::Facebook)
        return {{C::Publish, "pages_manage_posts"}, {C::Edit, "pages_manage_posts"}, {C::Delete, "pages_manage_posts"}, {C::ServerSchedule, "pages_manage_posts"}, {C::Images, "pages_manage_posts"},
                {C::Video, "pages_manage_posts"}, {C::Reply, "pages_manage_engagement"}, {C::HideReply, "pages_manage_engagement"}, {C::RemoveOthers, "pages_manage_engagement"},
                {C::Favourite, "pages_manage_engagement"}, {C::Inbox, "pages_read_engagement"}, {C::Reviews, "pages_read_user_content"}, {C::Insights, "read_insights"}};
    if (network == Network::Threads)
        return {{C::Publish, "threads_content_publish"}, {C::Reply, "threads_content_publish"}, {C::Inbox, "threads_read_replies"}, {C::HideReply, "threads_manage_replies"},
                {C::Delete, "threads_delete"}, {C::Insights, "threads_manage_insights"}, {C::ListenKeyword, "threads_keyword_search"}};
    if (throughFacebook)
        return {{C::Publish, "instagram_content_publish"}, {C::Reply, "instagram_manage_comments"}, {C::Inbox, "instagram_manage_comments"}, {C::HideReply, "instagram_manage_comments"},
                {C::RemoveOthers, "instagram_manage_comments"}, {C::Insights, "instagram_manage_insights"}};
    return {{C::Publish, "instagram_business_content_publish"}, {C::Reply, "instagram_business_manage_comments"}, {C::Inbox, "instagram_business_manage_comments"},
            {C::HideReply, "instagram_business_manage_comments"}, {C::RemoveOthers, "instagram_business_manage_comments"}, {C::Insights, "instagram_business_manage_insights"}};
}

Capabilities effective(const Account &account, const std::vector<std::string> &scopes)
{
    const auto network = networkOf(account);
    auto can = bestOf(network);
    if (hasPlaceForMedia(account))
        for (const auto what : {C::Publish, C::Images, C::Video, C::AltText})
            if (can.why(what) == R::PublicMediaUrlNeeded)
                can.set(what);
    for (const auto &need : needsOf(network, throughFacebook(account)))
        if (can.has(need.what) && !granted(scopes, need.scope))
            can.set(need.what, R::ScopeMissing);
    return can;
}

const char *ownFields(Network network)
{
    switch (network) {
    case Network::Facebook: return "id,name,username,about,link,followers_count,fan_count,picture{url}";
    case Network::Instagram: return "id,user_id,username,name,biography,profile_picture_url,followers_count,follows_count,media_count";
    case Network::Threads: return "id,username,name,threads_profile_picture_url,threads_biography";
    }
    return "id";
}

/// Before the account is known on a sign-in through Facebook the token is a person's: their Pages are asked for.
bool asksForPages(const Context &context)
{
    return throughFacebook(context.account) && context.account.nativeId.empty();
}

net::Request pagesRequest(const Context &context)
{
    const auto page = std::string(ownFields(Network::Facebook));
    const auto fields = networkOf(context.account) == Network::Facebook ? page : "id,name,instagram_business_account{id,username,name,biography,profile_picture_url,followers_count,follows_count,media_count}";
    return get(context, "/me/accounts", {{"fields", fields}, {"limit", "100"}});
}

bool isNamed(const Json &entry, const std::string &wanted)
{
    const auto small = lowerAscii(wanted);
    return idAt(entry, "id") == wanted || lowerAscii(cleanAt(entry, "name")) == small || (!small.empty() && lowerAscii(cleanAt(entry, "username")) == small);
}

/// The Page that the person named, or the only one.
Result<Json> chosenPage(const Context &context, const Json &body)
{
    const bool instagram = networkOf(context.account) == Network::Instagram;
    const auto wanted = context.account.setting("page");
    std::vector<Json> found;
    std::string names;
    for (const auto &page : arrayAt(body, "data")) {
        const auto &own = instagram ? at(page, "instagram_business_account") : page;
        if (!own.is_object() || !checkedId(idAt(own, "id")))
            continue;
        names += (names.empty() ? "" : ", ") + (instagram ? cleanAt(own, "username") : cleanAt(own, "name"));
        if (wanted.empty() || isNamed(own, wanted) || isNamed(page, wanted))
            found.push_back(own);
    }
    if (found.size() == 1)
        return std::move(found.front());
    if (names.empty())
        return fail(Errc::InvalidInput, "this sign-in manages no Page, or was not given the permission to see them");
    return fail(Errc::InvalidInput, "which Page? This sign-in manages: " + names);
}

Author authorOf(Network network, const Json &own)
{
    Author author;
    author.nativeId = idAt(own, "id");
    author.name = cleanAt(own, "name");
    author.handle = cleanAt(own, "username");
    if (author.handle.empty())
        author.handle = author.name;
    if (author.name.empty())
        author.name = author.handle;
    if (network == Network::Facebook) {
        author.bio = cleanAt(own, "about");
        author.avatarUrl = urlAt(at(at(own, "picture"), "data"), "url");
        author.profileUrl = urlAt(own, "link");
        author.metrics = {metricAt("followers", own, "followers_count"), metricAt("fans", own, "fan_count")};
    } else if (network == Network::Instagram) {
        author.bio = cleanAt(own, "biography");
        author.avatarUrl = urlAt(own, "profile_picture_url");
        author.profileUrl = "https://www.instagram.com/" + net::encodeComponent(author.handle);
        author.metrics = {metricAt("followers", own, "followers_count"), metricAt("following", own, "follows_count"), metricAt("posts", own, "media_count")};
    } else {
        author.bio = cleanAt(own, "threads_biography");
        author.avatarUrl = urlAt(own, "threads_profile_picture_url");
        author.profileUrl = "https://www.threads.net/@" + net::encodeComponent(author.handle);
    }
    return author;
}

std::vector<std::string> permissionsIn(const net::Response &response)
{
    std::vector<std::string> scopes;
    const auto body = response.ok() ? parseJson(response.body) : Result<Json>(Json());
    if (body)
        for (const auto &entry : arrayAt(*body, "data"))
            if (textAt(entry, "status") == "granted")
                scopes.push_back(textAt(entry, "permission"));
    return scopes;
}

/// A pasted token may be a Page's own already; a Page has no Pages.
bool mayBePageToken(const net::Response &response)
{
    return !response.ok() && refusal(response, Secret{}, Instant{}).code == Errc::Unsupported;
}

FieldSpec secret(const char *key, bool required)
{
    return {key, FieldSpec::Kind::Secret, required, {}};
}
FieldSpec plain(const char *key, bool required, const char *example)
{
    return {key, FieldSpec::Kind::Text, required, example};
}

FieldSpec pageField()
{
    auto field = plain("page", false, "Maison Dubreuil");
    field.en = "Page";
    field.fr = "Page";
    field.helpEn = "Its name, where this sign-in manages several.";
    field.helpFr = "Son nom, si cette connexion en g\xC3\xA8re plusieurs.";
    return field;
}

FieldSpec loginField()
{
    FieldSpec field{"login", FieldSpec::Kind::Choice, false, {}, {"instagram", "facebook"}};
    field.en = "Token made with";
    field.fr = "Jeton obtenu avec";
    field.helpEn = "facebook: the account hangs on a Page, and the token is that of the Page.";
    field.helpFr = "facebook : le compte est rattach\xC3\xA9 \xC3\xA0 une Page, et le jeton est celui de la Page.";
    return field;
}

FieldSpec mediaField()
{
    FieldSpec field{"media_base", FieldSpec::Kind::Url, false, "https://media.example/vigie"};
    field.en = "Public address of your pictures";
    field.fr = "Adresse publique de vos images";
    field.helpEn = "The network fetches pictures and films itself: from here, under the names of your files.";
    field.helpFr = "Le r\xC3\xA9seau va chercher lui-m\xC3\xAAme images et films : ici, sous le nom de vos fichiers.";
    return field;
}

} // namespace

Descriptor describe(Network network)
{
    Descriptor all;
    all.id = idOf(network);
    all.family = "social";
    all.notice = Notice::MetaApp;
    all.capabilities = bestOf(network);
    all.policy.deletionSync = std::chrono::hours{24};
    all.verification = Verification::DocumentsOnly;
    const auto scopes = scopesOf(network);
    const SignInWay browser{AuthKind::OAuthCode, {plain("client_id", true, "1234567890"), secret("client_secret", true)}, scopes};
    SignInWay token{AuthKind::Token, {secret("token", true)}, scopes};
    switch (network) {
    case Network::Facebook:
        all.name = "Facebook";
        all.badge = "Fb";
        token.fields.insert(token.fields.end(), {plain("client_id", false, "1234567890"), secret("client_secret", false)});
        all.ways = {browser, token};
        all.fields = {pageField()};
        all.rate = {200, std::chrono::hours{1}, std::chrono::seconds{180}};
        all.length = {text::LengthRule::Utf16, 63'206, 0};
        all.docs = "https://developers.facebook.com/docs/pages-api";
        break;
    case Network::Instagram:
        all.name = "Instagram";
        all.badge = "Ig";
        all.ways = {token, browser};
        all.fields = {loginField(), pageField(), mediaField()};
        all.rate = {200, std::chrono::hours{1}, std::chrono::seconds{180}};
        all.length = {text::LengthRule::Utf16, 2'200, 0};
        all.docs = "https://developers.facebook.com/docs/instagram-platform";
        break;
    case Network::Threads:
        all.name = "Threads";
        all.badge = "Th";
        all.ways = {token, browser};
        all.fields = {{"keywords", FieldSpec::Kind::List, false, "Maison Dubreuil"}, mediaField()};
        all.rate = {2'000, std::chrono::hours{1}, std::chrono::seconds{180}};
        all.length = {text::LengthRule::Threads, 500, 0};
        all.buckets = {{"search", 2'200, std::chrono::hours{24}, true, "UTC"}};
        all.docs = "https://developers.facebook.com/docs/threads";
        break;
    }
    return all;
}

Result<std::optional<net::Request>> whoAmIRequest(const Context &context, std::span<const net::Response> soFar)
{
    using Next = std::optional<net::Request>;
    const auto network = networkOf(context.account);
    const bool pages = asksForPages(context);
    if (soFar.empty()) {
        if (pages)
            return Next(pagesRequest(context));
        if (context.account.nativeId.empty())
            return Next(get(context, "/me", {{"fields", ownFields(network)}}));
        VIGIE_TRY(const auto id, checkedId(context.account.nativeId));
        return Next(get(context, "/" + id, {{"fields", ownFields(network)}}));
    }
    if (soFar.size() == 1 && pages && mayBePageToken(soFar[0]))
        return Next(get(context, "/me", {{"fields", network == Network::Facebook ? ownFields(network) : "id,instagram_business_account{id,username,name,profile_picture_url,followers_count,follows_count,media_count}"}}));
    if (soFar.size() == 1 && soFar[0].ok() && pages)
        return Next(get(context, "/me/permissions"));
    return Next{};
}

Result<WhoAmI> whoAmI(const Context &context, std::span<const net::Response> answers)
{
    if (answers.empty())
        return fail(Errc::Protocol, "no answer to who we are");
    const auto network = networkOf(context.account);
    const bool second = asksForPages(context) && mayBePageToken(answers[0]) && answers.size() > 1;
    const auto &first = second ? answers[1] : answers[0];
    VIGIE_TRY(const auto body, bodyOf(context, first));
    Json own = body;
    if (at(body, "data").is_array()) {
        VIGIE_TRY(own, chosenPage(context, body));
    } else if (at(body, "instagram_business_account").is_object()) {
        own = at(body, "instagram_business_account");
    }
    WhoAmI me;
    me.author = authorOf(network, own);
    // Instagram's own sign-in gives the number that comments carry beside another one that only this program knows.
    if (const auto number = idAt(own, "user_id"); network == Network::Instagram && checkedId(number) && context.account.nativeId.empty())
        me.author.nativeId = number;
    if (!context.account.nativeId.empty())
        me.author.nativeId = context.account.nativeId;
    if (!checkedId(me.author.nativeId) || me.author.handle.empty())
        return fail(Errc::Protocol, "the network does not say who the token belongs to");
    me.metrics = me.author.metrics;
    me.limits = limitsOf(network);
    if (!second && answers.size() > 1)
        me.scopes = permissionsIn(answers[1]);
    if (me.scopes.empty())
        me.scopes = context.account.session.scopes;
    me.capabilities = effective(context.account, me.scopes);
    return me;
}

} // namespace vigie::connect::meta
