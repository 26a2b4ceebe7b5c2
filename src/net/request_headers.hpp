// SPDX-License-Identifier: GPL-3.0-or-later
// Before the first byte leaves: nothing that a request was given may begin a second header.
#pragma once

#include <vigie/net/http.hpp>

namespace vigie::net {

/// Errors: InvalidInput for a name or value that holds a line break or another control character.
[[nodiscard]] Result<void> checkHeaders(const Request &request);

} // namespace vigie::net
