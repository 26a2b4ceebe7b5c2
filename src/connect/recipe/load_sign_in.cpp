// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/recipe/load.hpp"

#include "connect/recipe/request.hpp"
#include "connect/recipe/write.hpp"

#include <algorithm>

namespace vigie::connect::recipe {

namespace {

void loadOAuth(const Node &node, Loading &loading, WayPlan &way)
{
    OAuthPlan plan;
    if (!node.object({"authorize", "token", "revoke", "device", "extra", "scope_separator", "client_auth", "refresh", "answer", "nonce", "access", "refresh_token", "expires_in", "scope"}))
        return;
    const std::initializer_list<std::pair<const char *, std::optional<Expression> *>> addresses{
        {"authorize", &plan.authorize}, {"token", &plan.token}, {"revoke", &plan.revoke}, {"device", &plan.deviceUrl}};
    for (const auto &[key, slot] : addresses)
        if (const auto found = node.find(key))
            *slot = loading.requests.text(*found);
    const bool exchanges = node.word("answer", {"code", "sealed"}, 0) == 0;
    if (!exchanges && way.way.kind != AuthKind::OAuthCode)
        node.child("answer").problem("only the browser brings such an answer");
    if (exchanges == node.has("nonce"))
        node.problem("\"nonce\" goes with a sealed answer: where it says which sign-in it belongs to");
    if (exchanges && !plan.token)
        node.problem("\"token\" is missing");
    if (way.way.kind == AuthKind::OAuthCode && !plan.authorize)
        node.problem("\"authorize\" is missing");
    if (way.way.kind == AuthKind::DeviceCode && !plan.deviceUrl)
        node.problem("\"device\" is missing");
    const std::initializer_list<std::pair<const char *, std::optional<Expression> *>> members{
        {"access", &plan.access}, {"refresh_token", &plan.refreshToken}, {"expires_in", &plan.expiresIn}, {"scope", &plan.scope}, {"nonce", &plan.nonce}};
    for (const auto &[key, slot] : members)
        if (const auto found = node.find(key))
            *slot = loading.requests.expression(*found);
    auto extra = loading.requests;
    if (!exchanges)
        for (const auto *name : {"client_id", "state", "scopes", "public_key"})
            extra.allow(name);
    for (const auto &[name, value] : node.child("extra").members())
        plan.extra.emplace_back(name, extra.expression(value, false));
    plan.scopeSeparator = node.text("scope_separator", " ");
    plan.basicClient = node.word("client_auth", {"body", "basic"}, 0) == 1;
    plan.refresh = node.flag("refresh", true);
    way.oauth = std::move(plan);
}

void loadLogin(const Node &node, Loading &loading, WayPlan &way)
{
    auto compiler = loading.requests;
    const auto steps = node.has("steps") ? node.child("steps").elements() : std::vector<Node>{};
    if (!node.object({"steps", "access", "refresh", "expires_in", "keep"}) || steps.empty()) {
        node.problem("\"steps\" is missing");
        return;
    }
    for (const auto &one : steps) {
        one.object({VIGIE_RECIPE_REQUEST_KEYS, "name", "outputs", "errors"});
        auto step = compileStep(one, compiler);
        step.request.anonymous = true;
        for (const auto &output : step.outputs)
            compiler.allow("steps." + step.name + "." + output.first);
        way.login.push_back(std::move(step));
    }
    const std::initializer_list<std::pair<const char *, std::optional<Expression> *>> members{{"access", &way.access}, {"refresh", &way.refresh}, {"expires_in", &way.expiresIn}};
    for (const auto &[key, slot] : members)
        if (const auto found = node.find(key))
            *slot = compiler.expression(*found);
    if (!way.access)
        node.problem("\"access\" is missing");
    for (const auto &[name, value] : node.child("keep").members()) {
        way.keep.emplace_back(name, compiler.expression(value));
        loading.requests.allow("secret." + name);
    }
}

/// The token that the program signs with the person's key (RFC 7519).
void loadSigned(const Node &node, Loading &loading, WayPlan &way)
{
    const auto token = node.child("jwt");
    if (!token.object({"algorithm", "header", "claims", "lives_s"}))
        return;
    way.helper = WayPlan::Helper::Signed;
    way.ellipticCurve = token.word("algorithm", {"es256", "rs256"}, 0) == 0;
    way.tokenLives = std::chrono::seconds{token.number("lives_s", 900, 60, 3600)};
    for (const auto &[name, value] : token.child("header").members())
        way.tokenHeader.emplace_back(name, loading.maps.expression(value, false));
    for (const auto &[name, value] : token.child("claims").members())
        way.claims.emplace_back(name, loading.maps.expression(value, false));
    for (const auto &field : way.way.fields)
        if (field.kind == FieldSpec::Kind::Secret && way.keyField.empty())
            way.keyField = field.key;
}

} // namespace

void loadSignIn(const Node &root, Loading &loading)
{
    static constexpr AuthKind kKinds[] = {AuthKind::OAuthCode, AuthKind::DeviceCode, AuthKind::Token, AuthKind::AppPassword, AuthKind::Basic, AuthKind::ApiKey, AuthKind::SignedKey};
    if (!root.child("sign_in").json().is_null() && !root.child("sign_in").isArray())
        root.child("sign_in").problem("a list of ways is expected here");
    for (const auto &node : root.child("sign_in").elements()) {
        if (!node.object({"kind", "fields", "scopes", "headers", "query", "prefix", "oauth", "login", "jwt"}))
            continue;
        WayPlan way;
        if (!node.has("kind"))
            node.problem("\"kind\" is missing");
        const int kind = node.word("kind", {"oauth", "device", "token", "password", "basic", "api_key", "signed_key"}, 2);
        way.way.kind = kKinds[kind];
        way.id = node.text("kind");
        way.way.scopes = node.texts("scopes");
        for (const auto &field : node.child("fields").elements())
            way.way.fields.push_back(loadField(field, loading));
        const bool asks = std::any_of(way.way.fields.begin(), way.way.fields.end(), [](const FieldSpec &one) { return one.kind == FieldSpec::Kind::Secret; });
        if (way.way.kind == AuthKind::OAuthCode || way.way.kind == AuthKind::DeviceCode) {
            if (const auto oauth = node.find("oauth"))
                loadOAuth(*oauth, loading, way);
            else
                node.problem("\"oauth\" is missing");
        } else if (!asks) {
            node.problem("a field of the kind \"secret\" is missing");
        }
        if (const auto login = node.find("login"))
            loadLogin(*login, loading, way);
        way.headers = compileParts(node.child("headers"), loading.requests);
        way.query = compileParts(node.child("query"), loading.requests);
        way.bearerPrefix = node.text("prefix");
        // Without a word about where the access goes, it goes where everybody puts it.
        if (way.way.kind == AuthKind::Basic)
            way.helper = WayPlan::Helper::Basic;
        else if (way.headers.empty() && way.query.empty() && !node.flag("anonymous"))
            way.helper = loading.recipe.base.secret ? WayPlan::Helper::None : WayPlan::Helper::Bearer;
        if (way.way.kind == AuthKind::SignedKey)
            loadSigned(node, loading, way);
        if (way.way.kind == AuthKind::ApiKey && way.helper == WayPlan::Helper::Bearer && !node.has("prefix"))
            node.problem("an API key needs \"headers\" or \"query\" that carry it");
        loading.recipe.descriptor.ways.push_back(way.way);
        loading.recipe.ways.push_back(std::move(way));
    }
}

} // namespace vigie::connect::recipe
