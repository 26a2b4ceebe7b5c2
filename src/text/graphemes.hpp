// SPDX-License-Identifier: GPL-3.0-or-later
// Walking a text cluster by cluster, and telling which clusters are emoji.
// Thread: pure functions. Errors: none.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

namespace vigie::text {

/// Calls `each(begin, end)` with the byte range of every grapheme cluster until it answers false.
template <class Each>
void eachGrapheme(std::string_view text, const Each &each)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> breaks(icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    UText view = UTEXT_INITIALIZER;
    utext_openUTF8(&view, text.data(), static_cast<int64_t>(text.size()), &status);
    if (U_FAILURE(status) || !breaks)
        return;
    breaks->setText(&view, status);
    auto begin = breaks->first();
    for (auto end = breaks->next(); end != icu::BreakIterator::DONE; begin = end, end = breaks->next())
        if (!each(static_cast<std::size_t>(begin), static_cast<std::size_t>(end)))
            break;
    utext_close(&view);
}

/// Calls `each(c)` with every code point; broken bytes are U+FFFD.
template <class Each>
void eachCodePoint(std::string_view text, const Each &each)
{
    const auto *data = reinterpret_cast<const std::uint8_t *>(text.data());
    const auto length = static_cast<int32_t>(text.size());
    for (int32_t at = 0; at < length;) {
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(data, at, length, c);
        each(c);
    }
}

/// Shown as a picture: a character that is one by itself, one made so by U+FE0F, a keycap, a flag. Characters that are
/// words as often as pictures (digits, the signs of copyright and trade mark) need the U+FE0F.
[[nodiscard]] inline bool isEmoji(std::string_view cluster)
{
    constexpr UChar32 kKeycap = 0x20E3, kAsPicture = 0xFE0F, kAsText = 0xFE0E, kFirstSymbol = 0x203C, kTradeMark = 0x2122;
    bool picture = false, base = false, asText = false;
    eachCodePoint(cluster, [&](UChar32 c) {
        const bool emoji = u_hasBinaryProperty(c, UCHAR_EMOJI) != 0;
        picture = picture || u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION) != 0 || c == kKeycap || (c == kAsPicture && base)
                  || (emoji && c >= kFirstSymbol && c != kTradeMark);
        base = base || emoji;
        asText = asText || c == kAsText;
    });
    return picture && base && !asText;
}

} // namespace vigie::text
