// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/mime.hpp"

#include <array>

namespace vigie::net {

void startMime()
{
    static const bool started = [] {
        g_mime_init();
        return true;
    }();
    static_cast<void>(started);
}

std::string cleanText(std::string_view bytes)
{
    if (bytes.empty())
        return {};
    const GText valid(g_utf8_make_valid(bytes.data(), static_cast<gssize>(bytes.size())));
    std::string out;
    out.reserve(bytes.size());
    for (const char *at = valid.get(); *at != '\0'; ++at) {
        const auto byte = static_cast<unsigned char>(*at);
        if (byte == '\r') {
            if (at[1] != '\n')
                out += '\n';
        } else if (byte >= 0x20 || byte == '\n' || byte == '\t') {
            if (byte != 0x7f)
                out += *at;
        }
    }
    return out;
}

std::string cleanLine(std::string_view bytes)
{
    std::string out = cleanText(bytes);
    for (char &c : out)
        if (c == '\n' || c == '\t')
            c = ' ';
    const auto first = out.find_first_not_of(' ');
    return first == std::string::npos ? std::string() : out.substr(first, out.find_last_not_of(' ') - first + 1);
}

std::string decodeHeader(const std::string &raw)
{
    startMime();
    const std::unique_ptr<GMimeParserOptions, GMimeParserOptionsFree> options(g_mime_parser_options_new());
    std::array<const char *, 3> charsets{"utf-8", "windows-1252", nullptr};
    g_mime_parser_options_set_fallback_charsets(options.get(), charsets.data());
    const GText decoded(g_mime_utils_header_decode_text(options.get(), raw.c_str()));
    return decoded ? cleanLine(decoded.get()) : std::string();
}

} // namespace vigie::net
