// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in with a code that is typed on a page of the network (RFC 8628): the loop that asks until the person has answered.
// Thread: waits, on the thread of the caller. Errors: Timeout (the code is no longer good), Forbidden (the person said no),
// Cancelled, what the network says.
#pragma once

#include <vigie/app/workspace.hpp>

#include <functional>

namespace vigie::app {

struct DeviceFlowParts {
    const connect::Connector &connector;
    const Account &account;                ///< instance and settings as typed
    const connect::Credential &typed;
    std::function<Result<net::Response>(net::Request)> exchange;
    std::function<bool(std::chrono::seconds)> wait; ///< false: stopped meanwhile
    std::function<Instant()> now;
};

[[nodiscard]] Result<connect::Credential> signInWithDeviceCode(const DeviceFlowParts &parts, const std::function<void(const DeviceCode &)> &show);

} // namespace vigie::app
