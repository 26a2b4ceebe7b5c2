// SPDX-License-Identifier: GPL-3.0-or-later
// One form for the ways in which people write the same address.
// Thread: pure. Errors: none.
#pragma once

#include <string>
#include <string_view>

namespace vigie::text {

/// Without scheme, www, fragment, marks of campaigns (utm_source, fbclid, xtor ...) and the last slash. Empty for what leads to
/// no page of its own.
[[nodiscard]] std::string plainAddress(std::string_view url);

} // namespace vigie::text
