// SPDX-License-Identifier: GPL-3.0-or-later
#include <text/tone_judge.hpp>

#include <vigie/base/log.hpp>
#include <vigie_embedded/tone_files.hpp>

#include <algorithm>
#include <cmath>

namespace vigie::text {

namespace {

constexpr int kRules = 1; ///< raised when the same resources give another tone
constexpr float kPostBytes = 220, kReviewBytes = 420, kMostReview = 0.75F; ///< of texts of which only the length is known

std::string_view resource(std::string_view name)
{
    for (const auto &file : embedded::tone_files)
        if (file.name == name)
            return file.data;
    return {};
}

/// Shares of what the lexicon's features brought, by words of praise and of blame.
class Shares {
public:
    explicit Shares(const ToneReading &reading)
    {
        for (const auto &part : reading.parts)
            (part.symbol ? part.strength > 0 ? symbols_ : sadSymbols_ : part.strength > 0 ? praise_ : blame_) += std::abs(part.strength);
    }
    void add(const ToneReading &reading, const ToneWeights &weights, float times)
    {
        const auto of = [&](ToneFeature feature) {
            auto sums = weights.features[static_cast<std::size_t>(feature)];
            const float value = reading.feature(feature) * times;
            sums.praise *= value;
            sums.blame *= value;
            return sums;
        };
        put(ofPraise_, of(ToneFeature::Praise), praise_);
        put(ofPraise_, of(ToneFeature::MostPraise), praise_);
        put(ofBlame_, of(ToneFeature::Blame), blame_);
        put(ofBlame_, of(ToneFeature::MostBlame), blame_);
        put(ofSymbols_, of(ToneFeature::Symbols), symbols_);
        put(ofSadSymbols_, of(ToneFeature::SadSymbols), sadSymbols_);
        for (const auto feature : {ToneFeature::Mean, ToneFeature::Last}) {
            put(ofPraise_, of(feature), praise_ + blame_);
            put(ofBlame_, of(feature), praise_ + blame_);
        }
    }
    [[nodiscard]] ToneSums of(const TonePart &part) const
    {
        const auto &sums = part.symbol ? part.strength > 0 ? ofSymbols_ : ofSadSymbols_ : part.strength > 0 ? ofPraise_ : ofBlame_;
        const float size = std::abs(part.strength);
        return {sums.praise * size, sums.blame * size};
    }

private:
    static void put(ToneSums &to, const ToneSums &sums, float size)
    {
        if (size > 0)
            to.add(sums, 1.0F / size);
    }

    float praise_ = 0, blame_ = 0, symbols_ = 0, sadSymbols_ = 0;
    ToneSums ofPraise_, ofBlame_, ofSymbols_, ofSadSymbols_; ///< for a strength of one
};

class Scale {
public:
    explicit Scale(ToneEvidence &out) : out_(out) {}

    void weigh(const ToneWeights &weights, float share)
    {
        const auto &reading = out_.reading;
        out_.sums.add(weights.bias, share);
        for (std::size_t f = 0; f < kToneFeatures; ++f)
            out_.sums.add(weights.features[f], reading.features[f] * share);
        Shares lexicon(reading);
        lexicon.add(reading, weights, share);
        for (std::size_t i = 0; i < reading.parts.size(); ++i) {
            const auto &part = reading.parts[i];
            out_.words[i].add(lexicon.of(part), 1.0F);
            if (part.times == 0)
                continue;
            const float times = share * part.times / reading.scale;
            const auto word = weights.word(part.hash, reading.tokens[part.token].word);
            give(i, part.negated ? word.turned() : word, times);
            if (part.pair != 0) {
                const auto pair = weights.bucket(toneBucket(part.pair));
                const auto turned = part.pairNegated ? pair.turned() : pair;
                give(i, turned, times * kPairValue / 2); // belongs to both of its words
                give(i - 1, turned, times * kPairValue / 2);
            }
        }
    }

private:
    void give(std::size_t at, const ToneSums &sums, float times)
    {
        out_.words[at].add(sums, times);
        out_.sums.add(sums, times);
    }

    ToneEvidence &out_;
};

float lexical(const ToneReading &reading)
{
    float total = 0;
    for (const auto &part : reading.parts)
        total += std::abs(part.strength);
    return total;
}

bool says(const ToneReading &reading, bool symbolsOnly)
{
    if (reading.parts.empty())
        return reading.feature(ToneFeature::Smile) + reading.feature(ToneFeature::Frown) > 0;
    return !symbolsOnly || lexical(reading) + reading.feature(ToneFeature::Smile) + reading.feature(ToneFeature::Frown) > 0;
}

} // namespace

ToneEvidence weighTone(ToneReading reading, const ToneVoices &voices)
{
    ToneEvidence out;
    out.reading = std::move(reading);
    out.words.resize(out.reading.parts.size());
    Scale scale(out);
    if (voices.reviewShare < 1)
        scale.weigh(*voices.post, 1 - voices.reviewShare);
    if (voices.reviewShare > 0)
        scale.weigh(*voices.review, voices.reviewShare);
    return out;
}

ToneGround::ToneGround()
{
    const auto bytes = resource("weights.bin");
    if (auto model = readToneModel(bytes))
        model_ = std::move(*model);
    else
        log::error("text", "{}", model.error().detail); // of the program itself: every voice is silent then
    english_.words.read(resource("words-en.txt"));
    french_.words.read(resource("words-fr.txt"));
    english_.words.read(resource("words-emoji.txt"));
    french_.words.read(resource("words-emoji.txt"));
    english_.roles = ToneRoles::english();
    french_.roles = ToneRoles::french();
    auto hash = toneHash("rules") + kRules;
    for (const auto &file : embedded::tone_files)
        hash = toneHash(hash, toneHash(file.data));
    version_ = static_cast<std::int64_t>(hash >> 1U);
}

ToneVoices ToneGround::voices(bool french, ToneKind kind, std::size_t bytes) const
{
    ToneVoices out{&model_.of(french ? ToneVoice::FrenchPost : ToneVoice::EnglishPost), &model_.of(french ? ToneVoice::FrenchReview : ToneVoice::EnglishReview), 0};
    if (kind == ToneKind::Review)
        out.reviewShare = 1;
    else if (kind == ToneKind::ByLength)
        out.reviewShare = std::clamp((static_cast<float>(bytes) - kPostBytes) / (kReviewBytes - kPostBytes), 0.0F, 1.0F) * kMostReview;
    return out;
}

ToneEvidence ToneGround::weigh(std::string_view text, std::string_view lang, ToneKind kind) const
{
    const bool unknown = lang.empty() || lang == "und", symbolsOnly = !unknown && lang != "fr" && lang != "en";
    bool french = lang == "fr";
    auto reading = readTone(text, french ? french_ : english_, symbolsOnly);
    if (unknown)
        if (auto other = readTone(text, french_); lexical(other) > lexical(reading)) {
            reading = std::move(other);
            french = true;
        }
    ToneEvidence out;
    if (says(reading, symbolsOnly) && model_.voices[0].step > 0)
        out = weighTone(std::move(reading), voices(french, kind, text.size()));
    else
        out.silent = true;
    out.french = french;
    return out;
}

} // namespace vigie::text
