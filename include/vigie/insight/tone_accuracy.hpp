// SPDX-License-Identifier: GPL-3.0-or-later
// How far the tones of this workspace can be trusted: what people said of items beside what the machine had said before they
// did (prequential: no label was learned from before it was foretold). People correct what they find wrong, so what is
// measured is rather too low than too high; confirming a tone by hand counts as well.
// Thread: inside a store job. Errors: Storage...
#pragma once

#include <vigie/insight/statistics.hpp>
#include <vigie/store/tones.hpp>

#include <array>
#include <cstdint>
#include <optional>

namespace vigie::insight {

inline constexpr std::int64_t kLeastToneLabels = 50; ///< with fewer labels "not measured" is said, and nothing else

/// k of n, with Wilson's 95 %. No value where n is 0.
struct ToneShare {
    std::int64_t k = 0, n = 0;
    std::optional<double> value;
    std::optional<Bounds> bounds;
};

/// Of one tone. precision: of those the machine gave it, how many people gave it; recall: of those people gave it, how many the machine did.
struct ToneClass {
    ToneShare precision, recall;
};

struct ToneAccuracy {
    std::int64_t labels = 0, correct = 0;
    ToneShare accuracy;
    std::array<ToneClass, 3> classes;   ///< negative, neutral, positive
    std::optional<double> macroF1;      ///< over the classes that occur
    store::ToneConfusion confusion{};   ///< [person][machine]

    [[nodiscard]] bool measured() const { return labels >= kLeastToneLabels; }
};

[[nodiscard]] ToneAccuracy toneAccuracyOf(const store::ToneConfusion &confusion);
Result<ToneAccuracy> toneAccuracy(store::Tx &tx);

} // namespace vigie::insight
