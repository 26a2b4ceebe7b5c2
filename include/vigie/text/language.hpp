// SPDX-License-Identifier: GPL-3.0-or-later
// Which language a text is in.
// Thread: pure. Errors: none; "und" when it cannot be told.
#pragma once

#include <string>
#include <string_view>

namespace vigie::text {

/// ISO 639-1 code or "und". `hint` is what the network or the author's other posts say, used when the text is too short.
[[nodiscard]] std::string detectLanguage(std::string_view text, std::string_view hint = {});

} // namespace vigie::text
