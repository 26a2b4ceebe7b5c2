// SPDX-License-Identifier: GPL-3.0-or-later
#include <text/tone_weights.hpp>

#include <bit>
#include <cmath>

namespace vigie::text {

namespace {

constexpr std::string_view kBegin = "VigieTone1";

void putFloat(std::string &out, float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    for (unsigned shift = 0; shift < 32; shift += 8)
        out.push_back(static_cast<char>(bits >> shift & 0xFFU));
}

float takeFloat(std::string_view &bytes)
{
    std::uint32_t bits = 0;
    for (unsigned i = 0; i < 4; ++i)
        bits |= std::uint32_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    bytes.remove_prefix(4);
    return std::bit_cast<float>(bits);
}

constexpr std::size_t kVoiceBytes = 4 * (1 + 2 + 2 * kToneFeatures) + 2 * kToneBuckets;

ToneSums takeSums(std::string_view &bytes)
{
    ToneSums sums;
    sums.praise = takeFloat(bytes);
    sums.blame = takeFloat(bytes);
    return sums;
}

} // namespace

ToneSums ToneWeights::word(std::uint64_t hash, std::string_view word) const
{
    int praise = 0, blame = 0;
    const auto *at = buckets.data();
    const auto count = eachToneGram(word, [&](std::size_t bucket) {
        praise += at[2 * bucket];
        blame += at[2 * bucket + 1];
    });
    auto sums = bucket(toneBucket(hash));
    const float grams = kGramValue * step / std::sqrt(static_cast<float>(std::max<std::size_t>(count, 1)));
    return {kWordValue * sums.praise + grams * static_cast<float>(praise), kWordValue * sums.blame + grams * static_cast<float>(blame)};
}

Result<ToneModel> readToneModel(std::string_view bytes)
{
    if (!bytes.starts_with(kBegin) || bytes.size() != kBegin.size() + kToneVoices * kVoiceBytes)
        return fail(Errc::Protocol, "the tone model is damaged");
    bytes.remove_prefix(kBegin.size());
    ToneModel model;
    for (auto &voice : model.voices) {
        voice.step = takeFloat(bytes);
        voice.bias = takeSums(bytes);
        for (auto &feature : voice.features)
            feature = takeSums(bytes);
        voice.buckets.assign(bytes.begin(), bytes.begin() + 2 * kToneBuckets);
        bytes.remove_prefix(2 * kToneBuckets);
    }
    return model;
}

std::string toneModelBytes(const ToneModel &model)
{
    std::string out(kBegin);
    for (const auto &voice : model.voices) {
        putFloat(out, voice.step);
        putFloat(out, voice.bias.praise);
        putFloat(out, voice.bias.blame);
        for (const auto &feature : voice.features) {
            putFloat(out, feature.praise);
            putFloat(out, feature.blame);
        }
        out.append(voice.buckets.begin(), voice.buckets.end());
    }
    return out;
}

} // namespace vigie::text
