// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/base/csv.hpp>

namespace vigie {

std::string csvCell(std::string_view text)
{
    const bool formula = !text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos;
    std::string quoted = "\"";
    if (formula)
        quoted += '\'';
    for (const char c : text) {
        quoted += c;
        if (c == '"')
            quoted += '"';
    }
    return quoted + "\"";
}

} // namespace vigie
