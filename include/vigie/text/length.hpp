// SPDX-License-Identifier: GPL-3.0-or-later
// How long a text is, as a network counts it.
// Thread: pure. Errors: none. Source of the rules: Mastodon's status_length_validator, Bluesky's lexicon (graphemes, bytes).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::text {

enum class LengthRule : std::uint8_t { Mastodon, Graphemes, CodePoints, Bytes };

struct LengthProfile {
    LengthRule rule = LengthRule::Graphemes;
    int limit = 0;                 ///< 0: the network sets none
    int urlCost = 23;              ///< Mastodon: what any link costs; 0 counts links in full
};
struct LengthPart {
    enum class Why : std::uint8_t { Text, Link, Mention, Warning } why = Why::Text;
    int used = 0;
};
struct Length {
    int used = 0, limit = 0;
    std::size_t overflowAt = std::string_view::npos; ///< byte offset where the text goes over
    std::vector<LengthPart> parts;                   ///< answers "why 34?"
    [[nodiscard]] bool fits() const { return limit == 0 || used <= limit; }
};

[[nodiscard]] Length measure(std::string_view text, const LengthProfile &profile, std::string_view contentWarning = {});
/// Number of extended grapheme clusters (Unicode 15).
[[nodiscard]] int graphemes(std::string_view text);
/// First `count` graphemes, with "..." (one character) when something was cut.
[[nodiscard]] std::string elide(std::string_view text, int count);

} // namespace vigie::text
