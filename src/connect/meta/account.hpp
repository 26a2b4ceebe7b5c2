// SPDX-License-Identifier: GPL-3.0-or-later
// Who a token is, what it may do, and what the three networks offer at best.
// Thread: pure functions. Errors: InvalidInput (which Page?), as graph.hpp.
#pragma once

#include "connect/meta/graph.hpp"

#include <span>

namespace vigie::connect::meta {

[[nodiscard]] Descriptor describe(Network network);
[[nodiscard]] Result<std::optional<net::Request>> whoAmIRequest(const Context &context, std::span<const net::Response> soFar);
[[nodiscard]] Result<WhoAmI> whoAmI(const Context &context, std::span<const net::Response> answers);

} // namespace vigie::connect::meta
