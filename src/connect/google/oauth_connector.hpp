// SPDX-License-Identifier: GPL-3.0-or-later
// What the connectors that sign in with Google have in common.
// Thread: immutable. Errors: as Connector.
#pragma once

#include "connect/google/sign_in.hpp"

namespace vigie::connect::google {

class OAuthConnector : public Connector {
public:
    explicit OAuthConnector(Descriptor descriptor) : descriptor_(std::move(descriptor)) {}
    const Descriptor &describe() const override { return descriptor_; }

    Result<std::string> authorizeUrl(const std::string &instance, const OAuthApp &app, const std::string &redirectUri, const std::string &state, const std::string &challenge) const override
    {
        return authorizeAddress(instance, app, scopes(), redirectUri, state, challenge);
    }
    Result<net::Request> buildToken(const std::string &instance, const OAuthApp &app, const std::string &redirectUri, const std::string &code, const std::string &verifier) const override
    {
        return tokenRequest(instance, app, redirectUri, code, verifier);
    }
    Result<Credential> parseToken(const net::Response &response, Instant now) const override { return tokenFrom(response, now); }
    Result<net::Request> buildRefresh(const Context &context) const override { return refreshRequest(context, scopes()); }
    Result<Credential> parseRefresh(const Context &context, const net::Response &response) const override { return tokenFrom(response, context.now); }
    Result<net::Request> buildRevoke(const std::string &instance, const OAuthApp &, const Secret &token) const override { return revokeRequest(instance, token); }

protected:
    [[nodiscard]] const std::vector<std::string> &scopes() const { return descriptor_.ways.front().scopes; }

private:
    Descriptor descriptor_;
};

} // namespace vigie::connect::google
