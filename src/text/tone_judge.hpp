// SPDX-License-Identifier: GPL-3.0-or-later
// What the model says of one text, before a workspace's layer: evidence, and which word brought how much of it.
// Thread: pure over immutable models. Errors: none.
#pragma once

#include <text/tone_weights.hpp>
#include <vigie/text/tone.hpp>

#include <string_view>
#include <vector>

namespace vigie::text {

/// One voice, or two in part: between the lengths of a post and of a review.
struct ToneVoices {
    const ToneWeights *post = nullptr, *review = nullptr;
    float reviewShare = 0;
};

struct ToneEvidence {
    ToneReading reading;
    ToneSums sums;                 ///< all together
    std::vector<ToneSums> words;   ///< beside reading.parts: what each adds to `sums`, the lexicon's share included
    bool french = false, silent = false; ///< silent: nothing was said
};

[[nodiscard]] ToneEvidence weighTone(ToneReading reading, const ToneVoices &voices);

/// Two vocabularies, one model: what is compiled in.
class ToneGround {
public:
    ToneGround();
    [[nodiscard]] ToneEvidence weigh(std::string_view text, std::string_view lang, ToneKind kind) const;
    [[nodiscard]] std::int64_t version() const { return version_; }

private:
    [[nodiscard]] ToneVoices voices(bool french, ToneKind kind, std::size_t bytes) const;

    ToneVocabulary english_, french_;
    ToneModel model_;
    std::int64_t version_ = 0;
};

} // namespace vigie::text
