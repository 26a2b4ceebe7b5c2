// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/markdown.hpp"

#include <string_view>

namespace vigie::desk {

std::string escapedMarkdown(const std::string &text)
{
    std::string out;
    for (const char c : text) {
        if (std::string_view("\\`*_{}[]()#+-.!|~>").find(c) != std::string_view::npos)
            out += '\\';
        if (c == '<')
            out += "&lt;";
        else if (c == '&')
            out += "&amp;";
        else
            out += c;
    }
    return out;
}

} // namespace vigie::desk
