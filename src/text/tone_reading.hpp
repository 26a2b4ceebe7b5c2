// SPDX-License-Identifier: GPL-3.0-or-later
// What a text holds that tells its tone: the one extractor, for judging and for learning alike (scripts/tone-model).
// Thread: pure over immutable vocabularies. Errors: none.
#pragma once

#include <text/tone_words.hpp>
#include <vigie/text/fold.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace vigie::text {

/// Features that mean the same in every language: what is learned of them in one serves another.
enum class ToneFeature : std::uint8_t {
    Praise, Blame,                 ///< sums of the lexicon, scaled down with the length
    Mean,                          ///< of the words that the lexicon knows
    MostPraise, MostBlame, Last,   ///< strongest words; the last one
    Known,                         ///< share of words that the lexicon knows
    Symbols, SadSymbols, Smile, Frown, Laughter,
    Bang, Bangs, Question, Dots, Link, Name, Hashtag, Hashtags, Shouting, ShoutedWord, Drawn, // "sooo"
    Irony, Length, Figures, Turn, Negated, Self, Quotes,
    Count
};
inline constexpr auto kToneFeatures = static_cast<std::size_t>(ToneFeature::Count);
/// Features of the lexicon, the symbols among them: what they count is shown at the words.
inline constexpr bool ofWords(ToneFeature feature)
{
    return feature <= ToneFeature::Last || feature == ToneFeature::Symbols || feature == ToneFeature::SadSymbols;
}

struct ToneVocabulary {
    ToneWords words;
    ToneRoles roles;
};

/// One counted word.
struct TonePart {
    std::uint32_t token = 0;       ///< its place in ToneReading::tokens
    std::uint64_t hash = 0, pair = 0; ///< pair: with the word before it; 0 when nothing stands before it
    float times = 1.0F;            ///< intensity, contrast
    float strength = 0;            ///< of the lexicon, after negation, intensity and contrast
    bool negated = false, pairNegated = false, symbol = false;
};

struct ToneReading {
    std::vector<Token> tokens;
    std::vector<TonePart> parts;
    std::array<float, kToneFeatures> features{};
    float scale = 1.0F;            ///< longer texts are scaled down
    bool ironic = false;

    [[nodiscard]] float feature(ToneFeature of) const { return features[static_cast<std::size_t>(of)]; }
};

/// symbolsOnly: the language was not learned; its words say nothing, its emoji do.
[[nodiscard]] ToneReading readTone(std::string_view text, const ToneVocabulary &vocabulary, bool symbolsOnly = false);

inline constexpr float kPraiseAsBlame = 0.8F, kBlameAsPraise = 0.5F; ///< "not good" blames more than "not bad" praises

inline constexpr std::size_t kToneBuckets = std::size_t{1} << 15U;
inline constexpr float kWordValue = 1.0F, kPairValue = 0.7F, kGramValue = 1.0F; ///< kGramValue: of all n-grams of a word together

[[nodiscard]] inline std::size_t toneBucket(std::uint64_t hash)
{
    return static_cast<std::size_t>(hash >> 20U) & (kToneBuckets - 1);
}

/// Calls `take(bucket)` for the runs of 2 to 5 letters of a word between marks for its beginning and end; answers how many.
template <class Take>
std::size_t eachToneGram(std::string_view word, Take take)
{
    constexpr std::size_t kLongest = 5, kLetters = 24; // of longer "words" the beginning tells enough
    const auto length = std::min(word.size(), kLetters) + 2;
    const auto at = [&](std::size_t i) { return i == 0 ? '<' : i + 1 == length ? '>' : word[i - 1]; };
    std::size_t count = 0;
    for (std::size_t from = 0; from + 1 < length; ++from) {
        std::uint64_t hash = 0x9E3779B97F4A7C15ULL;
        const auto to = std::min(length, from + kLongest);
        for (auto i = from; i < to; ++i) {
            hash = (hash ^ static_cast<unsigned char>(at(i))) * 0xD6E8FEB86659FD93ULL;
            hash ^= hash >> 32U;
            if (i > from) {
                take(toneBucket(hash));
                ++count;
            }
        }
    }
    return count;
}

} // namespace vigie::text
