// SPDX-License-Identifier: GPL-3.0-or-later
// Tone of a short text in French or English, with the words that made it.
// Thread: an Analyser is immutable once loaded and may be shared. Errors: Storage, Protocol (resource missing or damaged).
#pragma once

#include <vigie/base/result.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::text {

struct ToneWord {
    std::uint32_t begin = 0, end = 0; ///< byte range in the text
    float weight = 0;                 ///< signed, after negation and intensity
};
enum class ToneLabel : std::int8_t { Negative = -1, Neutral = 0, Positive = 1 };
struct Tone {
    float score = 0;                  ///< -1..1
    ToneLabel label = ToneLabel::Neutral;
    std::vector<ToneWord> words;
};

class ToneAnalyser {
public:
    /// From the lexicons compiled into the program; cheap to copy, load once and pass on.
    static ToneAnalyser builtin();
    [[nodiscard]] Tone analyse(std::string_view text, std::string_view lang) const;

private:
    ToneAnalyser();
    struct Impl;
    std::shared_ptr<const Impl> impl_;
};

} // namespace vigie::text
