// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/rich_text.hpp>

#include <unicode/utf8.h>

namespace vigie::text {

std::string cleanUtf8(std::string_view bytes)
{
    std::string clean;
    clean.reserve(bytes.size());
    const auto *data = reinterpret_cast<const std::uint8_t *>(bytes.data());
    const auto length = static_cast<int32_t>(bytes.size());
    int32_t kept = 0; // up to where bytes stand in `clean`: what is in order is taken over in long runs
    for (int32_t at = 0; at < length;) {
        const auto begin = at;
        UChar32 c = 0;
        U8_NEXT(data, at, length, c);
        if (c >= 0x20 ? c != 0x7F : c == '\n' || c == '\t')
            continue;
        clean.append(bytes.substr(static_cast<std::size_t>(kept), static_cast<std::size_t>(begin - kept)));
        if (c < 0)
            clean += "\xEF\xBF\xBD";
        kept = at;
    }
    clean.append(bytes.substr(static_cast<std::size_t>(kept)));
    return clean;
}

} // namespace vigie::text
