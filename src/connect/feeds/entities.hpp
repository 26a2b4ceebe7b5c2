// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace vigie::connect::feeds {

/// Makes text that means to be XML digestible: the DOCTYPE goes (and with it every entity of its own, so that none can
/// explode), HTML's named entities become characters, bare ampersands are escaped, control characters vanish, and
/// whatever stands before the first "<" or after a cut-off end is dropped.
[[nodiscard]] std::string tameXml(std::string_view text);

} // namespace vigie::connect::feeds
