// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/matcher_text.hpp"

#include <algorithm>
#include <memory>
#include <unicode/brkiter.h>
#include <unicode/filteredbrk.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

namespace vigie::text {

namespace {

/// Sentences end where ICU says, but not behind "M." or "e.g." of the language.
std::unique_ptr<icu::BreakIterator> makeSentences(const char *lang)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale(lang);
    std::unique_ptr<icu::BreakIterator> plain(icu::BreakIterator::createSentenceInstance(locale, status));
    if (U_FAILURE(status) || !plain)
        return nullptr;
    const std::unique_ptr<icu::FilteredBreakIteratorBuilder> builder(icu::FilteredBreakIteratorBuilder::createInstance(locale, status));
    if (U_FAILURE(status) || !builder)
        return plain;
    std::unique_ptr<icu::BreakIterator> filtered(builder->build(plain.release(), status));
    return U_SUCCESS(status) ? std::move(filtered) : nullptr;
}

icu::BreakIterator *sentencesOf(std::string_view lang)
{
    // Making one loads rules and abbreviations: a hundred times what a text costs.
    thread_local const auto french = makeSentences("fr"), english = makeSentences("en");
    return (lang.substr(0, 2) == "en" ? english : french).get();
}

/// Byte offsets behind each sentence.
std::vector<std::size_t> sentenceBytes(std::string_view text, std::string_view lang)
{
    std::vector<std::size_t> ends;
    UErrorCode status = U_ZERO_ERROR;
    UText view = UTEXT_INITIALIZER;
    utext_openUTF8(&view, text.data(), static_cast<int64_t>(text.size()), &status);
    if (auto *sentences = sentencesOf(lang); sentences && U_SUCCESS(status)) {
        sentences->setText(&view, status);
        if (U_SUCCESS(status))
            for (auto end = (sentences->first(), sentences->next()); end != icu::BreakIterator::DONE; end = sentences->next())
                ends.push_back(static_cast<std::size_t>(end));
    }
    utext_close(&view);
    if (ends.empty() || ends.back() < text.size())
        ends.push_back(text.size());
    return ends;
}

icu::UnicodeString unicode(std::string_view text)
{
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

/// Accents and ligatures away, capitals kept.
std::string casedForm(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto *decompose = icu::Normalizer2::getNFKDInstance(status);
    if (U_FAILURE(status))
        return std::string(text);
    const auto whole = decompose->normalize(unicode(text), status);
    icu::UnicodeString kept;
    for (int32_t i = 0; i < whole.length(); i = whole.moveIndex32(i, 1)) {
        const auto c = whole.char32At(i);
        const auto type = u_charType(c);
        if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_COMBINING_SPACING_MARK)
            continue;
        switch (c) {
        case 0x0153: kept.append(icu::UnicodeString("oe")); break;
        case 0x0152: kept.append(icu::UnicodeString("OE")); break;
        case 0x00E6: kept.append(icu::UnicodeString("ae")); break;
        case 0x00C6: kept.append(icu::UnicodeString("AE")); break;
        default: kept.append(c);
        }
    }
    std::string out;
    kept.toUTF8String(out);
    return out;
}

/// Capitals away, accents kept.
std::string accentedForm(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto *fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    if (U_FAILURE(status))
        return std::string(text);
    std::string out;
    fold->normalize(unicode(text), status).toUTF8String(out);
    return out;
}

UChar32 charAt(std::string_view text, std::size_t at)
{
    auto i = static_cast<int32_t>(at);
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t *>(text.data()), i, static_cast<int32_t>(text.size()), c);
    return c;
}

UChar32 charBefore(std::string_view text, std::size_t at)
{
    auto i = static_cast<int32_t>(at);
    UChar32 c = 0;
    U8_PREV_OR_FFFD(reinterpret_cast<const std::uint8_t *>(text.data()), 0, i, c);
    return c;
}

/// The literal ends where a word ends, or a run of one sign: C+ is not in C++.
bool edge(UChar32 inside, UChar32 outside)
{
    if (u_isalnum(inside))
        return !u_isalnum(outside);
    return inside != outside;
}

bool freeStanding(std::string_view text, std::size_t begin, std::string_view literal)
{
    const auto end = begin + literal.size();
    const bool left = begin == 0 || edge(charAt(literal, 0), charBefore(text, begin));
    return left && (end >= text.size() || edge(charBefore(literal, literal.size()), charAt(text, end)));
}

} // namespace

TextWords::TextWords(std::string_view text) : alone_(text)
{
    for (auto &token : tokenize(text))
        own_.push_back(std::move(token.word));
    words_ = own_;
}

void TextWords::cut()
{
    if (cut_)
        return;
    cut_ = true;
    std::vector<std::string_view> texts{alone_};
    if (subject_ && subject_->item)
        texts = {subject_->item->title, subject_->item->warning, subject_->item->text};
    std::size_t first = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (texts[i].empty())
            continue;
        Piece piece{texts[i], tokenize(texts[i]), first};
        first += piece.tokens.size();
        if (i == 0)
            titleWords_ = std::min(first, words_.size());
        pieces_.push_back(std::move(piece));
    }
}

std::size_t TextWords::titleWords()
{
    cut();
    return titleWords_;
}

const std::vector<std::size_t> &TextWords::sentenceEnds()
{
    if (split_)
        return sentenceEnds_;
    split_ = true;
    cut();
    const std::string_view lang = subject_ && subject_->item ? std::string_view(subject_->item->lang) : std::string_view();
    for (const auto &piece : pieces_) {
        std::size_t word = 0;
        for (const auto end : sentenceBytes(piece.text, lang)) {
            while (word < piece.tokens.size() && piece.tokens[word].begin < end)
                ++word;
            const auto behind = std::min(piece.firstWord + word, words_.size());
            if (behind > (sentenceEnds_.empty() ? 0 : sentenceEnds_.back()))
                sentenceEnds_.push_back(behind);
        }
    }
    return sentenceEnds_;
}

const TextWords::Piece *TextWords::pieceAt(std::size_t word)
{
    cut();
    for (const auto &piece : pieces_)
        if (word >= piece.firstWord && word < piece.firstWord + piece.tokens.size())
            return &piece;
    return nullptr;
}

bool TextWords::writtenAt(std::size_t at, const QueryNode &node)
{
    const auto *piece = pieceAt(at);
    if (!piece || at - piece->firstWord + node.words.size() > piece->tokens.size())
        return false;
    const auto wanted = tokenize(node.value);
    const auto *tokens = &piece->tokens[at - piece->firstWord];
    if (node.field == QueryField::Raw) {
        if (wanted.empty() || tokens->begin < wanted.front().begin)
            return false;
        const auto begin = tokens->begin - wanted.front().begin;
        return piece->text.substr(begin, node.value.size()) == node.value && freeStanding(piece->text, begin, node.value);
    }
    const auto form = node.field == QueryField::Case ? casedForm : accentedForm;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const auto written = piece->text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
        const auto asked = std::string_view(node.value).substr(wanted[i].begin, wanted[i].end - wanted[i].begin);
        if (written != asked && form(written) != form(asked))
            return false;
    }
    return true;
}

bool TextWords::holdsSigns(std::string_view signs)
{
    cut();
    for (const auto &piece : pieces_)
        for (auto at = piece.text.find(signs); at != std::string_view::npos; at = piece.text.find(signs, at + 1))
            if (freeStanding(piece.text, at, signs))
                return true;
    return false;
}

} // namespace vigie::text
