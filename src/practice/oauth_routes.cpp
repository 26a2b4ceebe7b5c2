// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/api.hpp"
#include "practice/markup.hpp"

#include <vigie/base/html.hpp>
#include <vigie/net/oauth.hpp>

#include <algorithm>

namespace vigie::practice {

namespace {

constexpr std::chrono::minutes kCodeLife{10};
constexpr const char *kOutOfBand = "urn:ietf:wg:oauth:2.0:oob";

Reply htmlPage(int status, const std::string &title, const std::string &inside)
{
    Reply reply;
    reply.status = status;
    reply.type = "text/html; charset=utf-8";
    reply.body = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>" + escapeHtml(title)
                 + "</title><style>body{font-family:sans-serif;max-width:32em;margin:4em auto;line-height:1.5}"
                   "button{font-size:1em;padding:.5em 1.5em;margin-right:1em}code{font-size:1.3em}</style></head><body><h1>"
                 + escapeHtml(title) + "</h1>" + inside + "</body></html>";
    return reply;
}

Reply redirect(const std::string &target, const net::QueryPairs &pairs)
{
    Reply reply = htmlPage(302, "Redirecting", "");
    reply.headers.push_back({"Location", net::withQuery(target, pairs)});
    return reply;
}

std::vector<std::string> words(const std::vector<std::string> &lists)
{
    std::vector<std::string> out;
    for (const std::string &given : lists) {
        std::size_t begin = 0;
        while (begin < given.size()) {
            const std::size_t end = std::min(given.find_first_of(" \r\n", begin), given.size());
            if (end > begin)
                out.push_back(given.substr(begin, end - begin));
            begin = end + 1;
        }
    }
    return out;
}

Reply registerApp(Api &api, Call &call)
{
    App app;
    app.redirects = words(call.list("redirect_uris"));
    app.name = call.param("client_name");
    app.website = call.param("website");
    app.scopes = call.has("scopes") ? call.param("scopes") : "read";
    if (app.name.empty())
        return problem(422, "Validation failed: Application name can't be blank");
    if (app.redirects.empty())
        return problem(422, "Validation failed: Redirect URI can't be blank");
    app.id = randomKey();
    app.secret = randomKey() + randomKey();
    api.network.apps[app.id] = app;
    ++api.network.changes;
    return json({{"id", std::to_string(api.network.apps.size())}, {"name", app.name},
                 {"website", app.website.empty() ? Json() : Json(app.website)}, {"redirect_uri", app.redirects.front()},
                 {"redirect_uris", app.redirects}, {"scopes", words({app.scopes})}, {"client_id", app.id},
                 {"client_secret", app.secret}, {"client_secret_expires_at", 0}, {"vapid_key", ""}});
}

std::string hidden(const Call &call)
{
    std::string out;
    for (const char *name : {"client_id", "redirect_uri", "scope", "state", "response_type", "code_challenge",
                             "code_challenge_method"})
        out += "<input type=\"hidden\" name=\"" + std::string(name) + "\" value=\"" + escapeHtml(call.param(name)) + "\">";
    return out;
}

/// The page a browser shows, and what its buttons do.
Reply authorize(Api &api, Call &call)
{
    const auto app = api.network.apps.find(call.param("client_id"));
    if (app == api.network.apps.end())
        return htmlPage(401, "An error has occurred", "<p>Client authentication failed due to unknown client.</p>");
    const std::string target = call.param("redirect_uri");
    const auto &known = app->second.redirects;
    if (std::find(known.begin(), known.end(), target) == known.end())
        return htmlPage(400, "An error has occurred", "<p>The redirect URI included is not valid.</p>");
    net::QueryPairs pairs;
    const bool oob = target == kOutOfBand;
    const auto refuse = [&](const char *error, const char *description) {
        if (oob)
            return htmlPage(400, "An error has occurred", "<p>" + escapeHtml(description) + "</p>");
        pairs = {{"error", error}, {"error_description", description}};
        if (call.has("state"))
            pairs.emplace_back("state", call.param("state"));
        return redirect(target, pairs);
    };
    if (call.param("response_type") != "code")
        return refuse("unsupported_response_type", "The authorization server does not support this response type.");
    if (!call.param("code_challenge").empty() && call.param("code_challenge_method") != "S256")
        return refuse("invalid_request", "The code_challenge_method must be S256.");
    if (call.flag("deny") || call.param("error") == "access_denied")
        return refuse("access_denied", "The resource owner or authorization server denied the request.");
    if (call.method == "GET" && call.param("auto") != "1")
        return htmlPage(200, "Authorize " + app->second.name + "?",
                        "<p>It would like to use the practice account <b>@dubreuil</b>: " + escapeHtml(call.param("scope"))
                            + "</p><form method=\"post\" action=\"/oauth/authorize\">" + hidden(call)
                            + "<button type=\"submit\">Authorize</button>"
                              "<button type=\"submit\" name=\"deny\" value=\"1\">Deny</button></form>");
    const std::string code = randomKey();
    api.network.grants[code] = {app->first, target, call.has("scope") ? call.param("scope") : app->second.scopes,
                                call.param("code_challenge"), api.network.now() + kCodeLife, false};
    if (oob)
        return htmlPage(200, "Authorization code", "<p>Copy this code:</p><p><code>" + code + "</code></p>");
    pairs = {{"code", code}};
    if (call.has("state"))
        pairs.emplace_back("state", call.param("state"));
    return redirect(target, pairs);
}

Reply tokenAnswer(Api &api, const std::string &app, const std::string &scopes, Key account)
{
    return json({{"access_token", api.issueToken(app, scopes, account)}, {"token_type", "Bearer"}, {"scope", scopes},
                 {"created_at", toMicros(api.network.now()) / 1'000'000}});
}

Reply token(Api &api, Call &call)
{
    const auto app = api.network.apps.find(call.param("client_id"));
    if (app == api.network.apps.end() || !net::equalConstantTime(app->second.secret, call.param("client_secret")))
        return problem(401, "invalid_client", "Client authentication failed due to unknown client.");
    const std::string kind = call.param("grant_type");
    if (kind == "client_credentials")
        return tokenAnswer(api, app->first, call.has("scope") ? call.param("scope") : "read", 0);
    if (kind != "authorization_code")
        return problem(400, "unsupported_grant_type", "The authorization grant type is not supported.");
    const auto grant = api.network.grants.find(call.param("code"));
    const char *const invalid = "The provided authorization grant is invalid, expired, revoked, does not match the "
                                "redirection URI used in the authorization request, or was issued to another client.";
    if (grant == api.network.grants.end() || grant->second.used || grant->second.until < api.network.now()
        || grant->second.app != app->first || grant->second.redirect != call.param("redirect_uri"))
        return problem(400, "invalid_grant", invalid);
    if (!grant->second.challenge.empty() && net::pkceChallenge(call.param("code_verifier")) != grant->second.challenge)
        return problem(400, "invalid_grant", invalid);
    grant->second.used = true;
    return tokenAnswer(api, app->first, grant->second.scopes, api.network.brand);
}

Reply revoke(Api &api, Call &call)
{
    const auto app = api.network.apps.find(call.param("client_id"));
    if (app == api.network.apps.end() || app->second.secret != call.param("client_secret"))
        return problem(403, "unauthorized_client", "You are not authorized to revoke this token");
    const auto it = api.network.tokens.find(call.param("token"));
    if (it != api.network.tokens.end() && it->second.app == app->first) {
        it->second.revoked = true;
        ++api.network.changes;
    }
    return json(Json::object());
}

} // namespace

void addOauthRoutes(Api &api)
{
    using Auth = Api::Auth;
    api.route("POST", "/api/v1/apps", Auth::None, "", [&api](Call &call) { return registerApp(api, call); });
    api.route("GET", "/oauth/authorize", Auth::None, "", [&api](Call &call) { return authorize(api, call); });
    api.route("POST", "/oauth/authorize", Auth::None, "", [&api](Call &call) { return authorize(api, call); });
    api.route("POST", "/oauth/token", Auth::None, "", [&api](Call &call) { return token(api, call); });
    api.route("POST", "/oauth/revoke", Auth::None, "", [&api](Call &call) { return revoke(api, call); });
    api.route("GET", "/.well-known/oauth-authorization-server", Auth::None, "", [&api](Call &) {
        const std::string &base = api.network.base;
        return json({{"issuer", base + '/'}, {"authorization_endpoint", base + "/oauth/authorize"},
                     {"token_endpoint", base + "/oauth/token"}, {"revocation_endpoint", base + "/oauth/revoke"},
                     {"app_registration_endpoint", base + "/api/v1/apps"},
                     {"scopes_supported", {"read", "write", "follow", "push", "profile"}},
                     {"response_types_supported", {"code"}}, {"code_challenge_methods_supported", {"S256"}},
                     {"grant_types_supported", {"authorization_code", "client_credentials"}}});
    });
    api.route("GET", "/api/v1/apps/verify_credentials", Auth::App, "", [&api](Call &call) {
        const auto token = api.network.tokens.find(call.bearer);
        const auto app = api.network.apps.find(token->second.app);
        return json({{"name", app == api.network.apps.end() ? "Vigie" : app->second.name}, {"website", nullptr}});
    });
}

} // namespace vigie::practice
