// SPDX-License-Identifier: GPL-3.0-or-later
// Letters as protocols mean them, whatever the locale.
#pragma once

#include <vigie/base/ascii.hpp>

#include <string>
#include <string_view>

namespace vigie::net {

using vigie::lowerAscii;

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr bool equalsIgnoreCase(std::string_view a, std::string_view b)
{
    if (a.size() != b.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (lowerAscii(a[i]) != lowerAscii(b[i]))
            return false;
    return true;
}

constexpr std::string_view trim(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r' || text.back() == '\n'))
        text.remove_suffix(1);
    return text;
}

} // namespace vigie::net
