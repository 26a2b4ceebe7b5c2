// SPDX-License-Identifier: GPL-3.0-or-later
// Which addresses are not the internet's (RFC 6890): the guard against being used to reach somebody's own network.
#pragma once

#include <cstdint>

struct sockaddr;

namespace vigie::net {

enum class Reach : std::uint8_t { Public, Private, Loopback };

/// IPv4 inside IPv6 (mapped, NAT64, 6to4) counts as what it leads to; what is not an internet address is Private.
[[nodiscard]] Reach reachOf(const sockaddr *address) noexcept;
/// The same for a literal ("10.0.0.1", "fe80::1"); Public for a name.
[[nodiscard]] Reach reachOfLiteral(const char *host) noexcept;

} // namespace vigie::net
