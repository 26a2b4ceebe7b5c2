// SPDX-License-Identifier: GPL-3.0-or-later
// twitter-text's configuration v3: what a text without links weighs.
// Thread: pure. Errors: none.
#pragma once

#include <string_view>

namespace vigie::text {

/// Emoji weigh 2 whatever they are made of; Latin, Greek, Cyrillic, Arabic and a few signs 1, all else 2. Counted in composed form (NFC).
[[nodiscard]] int xWeight(std::string_view text);

} // namespace vigie::text
