// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in through the browser: PKCE (RFC 7636), the authorize address, and the loopback listener that receives the
// code (RFC 8252, section 7.3).
// Thread: free functions are pure; LoopbackRedirect runs a thread of its own and answers once on `reply`.
// Errors: Forbidden (the person said no), Protocol (the server reported another error), Timeout, Cancelled, Network
// (no port could be opened).
#pragma once

#include <vigie/base/executor.hpp>
#include <vigie/base/secret.hpp>
#include <vigie/net/url.hpp>

#include <memory>

namespace vigie::net {

[[nodiscard]] std::string base64Url(std::string_view bytes);
/// Takes the same time wherever the difference is.
[[nodiscard]] bool equalConstantTime(std::string_view a, std::string_view b);

struct Pkce {
    std::string verifier;  ///< 64 random characters
    std::string challenge; ///< S256
};
[[nodiscard]] Pkce makePkce();
[[nodiscard]] std::string pkceChallenge(std::string_view verifier);

struct AuthorizeRequest {
    std::string endpoint, clientId, redirectUri, scope, state;
    std::string challenge; ///< empty: the server knows no PKCE
    QueryPairs extra;
};
[[nodiscard]] std::string authorizeUrl(const AuthorizeRequest &request);

/// `port`: where a network wants the one address it was told; else any that is free. Waits on 127.0.0.1 for GET /callback?code=...&state=...; anything else gets a 404 and changes nothing.
class LoopbackRedirect {
public:
    static Result<std::unique_ptr<LoopbackRedirect>> start(std::string state, std::chrono::milliseconds timeout,
                                                           std::stop_token stop, Executor &reply,
                                                           std::function<void(Result<Secret>)> done, std::uint16_t port = 0);
    ~LoopbackRedirect(); ///< answers Cancelled when nothing was answered yet
    /// "http://127.0.0.1:49152/callback"
    [[nodiscard]] std::string redirectUri() const;

private:
    struct Impl;
    explicit LoopbackRedirect(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace vigie::net
