// SPDX-License-Identifier: GPL-3.0-or-later
// Who signs in, and what the site lets them do. A listing that answers 200 proves nothing: WordPress reads a wrong password
// as a stranger's visit. Only /users/me tells.
// Thread: pure functions. Errors: AuthRevoked (the site does not know this sign-in), Unsupported (no REST interface).
#pragma once

#include <vigie/connect/connector.hpp>

namespace vigie::connect::wordpress {

[[nodiscard]] Capabilities bestCapabilities();
[[nodiscard]] Result<std::optional<net::Request>> whoAmIRequest(const Context &context, std::span<const net::Response> soFar);
[[nodiscard]] Result<WhoAmI> whoAmI(const Context &context, std::span<const net::Response> answers);

} // namespace vigie::connect::wordpress
