// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/feeds/entities.hpp"

#include <cstdlib>
#include <libxml/HTMLparser.h>

namespace vigie::connect::feeds {

namespace {

bool nameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

void appendCodePoint(std::string &out, unsigned int c)
{
    const auto byte = [&out](unsigned int value) { out += static_cast<char>(value); };
    if (c < 0x80) {
        byte(c);
    } else if (c < 0x800) {
        byte(0xC0U | (c >> 6U));
        byte(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        byte(0xE0U | (c >> 12U));
        byte(0x80U | ((c >> 6U) & 0x3FU));
        byte(0x80U | (c & 0x3FU));
    } else {
        byte(0xF0U | (c >> 18U));
        byte(0x80U | ((c >> 12U) & 0x3FU));
        byte(0x80U | ((c >> 6U) & 0x3FU));
        byte(0x80U | (c & 0x3FU));
    }
}

/// End of the DOCTYPE that begins at `at`, its internal subset included.
std::size_t doctypeEnd(std::string_view text, std::size_t at)
{
    int brackets = 0;
    char quote = '\0';
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (quote != '\0') {
            quote = c == quote ? '\0' : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '[') {
            ++brackets;
        } else if (c == ']') {
            --brackets;
        } else if (c == '>' && brackets <= 0) {
            return at + 1;
        }
    }
    return text.size();
}

/// Handles "&...;" at `at`; returns where to go on.
std::size_t reference(std::string_view text, std::size_t at, std::string &out)
{
    auto end = at + 1;
    if (end < text.size() && text[end] == '#')
        ++end;
    while (end < text.size() && nameByte(text[end]) && end - at < 34)
        ++end;
    const bool closed = end < text.size() && text[end] == ';';
    const auto name = std::string(text.substr(at + 1, end - at - 1));
    if (closed && name.size() > 1 && name[0] == '#') {
        const bool hex = name[1] == 'x' || name[1] == 'X';
        const auto code = std::strtoul(name.c_str() + (hex ? 2 : 1), nullptr, hex ? 16 : 10);
        const bool allowed = code == 9 || code == 10 || code == 13 || (code >= 0x20 && code <= 0xD7FF) || (code >= 0xE000 && code <= 0xFFFD)
                             || (code >= 0x10000 && code <= 0x10FFFF);
        if (allowed)
            out.append(text.substr(at, end + 1 - at)); // libxml2 reads it; "&#60;" must stay escaped
        else
            out += ' ';
        return end + 1;
    }
    if (closed && (name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos")) {
        out.append(text.substr(at, end + 1 - at));
        return end + 1;
    }
    if (closed) {
        if (const auto *entity = htmlEntityLookup(reinterpret_cast<const xmlChar *>(name.c_str()))) {
            appendCodePoint(out, entity->value);
            return end + 1;
        }
    }
    out += "&amp;"; // a bare ampersand, or an entity of the document's own making: shown as written
    return at + 1;
}

} // namespace

std::string tameXml(std::string_view text)
{
    std::string out;
    out.reserve(text.size() + text.size() / 16);
    const auto begin = text.find('<');
    if (begin == std::string_view::npos)
        return out;
    bool cdata = false;
    for (auto at = begin; at < text.size();) {
        const char c = text[at];
        if (cdata) {
            if (text.substr(at, 3) == "]]>") {
                cdata = false;
                out += "]]>";
                at += 3;
                continue;
            }
        } else if (c == '<') {
            if (text.substr(at, 9) == "<![CDATA[") {
                cdata = true;
                out += "<![CDATA[";
                at += 9;
                continue;
            }
            const auto word = text.substr(at, 9);
            if (word == "<!DOCTYPE" || word == "<!doctype") {
                at = doctypeEnd(text, at);
                continue;
            }
            if (text.substr(at, 4) == "<!--") {
                const auto end = text.find("-->", at + 4);
                at = end == std::string_view::npos ? text.size() : end + 3;
                continue;
            }
            if (text.substr(at, 5) == "<?xml" && text.substr(at, 6) != "<?xml-") { // says an encoding that is no longer true
                const auto end = text.find("?>", at);
                at = end == std::string_view::npos ? text.size() : end + 2;
                continue;
            }
        } else if (c == '&') {
            at = reference(text, at, out);
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 || byte == '\n' || byte == '\t' || byte == '\r')
            out += c;
        ++at;
    }
    if (cdata)
        out += "]]>";
    return out;
}

} // namespace vigie::connect::feeds
