// SPDX-License-Identifier: GPL-3.0-or-later
// What both kinds of places share: two addresses of the same folder, and the trial when one is connected.
// Thread: pure functions. Errors: see places.hpp.
#pragma once

#include <vigie/connect/connector.hpp>
#include <vigie/connect/extensions.hpp>

#include <span>
#include <string>

namespace vigie::connect::places {

inline constexpr const char *kFolder = "url";    ///< setting: where files are put
inline constexpr const char *kPublic = "public"; ///< setting: where anybody finds them
inline constexpr const char *kUser = "user";     ///< setting: who signs in, or the id of the key

/// A connector of one kind of place: how a request becomes one that the server takes from us.
class Place : public Connector, public HostsFiles {
public:
    [[nodiscard]] const Descriptor &describe() const override { return descriptor_; }
    [[nodiscard]] Result<std::optional<net::Request>> buildWhoAmI(const Context &context, std::span<const net::Response> soFar) const override;
    [[nodiscard]] Result<WhoAmI> parseWhoAmI(const Context &context, std::span<const net::Response> answers) const override;
    [[nodiscard]] std::vector<StreamSpec> streams(const Account &) const override { return {}; }
    [[nodiscard]] Result<net::Request> buildFetch(const Context &, const FetchSpec &) const override { return fail(Errc::Unsupported); }
    [[nodiscard]] Result<FetchPage> parseFetch(const Context &, const FetchSpec &, const net::Response &) const override { return fail(Errc::Unsupported); }
    [[nodiscard]] Result<SignInProgress> signIn(const SignInForm &form, std::span<const net::Response> soFar) const override;

    [[nodiscard]] Result<net::Request> buildHost(const Context &context, const OutboundMedia &media, const std::string &name) const override;
    [[nodiscard]] Result<Hosted> parseHost(const Context &context, const std::string &name, const net::Response &response) const override;
    [[nodiscard]] Result<net::Request> buildUnhost(const Context &context, const std::string &handle) const override;
    [[nodiscard]] Result<void> parseUnhost(const Context &context, const net::Response &response) const override;

protected:
    explicit Place(Descriptor descriptor) : descriptor_(std::move(descriptor)) {}
    /// Signs it in, after everything else is in it. `payload`: SHA-256 of the body where it is known.
    [[nodiscard]] virtual Result<void> authorise(const Context &context, net::Request &request, const std::string &payload) const = 0;

private:
    Descriptor descriptor_;
};

/// The descriptor of a place but for its id, name, badge and ways.
[[nodiscard]] Descriptor placeDescriptor();

} // namespace vigie::connect::places
