// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes through everything that reads words: ranges stay inside, folded words stay folded, lengths never go below zero.
#include "fuzz/text_soundness.hpp"

#include <vigie/text/fold.hpp>
#include <vigie/text/intent.hpp>
#include <vigie/text/language.hpp>
#include <vigie/text/length.hpp>
#include <vigie/text/tone.hpp>
#include <vigie/text/typography.hpp>

using namespace vigie;
using namespace vigie::text;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const auto analyser = ToneAnalyser::builtin();
    const std::string_view input(reinterpret_cast<const char *>(data), size);
    std::uint32_t last = 0;
    std::string joined;
    for (const auto &token : tokenize(input)) {
        fuzz::require(!token.word.empty(), "a word has letters");
        fuzz::require(token.begin >= last && token.begin < token.end && token.end <= size, "words are ordered and inside the text");
        last = token.begin;
        joined += joined.empty() ? "" : " ";
        joined += token.word;
    }
    const auto folded = fold(input);
    fuzz::require(folded == joined, "both forms say the same");
    fuzz::require(cleanUtf8(folded) == folded, "folded words are clean UTF-8");
    fuzz::require(fold(folded) == folded, "folding twice changes nothing");
    for (const auto *lang : {"fr", "en", "und"}) {
        const auto tone = analyser.analyse(input, lang);
        fuzz::require(tone.score >= -1 && tone.score <= 1, "the score is between -1 and 1");
        for (const auto &word : tone.words)
            fuzz::require(word.begin < word.end && word.end <= size, "words of the tone are inside the text");
        (void)intentOf(input, lang);
    }
    fuzz::require(detectLanguage(input).size() >= 2, "a language has a code");
    for (const auto rule : {LengthRule::Mastodon, LengthRule::Graphemes, LengthRule::CodePoints, LengthRule::Bytes, LengthRule::X, LengthRule::Threads, LengthRule::Utf16}) {
        const auto length = measure(input, LengthProfile{rule, 20, 23});
        fuzz::require(length.used >= 0, "a length is not negative");
        fuzz::require(length.fits() == (length.overflowAt == std::string_view::npos), "what does not fit goes over somewhere");
        fuzz::require(length.fits() || length.overflowAt <= size, "it goes over inside the text");
    }
    fuzz::require(graphemes(elide(input, 10)) <= graphemes(input) || graphemes(input) < 1, "shortening does not lengthen");
    const auto spaced = frenchSpaces(input);
    fuzz::require(frenchSpaces(spaced) == spaced, "spaces are put once");
    return 0;
}
