// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/fold.hpp>

#include <algorithm>
#include <array>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace vigie::text {

namespace {

enum class Class : std::uint8_t {
    Separator, ///< ends a word
    Letter,    ///< part of a word
    Mark,      ///< combining: vanishes, the word goes on
    Symbol,    ///< emoji and the like: a word of its own
    Joiner,    ///< zero width joiner, variation selector, skin tone: glues an emoji sequence, vanishes
    Ideograph  ///< written without spaces: each character is a word
};

bool withoutSpaces(UChar32 c)
{
    return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x2E80 && c <= 0x9FFF && !(c >= 0x3000 && c <= 0x3020)) || (c >= 0xF900 && c <= 0xFAFF)
           || (c >= 0x20000 && c <= 0x3FFFF);
}

Class classOf(UChar32 c)
{
    if (c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x1F3FB && c <= 0x1F3FF) || (c >= 0xE0020 && c <= 0xE007F))
        return Class::Joiner;
    if (c == 0x02BC || c == 0xFFFD) // an apostrophe that Unicode calls a letter; what broken bytes became
        return Class::Separator;
    switch (u_charType(c)) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_DECIMAL_DIGIT_NUMBER:
    case U_LETTER_NUMBER:
    case U_OTHER_NUMBER: return withoutSpaces(c) ? Class::Ideograph : Class::Letter;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK: return Class::Mark;
    case U_OTHER_SYMBOL: return Class::Symbol;
    default: return Class::Separator;
    }
}

/// Emoji and most of Chinese: nothing to fold, and too many to be asked of ICU one by one.
bool unchanged(UChar32 c)
{
    return (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF) || (c >= 0x4E00 && c <= 0x9FFF);
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

/// Case, accents, ligatures and width away, by ICU. The table below holds the answers for the scripts we meet daily.
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
        else if (kind == Class::Letter || kind == Class::Symbol || kind == Class::Ideograph)
            icu::UnicodeString(piece).toUTF8String(out);
    }
    return out;
}

struct Entry {
    Class kind = Class::Separator;
    std::uint8_t size = 0;
    std::array<char, 6> bytes{};
};
constexpr UChar32 kTableEnd = 0x2000; // Latin, Greek, Cyrillic, Hebrew, Arabic, Vietnamese

const std::array<Entry, kTableEnd> &table()
{
    static const auto *built = [] {
        auto *entries = new std::array<Entry, kTableEnd>;
        for (UChar32 c = 0; c < kTableEnd; ++c) {
            auto &entry = (*entries)[static_cast<std::size_t>(c)];
            entry.kind = classOf(c);
            if (entry.kind != Class::Letter && entry.kind != Class::Symbol)
                continue;
            const auto folded = foldedSlowly(c);
            if (folded.empty() || folded.size() > entry.bytes.size()) {
                entry.kind = folded.empty() ? Class::Mark : Class::Separator;
                continue;
            }
            entry.size = static_cast<std::uint8_t>(folded.size());
            std::copy(folded.begin(), folded.end(), entry.bytes.begin());
        }
        return entries;
    }();
    return *built;
}

/// Letters and digits of ASCII, folded; 0 for the other bytes. Most of what people write is runs of these.
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

bool startsLink(std::string_view text, std::size_t at)
{
    const auto rest = text.substr(at, 8);
    return rest.rfind("http://", 0) == 0 || rest.rfind("https://", 0) == 0;
}

bool endsLink(char c)
{
    return static_cast<unsigned char>(c) <= 0x20 || c == '"' || c == '<' || c == '>';
}

bool regionalIndicator(UChar32 c)
{
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}

/// Walks the text once and hands each finished word to `emit(word, begin, end)`.
template <class Emit>
class Walker {
public:
    Walker(std::string_view text, Emit emit) : text_(text), emit_(std::move(emit)) {}

    void walk()
    {
        const auto &entries = table();
        const auto &letters = plainLetters();
        const auto length = static_cast<int32_t>(text_.size());
        const auto *bytes = reinterpret_cast<const std::uint8_t *>(text_.data());
        for (int32_t at = 0; at < length;) {
            const auto begin = at;
            if (bytes[at] == 'h' && !inWord() && startsLink(text_, static_cast<std::size_t>(at))) {
                at += bytes[at + 4] == 's' ? 8 : 7;
                inLink_ = true;
                continue;
            }
            if (letters[bytes[at]] != 0) { // ends no link and no word
                if (symbol_)
                    finish();
                if (!inWord())
                    begin_ = begin;
                for (; at < length && letters[bytes[at]] != 0; ++at)
                    word_ += letters[bytes[at]];
                end_ = at;
                continue;
            }
            UChar32 c = 0;
            U8_NEXT(bytes, at, length, c);
            if (c < 0)
                c = 0xFFFD;
            if (inLink_) {
                if (endsLink(text_[static_cast<std::size_t>(begin)]))
                    inLink_ = false;
                else if (c == '?' || c == '#') { // what follows is for machines: it would flood the vocabulary
                    while (at < length && !endsLink(text_[static_cast<std::size_t>(at)]))
                        ++at;
                }
            }
            if (c < kTableEnd) {
                const auto &entry = entries[static_cast<std::size_t>(c)];
                take(c, entry.kind, std::string_view(entry.bytes.data(), entry.size), begin, at);
            } else {
                const auto kind = classOf(c);
                if (kind == Class::Letter || kind == Class::Symbol || kind == Class::Ideograph)
                    takeRare(c, kind, begin, at);
                else
                    take(c, kind, {}, begin, at);
            }
        }
        finish();
    }

private:
    /// What a character folds into is judged again, piece by piece: a word that is folded twice must stay what it is.
    void takeRare(UChar32 c, Class kind, int32_t begin, int32_t end)
    {
        if (unchanged(c)) {
            std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
            std::size_t size = 0;
            U8_APPEND_UNSAFE(bytes.data(), size, c);
            take(c, kind, std::string_view(reinterpret_cast<const char *>(bytes.data()), size), begin, end);
            return;
        }
        const auto pieces = foldedSlowly(c);
        const auto *data = reinterpret_cast<const std::uint8_t *>(pieces.data());
        for (int32_t at = 0; at < static_cast<int32_t>(pieces.size());) {
            const auto from = at;
            UChar32 piece = 0;
            U8_NEXT(data, at, static_cast<int32_t>(pieces.size()), piece);
            take(piece, classOf(piece), std::string_view(pieces).substr(static_cast<std::size_t>(from), static_cast<std::size_t>(at - from)), begin, end);
        }
    }
    [[nodiscard]] bool inWord() const { return !word_.empty(); }

    void take(UChar32 c, Class kind, std::string_view folded, int32_t begin, int32_t end)
    {
        switch (kind) {
        case Class::Separator:
            finish();
            return;
        case Class::Mark:
            if (inWord())
                end_ = end;
            return;
        case Class::Joiner:
            if (inWord()) {
                end_ = end;
                joined_ = c == 0x200D;
            }
            return;
        case Class::Ideograph:
            finish();
            append(folded, begin, end);
            finish();
            return;
        case Class::Symbol: {
            const bool secondOfFlag = symbol_ && regionalIndicator(c) && flagHalf_;
            if (inWord() && !(symbol_ && joined_) && !secondOfFlag)
                finish();
            flagHalf_ = regionalIndicator(c) && !secondOfFlag;
            joined_ = false;
            symbol_ = true;
            append(folded, begin, end);
            return;
        }
        case Class::Letter:
            if (symbol_)
                finish();
            append(folded, begin, end);
            return;
        }
    }
    void append(std::string_view folded, int32_t begin, int32_t end)
    {
        if (word_.empty())
            begin_ = begin;
        word_ += folded;
        end_ = end;
    }
    void finish()
    {
        if (inWord())
            emit_(word_, static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(end_));
        word_.clear();
        symbol_ = joined_ = flagHalf_ = false;
    }

    std::string_view text_;
    Emit emit_;
    std::string word_;
    int32_t begin_ = 0, end_ = 0;
    bool symbol_ = false, joined_ = false, flagHalf_ = false, inLink_ = false;
};

template <class Emit>
void walk(std::string_view text, Emit emit)
{
    Walker<Emit>(text.substr(0, static_cast<std::size_t>(INT32_MAX)), std::move(emit)).walk();
}

} // namespace

std::vector<Token> tokenize(std::string_view text)
{
    std::vector<Token> tokens;
    tokens.reserve(std::min<std::size_t>(text.size() / 5 + 1, 4096));
    walk(text, [&tokens](const std::string &word, std::uint32_t begin, std::uint32_t end) { tokens.push_back(Token{word, begin, end}); });
    return tokens;
}

std::string fold(std::string_view text)
{
    std::string folded;
    folded.reserve(text.size());
    walk(text, [&folded](const std::string &word, std::uint32_t, std::uint32_t) {
        if (!folded.empty())
            folded += ' ';
        folded += word;
    });
    return folded;
}

} // namespace vigie::text
