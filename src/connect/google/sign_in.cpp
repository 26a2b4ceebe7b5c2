// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/google/sign_in.hpp"

#include "connect/common/api_base.hpp"
#include "connect/common/http_error.hpp"
#include "connect/common/jwt.hpp"
#include "connect/common/sign_in.hpp"
#include "connect/common/strings.hpp"

#include <vigie/net/oauth.hpp>
#include <vigie/net/rate.hpp>

namespace vigie::connect::google {

namespace {

constexpr std::string_view kAccounts = "https://accounts.google.com", kTokens = "https://oauth2.googleapis.com";
constexpr std::string_view kTokenAddress = "https://oauth2.googleapis.com/token"; ///< what a service account's word is meant for
constexpr std::chrono::seconds kWordLives{3600};

net::Request post(const std::string &instance, const char *path, const net::QueryPairs &form)
{
    return tokenForm(apiBase(instance, kTokens) + path, form);
}

/// What the token address says when it says no (RFC 6749, 5.2).
Error refused(const net::Response &response, Instant now)
{
    auto error = httpError(response, Secret{}, now);
    const auto json = parseJson(response.body);
    const auto word = json ? textAt(*json, "error") : std::string{};
    if (word == "invalid_grant" || word == "deleted_client")
        error.code = Errc::AuthRevoked;
    else if (word == "access_denied" || word == "invalid_client" || word == "unauthorized_client" || word == "disabled_client")
        error.code = Errc::Forbidden;
    else if (word == "invalid_scope")
        error.code = Errc::ScopeMissing;
    else if (error.code == Errc::AuthRevoked)
        error.code = Errc::Forbidden; // 401 without the word that ends a sign-in
    return error;
}

} // namespace

SignInWay desktopClient(std::vector<std::string> scopes)
{
    FieldSpec id{"client_id", FieldSpec::Kind::Text, true, "1234-abcd.apps.googleusercontent.com", {}, "Client ID of your Google project", "Identifiant client de votre projet Google",
                 "In the Google Cloud console: enable the interface, then create credentials of the kind \"Desktop app\".",
                 "Dans la console Google Cloud : activez l'interface, puis cr\xC3\xA9" "ez des identifiants du type \xC2\xAB\xC2\xA0" "Application de bureau\xC2\xA0\xC2\xBB."};
    FieldSpec secret{"client_secret", FieldSpec::Kind::Secret, true, {}, {}, "Client secret", "Code secret du client", {}, {}};
    return {AuthKind::OAuthCode, {std::move(id), std::move(secret)}, std::move(scopes)};
}

std::string authorizeAddress(const std::string &instance, const Connector::OAuthApp &app, const std::vector<std::string> &scopes,
                             const std::string &redirectUri, const std::string &state, const std::string &pkceChallenge)
{
    // Without "consent" a second sign-in brings no refresh token, and the account would end within the hour.
    return net::authorizeUrl({apiBase(instance, kAccounts) + "/o/oauth2/v2/auth", app.clientId, redirectUri, joined(scopes, " "), state, pkceChallenge,
                              {{"access_type", "offline"}, {"prompt", "consent"}}});
}

net::Request tokenRequest(const std::string &instance, const Connector::OAuthApp &app, const std::string &redirectUri, const std::string &code, const std::string &pkceVerifier)
{
    net::QueryPairs form{{"grant_type", "authorization_code"}, {"client_id", app.clientId}, {"redirect_uri", redirectUri}, {"code", code}};
    if (!app.clientSecret.empty())
        form.emplace_back("client_secret", app.clientSecret.reveal());
    if (!pkceVerifier.empty())
        form.emplace_back("code_verifier", pkceVerifier);
    return post(instance, "/token", form);
}

Result<Credential> tokenFrom(const net::Response &response, Instant now)
{
    if (!response.ok())
        return fail(refused(response, now));
    VIGIE_TRY(const auto json, parseJson(response.body));
    Credential credential;
    credential.access = Secret(textAt(json, "access_token"));
    if (credential.access.empty())
        return fail(Errc::Protocol, "no access was given");
    credential.refresh = Secret(textAt(json, "refresh_token"));
    if (const auto lives = intAt(json, "expires_in"); lives && *lives > 0 && *lives < 366 * 86'400)
        credential.expiresAt = now + std::chrono::seconds(*lives);
    // Said while the project's consent screen is in testing: a week, then the person must sign in again.
    if (const auto lives = intAt(json, "refresh_token_expires_in"); lives && *lives > 0 && *lives < 10LL * 366 * 86'400)
        credential.refreshUntil = now + std::chrono::seconds(*lives);
    credential.scopes = splitWords(textAt(json, "scope"));
    return credential;
}

Result<net::Request> refreshRequest(const Context &context, const std::vector<std::string> &scopes)
{
    if (const auto &file = context.secret("service_key"); !file.empty()) {
        VIGIE_TRY(const auto key, serviceKey(file));
        return serviceTokenRequest(context.account.instance, key, scopes, context.now);
    }
    if (context.credential == nullptr || context.credential->refresh.empty())
        return fail(Errc::Unsupported, "there is no refresh token: sign in again");
    net::QueryPairs form{{"grant_type", "refresh_token"},
                         {"client_id", std::string(context.secret("client_id").reveal())},
                         {"refresh_token", std::string(context.credential->refresh.reveal())}};
    if (const auto &secret = context.secret("client_secret"); !secret.empty())
        form.emplace_back("client_secret", secret.reveal());
    return post(context.account.instance, "/token", form);
}

net::Request revokeRequest(const std::string &instance, const Secret &token)
{
    return post(instance, "/revoke", {{"token", std::string(token.reveal())}});
}

Result<ServiceKey> serviceKey(const Secret &file)
{
    const auto json = parseJson(file.reveal());
    if (!json)
        return fail(Errc::InvalidInput, "this is not the JSON file of a service account");
    ServiceKey key{textAt(*json, "client_email"), Secret(textAt(*json, "private_key"))};
    if (textAt(*json, "type") != "service_account" || key.email.empty() || key.privateKey.empty())
        return fail(Errc::InvalidInput, "the file is not one of a service account: it needs type, client_email and private_key");
    return key;
}

Result<net::Request> serviceTokenRequest(const std::string &instance, const ServiceKey &key, const std::vector<std::string> &scopes, Instant now)
{
    const auto issued = std::chrono::floor<std::chrono::seconds>(now.time_since_epoch()).count();
    const Json claims{{"iss", key.email}, {"scope", joined(scopes, " ")}, {"aud", kTokenAddress}, {"iat", issued}, {"exp", issued + kWordLives.count()}};
    VIGIE_TRY(const auto word, signJwt(JwtAlgorithm::Rs256, Json::object(), claims, key.privateKey));
    return post(instance, "/token", {{"grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"}, {"assertion", std::string(word.reveal())}});
}

} // namespace vigie::connect::google
