// SPDX-License-Identifier: GPL-3.0-or-later
// Where a network with one fixed address is reached.
// Thread: pure. Errors: none.
#pragma once

#include <vigie/net/url.hpp>

#include <string>
#include <string_view>

namespace vigie::connect {

/// The network's own address; or `instance` where that is a server on this very machine (a test, a stand-in), with all
/// addresses of the network behind one. Nothing else may take the network's place: what is kept with an account must never
/// lead its token to a stranger.
[[nodiscard]] inline std::string apiBase(const std::string &instance, std::string_view real)
{
    const auto url = net::parseUrl(instance);
    return url && !url->credentials && net::isLoopbackHost(url->host) ? url->origin() : std::string(real);
}

} // namespace vigie::connect
