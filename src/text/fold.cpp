// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/fold.hpp>

#include "text/fold_table.hpp"

#include <algorithm>
#include <array>
#include <unicode/utf8.h>
#include <utility>

namespace vigie::text {

namespace {

/// Emoji and most of Chinese: nothing to fold, and too many to be asked of ICU one by one.
bool unchanged(UChar32 c)
{
    return (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF) || (c >= 0x4E00 && c <= 0x9FFF);
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

/// Where the words of a walk are written: one behind the other with a space between them (kLine), or each over the last.
/// There is always room for what is left of the text, so that runs of plain letters need not ask.
class WordBuffer {
public:
    WordBuffer(std::size_t textBytes, bool line) : line_(line), bytes_(textBytes + kSlack, '\0') {}

    [[nodiscard]] bool inWord() const { return end_ != begin_; }
    [[nodiscard]] std::string_view word() const { return std::string_view(bytes_).substr(begin_, end_ - begin_); }
    [[nodiscard]] char *plain() { return bytes_.data() + end_; }
    void tookPlain(const char *behind) { end_ = static_cast<std::size_t>(behind - bytes_.data()); }
    void append(std::string_view folded, std::size_t textLeft)
    {
        if (const auto wanted = end_ + folded.size() + textLeft + kSlack; wanted > bytes_.size())
            bytes_.resize(wanted + wanted / 2);
        std::copy(folded.begin(), folded.end(), bytes_.begin() + static_cast<std::ptrdiff_t>(end_));
        end_ += folded.size();
    }
    void next()
    {
        if (line_ && inWord())
            bytes_[end_++] = ' ';
        else
            end_ = begin_;
        begin_ = end_;
    }
    [[nodiscard]] std::string takeLine()
    {
        bytes_.resize(end_ > 0 ? end_ - 1 : 0);
        return std::move(bytes_);
    }

private:
    static constexpr std::size_t kSlack = 16; ///< spaces between words that touch in the text

    bool line_;
    std::string bytes_;
    std::size_t begin_ = 0, end_ = 0; ///< of the word
};

/// Walks the text once and hands each finished word to `emit(word, begin, end)`.
template <class Emit>
class Walker {
public:
    Walker(std::string_view text, WordBuffer &buffer, Emit emit) : text_(text), buffer_(buffer), emit_(std::move(emit)) {}

    void walk()
    {
        const auto &entries = foldTable();
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
                auto *to = buffer_.plain();
                for (char letter = 0; at < length && (letter = letters[bytes[at]]) != 0; ++at)
                    *to++ = letter;
                buffer_.tookPlain(to);
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
            if (c < kFoldTableEnd) {
                const auto &entry = entries[static_cast<std::size_t>(c)];
                take(c, entry.kind, std::string_view(entry.bytes.data(), entry.size), begin, at);
            } else {
                const auto kind = classOf(c);
                if (kind == CharClass::Letter || kind == CharClass::Symbol || kind == CharClass::Ideograph)
                    takeRare(c, kind, begin, at);
                else
                    take(c, kind, {}, begin, at);
            }
        }
        finish();
    }

private:
    /// What a character folds into is judged again, piece by piece: a word that is folded twice must stay what it is.
    void takeRare(UChar32 c, CharClass kind, int32_t begin, int32_t end)
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
    [[nodiscard]] bool inWord() const { return buffer_.inWord(); }

    void take(UChar32 c, CharClass kind, std::string_view folded, int32_t begin, int32_t end)
    {
        switch (kind) {
        case CharClass::Separator:
            finish();
            return;
        case CharClass::Mark:
            if (inWord())
                end_ = end;
            return;
        case CharClass::Joiner:
            if (inWord()) {
                end_ = end;
                joined_ = c == 0x200D;
            }
            return;
        case CharClass::Ideograph:
            finish();
            append(folded, begin, end);
            finish();
            return;
        case CharClass::Symbol: {
            const bool secondOfFlag = symbol_ && regionalIndicator(c) && flagHalf_;
            if (inWord() && !(symbol_ && joined_) && !secondOfFlag)
                finish();
            flagHalf_ = regionalIndicator(c) && !secondOfFlag;
            joined_ = false;
            symbol_ = true;
            append(folded, begin, end);
            return;
        }
        case CharClass::Letter:
            if (symbol_)
                finish();
            append(folded, begin, end);
            return;
        }
    }
    void append(std::string_view folded, int32_t begin, int32_t end)
    {
        if (!inWord())
            begin_ = begin;
        buffer_.append(folded, text_.size() - static_cast<std::size_t>(end));
        end_ = end;
    }
    void finish()
    {
        if (inWord())
            emit_(buffer_.word(), static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(end_));
        buffer_.next();
        symbol_ = joined_ = flagHalf_ = false;
    }

    std::string_view text_;
    WordBuffer &buffer_;
    Emit emit_;
    int32_t begin_ = 0, end_ = 0;
    bool symbol_ = false, joined_ = false, flagHalf_ = false, inLink_ = false;
};

/// What one folds at a time; offsets are of 32 bits.
std::string_view walkable(std::string_view text)
{
    return text.substr(0, static_cast<std::size_t>(INT32_MAX));
}

} // namespace

std::vector<Token> tokenize(std::string_view text)
{
    text = walkable(text);
    std::vector<Token> tokens;
    tokens.reserve(std::min<std::size_t>(text.size() / 5 + 1, 4096));
    WordBuffer buffer(text.size(), false);
    Walker(text, buffer, [&tokens](std::string_view word, std::uint32_t begin, std::uint32_t end) { tokens.push_back(Token{std::string(word), begin, end}); }).walk();
    return tokens;
}

std::string fold(std::string_view text)
{
    text = walkable(text);
    WordBuffer buffer(text.size(), true);
    Walker(text, buffer, [](std::string_view, std::uint32_t, std::uint32_t) {}).walk();
    return buffer.takeLine();
}

} // namespace vigie::text
