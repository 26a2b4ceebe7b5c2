// SPDX-License-Identifier: GPL-3.0-or-later
// Is what was typed the address of somebody's page on a network that has one host?
// Thread: pure. Errors: none.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace vigie::connect {

/// "https://www.x.com/maison?lang=fr" with host "x.com" is "maison". None for other hosts, and for a host without a name behind it.
[[nodiscard]] std::optional<std::string> profileNamed(std::string_view typed, std::initializer_list<std::string_view> hosts);

} // namespace vigie::connect
