// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/meta/sign_in.hpp"

#include "connect/common/api_base.hpp"
#include "connect/common/sign_in.hpp"
#include "connect/common/strings.hpp"

#include <vigie/net/oauth.hpp>
#include <vigie/net/rate.hpp>

namespace vigie::connect::meta {

namespace {

constexpr std::string_view kPasteRedirect = "urn:ietf:wg:oauth:2.0:oob";
/// Where Facebook's own documents send programs that run on a desk; the code is in the address.
constexpr const char *kFacebookDone = "https://www.facebook.com/connect/login_success.html";
constexpr std::chrono::hours kRenewBefore{10 * 24};

// Stages of a credential, kept with it.
constexpr const char *kStage = "stage", *kShort = "short", *kUser = "user", *kPage = "page", *kLong = "long", *kUserToken = "user_token";

std::string redirectOf(Network network, const std::string &redirectUri)
{
    return redirectUri == kPasteRedirect && network == Network::Facebook ? kFacebookDone : redirectUri;
}

/// Instagram and Threads hang "#_" on the code.
std::string bareCode(const std::string &typed)
{
    auto code = codeIn(typed);
    if (code.ends_with("#_"))
        code.resize(code.size() - 2);
    return code;
}

std::string reveal(const Secret &secret)
{
    return std::string(secret.reveal());
}

std::string clientId(const Context &context)
{
    const auto &kept = context.secret("client_id");
    return kept.empty() ? context.account.setting("client_id") : reveal(kept);
}

std::string stageOf(const Context &context)
{
    return reveal(context.secret(kStage));
}

/// Instagram and Threads exchange and renew by GET; the token goes in the header, but the secret of the application has no other
/// place than the address, which therefore reaches no log.
net::Request exchangeRequest(const Context &context, const char *grant)
{
    net::Request made;
    auto root = baseOf(context.account);
    root.resize(root.rfind('/')); // these two paths have no version
    made.url = net::withQuery(root + "/access_token", {{"grant_type", grant}, {"client_secret", reveal(context.secret("client_secret"))}});
    made.headers = {{"Accept", "application/json"}};
    made.bearer = context.token;
    made.secretUrl = true;
    made.followRedirects = false;
    return withPermission(std::move(made), context.account);
}

net::Request extendRequest(const Context &context, const char *grant)
{
    net::Request made;
    auto root = baseOf(context.account);
    root.resize(root.rfind('/'));
    made.url = net::withQuery(root + "/refresh_access_token", {{"grant_type", grant}});
    made.headers = {{"Accept", "application/json"}};
    made.bearer = context.token;
    made.followRedirects = false;
    return withPermission(std::move(made), context.account);
}

net::Request pagesRequest(const Context &context, const Secret &userToken)
{
    auto made = get(context, "/me/accounts", {{"fields", "id,access_token,instagram_business_account{id}"}, {"limit", "100"}});
    made.bearer = userToken;
    made.followRedirects = false;
    return made;
}

/// The Page itself, or the one that an Instagram account hangs on.
bool isOurs(const Json &page, const Account &account)
{
    const auto instagram = idAt(at(page, "instagram_business_account"), "id");
    return networkOf(account) == Network::Facebook ? idAt(page, "id") == account.nativeId : !instagram.empty() && instagram == account.nativeId;
}

Result<Credential> pageToken(const Context &context, const Json &body)
{
    for (const auto &page : arrayAt(body, "data")) {
        if (!isOurs(page, context.account) || textAt(page, "access_token").empty())
            continue;
        Credential credential;
        credential.access = Secret(textAt(page, "access_token"));
        credential.set(kStage, Secret(kPage));
        return credential;
    }
    return fail(Errc::AuthRevoked, "the person who signed in no longer manages this Page");
}

} // namespace

std::vector<std::string> scopesOf(Network network)
{
    switch (network) {
    case Network::Facebook:
        return {"pages_show_list", "pages_manage_posts", "pages_manage_engagement", "pages_read_engagement", "pages_read_user_content", "read_insights", "pages_messaging"};
    case Network::Instagram:
        return {"instagram_business_basic", "instagram_business_manage_comments", "instagram_business_content_publish", "instagram_business_manage_insights", "instagram_business_manage_messages"};
    case Network::Threads:
        return {"threads_basic", "threads_content_publish", "threads_manage_replies", "threads_read_replies", "threads_manage_insights", "threads_manage_mentions", "threads_keyword_search", "threads_delete"};
    }
    return {};
}

Result<std::string> authorizeAddress(Network network, const std::string &instance, const Connector::OAuthApp &app, const std::string &redirectUri, const std::string &state)
{
    if (redirectUri == kPasteRedirect && network != Network::Facebook)
        return fail(Errc::Unsupported, "this network shows no code to copy: make a token on your application's page instead");
    const auto redirect = redirectOf(network, redirectUri);
    std::string endpoint;
    switch (network) {
    case Network::Facebook: endpoint = apiBase(instance, "https://www.facebook.com") + "/v25.0/dialog/oauth"; break;
    case Network::Instagram: endpoint = apiBase(instance, "https://www.instagram.com") + "/oauth/authorize"; break;
    case Network::Threads: endpoint = apiBase(instance, "https://threads.net") + "/oauth/authorize"; break;
    }
    return net::authorizeUrl({endpoint, app.clientId, redirect, joined(scopesOf(network), ","), state, {}, {}});
}

Result<net::Request> tokenRequest(Network network, const std::string &instance, const Connector::OAuthApp &app, const std::string &redirectUri, const std::string &code)
{
    if (app.clientSecret.empty())
        return fail(Errc::InvalidInput, "missing: client_secret");
    std::string endpoint;
    switch (network) {
    case Network::Facebook: endpoint = baseOf(network, instance, true) + "/oauth/access_token"; break;
    case Network::Instagram: endpoint = apiBase(instance, "https://api.instagram.com") + "/oauth/access_token"; break;
    case Network::Threads: endpoint = apiBase(instance, "https://graph.threads.net") + "/oauth/access_token"; break;
    }
    return tokenForm(endpoint, {{"client_id", app.clientId}, {"client_secret", reveal(app.clientSecret)}, {"grant_type", "authorization_code"},
                                {"redirect_uri", redirectOf(network, redirectUri)}, {"code", bareCode(code)}});
}

Result<Credential> tokenFrom(const net::Response &response, Instant now)
{
    if (!response.ok()) {
        auto error = refusal(response, Secret{}, now, true);
        if (error.code == Errc::ContentRefused || error.code == Errc::Protocol)
            error.code = Errc::InvalidInput;
        return fail(std::move(error));
    }
    VIGIE_TRY(const auto body, parseJson(response.body));
    // Instagram wraps the answer in a list since its documents of 2024.
    const auto &told = arrayAt(body, "data").empty() ? body : arrayAt(body, "data").front();
    Credential credential;
    credential.access = Secret(textAt(told, "access_token"));
    if (credential.access.empty())
        return fail(Errc::Protocol, "the network gave no token");
    credential.set(kStage, Secret(kShort));
    credential.expiresAt = now; // exchanged at its first use
    return credential;
}

Result<SignedIn> typedToken(const SignInForm &form)
{
    const auto &token = form.typed.field("token");
    if (token.empty())
        return fail(Errc::InvalidInput, "missing: token");
    SignedIn done;
    done.credential.access = token;
    const auto &secret = form.typed.field("client_secret");
    auto id = form.typed.field("client_id");
    if (id.empty())
        id = Secret(form.account.setting("client_id"));
    const bool facebook = throughFacebook(form.account);
    // With the application's secret a token of an hour becomes one that lasts; without, it is taken for one that does.
    const bool exchangeable = facebook && !secret.empty() && !id.empty();
    done.credential.set(kStage, Secret(exchangeable ? kShort : facebook ? kUser : kLong));
    if (facebook && !exchangeable)
        done.credential.set(kUserToken, token);
    if (!secret.empty())
        done.credential.set("client_secret", secret);
    if (!id.empty())
        done.credential.set("client_id", id);
    if (facebook)
        done.credential.expiresAt = form.now; // the token of the Page is asked for at its first use
    return done;
}

Result<net::Request> renewRequest(const Context &context)
{
    const auto stage = stageOf(context);
    const auto network = networkOf(context.account);
    if (!throughFacebook(context.account)) {
        if (stage != kShort)
            return extendRequest(context, network == Network::Threads ? "th_refresh_token" : "ig_refresh_token");
        if (context.secret("client_secret").empty())
            return fail(Errc::Unsupported, "without the application's secret only the person can renew it");
        return exchangeRequest(context, network == Network::Threads ? "th_exchange_token" : "ig_exchange_token");
    }
    const auto &user = context.secret(kUserToken);
    if (stage == kUser || (stage == kPage && !user.empty()))
        return pagesRequest(context, user);
    if (stage != kShort || context.secret("client_secret").empty() || clientId(context).empty())
        return fail(Errc::Unsupported, "without the application's id and secret only the person can renew it");
    auto made = tokenForm(baseOf(context.account) + "/oauth/access_token",
                          {{"grant_type", "fb_exchange_token"}, {"client_id", clientId(context)}, {"client_secret", reveal(context.secret("client_secret"))}, {"fb_exchange_token", reveal(context.token)}});
    return withPermission(std::move(made), context.account);
}

Result<Credential> renewed(const Context &context, const net::Response &response)
{
    if (!response.ok()) {
        auto error = refusal(response, context.token, context.now);
        if (error.code == Errc::Unsupported && stageOf(context) == kUser) { // a Page has no Pages: it was the token of one already
            Credential credential;
            credential.access = context.secret(kUserToken);
            credential.set(kStage, Secret(kPage));
            return credential;
        }
        if (error.code == Errc::AuthExpired) // what would renew it has ended itself
            error.code = Errc::AuthRevoked;
        return fail(std::move(error));
    }
    VIGIE_TRY(const auto body, bodyOf(context, response));
    if (at(body, "data").is_array())
        return pageToken(context, body);
    Credential credential;
    credential.access = Secret(textAt(body, "access_token"));
    if (credential.access.empty())
        return fail(Errc::Protocol, "the network renewed the sign-in with nothing");
    const auto now = net::serverNow(response, context.now);
    const auto lives = intAt(body, "expires_in");
    if (throughFacebook(context.account)) {
        credential.set(kStage, Secret(kUser));
        credential.set(kUserToken, credential.access);
        credential.expiresAt = context.now; // the token of the Page is asked for next
        return credential;
    }
    credential.set(kStage, Secret(kLong));
    if (lives && *lives > 0) {
        const auto end = now + std::chrono::seconds{std::min<std::int64_t>(*lives, 10'000'000)};
        credential.refresh = credential.access; // it renews itself
        credential.refreshUntil = end;
        credential.expiresAt = *lives > std::chrono::seconds(kRenewBefore).count() ? end - kRenewBefore : end; // one that has ended cannot be renewed any more
    }
    return credential;
}

} // namespace vigie::connect::meta
