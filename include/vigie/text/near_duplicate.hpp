// SPDX-License-Identifier: GPL-3.0-or-later
// Whether one post says over again what another said: relayed by hand, with another link, cut short, commented or touched up.
// Compared are sets of five characters in a row of the text without its links and names; which texts are worth comparing is
// told by a few keys that copies share and other texts hardly ever do.
// Thread: values, pure functions. Errors: none. Figures: docs/measures.md, tests/bench/relays_bench.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::text {

/// A text made ready to be compared: NFKC, lower case, without leading RT, MT or "via @x", addresses, @names; all that is
/// neither letter nor digit is one space. Of long texts the first kNearTextLimit characters count.
inline constexpr std::size_t kNearTextLimit = 2000;
class NearText {
public:
    explicit NearText(std::string_view text);

    struct Word {
        std::uint32_t hash = 0;
        float weight = 0;               ///< 0: a word of grammar (the, de ...) that says nothing about the text
    };
    [[nodiscard]] const std::string &form() const { return form_; }
    [[nodiscard]] std::size_t length() const { return length_; }                        ///< characters of the form
    [[nodiscard]] const std::vector<Word> &words() const { return words_; }
    [[nodiscard]] const std::vector<std::uint32_t> &shingles() const { return shingles_; } ///< ascending, each once

private:
    std::string form_;
    std::size_t length_ = 0;
    std::vector<Word> words_;
    std::vector<std::uint32_t> shingles_;
};

struct Likeness {
    double jaccard = 0;                 ///< shared over all
    double containment = 0;             ///< shared over the smaller of both
};
[[nodiscard]] Likeness likenessOf(const NearText &a, const NearText &b);
/// How much of `part` stands in `whole`, 0..1; 1 when there is nothing to look for.
[[nodiscard]] double shareIn(const NearText &part, const NearText &whole);

/// How alike two texts are when one is a copy of the other: Jaccard of at least 0.5, or the smaller one nearly whole in the
/// larger. Short texts must be nearly the same, and what is shorter than a sentence never is a copy: people say the same thing.
[[nodiscard]] std::optional<double> copyLikeness(const NearText &a, const NearText &b);
/// Whether a comment says something besides what it comments on: a link, a name, the title again or two words do not.
[[nodiscard]] bool saysMore(const NearText &comment, const NearText &original);

inline constexpr std::size_t kMinHashes = 128;
/// The first `count` of 128 independent minima over the shingles: two texts agree in a share of them that is their Jaccard,
/// give or take sqrt(J(1-J)/count).
[[nodiscard]] std::vector<std::uint32_t> minHash(std::span<const std::uint32_t> shingles, std::size_t count = kMinHashes);
/// One bit of each of the first 64 minima: a guess at the Jaccard in eight bytes.
[[nodiscard]] std::uint64_t sketchOf(const NearText &text);
/// Equal bits of two sketches from which on comparing is worth it: 0.5 alike, or the smaller whole in the larger.
[[nodiscard]] bool sketchesMeet(std::uint64_t a, std::uint64_t b);

inline constexpr std::size_t kCandidateKeys = 6;
/// Texts that are copies share at least one of these; empty for what is too short to be a copy.
[[nodiscard]] std::vector<std::uint32_t> candidateKeys(const NearText &text);

} // namespace vigie::text
