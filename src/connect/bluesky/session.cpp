// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/bluesky/session.hpp"

#include "connect/bluesky/account.hpp"
#include "connect/common/base64.hpp"
#include "connect/common/http_error.hpp"

#include <algorithm>

namespace vigie::connect::bluesky {

namespace {

constexpr const char *kDirectory = "https://plc.directory";
/// Servers of the company behind the network: their accounts sign in at its front door.
constexpr std::string_view kHosted = ".host.bsky.network";

/// How long a JSON web token lives from now on; its signature is the server's business.
std::optional<Instant> endOf(std::string_view token, Instant now)
{
    const auto first = token.find('.'), second = first == std::string_view::npos ? first : token.find('.', first + 1);
    if (second == std::string_view::npos || second - first > 8192)
        return std::nullopt;
    const auto claims = parseJson(fromBase64(token.substr(first + 1, second - first - 1)));
    if (!claims)
        return std::nullopt;
    const auto issued = intAt(*claims, "iat").value_or(0), ends = intAt(*claims, "exp").value_or(0);
    if (issued <= 0 || ends <= issued || ends - issued > 10LL * 366 * 86'400)
        return std::nullopt;
    return now + std::chrono::seconds{ends - issued};
}

net::Request ask(const SignInForm &form, std::string url)
{
    net::Request made;
    made.url = std::move(url);
    made.headers.push_back({"Accept", "application/json"});
    return withPermission(std::move(made), form.account);
}

net::Request sessionRequest(const SignInForm &form, const std::string &server, const std::string &identifier)
{
    auto made = ask(form, server + "/xrpc/com.atproto.server.createSession");
    made.method = net::Method::Post;
    made.headers.push_back({"Content-Type", "application/json"});
    made.body = dump(Json{{"identifier", identifier}, {"password", std::string(form.typed.field("password").reveal())}});
    made.followRedirects = false;
    return made;
}

/// Where the identity document of a DID is kept. None for methods that nobody uses here.
std::optional<std::string> documentUrl(const SignInForm &form, const std::string &did)
{
    if (did.rfind("did:plc:", 0) == 0) {
        auto directory = form.account.setting("plc");
        return (directory.empty() ? kDirectory : directory) + "/" + did;
    }
    const auto host = did.rfind("did:web:", 0) == 0 ? did.substr(8) : std::string{};
    if (host.empty() || host.find_first_of(":%") != std::string::npos)
        return std::nullopt;
    return "https://" + host + "/.well-known/did.json";
}

Error signInRefused(const SignInForm &form, const net::Response &response)
{
    const Secret none;
    auto error = refusal({form.account, none, form.now}, response);
    const auto name = errorName(response);
    if (name == "AuthFactorTokenRequired") {
        error.code = Errc::InvalidInput;
        error.detail = "this is the password of the account; Vigie asks for an app password";
    } else if (name == "AccountTakedown") {
        error.code = Errc::Forbidden;
    } else if (response.status == 401 || error.code == Errc::AuthExpired) {
        error.code = Errc::InvalidInput;
    }
    return error;
}

Result<SignInProgress> signedIn(const SignInForm &form, const net::Response &response, const std::string &server)
{
    if (!response.ok())
        return fail(signInRefused(form, response));
    VIGIE_TRY(const auto session, parseJson(response.body));
    SignedIn done;
    VIGIE_TRY(done.credential, credentialIn(session, form.now));
    const auto own = dataServerIn(at(session, "didDoc"));
    done.instance = form.account.instance.empty() ? kHome : form.account.instance;
    done.settings.push_back({"pds", own.empty() ? server : own});
    return SignInProgress(std::move(done));
}

Result<std::string> resolved(const SignInForm &form, const net::Response &response)
{
    if (!response.ok())
        return fail(response.status == 400 ? Error{Errc::InvalidInput, "no account has this handle", 400, {}, {}} : signInRefused(form, response));
    const auto json = parseJson(response.body);
    auto did = json ? textAt(*json, "did") : std::string{};
    if (!isDid(did))
        return fail(Errc::Protocol, "the handle leads to no identity");
    return did;
}

} // namespace

Result<Credential> credentialIn(const Json &session, Instant now)
{
    Credential credential;
    credential.access = Secret(textAt(session, "accessJwt"));
    credential.refresh = Secret(textAt(session, "refreshJwt"));
    if (credential.access.empty())
        return fail(Errc::Protocol, "the server gave no session");
    credential.expiresAt = endOf(credential.access.reveal(), now);
    credential.refreshUntil = endOf(credential.refresh.reveal(), now);
    return credential;
}

std::string dataServerIn(const Json &document)
{
    for (const auto &service : arrayAt(document, "service")) {
        const auto id = textAt(service, "id");
        if (textAt(service, "type") != "AtprotoPersonalDataServer" || id.size() < 12 || id.compare(id.size() - 12, 12, "#atproto_pds") != 0)
            continue;
        const auto server = normaliseInstance(textAt(service, "serviceEndpoint"), true);
        return server ? *server : std::string{};
    }
    return {};
}

Result<SignInProgress> signInStep(const SignInForm &form, std::span<const net::Response> soFar)
{
    auto typed = form.account.setting("user");
    const auto first = typed.find_first_not_of(" \t\r\n@"); // "@brand.example" is refused by servers
    typed = first == std::string::npos ? std::string{} : typed.substr(first, typed.find_last_not_of(" \t\r\n") - first + 1);
    if (typed.empty() || form.typed.field("password").empty())
        return fail(Errc::InvalidInput, "a handle or an e-mail address and an app password are needed");
    // The front door is no server of one's own: who signs in again may well live behind another one.
    const auto home = form.account.instance == kHome ? std::string{} : form.account.instance;
    if (typed.find('@') != std::string::npos || !home.empty()) {
        const auto server = home.empty() ? std::string(kHome) : home;
        return soFar.empty() ? Result<SignInProgress>(sessionRequest(form, server, typed)) : signedIn(form, soFar[0], server);
    }
    std::string did = typed;
    if (!isDid(typed)) {
        const auto handle = canonicalHandle(typed);
        if (handle.empty())
            return fail(Errc::InvalidInput, "a handle looks like name.bsky.social");
        if (soFar.empty())
            return SignInProgress(ask(form, net::withQuery(std::string(kHome) + "/xrpc/com.atproto.identity.resolveHandle", {{"handle", handle}})));
        VIGIE_TRY(did, resolved(form, soFar[0]));
        soFar = soFar.subspan(1);
    }
    if (soFar.empty()) {
        const auto document = documentUrl(form, did);
        return document ? Result<SignInProgress>(ask(form, *document)) : fail(Errc::Unsupported, "an identity of this kind cannot be looked up");
    }
    const auto document = parseJson(soFar[0].body);
    const auto own = soFar[0].ok() && document && textAt(*document, "id") == did ? dataServerIn(*document) : std::string{};
    if (own.empty())
        return fail(Errc::Protocol, "the identity names no data server");
    const auto url = net::parseUrl(own);
    const bool hosted = url && url->host.size() > kHosted.size() && std::string_view(url->host).substr(url->host.size() - kHosted.size()) == kHosted;
    const auto server = hosted ? std::string(kHome) : own;
    return soFar.size() == 1 ? Result<SignInProgress>(sessionRequest(form, server, did)) : signedIn(form, soFar[1], server);
}

Result<net::Request> refreshRequest(const Context &context)
{
    if (context.credential == nullptr || context.credential->refresh.empty())
        return fail(Errc::Unsupported);
    // Neither body nor content type: "{}" is refused.
    auto made = query(context, "com.atproto.server.refreshSession");
    made.method = net::Method::Post;
    made.bearer = context.credential->refresh;
    made.followRedirects = false;
    return made;
}

Result<Credential> refreshed(const Context &context, const net::Response &response)
{
    if (!response.ok()) {
        auto error = refusal(context, response);
        // The same names as for any request; here they mean that the sign-in is over.
        const auto name = errorName(response);
        if (name == "ExpiredToken" || name == "InvalidToken" || name == "AccountTakedown" || name == "AuthMissing" || response.status == 401)
            error.code = Errc::AuthRevoked;
        return fail(std::move(error));
    }
    VIGIE_TRY(const auto session, parseJson(response.body));
    return credentialIn(session, context.now);
}

} // namespace vigie::connect::bluesky
