// SPDX-License-Identifier: GPL-3.0-or-later
// How long a text is, as a network counts it.
// Thread: pure. Errors: none. Source of the rules: Mastodon's status_length_validator, Bluesky's lexicon (graphemes, bytes), twitter-text's
// configuration v3, Threads' documents (emoji weigh their UTF-8 bytes). Utf16 is for networks that do not say what a character is: no other
// way to count gives more.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vigie::text {

enum class LengthRule : std::uint8_t { Mastodon, Graphemes, CodePoints, Bytes, X, Threads, Utf16 };

struct LengthProfile {
    LengthRule rule = LengthRule::Graphemes;
    int limit = 0;                 ///< 0: the network sets none
    int urlCost = 23;              ///< Mastodon and X: what any link costs; 0 counts links in full
    int byteLimit = 0;             ///< a second limit beside the first, in UTF-8 bytes of what is sent (Bluesky); 0: none
};
struct LengthPart {
    enum class Why : std::uint8_t { Text, Link, Mention, Warning } why = Why::Text;
    int used = 0;
};
struct Length {
    int used = 0, limit = 0;
    std::size_t overflowAt = std::string_view::npos; ///< byte offset where the text goes over
    std::vector<LengthPart> parts;                   ///< answers "why 34?"
    LengthRule unit = LengthRule::Graphemes;         ///< what `used` and `limit` count: of two limits the one that binds, nearer to its end
    [[nodiscard]] bool fits() const { return limit == 0 || used <= limit; }
};

[[nodiscard]] Length measure(std::string_view text, const LengthProfile &profile, std::string_view contentWarning = {});
/// Byte ranges that X makes into links, those without a protocol included.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> xLinks(std::string_view text);
/// Number of extended grapheme clusters (Unicode 15).
[[nodiscard]] int graphemes(std::string_view text);
/// First `count` graphemes, with "..." (one character) when something was cut.
[[nodiscard]] std::string elide(std::string_view text, int count);

} // namespace vigie::text
