// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/near_duplicate.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace vigie::text {

namespace {

constexpr std::size_t kShortest = 20, kSentence = 36, kLongPart = 60; ///< characters
constexpr double kAlike = 0.5, kShortAlike = 0.8, kContained = 0.8;
/// Of the larger text that the smaller must make up: a set phrase within a long text is no copy of it.
constexpr double kLeastPart = 0.15, kLeastShortPart = 0.4;
constexpr std::size_t kOwnWords = 3;
constexpr double kOnlyRepeats = 0.75; ///< of a comment that stands in what it comments on
constexpr std::size_t kSketchBits = 64;
constexpr int kSketchMeets = 39;
constexpr std::size_t kWholeKeys = 4, kHeadWords = 14;
constexpr float kGrammarRate = 0.02F; ///< of a pair of grammar words: taken when there is nothing else

std::uint64_t mixed(std::uint64_t x)
{
    x ^= x >> 30;
    x *= 0xBF58476D1CE4E5B9ULL;
    x ^= x >> 27;
    x *= 0x94D049BB133111EBULL;
    return x ^ (x >> 31);
}

std::size_t shared(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b)
{
    std::size_t count = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        count += a[i] == b[j] ? 1 : 0;
        const bool left = a[i] <= b[j], right = b[j] <= a[i];
        i += left ? 1 : 0;
        j += right ? 1 : 0;
    }
    return count;
}

struct MinHashFunction {
    std::uint64_t factor = 0, shift = 0;
};
const std::array<MinHashFunction, kMinHashes> &minHashFunctions()
{
    static const auto functions = [] {
        std::array<MinHashFunction, kMinHashes> out{};
        std::uint64_t seed = 0x5EEDULL;
        for (auto &function : out) {
            function.factor = mixed(seed += 0x9E3779B97F4A7C15ULL) | 1;
            function.shift = mixed(seed += 0x9E3779B97F4A7C15ULL);
        }
        return out;
    }();
    return functions;
}

struct Pair {
    std::uint64_t hash = 0;
    double rate = 0; ///< how often it is drawn
};

/// The pair that the draw number `draw` takes: of all pairs, each as often as its weight says, and the same pair in every text
/// that holds it (consistent weighted sampling: the least of exponential variables).
std::uint32_t drawn(std::span<const Pair> pairs, std::uint64_t draw)
{
    double least = std::numeric_limits<double>::infinity();
    std::uint64_t best = 0;
    for (const auto &pair : pairs) {
        const auto random = mixed(pair.hash ^ (draw * 0x9E3779B97F4A7C15ULL));
        const double uniform = (static_cast<double>(random >> 11) + 1) * 0x1.0p-53;
        const double value = -std::log(uniform) / pair.rate;
        if (value < least) {
            least = value;
            best = pair.hash;
        }
    }
    return static_cast<std::uint32_t>(mixed(best + draw) >> 32);
}

} // namespace

Likeness likenessOf(const NearText &a, const NearText &b)
{
    Likeness out;
    const auto smaller = std::min(a.shingles().size(), b.shingles().size());
    if (smaller == 0)
        return out;
    const auto both = shared(a.shingles(), b.shingles());
    out.jaccard = static_cast<double>(both) / static_cast<double>(a.shingles().size() + b.shingles().size() - both);
    out.containment = static_cast<double>(both) / static_cast<double>(smaller);
    return out;
}

double shareIn(const NearText &part, const NearText &whole)
{
    if (part.shingles().empty())
        return 1;
    return static_cast<double>(shared(part.shingles(), whole.shingles())) / static_cast<double>(part.shingles().size());
}

std::optional<double> copyLikeness(const NearText &a, const NearText &b)
{
    const auto &shorter = a.length() < b.length() ? a : b;
    const auto &longer = a.length() < b.length() ? b : a;
    if (shorter.length() < kShortest)
        return std::nullopt;
    const auto like = likenessOf(a, b);
    if (longer.length() < kSentence)
        return like.jaccard >= kShortAlike ? std::optional(like.jaccard) : std::nullopt;
    if (like.jaccard >= kAlike)
        return like.jaccard;
    const double part = static_cast<double>(shorter.length()) / static_cast<double>(longer.length());
    const bool large = part >= (shorter.length() >= kLongPart ? kLeastPart : kLeastShortPart);
    return large && like.containment >= kContained ? std::optional(like.containment) : std::nullopt;
}

bool saysMore(const NearText &comment, const NearText &original)
{
    if (comment.words().size() < kOwnWords || shareIn(comment, original) >= kOnlyRepeats)
        return false;
    std::vector<std::uint32_t> known;
    for (const auto &word : original.words())
        known.push_back(word.hash);
    std::sort(known.begin(), known.end());
    return std::any_of(comment.words().begin(), comment.words().end(), [&](const NearText::Word &word) { return !std::binary_search(known.begin(), known.end(), word.hash); });
}

std::vector<std::uint32_t> minHash(std::span<const std::uint32_t> shingles, std::size_t count)
{
    std::vector<std::uint32_t> minima(std::min(count, kMinHashes), std::numeric_limits<std::uint32_t>::max());
    const auto &functions = minHashFunctions();
    for (std::size_t i = 0; i < minima.size(); ++i)
        for (const auto shingle : shingles)
            minima[i] = std::min(minima[i], static_cast<std::uint32_t>((functions[i].factor * shingle + functions[i].shift) >> 32));
    return minima;
}

std::uint64_t sketchOf(const NearText &text)
{
    std::uint64_t bits = 0;
    for (const auto minimum : minHash(text.shingles(), kSketchBits))
        bits = (bits << 1) | (mixed(minimum) & 1);
    return bits;
}

bool sketchesMeet(std::uint64_t a, std::uint64_t b)
{
    return static_cast<int>(kSketchBits) - __builtin_popcountll(a ^ b) >= kSketchMeets;
}

std::vector<std::uint32_t> candidateKeys(const NearText &text)
{
    if (text.length() < kShortest)
        return {};
    std::vector<Pair> pairs;
    std::size_t ofHead = 0;
    const auto &words = text.words();
    for (std::size_t i = 1; i < words.size(); ++i) {
        const double rate = std::max(words[i - 1].weight + words[i].weight, kGrammarRate);
        pairs.push_back({mixed((static_cast<std::uint64_t>(words[i - 1].hash) << 32) | words[i].hash), rate});
        if (i < kHeadWords)
            ofHead = pairs.size();
    }
    if (pairs.empty())
        return {};
    std::vector<std::uint32_t> keys;
    for (std::size_t draw = 0; draw < kCandidateKeys; ++draw) {
        const bool whole = draw < kWholeKeys || ofHead == 0;
        keys.push_back(drawn(whole ? std::span<const Pair>(pairs) : std::span<const Pair>(pairs).first(ofHead), draw + 1));
    }
    return keys;
}

} // namespace vigie::text
