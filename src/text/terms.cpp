// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/terms.hpp>

#include "text/graphemes.hpp"
#include "text/stop_words.hpp"

#include <vigie/text/address.hpp>
#include <vigie/text/fold.hpp>

#include <algorithm>
#include <array>

namespace vigie::text {

namespace {

using Kind = TermPiece::Kind;
using Role = TermPiece::Role;

struct Range {
    std::size_t begin = 0, end = 0;
    [[nodiscard]] std::size_t size() const { return end - begin; }
};

template <std::size_t N>
bool isOneOf(std::string_view word, const std::array<std::string_view, N> &words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// What stands before an apostrophe and is no part of the word: l'atelier.
bool isElided(std::string_view folded)
{
    static constexpr std::array<std::string_view, 15> kElided = {"l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu", "quelqu"};
    return isOneOf(folded, kElided);
}
/// What stands behind one: Dubreuil's.
bool isEnglishEnding(std::string_view folded)
{
    static constexpr std::array<std::string_view, 7> kEndings = {"s", "t", "re", "ll", "ve", "d", "m"};
    return isOneOf(folded, kEndings);
}
/// The pronoun of a question or an order behind its verb: baisse-t-elle, dites-moi. Nouns that are made so are few.
bool isInversion(std::string_view folded, std::string_view whole)
{
    static constexpr std::array<std::string_view, 21> kBehind = {"t",   "je", "tu", "il",  "elle",  "on", "nous", "vous", "ils", "elles", "ce",
                                                                 "moi", "toi", "le", "la", "les", "lui", "leur", "y", "en", "ci"};
    static constexpr std::array<std::string_view, 4> kNouns = {"rendez vous", "garde a vous", "au dela", "prie dieu"};
    return isOneOf(folded, kBehind) && !isOneOf(whole, kNouns);
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
/// 30, 2nd, 1er, 10h30, 20km: figures with what belongs to them. 5g and covid19 are names.
bool isNumber(std::string_view folded)
{
    static constexpr std::array<std::string_view, 25> kUnits = {"e", "er", "ere", "eme", "nd", "nde", "st", "rd", "th", "h", "min", "mn", "s", "km", "kg", "cm", "mm", "ml", "am", "pm", "k", "eur", "euros", "j", "ans"};
    std::size_t at = 0;
    while (at < folded.size() && (isDigit(folded[at]) || folded[at] == ' '))
        ++at;
    if (at == 0)
        return false;
    auto rest = folded.substr(at);
    while (!rest.empty() && isDigit(rest.back()))
        rest.remove_suffix(1);
    return rest.empty() || isOneOf(rest, kUnits);
}

Role roleOf(const std::string &folded, std::string_view lang)
{
    if (isNumber(folded))
        return Role::Number;
    if (folded.size() == 1 || isFoldedStopWord(folded, lang))
        return isLinkingWord(folded) ? Role::Linking : Role::Grammar;
    if (folded.find(' ') == std::string::npos)
        return Role::Content;
    // "y'a", "c'est-a-dire": words of grammar all of them
    for (std::size_t at = 0; at < folded.size();) {
        const auto end = std::min(folded.find(' ', at), folded.size());
        const auto part = folded.substr(at, end - at);
        if (part.size() > 1 && !isFoldedStopWord(part, lang))
            return Role::Content;
        at = end + 1;
    }
    return Role::Grammar;
}

/// Bytes of an apostrophe at `at`; 0 when there is none.
std::size_t apostropheAt(std::string_view text, std::size_t at)
{
    if (text[at] == '\'')
        return 1;
    const auto wide = text.substr(at, 3);
    if (wide == "\xE2\x80\x99" || wide == "\xE2\x80\x98")
        return 3;
    return text.substr(at, 2) == "\xCA\xBC" ? 2 : 0;
}

bool isHyphen(std::string_view piece)
{
    return piece == "-" || piece == "\xE2\x80\x90" || piece == "\xE2\x80\x91";
}
bool isBlank(std::string_view piece)
{
    return piece == " " || piece == "\xC2\xA0" || piece == "\xE2\x80\xAF";
}
bool startsAddress(std::string_view text)
{
    return text.rfind("http://", 0) == 0 || text.rfind("https://", 0) == 0 || text.rfind("www.", 0) == 0;
}
std::size_t endOfRun(std::string_view text, std::size_t at)
{
    while (at < text.size() && static_cast<unsigned char>(text[at]) > 0x20)
        ++at;
    return at;
}

/// Goes through the words of ICU once and puts together what they make.
class PieceReader {
public:
    PieceReader(std::string_view text, std::string_view lang, const std::vector<TextSpan> &spans) : text_(text), lang_(lang), spans_(spans) {}

    std::vector<TermPiece> read()
    {
        UErrorCode status = U_ZERO_ERROR;
        const std::unique_ptr<icu::BreakIterator> breaks(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
        UText view = UTEXT_INITIALIZER;
        utext_openUTF8(&view, text_.data(), static_cast<int64_t>(text_.size()), &status);
        if (U_FAILURE(status) || !breaks)
            return {};
        breaks->setText(&view, status);
        auto begin = breaks->first();
        for (auto end = breaks->next(); end != icu::BreakIterator::DONE; begin = end, end = breaks->next())
            take({static_cast<std::size_t>(begin), static_cast<std::size_t>(end)}, breaks->getRuleStatus() != UBRK_WORD_NONE);
        utext_close(&view);
        endCompound();
        return std::move(pieces_);
    }

private:
    void take(Range range, bool word)
    {
        if (range.begin < skipTo_)
            return;
        const auto piece = text_.substr(range.begin, range.size());
        if (enterSpan(range) || enterHandleOrAddress(range, piece))
            return;
        if (word && !isEmoji(piece)) {
            takeWord(range);
        } else if (isHyphen(piece) && !compound_.empty() && compound_.back().end == range.begin) {
            hyphen_ = true;
        } else {
            endCompound();
            if (isEmoji(piece))
                add(Kind::Emoji, range);
            else if (!isBlank(piece))
                joined_ = false;
            tag_ = piece == "#";
        }
    }

    /// Links and mentions that the network pointed out, and its own emoji, are one piece each.
    bool enterSpan(Range range)
    {
        while (nextSpan_ < spans_.size() && spans_[nextSpan_].end <= range.begin)
            ++nextSpan_;
        if (nextSpan_ == spans_.size() || spans_[nextSpan_].begin > range.begin || spans_[nextSpan_].kind == TextSpan::Kind::Tag)
            return false;
        const auto &span = spans_[nextSpan_];
        leave({span.begin, std::min<std::size_t>(span.end, text_.size())});
        if (span.kind == TextSpan::Kind::Link)
            addLink(span.target, {span.begin, span.end});
        else if (span.kind == TextSpan::Kind::Emoji)
            add(Kind::Emoji, {span.begin, span.end});
        joined_ = false;
        return true;
    }
    bool enterHandleOrAddress(Range range, std::string_view piece)
    {
        const auto rest = text_.substr(range.begin);
        const bool address = startsAddress(rest);
        // Some versions of ICU keep the sign and what stands beside it together, others do not.
        if (!address && piece.find('@') == std::string_view::npos)
            return false;
        if (!address && !compound_.empty() && (hyphen_ || compound_.back().end == range.begin))
            compound_.clear(); // the first half of a mail address
        const Range run{range.begin, endOfRun(text_, range.begin)};
        leave(run);
        if (address)
            addLink(text_.substr(run.begin, run.size()), run);
        joined_ = false;
        return true;
    }
    void leave(Range range)
    {
        endCompound();
        tag_ = false;
        skipTo_ = range.end;
    }

    void takeWord(Range range)
    {
        if (tag_) {
            tag_ = false;
            add(Kind::Tag, range);
            joined_ = false;
            return;
        }
        const bool goesOn = hyphen_ && !compound_.empty();
        if (!goesOn)
            endCompound();
        // ICU keeps "fin.Debut" and "prix:bas" together.
        for (auto at = range.begin; at < range.end; ++at)
            if ((text_[at] == '.' || text_[at] == ':') && !isDigit(text_[at - 1])) {
                compound_.push_back({range.begin, at});
                endCompound();
                joined_ = false;
                range.begin = at + 1;
            }
        if (range.size() > 0)
            compound_.push_back(range);
        hyphen_ = false;
    }

    /// What was gathered with hyphens becomes one word, without the pronouns behind it.
    void endCompound()
    {
        const auto parts = std::exchange(compound_, {});
        const bool hyphen = std::exchange(hyphen_, false);
        if (parts.empty())
            return;
        Range whole{parts.front().begin, parts.back().end};
        if (lang_ != "en")
            for (auto last = parts.size() - 1; last > 0 && isInversion(folded(parts[last]), folded(whole)); --last)
                whole.end = parts[last - 1].end;
        addWord(whole);
        if (std::exchange(cut_, false) || hyphen || whole.end != parts.back().end)
            joined_ = false;
    }
    void addWord(Range range)
    {
        if (!isFoldedStopWord(folded(range), lang_))
            range = withoutElision(range);
        add(Kind::Word, range);
    }
    /// l'atelier is two pieces, Dubreuil's one.
    Range withoutElision(Range range)
    {
        for (auto at = range.begin; at < range.end; ++at) {
            const auto bytes = apostropheAt(text_, at);
            if (bytes == 0)
                continue;
            const Range before{range.begin, at}, behind{at + bytes, range.end};
            if (isElided(folded(before))) {
                add(Kind::Word, before);
                return behind;
            }
            if (!isEnglishEnding(folded(behind)))
                return range;
            cut_ = true;
            return before;
        }
        return range;
    }

    void add(Kind kind, Range range)
    {
        auto key = folded(range);
        const bool bare = kind == Kind::Emoji && std::all_of(key.begin(), key.end(), [](char c) { return isDigit(c); }); // a keycap
        if (key.empty() || bare) {
            joined_ = false;
            return;
        }
        TermPiece piece;
        piece.kind = kind;
        if (kind == Kind::Word)
            piece.role = roleOf(key, lang_);
        else if (kind == Kind::Tag && isNumber(key))
            piece.role = Role::Number;
        piece.follows = joined_ && kind == Kind::Word;
        piece.key = std::move(key);
        piece.begin = static_cast<std::uint32_t>(range.begin);
        piece.end = static_cast<std::uint32_t>(range.end);
        pieces_.push_back(std::move(piece));
        joined_ = kind == Kind::Word;
    }
    void addLink(std::string_view address, Range range)
    {
        while (!address.empty() && std::string_view(".,;:!?)\"'").find(address.back()) != std::string_view::npos)
            address.remove_suffix(1);
        TermPiece piece;
        piece.kind = Kind::Link;
        piece.key = plainAddress(address);
        piece.begin = static_cast<std::uint32_t>(range.begin);
        piece.end = static_cast<std::uint32_t>(range.end);
        if (!piece.key.empty())
            pieces_.push_back(std::move(piece));
    }
    [[nodiscard]] std::string folded(Range range) const { return fold(text_.substr(range.begin, range.size())); }

    std::string_view text_, lang_;
    const std::vector<TextSpan> &spans_;
    std::vector<TermPiece> pieces_;
    std::vector<Range> compound_;       ///< words held together by hyphens, so far
    std::size_t skipTo_ = 0, nextSpan_ = 0;
    bool hyphen_ = false;               ///< the last thing read was one, behind a word
    bool tag_ = false;                  ///< ... was a number sign
    bool cut_ = false;                  ///< something was left out behind the last word
    bool joined_ = false;               ///< nothing but blanks since the last word
};

} // namespace

std::vector<TermPiece> termPieces(std::string_view text, std::string_view lang, const std::vector<TextSpan> &spans)
{
    constexpr std::size_t kMost = 20'000; // of an article, what it begins with
    return PieceReader(text.substr(0, kMost), lang, spans).read();
}

} // namespace vigie::text
