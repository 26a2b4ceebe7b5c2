// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/fold_table.hpp"

#include <algorithm>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace vigie::text {

namespace {

bool withoutSpaces(UChar32 c)
{
    return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x2E80 && c <= 0x9FFF && !(c >= 0x3000 && c <= 0x3020)) || (c >= 0xF900 && c <= 0xFAFF)
           || (c >= 0x20000 && c <= 0x3FFFF);
}

/// Letters that Unicode does not take apart, but people type so.
const char *spelledOut(UChar32 c)
{
    switch (c) {
    case 0x0153: return "oe";
    case 0x00E6: return "ae";
    case 0x00F8: return "o";
    case 0x0142: return "l";
    case 0x0111: return "d";
    default: return nullptr;
    }
}

} // namespace

CharClass classOf(UChar32 c)
{
    if (c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x1F3FB && c <= 0x1F3FF) || (c >= 0xE0020 && c <= 0xE007F))
        return CharClass::Joiner;
    if (c == 0x02BC || c == 0xFFFD) // an apostrophe that Unicode calls a letter; what broken bytes became
        return CharClass::Separator;
    switch (u_charType(c)) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_DECIMAL_DIGIT_NUMBER:
    case U_LETTER_NUMBER:
    case U_OTHER_NUMBER: return withoutSpaces(c) ? CharClass::Ideograph : CharClass::Letter;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK: return CharClass::Mark;
    case U_OTHER_SYMBOL: return CharClass::Symbol;
    default: return CharClass::Separator;
    }
}

std::string foldedSlowly(UChar32 c)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto *caseFold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const auto *decompose = icu::Normalizer2::getNFKDInstance(status);
    icu::UnicodeString whole(c);
    if (U_SUCCESS(status)) {
        const auto folded = caseFold->normalize(whole, status);
        whole = decompose->normalize(folded, status);
    }
    std::string out;
    for (int32_t i = 0; i < whole.length(); i = whole.moveIndex32(i, 1)) {
        const auto piece = whole.char32At(i);
        const auto kind = classOf(piece);
        if (const auto *spelled = spelledOut(piece))
            out += spelled;
        else if (kind == CharClass::Letter || kind == CharClass::Symbol || kind == CharClass::Ideograph)
            icu::UnicodeString(piece).toUTF8String(out);
    }
    return out;
}

const std::array<FoldedChar, kFoldTableEnd> &foldTable()
{
    static const auto *built = [] {
        auto *entries = new std::array<FoldedChar, kFoldTableEnd>;
        for (UChar32 c = 0; c < kFoldTableEnd; ++c) {
            auto &entry = (*entries)[static_cast<std::size_t>(c)];
            entry.kind = classOf(c);
            if (entry.kind != CharClass::Letter && entry.kind != CharClass::Symbol)
                continue;
            const auto folded = foldedSlowly(c);
            if (folded.empty() || folded.size() > entry.bytes.size()) {
                entry.kind = folded.empty() ? CharClass::Mark : CharClass::Separator;
                continue;
            }
            entry.size = static_cast<std::uint8_t>(folded.size());
            std::copy(folded.begin(), folded.end(), entry.bytes.begin());
        }
        return entries;
    }();
    return *built;
}

const std::array<char, 256> &plainLetters()
{
    static const auto letters = [] {
        std::array<char, 256> out{};
        for (int c = '0'; c <= 'z'; ++c) {
            const bool upper = c >= 'A' && c <= 'Z';
            if (c <= '9' || upper || c >= 'a')
                out[static_cast<std::size_t>(c)] = static_cast<char>(upper ? c + 32 : c);
        }
        return out;
    }();
    return letters;
}

} // namespace vigie::text
