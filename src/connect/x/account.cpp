// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/x/account.hpp"

#include "connect/common/api_base.hpp"
#include "connect/common/http_error.hpp"
#include "connect/common/sign_in.hpp"
#include "connect/common/strings.hpp"
#include "connect/x/mapping.hpp"

#include <vigie/net/oauth.hpp>

#include <algorithm>

namespace vigie::connect::x {

namespace {

using C = Capability;
using R = CapabilityReason;

constexpr const char *kScopes = "tweet.read tweet.write tweet.moderate.write users.read media.write offline.access";
constexpr std::uint16_t kPort = 47'813; ///< X compares the whole address; docs/networks.md says which one to enter there
constexpr std::string_view kPasteRedirect = "urn:ietf:wg:oauth:2.0:oob";

Capabilities best()
{
    Capabilities all;
    for (const auto what : {C::Inbox, C::Publish, C::Threads, C::Images, C::Video, C::AltText, C::Delete, C::PostCounts, C::AccountCounts, C::Lookup, C::HideReply})
        all.set(what, R::PaidCall);
    return all.set(C::Reply, R::ReplyNeedsSummon)
        .set(C::ListenKeyword, R::LastWeekOnly)
        .set(C::ListenTag, R::LastWeekOnly)
        .set(C::Mute, R::NotImplemented)
        .set(C::Block, R::NotImplemented)
        .set(C::DirectMessages, R::NotImplemented)
        .set(C::Stream, R::NotImplemented)
        .set(C::Insights, R::NotImplemented)
        .set(C::Edit, R::PlanNeeded)
        .set(C::Favourite, R::PlanNeeded)
        .set(C::Quote, R::PlanNeeded);
}

void restrictToScopes(Capabilities &can, const std::vector<std::string> &scopes)
{
    struct Need {
        C what;
        const char *scope;
    };
    constexpr Need kNeeds[] = {{C::Publish, "tweet.write"}, {C::Threads, "tweet.write"}, {C::Reply, "tweet.write"}, {C::Delete, "tweet.write"}, {C::HideReply, "tweet.moderate.write"},
                               {C::Images, "media.write"}, {C::Video, "media.write"}, {C::AltText, "media.write"}};
    for (const auto &need : kNeeds)
        if (!scopes.empty() && can.has(need.what) && std::find(scopes.begin(), scopes.end(), need.scope) == scopes.end())
            can.set(need.what, R::ScopeMissing);
}

Limits limits()
{
    Limits all;
    all.maxCharacters = 280;
    all.urlCost = 23;
    all.maxMedia = 4;
    all.maxAltCharacters = 1000;
    all.maxImageBytes = 5'000'000;
    all.maxVideoBytes = 512'000'000;
    all.mimeTypes = {"image/jpeg", "image/png", "image/webp", "image/gif", "video/mp4", "video/quicktime"};
    return all;
}

std::string redirectOf(const std::string &redirectUri)
{
    return redirectUri == kPasteRedirect ? "http://127.0.0.1:" + std::to_string(kPort) + "/callback" : redirectUri;
}

FieldSpec budgetField()
{
    FieldSpec field{"budget", FieldSpec::Kind::Money, true, "20"};
    field.en = "Budget per month, in dollars";
    field.fr = "Budget par mois, en dollars";
    field.helpEn = "X charges for every call. Nothing is asked that would cost more.";
    field.helpFr = "X facture chaque appel. Rien n\xE2\x80\x99" "est demand\xC3\xA9 qui co\xC3\xBBterait davantage.";
    return field;
}

FieldSpec ownerField()
{
    FieldSpec field{"app_owner", FieldSpec::Kind::Choice, false, {}, {"yes", "no"}};
    field.en = "This account owns the application";
    field.fr = "Ce compte poss\xC3\xA8" "de l\xE2\x80\x99" "application";
    field.helpEn = "Its own posts and mentions are then cheaper.";
    field.helpFr = "Ses propres messages et mentions co\xC3\xBBtent alors moins cher.";
    return field;
}

} // namespace

Descriptor describe()
{
    Descriptor all;
    all.id = "x";
    all.name = "X";
    all.badge = "X";
    all.family = "social";
    SignInWay browser{AuthKind::OAuthCode, {{"client_id", FieldSpec::Kind::Text, true, "TGd4Rk..."}}, splitWords(kScopes)};
    browser.redirectPort = kPort;
    all.ways = {browser};
    all.fields = {budgetField(), {"keywords", FieldSpec::Kind::List, false, "Maison Dubreuil"}, ownerField()};
    all.capabilities = best();
    all.rate = {300, std::chrono::minutes{15}, std::chrono::seconds{300}};
    all.length = {text::LengthRule::X, 280, 23};
    all.policy.exports = ExportRule::Capped;
    all.policy.exportPerDay = 500;
    all.policy.deletionSync = std::chrono::hours{24};
    all.policy.crossNetworkMatch = false;
    all.notice = Notice::XTerms;
    all.offByDefault = true;
    all.verification = Verification::DocumentsOnly;
    for (const auto what : {C::Inbox, C::ListenKeyword, C::Publish, C::Reply, C::HideReply, C::Lookup, C::PostCounts, C::AccountCounts})
        all.verified.emplace_back(what, Verification::Schema); // against document 2.62, which knows no media
    all.docs = "https://docs.x.com/x-api";
    return all;
}

Result<std::optional<net::Request>> whoAmIRequest(const Context &context, std::span<const net::Response> soFar)
{
    using Next = std::optional<net::Request>;
    if (!soFar.empty())
        return Next{};
    return Next(get(context, "/2/users/me", {{"user.fields", kUserFields}}, "me", kUserRead));
}

Result<WhoAmI> whoAmI(const Context &context, std::span<const net::Response> answers)
{
    if (answers.empty())
        return fail(Errc::Protocol, "no answer to who we are");
    VIGIE_TRY(const auto body, bodyOf(context, answers.front()));
    WhoAmI me;
    me.author = toAuthor(at(body, "data"));
    if (!checkedId(me.author.nativeId) || me.author.handle.empty())
        return fail(Errc::Protocol, "the network does not say who the token belongs to");
    me.metrics = me.author.metrics;
    me.limits = limits();
    me.scopes = context.credential != nullptr && !context.credential->scopes.empty() ? context.credential->scopes : context.account.session.scopes;
    me.capabilities = best();
    restrictToScopes(me.capabilities, me.scopes);
    return me;
}

std::string authorizeAddress(const std::string &instance, const Connector::OAuthApp &app, const std::string &redirectUri, const std::string &state, const std::string &challenge)
{
    const auto endpoint = apiBase(instance, "https://x.com") + "/i/oauth2/authorize";
    return net::authorizeUrl({endpoint, app.clientId, redirectOf(redirectUri), kScopes, state, challenge, {}});
}

net::Request tokenRequest(const std::string &instance, const Connector::OAuthApp &app, const std::string &redirectUri, const std::string &code, const std::string &verifier)
{
    return tokenForm(baseOf(instance) + "/2/oauth2/token",
                {{"grant_type", "authorization_code"}, {"client_id", app.clientId}, {"redirect_uri", redirectOf(redirectUri)}, {"code", codeIn(code)}, {"code_verifier", verifier}});
}

Result<Credential> tokenFrom(const net::Response &response, Instant now, bool renewing)
{
    if (!response.ok()) {
        auto error = httpError(response, Secret{}, now);
        // Only these two say that the sign-in is over; a server in trouble changes nothing.
        if (response.status == 400 || response.status == 401)
            error.code = renewing ? Errc::AuthRevoked : Errc::InvalidInput;
        return fail(std::move(error));
    }
    VIGIE_TRY(const auto body, parseJson(response.body));
    Credential credential;
    credential.access = Secret(textAt(body, "access_token"));
    credential.refresh = Secret(textAt(body, "refresh_token")); // a new one each time: the old one is over
    if (credential.access.empty())
        return fail(Errc::Protocol, "the network gave no token");
    if (const auto lives = intAt(body, "expires_in"); lives && *lives > 0 && *lives < 100'000'000)
        credential.expiresAt = now + std::chrono::seconds{*lives};
    credential.scopes = splitWords(textAt(body, "scope"));
    return credential;
}

Result<net::Request> renewRequest(const Context &context)
{
    if (context.credential == nullptr || context.credential->refresh.empty())
        return fail(Errc::Unsupported, "this sign-in came without the means to renew it");
    const auto &kept = context.secret("client_id");
    const auto client = kept.empty() ? context.account.setting("client_id") : std::string(kept.reveal());
    auto made = tokenForm(baseOf(context.account.instance) + "/2/oauth2/token", {{"grant_type", "refresh_token"}, {"client_id", client}, {"refresh_token", std::string(context.credential->refresh.reveal())}});
    return withPermission(std::move(made), context.account);
}

net::Request revokeRequest(const std::string &instance, const Connector::OAuthApp &app, const Secret &token)
{
    return tokenForm(baseOf(instance) + "/2/oauth2/revoke", {{"client_id", app.clientId}, {"token", std::string(token.reveal())}});
}

} // namespace vigie::connect::x
