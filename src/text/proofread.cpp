// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/proofread.hpp>

#include "text/prose.hpp"

#include <vigie/text/language.hpp>
#include <vigie/text/typography.hpp>

#include <algorithm>
#include <iterator>

namespace vigie::text {

namespace {

constexpr std::size_t kWordsToTell = 5; ///< fewer say little about a language

void append(std::vector<WritingFinding> &to, std::vector<WritingFinding> from)
{
    std::move(from.begin(), from.end(), std::back_inserter(to));
}

} // namespace

Proof proofread(std::string_view text, const std::string &lang, const HouseStyle &style, Speller &speller)
{
    Proof proof;
    proof.spelled = speller.has(lang);
    if (!lang.empty() && proseOf(text).words.size() >= kWordsToTell) {
        auto found = detectLanguage(text);
        if (found != "und" && found != lang) { // every word would be wrong: one sentence says it
            proof.findings.push_back({0, 0, WritingFault::OtherLanguage, {}, std::move(found)});
            return proof;
        }
    }
    append(proof.findings, typographyFindings(text, lang));
    if (lang == "fr")
        append(proof.findings, addressFindings(text, style.address));
    if (auto misspelt = speller.misspelt(text, lang, style.words))
        for (auto &word : *misspelt) {
            // "coeur" is pointed at once, by the rule that knows the ligature.
            const bool told = std::any_of(proof.findings.begin(), proof.findings.end(),
                                          [&](const WritingFinding &other) { return other.begin <= word.begin && word.end <= other.end; });
            if (!told)
                proof.findings.push_back(std::move(word));
        }
    std::stable_sort(proof.findings.begin(), proof.findings.end(), [](const WritingFinding &a, const WritingFinding &b) { return a.begin < b.begin; });
    return proof;
}

} // namespace vigie::text
