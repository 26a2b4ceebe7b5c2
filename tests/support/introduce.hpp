// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of the workspace when a person adds an account, for tests that have engines and no workspace.
// Thread: that of the test; sending waits. Errors: what the network and the connector say.
#pragma once

#include <vigie/connect/conversation.hpp>
#include <vigie/connect/credential.hpp>

namespace vigie::test {

/// Sends over `http`; an answer that never came is an error.
inline auto over(net::HttpClient &http)
{
    return [&http](net::Request request) -> Result<net::Response> {
        auto answer = http.sendAndWait(std::move(request));
        return answer ? Result<net::Response>(std::move(*answer)) : fail(std::move(answer.error().error));
    };
}

/// Asks who `wanted` is and writes it down there.
inline Result<connect::WhoAmI> introduce(const connect::Connector &network, Account &wanted, const connect::Credential &credential, Instant now, net::HttpClient &http)
{
    VIGIE_TRY(auto who, connect::askWhoAmI(network, connect::Context{wanted, credential.access, now, &credential}, over(http)));
    wanted.nativeId = who.author.nativeId;
    wanted.handle = who.author.handle;
    wanted.name = who.author.name;
    wanted.capabilities = who.capabilities;
    wanted.limits = who.limits;
    wanted.policy = network.describe().policy;
    for (const auto &[key, value] : who.settings)
        wanted.set(key, value);
    return who;
}

} // namespace vigie::test
