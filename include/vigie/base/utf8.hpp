// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of UTF-8, cut where a character ends. What a person takes for one letter is text::graphemes.
// Thread: pure functions. Errors: none.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vigie {

[[nodiscard]] constexpr bool continuesUtf8(char c) noexcept
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// The first `most` bytes or some fewer: a character is never cut in two.
[[nodiscard]] constexpr std::string_view cutUtf8(std::string_view text, std::size_t most) noexcept
{
    if (text.size() <= most)
        return text;
    while (most > 0 && continuesUtf8(text[most]))
        --most;
    return text.substr(0, most);
}

inline void shortenUtf8(std::string &text, std::size_t most)
{
    text.resize(cutUtf8(text, most).size());
}

} // namespace vigie
