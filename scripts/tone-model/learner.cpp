// SPDX-License-Identifier: GPL-3.0-or-later
#include "learner.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace vigie::tone_model {

namespace {

/// xorshift: the same order on every machine.
class Order {
public:
    void shuffle(std::vector<std::uint32_t> &order)
    {
        for (std::size_t i = order.size(); i > 1; --i)
            std::swap(order[i - 1], order[next() % i]);
    }

private:
    std::uint64_t next()
    {
        state_ ^= state_ << 13U;
        state_ ^= state_ >> 7U;
        state_ ^= state_ << 17U;
        return state_;
    }
    std::uint64_t state_ = 0x9E3779B97F4A7C15ULL;
};

Sums chances(const Sums &sums)
{
    const float top = std::max({sums[0], sums[1], 0.0F});
    const float praise = std::exp(sums[0] - top), blame = std::exp(sums[1] - top), none = std::exp(-top);
    const float all = praise + blame + none;
    return {praise / all, blame / all};
}

std::array<float, 3> balanceOf(const std::vector<Example> &examples, float power)
{
    std::array<float, 3> totals{}, out{};
    for (const auto &example : examples)
        totals[static_cast<std::size_t>(example.label + 1)] += example.weight;
    const float all = totals[0] + totals[1] + totals[2];
    const auto classes = static_cast<float>(std::count_if(totals.begin(), totals.end(), [](float total) { return total > 0; }));
    for (std::size_t c = 0; c < 3; ++c)
        out[c] = totals[c] > 0 ? std::pow(all / (classes * totals[c]), power) : 0;
    return out;
}

class Descent {
public:
    Descent(Weights &weights, const Recipe &recipe) : weights_(weights), recipe_(recipe), met_(text::kToneBuckets, Sums{0.5F, 0.5F}) { features_.fill(Sums{1, 1}); }

    void take(const Example &example, float weight, float rate)
    {
        const auto sums = weights_.sums(example);
        const auto chance = chances(sums);
        const Sums off{((example.label > 0 ? 1.0F : 0.0F) - chance[0]) * weight, ((example.label < 0 ? 1.0F : 0.0F) - chance[1]) * weight};
        for (std::size_t k = 0; k < 2; ++k)
            weights_.bias[k] += 0.02F * rate * recipe_.featureStep * off[k];
        if (recipe_.featureStep > 0)
            for (std::size_t f = 0; f < text::kToneFeatures; ++f)
                if (const float value = example.features[f]; value != 0)
                    for (std::size_t k = 0; k < 2; ++k)
                        step(weights_.features[f][k], features_[f][k], off[k] * value, rate * recipe_.featureStep, 0.0001F);
        for (const auto &term : example.terms) {
            const Sums push = term.negated ? Sums{off[1] * text::kPraiseAsBlame * term.value, off[0] * text::kBlameAsPraise * term.value}
                                           : Sums{off[0] * term.value, off[1] * term.value};
            for (std::size_t k = 0; k < 2; ++k)
                step(weights_.buckets[term.bucket][k], met_[term.bucket][k], push[k], rate * recipe_.step, recipe_.hold);
        }
    }

private:
    static void step(float &weight, float &met, float push, float rate, float hold)
    {
        met += push * push;
        weight += rate * (push / std::sqrt(met) - hold * weight);
    }

    Weights &weights_;
    const Recipe &recipe_;
    std::vector<Sums> met_;
    std::array<Sums, text::kToneFeatures> features_{};
};

} // namespace

Example exampleOf(const Sample &sample, const text::ToneVocabulary &vocabulary, float weight)
{
    const auto reading = text::readTone(sample.text, vocabulary);
    Example out;
    out.features = reading.features;
    out.label = sample.label;
    out.weight = weight;
    for (const auto &part : reading.parts) {
        const float times = part.times / reading.scale;
        out.terms.push_back({static_cast<std::uint32_t>(text::toneBucket(part.hash)), text::kWordValue * times, part.negated});
        if (part.pair != 0)
            out.terms.push_back({static_cast<std::uint32_t>(text::toneBucket(part.pair)), text::kPairValue * times, part.pairNegated});
        const auto begin = out.terms.size();
        const auto grams = text::eachToneGram(reading.tokens[part.token].word, [&](std::size_t bucket) { out.terms.push_back({static_cast<std::uint32_t>(bucket), 0, part.negated}); });
        for (auto i = begin; i < out.terms.size(); ++i)
            out.terms[i].value = text::kGramValue * times / std::sqrt(static_cast<float>(std::max<std::size_t>(grams, 1)));
    }
    return out;
}

Sums Weights::sums(const Example &example) const
{
    auto out = bias;
    for (std::size_t f = 0; f < text::kToneFeatures; ++f)
        for (std::size_t k = 0; k < 2; ++k)
            out[k] += features[f][k] * example.features[f];
    for (const auto &term : example.terms) {
        const auto &weight = buckets[term.bucket];
        out[0] += term.value * (term.negated ? text::kBlameAsPraise * weight[1] : weight[0]);
        out[1] += term.value * (term.negated ? text::kPraiseAsBlame * weight[0] : weight[1]);
    }
    return out;
}

int Weights::label(const Sums &sums)
{
    if (sums[0] > 0 && sums[0] >= sums[1])
        return 1;
    return sums[1] > 0 ? -1 : 0;
}

Weights learn(const std::vector<Example> &examples, const Recipe &recipe, Weights begin)
{
    Descent descent(begin, recipe);
    const auto balance = balanceOf(examples, recipe.balance);
    std::vector<std::uint32_t> order(examples.size());
    std::iota(order.begin(), order.end(), 0U);
    Order random;
    for (int epoch = 0; epoch < recipe.epochs; ++epoch) {
        random.shuffle(order);
        const float rate = 1.0F / (1.0F + 0.4F * static_cast<float>(epoch));
        for (const auto index : order) {
            const auto &example = examples[index];
            descent.take(example, example.weight * balance[static_cast<std::size_t>(example.label + 1)], rate);
        }
    }
    return begin;
}

int Judged::count() const
{
    int out = 0;
    for (const auto &row : seen)
        out += std::accumulate(row.begin(), row.end(), 0);
    return out;
}

double Judged::accuracy() const
{
    return static_cast<double>(seen[0][0] + seen[1][1] + seen[2][2]) / std::max(count(), 1);
}

double Judged::macroF1() const
{
    double sum = 0;
    int classes = 0;
    for (std::size_t c = 0; c < 3; ++c) {
        const int is = seen[c][0] + seen[c][1] + seen[c][2], said = seen[0][c] + seen[1][c] + seen[2][c];
        if (is == 0)
            continue;
        ++classes;
        sum += 2.0 * seen[c][c] / (is + said);
    }
    return classes > 0 ? sum / classes : 0;
}

} // namespace vigie::tone_model
