// SPDX-License-Identifier: GPL-3.0-or-later
// Letters and blanks as protocols, markup and names of fields mean them, whatever the locale; never the words of people (text::fold).
// Thread: pure functions. Errors: none.
#pragma once

#include <string>
#include <string_view>

namespace vigie {

[[nodiscard]] constexpr char lowerAscii(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

[[nodiscard]] inline std::string lowerAscii(std::string_view text)
{
    std::string lower(text);
    for (char &c : lower)
        c = lowerAscii(c);
    return lower;
}

/// Without the blanks, tabs and line ends around it.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text) noexcept
{
    constexpr std::string_view kSpace = " \t\r\n";
    const auto first = text.find_first_not_of(kSpace);
    return first == std::string_view::npos ? std::string_view{} : text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

} // namespace vigie
