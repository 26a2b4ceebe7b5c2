// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/text/tone.hpp>

#include <text/tone_judge.hpp>
#include <text/tone_local.hpp>
#include <vigie/text/tone_layer.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace vigie::text {

namespace {

constexpr float kShownWeight = 0.25F; ///< words that count less are not shown

Tone conclude(const ToneEvidence &evidence)
{
    Tone tone;
    if (evidence.silent)
        return tone;
    auto [praise, blame] = evidence.sums;
    const bool turned = evidence.reading.ironic && praise > blame; // praise that calls itself irony
    if (turned)
        std::swap(praise, blame);
    const auto top = std::max({praise, blame, 0.0F});
    const auto p = std::exp(praise - top), b = std::exp(blame - top), none = std::exp(-top);
    tone.score = (p - b) / (p + b + none);
    if (praise > 0 && praise > blame)
        tone.label = ToneLabel::Positive;
    else if (blame > 0 && blame > praise)
        tone.label = ToneLabel::Negative;
    for (std::size_t i = 0; i < evidence.words.size(); ++i) {
        const float weight = evidence.words[i].balance();
        const auto &token = evidence.reading.tokens[evidence.reading.parts[i].token];
        if (std::abs(weight) >= kShownWeight)
            tone.words.push_back({token.begin, token.end, turned ? -weight : weight});
    }
    return tone;
}

} // namespace

struct ToneAnalyser::Impl {
    ToneGround ground;
};

ToneAnalyser::ToneAnalyser() : impl_(std::make_shared<const Impl>()) {}

ToneAnalyser ToneAnalyser::builtin()
{
    return ToneAnalyser();
}

ToneAnalyser ToneAnalyser::with(std::shared_ptr<const ToneLayer> layer) const
{
    auto out = *this;
    out.layer_ = std::move(layer);
    return out;
}

Tone ToneAnalyser::analyse(std::string_view text, std::string_view lang, ToneKind kind) const
{
    auto evidence = impl_->ground.weigh(text, lang, kind);
    if (layer_ && !layer_->empty())
        layTone(evidence, *layer_);
    return conclude(evidence);
}

std::int64_t ToneAnalyser::version() const
{
    return impl_->ground.version();
}

ToneLayer learnToneLayer(const ToneAnalyser &analyser, std::span<const ToneLesson> lessons)
{
    return learnToneLayer(analyser.impl_->ground, lessons);
}

} // namespace vigie::text
