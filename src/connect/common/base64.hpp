// SPDX-License-Identifier: GPL-3.0-or-later
// Base64 (RFC 4648) by OpenSSL.
// Thread: pure functions. Errors: none; what is no base64 is empty.
#pragma once

#include <string>
#include <string_view>

namespace vigie::connect {

[[nodiscard]] std::string toBase64(std::string_view bytes);
/// With line breaks or without, of either alphabet, padded or not.
[[nodiscard]] std::string fromBase64(std::string_view written);

} // namespace vigie::connect
