// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in by recipe: what was typed, a log-in that exchanges it, OAuth with a code, device codes, renewing.
#include "connect/recipe/who.hpp"

#include "connect/common/http_error.hpp"
#include "connect/common/jwt.hpp"
#include "connect/common/private_key.hpp"
#include "connect/common/strings.hpp"
#include "connect/recipe/request.hpp"

#include <vigie/net/url.hpp>

#include <algorithm>

namespace vigie::connect::recipe {

namespace {

const WayPlan *wayFor(const Recipe &recipe, AuthKind kind)
{
    const auto found = std::find_if(recipe.ways.begin(), recipe.ways.end(), [&](const WayPlan &one) { return one.way.kind == kind; });
    return found == recipe.ways.end() ? nullptr : &*found;
}

Account accountOf(const Recipe &recipe, const std::string &instance)
{
    Account account;
    account.connector = recipe.descriptor.id;
    account.instance = instance.empty() ? recipe.fixedInstance : instance;
    return account;
}

Result<std::string> addressOf(const Recipe &recipe, const std::optional<Expression> &how, const CallVariables &variables)
{
    if (!how)
        return fail(Errc::Unsupported);
    Scope scope;
    scope.variables = &variables.function();
    auto url = fill(*how, scope, {});
    if (!url || !mayAsk(recipe, variables, *url))
        return fail(Errc::PolicyRefused, "the recipe does not name this host");
    return std::move(*url);
}

net::Request formRequest(const std::string &url, const OAuthPlan &oauth, const Secret &clientId, const Secret &clientSecret, net::QueryPairs form)
{
    net::Request request;
    request.method = net::Method::Post;
    request.url = url;
    request.headers = {{"Accept", "application/json"}, {"Content-Type", "application/x-www-form-urlencoded"}};
    if (oauth.basicClient) {
        request.secretHeaders.push_back({"Authorization", basicAuthorization(clientId, clientSecret)});
    } else {
        form.emplace_back("client_id", std::string(clientId.reveal()));
        if (!clientSecret.empty())
            form.emplace_back("client_secret", std::string(clientSecret.reveal()));
    }
    request.body = net::formEncode(form);
    return request;
}

/// The members of a good answer, or what a refusal means.
Result<Json> tokenMembers(const net::Response &response, Instant now)
{
    auto parsed = parseJson(response.body);
    if (!parsed || !parsed->is_object()) {
        if (!response.ok())
            return fail(httpError(response, Secret{}, now));
        return fail(Errc::Protocol, "the token answer cannot be read");
    }
    const auto error = textAt(*parsed, "error");
    if (response.ok() && error.empty())
        return parsed;
    auto refused = httpError(response, Secret{}, now);
    if (error == "invalid_grant" || error == "bad_verification_code")
        refused.code = Errc::AuthRevoked;
    else if (error == "access_denied")
        refused.code = Errc::Forbidden; // the person said no
    else if (error == "expired_token")
        refused.code = Errc::Timeout; // the code on the page is no longer good
    else if (error == "authorization_pending" || error == "slow_down")
        refused.code = Errc::Pending;
    else if (error == "invalid_client" || error == "incorrect_client_credentials" || error == "unauthorized_client" || error == "device_flow_disabled")
        refused.code = Errc::InvalidInput;
    if (error == "slow_down")
        refused.retryAfter = std::chrono::seconds{intAt(*parsed, "interval").value_or(10)};
    return fail(std::move(refused));
}

Result<Credential> credentialIn(const WayPlan &way, const net::Response &response, Instant now)
{
    VIGIE_TRY(const auto members, tokenMembers(response, now));
    return credentialOf(way, members, now);
}

/// What the log-in answered, as a credential.
Result<SignInProgress> loggedIn(const Recipe &recipe, const WayPlan &way, const SignInForm &form, const CallVariables &variables, const Json &root)
{
    Budget budget;
    const Scope scope{&root, nullptr, &root, &variables.function(), nullptr, &budget};
    SignedIn done;
    done.instance = form.account.instance.empty() ? recipe.fixedInstance : std::string();
    const auto read = [&](const std::optional<Expression> &how) { return how ? evaluate(*how, scope).text() : std::string(); };
    done.credential.access = Secret(read(way.access));
    if (done.credential.access.empty())
        return fail(Errc::AuthRevoked, "the network gave no access");
    if (auto refresh = read(way.refresh); !refresh.empty())
        done.credential.refresh = Secret(std::move(refresh));
    if (way.expiresIn)
        if (const auto lives = evaluate(*way.expiresIn, scope).number(); lives && *lives > 0 && *lives < 4e9)
            done.credential.expiresAt = form.now + std::chrono::seconds{static_cast<std::int64_t>(*lives)};
    for (const auto &[name, how] : way.keep)
        if (auto value = evaluate(how, scope).text(); !value.empty())
            done.credential.set(name, Secret(std::move(value)));
    done.credential.set("way", Secret(way.id));
    return SignInProgress(std::move(done));
}

Result<SignInProgress> asTyped(const Recipe &recipe, const WayPlan &way, const SignInForm &form)
{
    SignedIn done;
    done.instance = form.account.instance.empty() ? recipe.fixedInstance : std::string();
    bool first = true;
    for (const auto &field : way.way.fields) {
        if (field.kind != FieldSpec::Kind::Secret)
            continue;
        const auto &value = form.typed.field(field.key);
        if (value.empty() && field.required)
            return fail(Errc::InvalidInput, "missing: " + field.key);
        const bool signs = way.helper == WayPlan::Helper::Signed;
        if (first && !signs)
            done.credential.access = value;
        else if (!value.empty())
            done.credential.set(field.key, value);
        first = false;
    }
    done.credential.set("way", Secret(way.id));
    if (way.helper == WayPlan::Helper::Signed) {
        const Context context{form.account, done.credential.access, form.now, &done.credential};
        VIGIE_TRY(auto fresh, minted(recipe, context));
        done.credential = merged(done.credential, std::move(fresh));
    }
    return SignInProgress(std::move(done));
}

} // namespace

Result<const WayPlan *> oauthWay(const Recipe &recipe, AuthKind kind)
{
    const auto *way = wayFor(recipe, kind);
    if (way == nullptr || !way->oauth)
        return fail(Errc::Unsupported);
    return way;
}

Result<Credential> credentialOf(const WayPlan &way, const Json &members, Instant now)
{
    const auto &oauth = *way.oauth;
    Scope scope;
    scope.here = scope.root = &members;
    const auto read = [&](const std::optional<Expression> &how, const char *usual) { return how ? evaluate(*how, scope).text() : Value::of(at(members, usual)).text(); };
    Credential credential;
    credential.access = Secret(read(oauth.access, "access_token"));
    if (credential.access.empty())
        return fail(Errc::Protocol, "the token answer holds no token");
    if (auto refresh = read(oauth.refreshToken, "refresh_token"); !refresh.empty())
        credential.refresh = Secret(std::move(refresh));
    const auto lives = oauth.expiresIn ? evaluate(*oauth.expiresIn, scope).number() : Value::of(at(members, "expires_in")).number();
    if (lives && *lives > 0 && *lives < 4e9)
        credential.expiresAt = now + std::chrono::seconds{static_cast<std::int64_t>(*lives)};
    auto scopes = read(oauth.scope, "scope");
    std::replace(scopes.begin(), scopes.end(), ' ', ',');
    credential.scopes = listOf(scopes);
    credential.set("way", Secret(way.id));
    return credential;
}

Result<SignInProgress> signIn(const Recipe &recipe, const SignInForm &form, std::span<const net::Response> soFar)
{
    for (const auto &[key, pattern] : recipe.settingPatterns)
        if (const auto value = form.account.setting(key); !value.empty() && pattern->find(value, 0) != value)
            return fail(Errc::InvalidInput, "this does not look right: " + key);
    if (recipe.instancePattern && !form.account.instance.empty() && !recipe.instancePattern->find(form.account.instance, 0))
        return fail(Errc::InvalidInput, "this is no address of such a server");
    if (recipe.ways.empty()) {
        SignedIn done;
        done.instance = form.account.instance.empty() ? recipe.fixedInstance : std::string();
        return SignInProgress(std::move(done));
    }
    const auto *way = wayFor(recipe, form.way);
    if (way == nullptr)
        return fail(Errc::Unsupported, "this network has no such sign-in");
    if (way->login.empty())
        return asTyped(recipe, *way, form);
    const Secret none;
    const Context context{form.account, none, form.now, &form.typed};
    CallVariables variables(context);
    auto outputs = Json::object();
    Json root;
    for (std::size_t i = 0; i < way->login.size(); ++i) {
        const auto &step = way->login[i];
        if (i >= soFar.size()) {
            VIGIE_TRY(auto request, buildRequest(recipe, step.request, context, variables));
            request.secretUrl = true; // whatever the log-in carries
            return SignInProgress(std::move(request));
        }
        VIGIE_TRY(root, readAnswer({recipe, nullptr, &step.errors}, step.request, context, variables, soFar[i]));
        keepOutputs(step, root, soFar[i], variables.function(), outputs);
        setOutputs(outputs, variables);
    }
    return loggedIn(recipe, *way, form, variables, root);
}

Result<std::string> authorizeAddress(const Recipe &recipe, const std::string &instance, const Connector::OAuthApp &app, const std::string &redirectUri, const std::string &state, const std::string &challenge)
{
    VIGIE_TRY(const auto *way, oauthWay(recipe, AuthKind::OAuthCode));
    const auto account = accountOf(recipe, instance);
    const Secret none;
    CallVariables variables(account, nullptr, none, Instant{});
    VIGIE_TRY(const auto url, addressOf(recipe, way->oauth->authorize, variables));
    if (way->oauth->sealed()) {
        VIGIE_TRY(auto publicKey, publicKeyOf(app.clientSecret));
        variables.setText("public_key", std::move(publicKey));
        variables.setText("client_id", app.clientId);
        variables.setText("state", state);
        variables.setText("scopes", joined(way->way.scopes, way->oauth->scopeSeparator));
        return net::withQuery(url, extraQuery(*way, variables));
    }
    net::QueryPairs query{{"response_type", "code"}, {"client_id", app.clientId}, {"redirect_uri", redirectUri}, {"state", state}};
    if (!way->way.scopes.empty())
        query.emplace_back("scope", joined(way->way.scopes, way->oauth->scopeSeparator));
    query.emplace_back("code_challenge", challenge);
    query.emplace_back("code_challenge_method", "S256");
    const auto extra = extraQuery(*way, variables);
    query.insert(query.end(), extra.begin(), extra.end());
    return net::withQuery(url, query);
}

Result<net::Request> tokenRequest(const Recipe &recipe, const std::string &instance, const Connector::OAuthApp &app, const std::string &redirectUri, const std::string &code, const std::string &verifier)
{
    VIGIE_TRY(const auto *way, oauthWay(recipe, AuthKind::OAuthCode));
    const auto account = accountOf(recipe, instance);
    const Secret none;
    const CallVariables variables(account, nullptr, none, Instant{});
    VIGIE_TRY(const auto url, addressOf(recipe, way->oauth->token, variables));
    return formRequest(url, *way->oauth, Secret(app.clientId), app.clientSecret,
                       {{"grant_type", "authorization_code"}, {"code", code}, {"redirect_uri", redirectUri}, {"code_verifier", verifier}});
}

Result<Credential> tokenFrom(const Recipe &recipe, AuthKind kind, const net::Response &response, Instant now)
{
    VIGIE_TRY(const auto *way, oauthWay(recipe, kind));
    return credentialIn(*way, response, now);
}

Result<net::Request> revokeRequest(const Recipe &recipe, const std::string &instance, const Connector::OAuthApp &app, const Secret &token)
{
    VIGIE_TRY(const auto *way, oauthWay(recipe, AuthKind::OAuthCode));
    const auto account = accountOf(recipe, instance);
    const Secret none;
    const CallVariables variables(account, nullptr, none, Instant{});
    VIGIE_TRY(const auto url, addressOf(recipe, way->oauth->revoke, variables));
    return formRequest(url, *way->oauth, Secret(app.clientId), app.clientSecret, {{"token", std::string(token.reveal())}});
}

Result<net::Request> refreshRequest(const Recipe &recipe, const Context &context)
{
    const auto *way = wayOf(recipe, context.credential);
    if (way == nullptr || !way->oauth || !way->oauth->refresh || context.credential == nullptr || context.credential->refresh.empty())
        return fail(Errc::Unsupported);
    const CallVariables variables(context);
    VIGIE_TRY(const auto url, addressOf(recipe, way->oauth->token, variables));
    auto request = formRequest(url, *way->oauth, context.secret("client_id"), context.secret("client_secret"),
                               {{"grant_type", "refresh_token"}, {"refresh_token", std::string(context.credential->refresh.reveal())}});
    return withPermission(std::move(request), context.account);
}

Result<Credential> refreshed(const Recipe &recipe, const Context &context, const net::Response &response)
{
    const auto *way = wayOf(recipe, context.credential);
    if (way == nullptr || !way->oauth)
        return fail(Errc::Unsupported);
    return credentialIn(*way, response, context.now);
}

Result<Credential> minted(const Recipe &recipe, const Context &context)
{
    const auto *way = wayOf(recipe, context.credential);
    if (way == nullptr || way->helper != WayPlan::Helper::Signed)
        return fail(Errc::Unsupported);
    const CallVariables variables(context);
    Scope scope;
    scope.variables = &variables.function();
    const auto object = [&](const std::vector<std::pair<std::string, Expression>> &members) {
        auto made = Json::object();
        for (const auto &[name, how] : members)
            if (auto value = evaluate(how, scope).toJson(); !value.is_null())
                made[name] = std::move(value);
        return made;
    };
    auto claims = object(way->claims);
    const auto now = std::chrono::floor<std::chrono::seconds>(context.now).time_since_epoch().count();
    claims["iat"] = now;
    claims["exp"] = now + way->tokenLives.count();
    Credential credential;
    VIGIE_TRY(credential.access, signJwt(way->ellipticCurve ? JwtAlgorithm::Es256 : JwtAlgorithm::Rs256, object(way->tokenHeader), claims, context.secret(way->keyField)));
    credential.expiresAt = context.now + way->tokenLives;
    return credential;
}

Result<net::Request> deviceRequest(const Recipe &recipe, const Account &account, const Credential &typed)
{
    VIGIE_TRY(const auto *way, oauthWay(recipe, AuthKind::DeviceCode));
    const auto known = accountOf(recipe, account.instance);
    const Secret none;
    const CallVariables variables(known, nullptr, none, Instant{});
    VIGIE_TRY(const auto url, addressOf(recipe, way->oauth->deviceUrl, variables));
    net::QueryPairs form;
    if (!way->way.scopes.empty())
        form.emplace_back("scope", joined(way->way.scopes, way->oauth->scopeSeparator));
    const auto id = typed.field("client_id").empty() ? Secret(account.setting("client_id")) : typed.field("client_id");
    return formRequest(url, *way->oauth, id, typed.field("client_secret"), std::move(form));
}

Result<DeviceGrant> deviceGrant(const Recipe &recipe, const net::Response &response)
{
    VIGIE_CHECK(oauthWay(recipe, AuthKind::DeviceCode));
    if (!response.ok())
        return fail(httpError(response, Secret{}, Instant{}));
    VIGIE_TRY(const auto body, parseJson(response.body));
    DeviceGrant grant;
    grant.userCode = textAt(body, "user_code");
    grant.verifyUrl = textAt(body, "verification_uri");
    grant.deviceCode = Secret(textAt(body, "device_code"));
    grant.every = std::chrono::seconds{std::clamp<std::int64_t>(intAt(body, "interval").value_or(5), 1, 300)};
    grant.lives = std::chrono::seconds{std::clamp<std::int64_t>(intAt(body, "expires_in").value_or(900), 30, 86'400)};
    if (grant.userCode.empty() || grant.deviceCode.empty() || grant.verifyUrl.rfind("https://", 0) != 0)
        return fail(Errc::Protocol, "the answer holds no device code");
    return grant;
}

Result<net::Request> devicePollRequest(const Recipe &recipe, const Account &account, const Credential &typed, const DeviceGrant &grant)
{
    VIGIE_TRY(const auto *way, oauthWay(recipe, AuthKind::DeviceCode));
    const auto known = accountOf(recipe, account.instance);
    const Secret none;
    const CallVariables variables(known, nullptr, none, Instant{});
    VIGIE_TRY(const auto url, addressOf(recipe, way->oauth->token, variables));
    const auto id = typed.field("client_id").empty() ? Secret(account.setting("client_id")) : typed.field("client_id");
    return formRequest(url, *way->oauth, id, typed.field("client_secret"),
                       {{"grant_type", "urn:ietf:params:oauth:grant-type:device_code"}, {"device_code", std::string(grant.deviceCode.reveal())}});
}

} // namespace vigie::connect::recipe
