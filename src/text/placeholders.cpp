// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/placeholders.hpp>

#include <vigie/base/ascii.hpp>

#include <algorithm>

namespace vigie::text {

namespace {

bool mayStandInName(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || c == '_' || c == '-' || c == ' ' || c == '\'';
}

} // namespace

std::vector<Placeholder> placeholders(std::string_view text)
{
    std::vector<Placeholder> out;
    for (auto at = text.find("{{"); at != std::string_view::npos; at = text.find("{{", at)) {
        const auto close = text.find("}}", at + 2);
        if (close == std::string_view::npos)
            break;
        const auto inside = text.substr(at + 2, close - at - 2);
        const auto name = trimmed(inside);
        if (name.empty() || name.size() > kLongestPlaceholder || !std::all_of(inside.begin(), inside.end(), mayStandInName)) {
            ++at; // "{{{name}}" holds a name, one brace further
            continue;
        }
        out.push_back({std::string(name), static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(close + 2)});
        at = close + 2;
    }
    return out;
}

std::vector<std::string> placeholderNames(std::string_view text)
{
    std::vector<std::string> out;
    for (auto &one : placeholders(text))
        if (std::find(out.begin(), out.end(), one.name) == out.end())
            out.push_back(std::move(one.name));
    return out;
}

std::string filled(std::string_view text, const std::unordered_map<std::string, std::string> &values)
{
    std::string out;
    std::size_t copied = 0;
    for (const auto &one : placeholders(text)) {
        const auto found = values.find(one.name);
        if (found == values.end() || found->second.empty())
            continue;
        out += text.substr(copied, one.begin - copied);
        out += found->second;
        copied = one.end;
    }
    return out += text.substr(copied);
}

} // namespace vigie::text
