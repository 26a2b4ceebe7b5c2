// SPDX-License-Identifier: GPL-3.0-or-later
// Which names of members belong to a network's format, and which are ids or handles that stand where names do.
// Thread: pure. Errors: none.
#pragma once

#include "connect/common/json.hpp"

#include <string>

namespace vigie::app {

/// Written like a name of the format, and not like a domain that is somebody's.
[[nodiscard]] bool isMemberName(const std::string &key);
/// Whether the members are entries of a table, so that their names are ids or handles though they may stand nowhere else: told by
/// what the table is called (in small letters), or by several entries of one and the same shape.
[[nodiscard]] bool isTable(const connect::Json &object, const std::string &called);

} // namespace vigie::app
