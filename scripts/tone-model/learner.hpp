// SPDX-License-Identifier: GPL-3.0-or-later
// Softmax regression over what src/text/tone_reading.hpp reads from a text: evidence for praise and for blame, against
// nothing for neutral. The same examples in the same order give the same weights, to the bit.
// Thread: one. Errors: none.
#pragma once

#include "corpus.hpp"

#include <text/tone_reading.hpp>

#include <array>
#include <cstdint>
#include <vector>

namespace vigie::tone_model {

struct Term {
    std::uint32_t bucket = 0;
    float value = 0;
    bool negated = false;
};

struct Example {
    std::vector<Term> terms;
    std::array<float, text::kToneFeatures> features{};
    int label = 0;
    float weight = 1;
};

Example exampleOf(const Sample &sample, const text::ToneVocabulary &vocabulary, float weight);

using Sums = std::array<float, 2>; ///< evidence for praise, for blame

struct Weights {
    Sums bias{};
    std::array<Sums, text::kToneFeatures> features{};
    std::vector<Sums> buckets = std::vector<Sums>(text::kToneBuckets);

    [[nodiscard]] Sums sums(const Example &example) const;
    [[nodiscard]] static int label(const Sums &sums);
};

struct Recipe {
    int epochs = 8;
    float step = 0.1F, hold = 0.001F;      ///< hold: pulled towards nothing each time a bucket is met
    float featureStep = 0.3F;              ///< 0: features stay as they begin
    float balance = 0.7F;                  ///< 1: the three classes count alike, however many texts each has
};

Weights learn(const std::vector<Example> &examples, const Recipe &recipe, Weights begin = {});

struct Judged {
    std::array<std::array<int, 3>, 3> seen{}; ///< [label][said], -1 first
    [[nodiscard]] int count() const;
    [[nodiscard]] double accuracy() const;
    [[nodiscard]] double macroF1() const; ///< over the classes that occur
};

} // namespace vigie::tone_model
