// SPDX-License-Identifier: GPL-3.0-or-later
// User and password in one header (RFC 7617).
// Thread: pure function. Errors: none.
#pragma once

#include <vigie/base/secret.hpp>

#include <string_view>

namespace vigie::connect {

/// "Basic bWFyaWU6...".
[[nodiscard]] Secret basicAuthorization(std::string_view user, std::string_view password);

} // namespace vigie::connect
