// SPDX-License-Identifier: GPL-3.0-or-later
// Tone of a text in French or English, with the words that made it: one extractor, two calibrations (posts, reviews).
// How it was learned and how far it can be trusted: docs/tone.md.
// Thread: an analyser is immutable and may be shared. Errors: none; the model is part of the program.
#pragma once

#include <vigie/base/result.hpp>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::text {

struct ToneWord {
    std::uint32_t begin = 0, end = 0; ///< byte range in the text
    float weight = 0;                 ///< signed; what it adds to the evidence for praise against blame
};
enum class ToneLabel : std::int8_t { Negative = -1, Neutral = 0, Positive = 1 };
struct Tone {
    float score = 0;                  ///< -1..1: how likely praise is, less how likely blame is
    ToneLabel label = ToneLabel::Neutral;
    std::vector<ToneWord> words;
};
/// Which calibration: short posts; reviews, where hardly anybody is neutral; or, with nothing known, by the length.
enum class ToneKind : std::uint8_t { ByLength, Post, Review };

class ToneLayer;
struct ToneLesson;

class ToneAnalyser {
public:
    /// From the model compiled into the program; cheap to copy, load once and pass on.
    static ToneAnalyser builtin();
    /// The same with what a workspace taught laid over it.
    [[nodiscard]] ToneAnalyser with(std::shared_ptr<const ToneLayer> layer) const;
    [[nodiscard]] Tone analyse(std::string_view text, std::string_view lang, ToneKind kind = ToneKind::ByLength) const;
    /// Changes whenever the same text may get another tone: from the model, the lexicons and the rules; without the layer.
    [[nodiscard]] std::int64_t version() const;

private:
    friend ToneLayer learnToneLayer(const ToneAnalyser &analyser, std::span<const ToneLesson> lessons);
    ToneAnalyser();
    struct Impl;
    std::shared_ptr<const Impl> impl_;
    std::shared_ptr<const ToneLayer> layer_;
};

} // namespace vigie::text
