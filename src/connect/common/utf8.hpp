// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <unicode/utf8.h>

namespace vigie::connect {

/// Where the first byte is that cannot be part of UTF-8; the length when all of it can.
[[nodiscard]] inline std::size_t validUtf8Prefix(std::string_view bytes)
{
    const auto *data = reinterpret_cast<const std::uint8_t *>(bytes.data());
    const auto length = static_cast<int32_t>(bytes.size());
    for (int32_t at = 0; at < length;) {
        const auto begin = at;
        UChar32 c = 0;
        U8_NEXT(data, at, length, c);
        if (c < 0)
            return static_cast<std::size_t>(begin);
    }
    return bytes.size();
}

[[nodiscard]] inline bool validUtf8(std::string_view bytes)
{
    return validUtf8Prefix(bytes) == bytes.size();
}

} // namespace vigie::connect
