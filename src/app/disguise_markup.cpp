// SPDX-License-Identifier: GPL-3.0-or-later
// HTML and XML: the skeleton stays, what people put into it goes.
#include "app/disguise.hpp"

#include <vigie/base/ascii.hpp>

#include <algorithm>
#include <array>
#include <cctype>

namespace vigie::app {

namespace {

constexpr std::string_view kCData = "<![CDATA[", kCDataEnd = "]]>", kComment = "<!--";
constexpr std::size_t kLongestEntity = 10;

/// Attributes whose values are words of the format, not of people.
constexpr std::array<std::string_view, 14> kKept{"class", "rel", "target", "type", "version", "encoding", "xmlns", "lang", "xml:lang", "dir", "ispermalink", "charset", "translate", "role"};

bool blank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool startsTag(std::string_view text, std::size_t at)
{
    if (at + 1 >= text.size() || text[at] != '<')
        return false;
    const auto c = static_cast<unsigned char>(text[at + 1]);
    return std::isalpha(c) != 0 || c == '/' || c == '!' || c == '?';
}

/// "&amp;" and its like: none of anybody's words.
std::size_t entityAt(std::string_view text, std::size_t at)
{
    const auto end = text.find(';', at);
    if (text[at] != '&' || end == std::string_view::npos || end - at > kLongestEntity || end - at < 2)
        return 0;
    const auto inside = text.substr(at + 1, end - at - 1);
    const bool sound = std::all_of(inside.begin(), inside.end(), [](unsigned char c) { return std::isalnum(c) != 0 || c == '#'; });
    return sound ? end - at + 1 : 0;
}

bool isAddress(std::string_view text)
{
    return text.substr(0, 7) == "http://" || text.substr(0, 8) == "https://";
}

} // namespace

std::string Disguise::attributes(std::string_view tag)
{
    std::string out;
    std::string name;
    for (std::size_t i = 0; i < tag.size(); ++i) {
        const char c = tag[i];
        if (c != '"' && c != '\'') {
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
                name.clear();
            else if (c != '=')
                name += c;
            out += c;
            continue;
        }
        const auto end = std::min(tag.find(c, i + 1), tag.size());
        const auto value = tag.substr(i + 1, end - i - 1);
        const auto key = lowerAscii(name);
        const bool kept = std::find(kKept.begin(), kKept.end(), key) != kKept.end() || key.rfind("xmlns:", 0) == 0;
        out += c;
        out += kept ? std::string(value) : anything(value);
        if (end < tag.size())
            out += c;
        i = end;
        name.clear();
    }
    return out;
}

std::string Disguise::markup(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        if (text.substr(i, kCData.size()) == kCData) {
            out += kCData;
            i += kCData.size();
        } else if (text.substr(i, kCDataEnd.size()) == kCDataEnd) {
            out += kCDataEnd;
            i += kCDataEnd.size();
        } else if (text.substr(i, kComment.size()) == kComment) {
            const auto end = text.find("-->", i);
            i = end == std::string_view::npos ? text.size() : end + 3; // nobody needs it
        } else if (startsTag(text, i)) {
            const auto end = std::min(text.find('>', i), text.size() - 1);
            out += attributes(text.substr(i, end + 1 - i));
            i = end + 1;
        } else if (const auto entity = entityAt(text, i); entity > 0) {
            out += text.substr(i, entity);
            i += entity;
        } else {
            auto end = i + 1;
            while (end < text.size() && text[end] != '<' && text[end] != '&' && text.substr(end, kCDataEnd.size()) != kCDataEnd)
                ++end;
            const auto run = text.substr(i, end - i);
            out += blank(run) ? std::string(run) : time(run).value_or(isAddress(run) ? address(run) : words(run));
            i = end;
        }
    }
    return out;
}

std::string Disguise::anything(std::string_view text)
{
    if (blank(text))
        return std::string(text);
    if (auto moved = time(text))
        return *moved;
    if (isAddress(text) && text.find_first_of(" \t\r\n<") == std::string_view::npos)
        return address(text);
    return text.find('<') != std::string_view::npos || text.find('&') != std::string_view::npos ? markup(text) : words(text);
}

} // namespace vigie::app
