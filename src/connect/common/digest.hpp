// SPDX-License-Identifier: GPL-3.0-or-later
// Identities for what has none of its own.
// Thread: pure. Errors: none; the text itself where no digest can be made.
#pragma once

#include <cstddef>
#include <string>

namespace vigie::connect {

/// The first `bytes` of the SHA-256 of `text`, as hexadecimal digits.
[[nodiscard]] std::string sha256Hex(const std::string &text, std::size_t bytes);

} // namespace vigie::connect
