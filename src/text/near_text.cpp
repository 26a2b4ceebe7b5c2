// SPDX-License-Identifier: GPL-3.0-or-later
// How a text is made ready to be compared.
#include "text/graphemes.hpp"

#include <vigie/text/near_duplicate.hpp>

#include <algorithm>
#include <cmath>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unordered_set>

namespace vigie::text {

namespace {

constexpr std::size_t kShingle = 5; ///< characters

std::uint32_t wordHash(std::string_view word)
{
    std::uint32_t hash = 2166136261U;
    for (const char c : word)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash;
}

/// Words of grammar in French and English: they stand beside any word, so a pair of two of them tells nothing.
const std::unordered_set<std::uint32_t> &grammarWords()
{
    static const auto words = [] {
        std::unordered_set<std::uint32_t> out;
        for (const char *word :
             {"le",   "la",   "les",  "un",   "une",  "des",  "du",    "de",   "d",    "l",    "et",   "ou",   "en",   "au",    "aux",  "ce",   "cet",  "cette",
              "ces",  "se",   "s",    "sa",   "son",  "ses",  "mon",   "ma",   "mes",  "ton",  "ta",   "tes",  "je",   "j",     "tu",   "il",   "elle", "on",
              "nous", "vous", "ils",  "ne",   "n",    "pas",  "plus",  "que",  "qu",   "qui",  "quoi", "c",    "est",  "sont",  "a",    "ai",   "as",   "ont",
              "y",    "pour", "par",  "sur",  "dans", "avec", "sans",  "mais", "si",   "comme", "tout", "tous", "m",   "t",     "me",   "te",   "lui",  "leur",
              "the",  "an",   "and",  "or",   "of",   "to",   "in",    "is",   "are",  "was",  "were", "be",   "been", "it",    "its",  "i",    "you",  "he",
              "she",  "we",   "they", "my",   "your", "his",  "her",   "our",  "this", "that", "these", "those", "not", "for",  "with", "from", "at",   "by",
              "as",   "but",  "if",   "so",   "have", "has",  "had",   "do",   "does", "did",  "will", "would", "can", "there", "what", "all",  "just", "ca"})
            out.insert(wordHash(word));
        return out;
    }();
    return words;
}

/// Long words are rare words. Growing slowly, so that one long word does not make out the whole text.
float weightOf(std::uint32_t hash, std::size_t length)
{
    if (grammarWords().count(hash) != 0)
        return 0;
    return length < 4 ? 0.5F : std::sqrt(static_cast<float>(std::min<std::size_t>(length, 12)) - 3.0F);
}

enum class Kind : std::uint8_t { Space, Letter, Ideograph };
struct Folded {
    UChar32 lower = 0;
    Kind kind = Kind::Space;
};
Folded foldedSlowly(UChar32 c)
{
    constexpr std::uint32_t kWordLike = U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK;
    if ((U_MASK(u_charType(c)) & kWordLike) == 0 || c == 0xFFFD || (c >= 0xFE00 && c <= 0xFE0F)) // selectors of emoji are marks
        return {};
    const bool ideograph = u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0 || (c >= 0x3041 && c <= 0x30FF);
    return {u_tolower(c), ideograph ? Kind::Ideograph : Kind::Letter};
}
Folded foldedOf(UChar32 c)
{
    constexpr UChar32 kTable = 0x600; // Latin, Greek, Cyrillic
    static const auto table = [] {
        std::array<Folded, kTable> out{};
        for (UChar32 at = 0; at < kTable; ++at)
            out[static_cast<std::size_t>(at)] = foldedSlowly(at);
        return out;
    }();
    return c < kTable ? table[static_cast<std::size_t>(c)] : foldedSlowly(c);
}

bool plainAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
}

std::string composed(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto *compose = icu::Normalizer2::getNFKCInstance(status);
    std::string out;
    icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(text.size()));
    if (U_SUCCESS(status))
        compose->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink, nullptr, status);
    return U_SUCCESS(status) ? out : std::string(text);
}

bool isSpace(char c)
{
    return static_cast<unsigned char>(c) <= 0x20;
}
bool beginsWord(char before)
{
    return isSpace(before) || before == '(' || before == '"' || before == '.' || before == ':';
}
std::string_view wordAt(std::string_view text, std::size_t at)
{
    auto end = at;
    while (end < text.size() && !isSpace(text[end]))
        ++end;
    return text.substr(at, end - at);
}
bool startsWithNoCase(std::string_view text, std::string_view lower)
{
    return text.size() >= lower.size() && std::equal(lower.begin(), lower.end(), text.begin(), [](char a, char b) { return a == (b | 0x20) || a == b; });
}
bool isLink(std::string_view word)
{
    return startsWithNoCase(word, "http://") || startsWithNoCase(word, "https://") || startsWithNoCase(word, "www.");
}
/// "RT", "MT" or "via" before a name: how people relay by hand.
bool isRelayMark(std::string_view text, std::size_t at)
{
    const auto word = wordAt(text, at);
    if (!(startsWithNoCase(word, "rt") && word.size() <= 3) && !(startsWithNoCase(word, "mt") && word.size() == 2) && !(startsWithNoCase(word, "via") && word.size() == 3))
        return false;
    const auto next = text.find_first_not_of(" \t\n", at + word.size());
    return next != std::string_view::npos && text[next] == '@';
}

/// `text` without what differs from one relay to the next.
std::string stripped(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const bool begins = at == 0 || beginsWord(text[at - 1]);
        const char c = static_cast<char>(text[at] | 0x20);
        if (begins && ((text[at] == '@' && at + 1 < text.size() && !isSpace(text[at + 1])) || ((c == 'h' || c == 'w') && isLink(text.substr(at, 8))))) {
            at += wordAt(text, at).size();
            out += ' ';
        } else if (begins && (c == 'r' || c == 'm' || c == 'v') && isRelayMark(text, at)) {
            at += wordAt(text, at).size();
        } else {
            out += text[at++];
        }
    }
    return out;
}

void appendUtf8(std::string &out, UChar32 c)
{
    char bytes[U8_MAX_LENGTH];
    int32_t size = 0;
    U8_APPEND_UNSAFE(bytes, size, c);
    out.append(bytes, static_cast<std::size_t>(size));
}

/// Gathers the shingles while characters come by.
class ShingleWindow {
public:
    void add(UChar32 c, std::vector<std::uint32_t> &out)
    {
        window_[count_++ % kShingle] = static_cast<std::uint32_t>(c);
        if (count_ < kShingle)
            return;
        std::uint64_t hash = 0;
        for (std::size_t i = 0; i < kShingle; ++i)
            hash = (hash ^ window_[(count_ + i) % kShingle]) * 0x9E3779B97F4A7C15ULL;
        hash ^= hash >> 29;
        out.push_back(static_cast<std::uint32_t>((hash * 0xBF58476D1CE4E5B9ULL) >> 32));
    }

private:
    std::array<std::uint32_t, kShingle> window_{};
    std::size_t count_ = 0;
};

} // namespace

NearText::NearText(std::string_view text)
{
    const auto head = text.substr(0, kNearTextLimit * 6); // no more is needed, whatever is taken out
    const auto bare = stripped(plainAscii(head) ? std::string(head) : composed(head));
    form_.reserve(bare.size());
    ShingleWindow window;
    std::size_t wordBegin = 0, wordLength = 0;
    const auto endWord = [&] {
        if (wordLength > 0) {
            const auto hash = wordHash(std::string_view(form_).substr(wordBegin));
            words_.push_back({hash, weightOf(hash, wordLength)});
        }
        wordLength = 0;
    };
    const auto put = [&](UChar32 c) {
        appendUtf8(form_, c);
        ++length_;
        window.add(c, shingles_);
    };
    bool space = false;
    eachCodePoint(bare, [&](UChar32 c) {
        const auto folded = foldedOf(c);
        if (length_ >= kNearTextLimit)
            return;
        if (folded.kind == Kind::Space) {
            endWord();
            space = true;
            return;
        }
        if (space && length_ > 0)
            put(' ');
        space = false;
        if (folded.kind == Kind::Ideograph || wordLength == 0) {
            endWord();
            wordBegin = form_.size();
        }
        put(folded.lower);
        ++wordLength;
        if (folded.kind == Kind::Ideograph) {
            words_.push_back({wordHash(std::string_view(form_).substr(wordBegin)), 1.0F});
            wordLength = 0;
        }
    });
    endWord();
    std::sort(shingles_.begin(), shingles_.end());
    shingles_.erase(std::unique(shingles_.begin(), shingles_.end()), shingles_.end());
}

} // namespace vigie::text
