// SPDX-License-Identifier: GPL-3.0-or-later
// What single characters fold into: a table for the scripts met daily, ICU for the rest.
// Thread: pure functions. Errors: none.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unicode/umachine.h>

namespace vigie::text {

enum class CharClass : std::uint8_t {
    Separator, ///< ends a word
    Letter,    ///< part of a word
    Mark,      ///< combining: vanishes, the word goes on
    Symbol,    ///< emoji and the like: a word of its own
    Joiner,    ///< zero width joiner, variation selector, skin tone: glues an emoji sequence, vanishes
    Ideograph  ///< written without spaces: each character is a word
};

struct FoldedChar {
    CharClass kind = CharClass::Separator;
    std::uint8_t size = 0;
    std::array<char, 6> bytes{};
};
inline constexpr UChar32 kFoldTableEnd = 0x2000; // Latin, Greek, Cyrillic, Hebrew, Arabic, Vietnamese

[[nodiscard]] CharClass classOf(UChar32 c);
/// Case, accents, ligatures and width away, by ICU.
[[nodiscard]] std::string foldedSlowly(UChar32 c);
/// foldedSlowly() of all below kFoldTableEnd.
[[nodiscard]] const std::array<FoldedChar, kFoldTableEnd> &foldTable();
/// Letters and digits of ASCII, folded; 0 for the other bytes. Most of what people write is runs of these.
[[nodiscard]] const std::array<char, 256> &plainLetters();

} // namespace vigie::text
