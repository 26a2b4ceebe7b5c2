// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in where what the browser shows is the access itself, sealed for a key pair of this one sign-in.
#include "connect/recipe/who.hpp"

#include "connect/common/private_key.hpp"
#include "connect/recipe/request.hpp"

#include <vigie/base/random.hpp>
#include <vigie/net/oauth.hpp>
#include <vigie/net/url.hpp>

namespace vigie::connect::recipe {

namespace {

constexpr std::size_t kLongestAnswer = 16'384;

Result<Json> sealedAnswer(const Secret &key, const std::string &state, std::string_view written, const Expression &nonce)
{
    // "payload=..." when a whole address was pasted
    const auto named = written.find("payload=");
    const auto sealed = named == std::string_view::npos ? std::string(written) : net::decodeComponent(std::string(written.substr(named + 8, written.find('&', named) - named - 8)), false);
    for (const auto padding : {RsaPadding::Pkcs1, RsaPadding::Oaep}) {
        const auto plain = unsealed(key, sealed, padding);
        auto answer = plain ? parseJson(plain->reveal()) : Result<Json>(fail(Errc::Protocol));
        if (!answer || !answer->is_object())
            continue;
        Scope scope;
        scope.here = scope.root = &*answer;
        if (!net::equalConstantTime(evaluate(nonce, scope).text(), state))
            return fail(Errc::Protocol, "this answer is of another sign-in");
        return std::move(*answer);
    }
    return fail(Errc::Protocol, "the answer is not sealed for this sign-in: copy all of it, and of the page that was opened last");
}

} // namespace

net::QueryPairs extraQuery(const WayPlan &way, const CallVariables &variables)
{
    net::QueryPairs query;
    Scope scope;
    scope.variables = &variables.function();
    for (const auto &[name, how] : way.oauth->extra)
        if (const auto value = evaluate(how, scope); !value.absent())
            query.emplace_back(name, value.text());
    return query;
}

Result<Connector::OAuthApp> sealingApp(const Recipe &recipe)
{
    VIGIE_TRY(const auto *way, oauthWay(recipe, AuthKind::OAuthCode));
    if (!way->oauth->sealed())
        return fail(Errc::Unsupported);
    Connector::OAuthApp app;
    app.clientId = randomKey();
    VIGIE_TRY(app.clientSecret, makeRsaKey());
    return app;
}

Result<Credential> openedAnswer(const Recipe &recipe, const Connector::OAuthApp &app, const std::string &state, const std::string &answer, Instant now)
{
    VIGIE_TRY(const auto *way, oauthWay(recipe, AuthKind::OAuthCode));
    if (!way->oauth->sealed())
        return fail(Errc::Unsupported);
    if (answer.size() > kLongestAnswer)
        return fail(Errc::InvalidInput, "that is too long to be the answer");
    VIGIE_TRY(const auto members, sealedAnswer(app.clientSecret, state, answer, *way->oauth->nonce));
    VIGIE_TRY(auto credential, credentialOf(*way, members, now));
    credential.set("client_id", Secret(app.clientId));
    return credential;
}

} // namespace vigie::connect::recipe
