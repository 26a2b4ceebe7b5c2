// SPDX-License-Identifier: GPL-3.0-or-later
// What was learned: evidence for praise and for blame of buckets of hashed words, and of features that no language owns.
// One set of weights, a voice, for each language and calibration. Made by scripts/tone-model.
// Thread: immutable once read. Errors: Protocol (damaged).
#pragma once

#include <text/tone_reading.hpp>
#include <vigie/base/result.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::text {

/// Evidence against neutral, which is 0: the logarithm of how much likelier.
struct ToneSums {
    float praise = 0, blame = 0;

    void add(const ToneSums &other, float times)
    {
        praise += other.praise * times;
        blame += other.blame * times;
    }
    /// What is left behind a negation.
    [[nodiscard]] ToneSums turned() const { return {blame * kBlameAsPraise, praise * kPraiseAsBlame}; }
    [[nodiscard]] float balance() const { return praise - blame; }
};

struct ToneWeights {
    ToneSums bias;
    std::array<ToneSums, kToneFeatures> features{};
    float step = 0;                     ///< worth of one in `buckets`
    std::vector<std::int8_t> buckets;   ///< praise, blame, praise, blame ...

    [[nodiscard]] ToneSums bucket(std::size_t at) const
    {
        return {static_cast<float>(buckets[2 * at]) * step, static_cast<float>(buckets[2 * at + 1]) * step};
    }
    /// Of a word by itself: as a whole and by its runs of letters.
    [[nodiscard]] ToneSums word(std::uint64_t hash, std::string_view word) const;
};

enum class ToneVoice : std::uint8_t { EnglishPost, EnglishReview, FrenchPost, FrenchReview };
inline constexpr std::size_t kToneVoices = 4;

struct ToneModel {
    std::array<ToneWeights, kToneVoices> voices;

    [[nodiscard]] const ToneWeights &of(ToneVoice voice) const { return voices[static_cast<std::size_t>(voice)]; }
};

[[nodiscard]] Result<ToneModel> readToneModel(std::string_view bytes);
[[nodiscard]] std::string toneModelBytes(const ToneModel &model);

} // namespace vigie::text
