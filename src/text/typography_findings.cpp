// SPDX-License-Identifier: GPL-3.0-or-later
// What a typesetter would point at. Rules are few and certain: a mark that is wrong once a day is a mark nobody reads.
#include <vigie/text/typography.hpp>

#include "text/typography_rules.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace vigie::text {

namespace {

constexpr std::array<std::string_view, 3> kSpaces{" ", "\xC2\xA0", "\xE2\x80\xAF"};

std::size_t spaceAt(std::string_view text, std::size_t at)
{
    for (const auto space : kSpaces)
        if (text.substr(at).starts_with(space))
            return space.size();
    return 0;
}

std::size_t afterSpaces(std::string_view text, std::size_t at)
{
    for (auto size = spaceAt(text, at); size > 0; size = spaceAt(text, at))
        at += size;
    return at;
}

std::size_t characterSize(std::string_view text, std::size_t at)
{
    std::size_t size = 1;
    while (at + size < text.size() && (static_cast<unsigned char>(text[at + size]) & 0xC0U) == 0x80U)
        ++size;
    return size;
}

/// Where frenchSpaces() would write another space: it is walked along with the text.
void findNoBreakSpaces(std::string_view text, Findings &findings)
{
    const auto fixed = frenchSpaces(text);
    std::size_t i = 0, j = 0;
    while (i < text.size() && j < fixed.size()) {
        const bool spaces = spaceAt(text, i) > 0 || spaceAt(fixed, j) > 0;
        if (!spaces) {
            if (text[i] != fixed[j])
                return; // bytes were mended: places no longer agree
            ++i, ++j;
            continue;
        }
        const auto iEnd = afterSpaces(text, i), jEnd = afterSpaces(fixed, j);
        if (text.substr(i, iEnd - i) != std::string_view(fixed).substr(j, jEnd - j)) {
            // The sign is marked with its space, so that there is something to see where none was.
            const bool opens = i >= 2 && text.substr(i - 2, 2) == "\xC2\xAB";
            const auto begin = opens ? i - 2 : i;
            const auto end = opens || iEnd >= text.size() ? iEnd : iEnd + characterSize(text, iEnd);
            auto fix = (opens ? std::string("\xC2\xAB") : std::string()) + fixed.substr(j, jEnd - j) + std::string(text.substr(iEnd, end - iEnd));
            findings.push_back({begin, end, WritingFault::NoBreakSpace, {std::move(fix)}, {}});
        }
        i = iEnd;
        j = jEnd;
    }
}

/// Two spaces in a row inside a line; a space before a comma or a full stop, in English before any punctuation.
void findStraySpaces(std::string_view text, const Prose &prose, bool english, Findings &findings)
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != ' ' || prose.isOther(at))
            continue;
        auto end = at;
        while (end < text.size() && text[end] == ' ')
            ++end;
        const char next = end < text.size() ? text[end] : '\n';
        const char behind = end + 1 < text.size() ? text[end + 1] : ' ';
        const bool inLine = at > 0 && text[at - 1] != '\n' && next != '\n';
        const bool stop = (next == ',' || next == '.') && (behind == ' ' || behind == '\n');
        const bool sign = english && (next == ';' || next == '!' || next == '?' || next == ':') && (behind == ' ' || behind == '\n' || behind == next);
        if (inLine && (stop || sign))
            findings.push_back({at, end + 1, WritingFault::StraySpace, {std::string(1, next)}, {}});
        else if (inLine && end - at > 1)
            findings.push_back({at, end, WritingFault::StraySpace, {" "}, {}});
        at = end > at ? end - 1 : at;
    }
}

bool mayStandTwice(std::string_view word)
{
    return word.size() < 2 || !std::isalpha(static_cast<unsigned char>(word.front()))
           || isOneOf(word, {"nous", "vous", "tres", "oui", "non", "bla", "ha", "ah", "hi", "ho", "lol", "merci", "si", "had", "that", "very", "so", "no", "yes", "bye", "en", "faire",
                             "tut", "chut", "cher", "petit", "encore", "thanks", "really", "haha", "hop", "tic", "plus"});
}

void findRepeated(std::string_view text, const Prose &prose, Findings &findings)
{
    for (std::size_t i = 1; i < prose.words.size(); ++i) {
        const auto &first = prose.words[i - 1], &second = prose.words[i];
        if (first.word == second.word && between(text, first, second) == " " && !mayStandTwice(second.word))
            findings.push_back({first.begin, second.end, WritingFault::RepeatedWord, {std::string(written(text, first))}, {}});
    }
}

bool soundsLikeVowel(std::string_view folded)
{
    if (isOneOf(folded, {"hour", "hours", "hourly", "honest", "honestly", "honour", "honor", "heir", "honorary"}))
        return true;
    for (const auto stem : {"uni", "use", "usu", "euro", "one", "once", "ubiq", "uten", "ura", "eul", "ewe", "uk"})
        if (folded.starts_with(stem) && !folded.starts_with("unin") && !folded.starts_with("unim"))
            return false;
    return beginsWithVowel(folded);
}

void findArticles(std::string_view text, const Prose &prose, Findings &findings)
{
    for (std::size_t i = 0; i + 1 < prose.words.size(); ++i) {
        const auto &article = prose.words[i], &noun = prose.words[i + 1];
        const auto raw = written(text, article);
        const bool a = raw == "a" || (raw == "A" && isAtStart(text, article)), an = article.word == "an";
        if ((!a && !an) || between(text, article, noun) != " " || isAbbreviation(written(text, noun)) || noun.word.size() < 3 || !std::isalpha(static_cast<unsigned char>(noun.word.front())))
            continue;
        if (soundsLikeVowel(noun.word) == an)
            continue;
        auto fix = std::string(an ? "a" : "an");
        if (isUpper(raw.front()))
            fix.front() = 'A';
        findings.push_back({article.begin, article.end, WritingFault::Article, {std::move(fix)}, {}});
    }
}

void findSmallI(std::string_view text, const Prose &prose, Findings &findings)
{
    for (const auto &word : prose.words) {
        const bool alone = (word.begin == 0 || isOneOf(text.substr(word.begin - 1, 1), {" ", "\n", "("}))
                           && (word.end >= text.size() || isOneOf(text.substr(word.end, 1), {" ", "'", ",", "?", "!"}) || text.substr(word.end).starts_with("\xE2\x80\x99"));
        if (written(text, word) == "i" && alone)
            findings.push_back({word.begin, word.end, WritingFault::Capital, {"I"}, {}});
    }
}

} // namespace

bool isAbbreviation(std::string_view word)
{
    return word.size() > 1 && std::all_of(word.begin(), word.end(), [](char c) { return isUpper(c) || static_cast<unsigned char>(c) >= 0x80; });
}

bool isAtStart(std::string_view text, const Token &word)
{
    auto at = word.begin;
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\n'))
        --at;
    return at == 0 || isOneOf(text.substr(at - 1, 1), {".", "!", "?", "\n"}) || text[word.begin - 1] == '\n';
}

const char *toString(WritingFault fault) noexcept
{
    switch (fault) {
    case WritingFault::NoBreakSpace: return "no_break_space";
    case WritingFault::StraySpace: return "stray_space";
    case WritingFault::Elision: return "elision";
    case WritingFault::Ligature: return "ligature";
    case WritingFault::Accent: return "accent";
    case WritingFault::Article: return "article";
    case WritingFault::Capital: return "capital";
    case WritingFault::RepeatedWord: return "repeated_word";
    case WritingFault::MixedAddress: return "mixed_address";
    case WritingFault::HouseAddress: return "house_address";
    case WritingFault::Misspelt: return "misspelt";
    case WritingFault::OtherLanguage: return "other_language";
    }
    return "";
}

std::vector<WritingFinding> typographyFindings(std::string_view text, std::string_view lang)
{
    Findings findings;
    const auto prose = proseOf(text);
    findStraySpaces(text, prose, lang == "en", findings);
    findRepeated(text, prose, findings);
    if (lang == "fr") {
        findNoBreakSpaces(text, findings);
        findElisions(text, prose, findings);
        findLigatures(text, prose, findings);
        findBareCapitals(text, prose, findings);
    } else if (lang == "en") {
        findArticles(text, prose, findings);
        findSmallI(text, prose, findings);
    }
    std::stable_sort(findings.begin(), findings.end(), [](const WritingFinding &a, const WritingFinding &b) { return a.begin < b.begin; });
    return findings;
}

} // namespace vigie::text
