// SPDX-License-Identifier: GPL-3.0-or-later
// The site's media library as a place where other networks fetch pictures and films.
// Thread: pure functions. Errors: refusals; Protocol (the upload got no id or no address).
#pragma once

#include <vigie/connect/extensions.hpp>

#include <string>

namespace vigie::connect::wordpress {

[[nodiscard]] Result<net::Request> hostRequest(const Context &context, const OutboundMedia &media, const std::string &name);
[[nodiscard]] Result<HostsFiles::Hosted> hosted(const Context &context, const net::Response &response);
/// For good: what other networks fetched is of no use in the trash.
[[nodiscard]] Result<net::Request> unhostRequest(const Context &context, const std::string &id);
[[nodiscard]] Result<void> unhosted(const Context &context, const net::Response &response);

} // namespace vigie::connect::wordpress
