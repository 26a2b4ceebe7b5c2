// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device_flow.hpp"

#include <vigie/base/log.hpp>

#include <algorithm>

namespace vigie::app {

namespace {

using std::chrono::seconds;

constexpr seconds kSlowDown{5};          ///< RFC 8628, section 3.5
constexpr seconds kLongestPause{60};     ///< after a connection that failed
constexpr seconds kLeastPause{1};

/// The line may come back before the code ends.
bool mayPass(Errc code)
{
    return code == Errc::Network || code == Errc::Timeout || code == Errc::Server || code == Errc::RateLimited;
}

/// How long to wait after this answer; a pace that the network slowed stays slow.
seconds paceAfter(const Error &error, seconds pace)
{
    if (error.code == Errc::Pending)
        return !error.retryAfter ? pace : *error.retryAfter > pace ? *error.retryAfter : pace + kSlowDown;
    const auto doubled = std::max(pace, std::min(pace * 2, kLongestPause));
    return error.retryAfter ? std::max(doubled, *error.retryAfter) : doubled;
}

} // namespace

Result<connect::Credential> signInWithDeviceCode(const DeviceFlowParts &parts, const std::function<void(const DeviceCode &)> &show)
{
    VIGIE_TRY(auto ask, parts.connector.buildDeviceGrant(parts.account, parts.typed));
    VIGIE_TRY(const auto answer, parts.exchange(std::move(ask)));
    VIGIE_TRY(const auto grant, parts.connector.parseDeviceGrant(answer));
    if (grant.userCode.empty() || grant.verifyUrl.empty() || grant.deviceCode.empty())
        return fail(Errc::Protocol, "the network gave no code to type");
    const auto end = parts.now() + grant.lives;
    show({grant.userCode, grant.verifyUrl, end});
    auto pace = std::max(grant.every, kLeastPause);
    for (;;) {
        if (parts.now() + pace >= end)
            return fail(Errc::Timeout, "the code is no longer good");
        if (!parts.wait(pace))
            return fail(Errc::Cancelled, "stopped");
        VIGIE_TRY(auto poll, parts.connector.buildDevicePoll(parts.account, parts.typed, grant));
        const auto polled = parts.exchange(std::move(poll));
        auto credential = polled ? parts.connector.parseDevicePoll(*polled, parts.now()) : Result<connect::Credential>(fail(polled.error()));
        if (credential && credential->access.empty())
            return fail(Errc::Protocol, "the network gave no token");
        if (credential)
            return connect::merged(parts.typed, std::move(*credential)); // the client's own id is needed to renew it
        if (credential.error().code != Errc::Pending && !mayPass(credential.error().code))
            return credential;
        pace = paceAfter(credential.error(), pace);
    }
}

} // namespace vigie::app
