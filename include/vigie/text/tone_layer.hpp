// SPDX-License-Identifier: GPL-3.0-or-later
// What the people of a workspace taught: words that count otherwise here than elsewhere, laid over the model that came with
// the program and never changing it. Learned from their labels alone, held back strongly: a word must be met in several
// labelled texts, and few labels move little.
// Thread: values; immutable. Errors: none.
#pragma once

#include <vigie/text/tone.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vigie::text {

struct ToneLesson {
    std::string text, lang;
    ToneKind kind = ToneKind::ByLength;
    ToneLabel label = ToneLabel::Neutral; ///< what a person said
};

/// Evidence against neutral, in logarithms, added to what the model says of the word.
struct ToneLayerWord {
    std::string lang;       ///< "en" or "fr"
    std::string word;       ///< folded; empty: every text of the language
    float praise = 0, blame = 0;
    int lessons = 0;        ///< labelled texts that hold it
};

class ToneLayer {
public:
    ToneLayer() = default;
    explicit ToneLayer(std::vector<ToneLayerWord> words);

    [[nodiscard]] const std::vector<ToneLayerWord> &words() const { return words_; } ///< what counts most first
    [[nodiscard]] bool empty() const { return words_.empty(); }
    /// nullptr when nothing was taught about it. `hash`: text/tone_words.hpp.
    [[nodiscard]] const ToneLayerWord *find(std::uint64_t hash, bool french) const;
    [[nodiscard]] const ToneLayerWord *everyText(bool french) const;

private:
    std::vector<ToneLayerWord> words_;
    std::unordered_map<std::uint64_t, std::size_t> places_;
};

inline constexpr int kLeastToneLessons = 10; ///< with fewer nothing is learned

/// The same lessons give the same layer, whatever their order.
[[nodiscard]] ToneLayer learnToneLayer(const ToneAnalyser &analyser, std::span<const ToneLesson> lessons);

} // namespace vigie::text
