// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/address.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cstring>

namespace vigie::net {

namespace {

Reach reachOfV4(std::uint32_t a) noexcept
{
    const auto in = [a](std::uint32_t net, unsigned bits) { return (a >> (32U - bits)) == (net >> (32U - bits)); };
    if (in(0x7f000000, 8))
        return Reach::Loopback;
    const bool special = in(0x00000000, 8) || in(0x0a000000, 8) || in(0x64400000, 10) || in(0xa9fe0000, 16)
                         || in(0xac100000, 12) || in(0xc0000000, 24) || in(0xc0a80000, 16) || in(0xc6120000, 15)
                         || in(0xe0000000, 4) || in(0xf0000000, 4);
    return special ? Reach::Private : Reach::Public;
}

std::uint32_t word(const unsigned char *b) noexcept
{
    return (std::uint32_t{b[0]} << 24U) | (std::uint32_t{b[1]} << 16U) | (std::uint32_t{b[2]} << 8U) | b[3];
}

Reach reachOfV6(const in6_addr &address) noexcept
{
    const unsigned char *b = address.s6_addr;
    if (IN6_IS_ADDR_LOOPBACK(&address))
        return Reach::Loopback;
    if (IN6_IS_ADDR_V4MAPPED(&address))
        return reachOfV4(word(b + 12));
    if (word(b) == 0x0064ff9b)
        return reachOfV4(word(b + 12));
    if (b[0] == 0x20 && b[1] == 0x02)
        return reachOfV4(word(b + 2));
    // Only 2000::/3 has been given out to the internet: this leaves out ::, fc00::/7, fe80::/10, fec0::/10, ff00::/8.
    return (b[0] & 0xe0U) == 0x20 ? Reach::Public : Reach::Private;
}

} // namespace

Reach reachOf(const sockaddr *address) noexcept
{
    if (address->sa_family == AF_INET) {
        sockaddr_in v4{};
        std::memcpy(&v4, address, sizeof v4);
        return reachOfV4(ntohl(v4.sin_addr.s_addr));
    }
    if (address->sa_family == AF_INET6) {
        sockaddr_in6 v6{};
        std::memcpy(&v6, address, sizeof v6);
        return reachOfV6(v6.sin6_addr);
    }
    return Reach::Private;
}

Reach reachOfLiteral(const char *host) noexcept
{
    in_addr v4{};
    if (inet_pton(AF_INET, host, &v4) == 1)
        return reachOfV4(ntohl(v4.s_addr));
    in6_addr v6{};
    if (inet_pton(AF_INET6, host, &v6) == 1)
        return reachOfV6(v6);
    return Reach::Public;
}

} // namespace vigie::net
