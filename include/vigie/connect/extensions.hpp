// SPDX-License-Identifier: GPL-3.0-or-later
// What only some connectors can do, beside the contract that all of them keep (connector.hpp): asked for with extension().
// Thread: as connectors: immutable, pure. Errors: Unsupported where this very network does not; Protocol (an answer that is
// not sealed for this sign-in), InvalidInput, Internal.
#pragma once

#include <vigie/connect/connector.hpp>
#include <vigie/net/rate.hpp>

#include <chrono>

namespace vigie::connect {

/// Allowances told in words of the network's own, beside the headers that everybody knows (net::readRateHint).
class TellsLimits {
public:
    virtual ~TellsLimits() = default;
    [[nodiscard]] virtual net::RateHint toldLimits(const net::Response &response, Instant now) const = 0;
    /// What is told is of the account's one allowance, in which calls of every bucket count.
    [[nodiscard]] virtual bool oneAllowance() const = 0;
};

/// A browser's answer that is the access itself: nothing is exchanged and nobody comes back to a loopback address; what the
/// page shows is pasted. It is sealed for a key pair of this one sign-in, which is the secret of the application made for it.
class OpensAnswers {
public:
    virtual ~OpensAnswers() = default;
    [[nodiscard]] virtual Result<Connector::OAuthApp> makeApp() const = 0;
    /// `state`: as authorizeUrl() was given it.
    [[nodiscard]] virtual Result<Credential> openAnswer(const Connector::OAuthApp &app, const std::string &state, const std::string &answer, Instant now) const = 0;
};

/// Takes files that anybody may fetch: for networks that do not take pictures and films themselves but fetch them.
class HostsFiles {
public:
    struct Hosted {
        std::string address;             ///< absolute; where anybody finds it
        std::string handle;              ///< what takes it away again
    };
    virtual ~HostsFiles() = default;
    /// `name`: one segment of a path that nobody guesses, with the ending of its kind. The same name again replaces it.
    [[nodiscard]] virtual Result<net::Request> buildHost(const Context &context, const OutboundMedia &media, const std::string &name) const = 0;
    [[nodiscard]] virtual Result<Hosted> parseHost(const Context &context, const std::string &name, const net::Response &response) const = 0;
    [[nodiscard]] virtual Result<net::Request> buildUnhost(const Context &context, const std::string &handle) const = 0;
    /// What is gone already is taken away.
    [[nodiscard]] virtual Result<void> parseUnhost(const Context &context, const net::Response &response) const = 0;
};

/// An upload that was cut goes on where it was: the state of a publish is kept between its steps, also across a restart. What is
/// in it must be no secret.
class ResumesUploads {
public:
    virtual ~ResumesUploads() = default;
    /// How long after its beginning an upload may still be continued and used.
    [[nodiscard]] virtual std::chrono::minutes uploadsLast() const = 0;
};

/// The account that takes files for this one, chosen by the person; none: nobody does.
[[nodiscard]] AccountId placeOf(const Account &account);
void choosePlace(std::vector<AccountSetting> &settings, AccountId place);

/// Null when the connector has nothing of the kind.
template <class Extension>
[[nodiscard]] const Extension *extension(const Connector &connector)
{
    return dynamic_cast<const Extension *>(&connector);
}

} // namespace vigie::connect
