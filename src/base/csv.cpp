// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/base/csv.hpp>

namespace vigie {

namespace {

bool beginsFormula(std::string_view text) noexcept
{
    return !text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos;
}

} // namespace

std::string csvCell(std::string_view text)
{
    std::string quoted = "\"";
    if (beginsFormula(text))
        quoted += '\'';
    for (const char c : text) {
        quoted += c;
        if (c == '"')
            quoted += '"';
    }
    return quoted + "\"";
}

std::string_view fromCsvCell(std::string_view text) noexcept
{
    return text.size() > 1 && text.front() == '\'' && beginsFormula(text.substr(1)) ? text.substr(1) : text;
}

} // namespace vigie
