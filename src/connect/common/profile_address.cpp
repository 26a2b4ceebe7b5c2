// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/common/profile_address.hpp"

#include <vigie/net/url.hpp>

#include <algorithm>

namespace vigie::connect {

std::optional<std::string> profileNamed(std::string_view typed, std::initializer_list<std::string_view> hosts)
{
    const auto first = typed.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return std::nullopt;
    std::string address(typed.substr(first, typed.find_last_not_of(" \t\r\n") - first + 1));
    if (address.find("://") == std::string::npos)
        address.insert(0, "https://");
    const auto url = net::parseUrl(address);
    if (!url || url->credentials)
        return std::nullopt;
    auto host = url->host;
    for (const std::string_view prefix : {"www.", "m."})
        if (host.rfind(prefix, 0) == 0)
            host.erase(0, prefix.size());
    if (std::find(hosts.begin(), hosts.end(), host) == hosts.end())
        return std::nullopt;
    auto name = url->path.substr(std::min<std::size_t>(url->path.size(), 1));
    name.resize(std::min(name.size(), name.find('/')));
    if (!name.empty() && name.front() == '@')
        name.erase(0, 1);
    return name.empty() ? std::nullopt : std::optional(net::decodeComponent(name));
}

} // namespace vigie::connect
