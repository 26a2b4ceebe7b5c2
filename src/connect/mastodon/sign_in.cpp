// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/mastodon/sign_in.hpp"

#include "connect/common/http_error.hpp"
#include "connect/common/json.hpp"
#include "connect/common/sign_in.hpp"

#include <vigie/net/oauth.hpp>
#include <vigie/net/rate.hpp>

namespace vigie::connect::mastodon {

namespace {

Result<Json> object(const net::Response &response)
{
    if (!response.ok()) {
        auto error = httpError(response, Secret{}, net::serverNow(response, Instant{}));
        const auto json = parseJson(response.body);
        const auto word = json ? textAt(*json, "error") : std::string{};
        if (word == "access_denied")
            error.code = Errc::Forbidden;
        else if (response.status == 400 || word == "invalid_grant")
            error.code = Errc::InvalidInput;
        return fail(std::move(error));
    }
    VIGIE_TRY(auto json, parseJson(response.body));
    if (!json.is_object())
        return fail(Errc::Protocol, "the sign-in answered no object");
    return json;
}

} // namespace

net::Request registerRequest(const std::string &instance, const std::string &redirectUri)
{
    return tokenForm(instance + "/api/v1/apps", {{"client_name", "Vigie"}, {"redirect_uris", redirectUri}, {"scopes", kScopes}});
}

Result<Connector::OAuthApp> registered(const net::Response &response)
{
    VIGIE_TRY(const auto json, object(response));
    Connector::OAuthApp app{idAt(json, "client_id"), Secret(textAt(json, "client_secret"))};
    if (app.clientId.empty() || app.clientSecret.empty())
        return fail(Errc::Protocol, "the server registered no application");
    return app;
}

std::string authorizeAddress(const std::string &instance, const Connector::OAuthApp &app, const std::string &redirectUri,
                             const std::string &state, const std::string &pkceChallenge)
{
    return net::authorizeUrl({instance + "/oauth/authorize", app.clientId, redirectUri, kScopes, state, pkceChallenge, {}});
}

net::Request tokenRequest(const std::string &instance, const Connector::OAuthApp &app, const std::string &redirectUri,
                          const std::string &code, const std::string &pkceVerifier)
{
    net::QueryPairs form{{"grant_type", "authorization_code"},
                         {"client_id", app.clientId},
                         {"client_secret", std::string(app.clientSecret.reveal())},
                         {"redirect_uri", redirectUri},
                         {"code", code},
                         {"scope", kScopes}};
    if (!pkceVerifier.empty())
        form.emplace_back("code_verifier", pkceVerifier);
    return tokenForm(instance + "/oauth/token", form);
}

Result<Secret> tokenFrom(const net::Response &response)
{
    VIGIE_TRY(const auto json, object(response));
    Secret token(textAt(json, "access_token"));
    if (token.empty())
        return fail(Errc::Protocol, "the server gave no token");
    return token;
}

net::Request revokeRequest(const std::string &instance, const Connector::OAuthApp &app, const Secret &token)
{
    return tokenForm(instance + "/oauth/revoke",
                {{"client_id", app.clientId}, {"client_secret", std::string(app.clientSecret.reveal())}, {"token", std::string(token.reveal())}});
}

} // namespace vigie::connect::mastodon
