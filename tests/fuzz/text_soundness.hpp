// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold of any text with ranges, whatever it was made from.
// Thread: any. Errors: ends the program, which is how a fuzz target complains.
#pragma once

#include <vigie/text/rich_text.hpp>

#include <cstdio>
#include <cstdlib>

namespace vigie::fuzz {

inline void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken: %s\n", what);
    std::abort();
}

inline void requireSound(const text::RichText &rich)
{
    require(text::cleanUtf8(rich.text) == rich.text, "the text is clean UTF-8");
    std::uint32_t last = 0;
    for (const auto &span : rich.spans) {
        require(span.begin >= last && span.begin < span.end && span.end <= rich.text.size(), "ranges are ordered and inside the text");
        require((static_cast<unsigned char>(rich.text[span.begin]) & 0xC0U) != 0x80U, "a range starts at a character");
        require(span.end == rich.text.size() || (static_cast<unsigned char>(rich.text[span.end]) & 0xC0U) != 0x80U, "a range ends at a character");
        require(span.kind != TextSpan::Kind::Link || span.target.rfind("http", 0) == 0 || span.target.rfind("mailto:", 0) == 0, "links lead to the web");
        last = span.end;
    }
}

} // namespace vigie::fuzz
